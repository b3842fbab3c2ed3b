"""The design's words as frozen records: no input or output, no language, no conclusions."""
