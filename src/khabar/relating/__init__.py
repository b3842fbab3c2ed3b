"""Readings to one another: copies, people and offices, tallies, revisions, verdicts."""
