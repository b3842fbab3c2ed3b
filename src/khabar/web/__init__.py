"""The situation board: pages for people and an API for programs. Both ask `pipeline`, and conclude nothing by themselves."""
