"""The command line: one file a command group. It asks the pipeline and prints; it concludes nothing itself."""

from khabar.cli.app import main

__all__ = ["main"]
