"""Where a machine decides, property tests try the same examples every time; a person's run tries new ones."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
