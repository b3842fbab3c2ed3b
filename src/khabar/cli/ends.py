"""Exit codes, and what was set aside on the way."""

import sys

from khabar.model.edition import SetAside

DONE = 0
FINDINGS = 1
"""Done, with findings, unknown figures or inputs set aside."""
NOTHING_DONE = 2
"""Nothing could be done, or misuse."""
INTERRUPTED = 130


class Tray:
    """Collects what is set aside, and says so on standard error as it happens."""

    def __init__(self) -> None:
        self.items: list[SetAside] = []
        self.used = 0

    def __call__(self, item: SetAside) -> None:
        """Takes one and tells of it."""
        self.items.append(item)
        print(f"khabar: set aside {item.where}: {item.reason}", file=sys.stderr)

    def end(self) -> int:
        """0 if all inputs were used, 1 if some, 2 if none."""
        if not self.items:
            return DONE
        return FINDINGS if self.used else NOTHING_DONE
