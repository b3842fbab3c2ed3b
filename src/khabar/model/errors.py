"""Everything that can go wrong on purpose.

KhabarError
├── InputError        one input that cannot be used; it is set aside and the rest goes on
│   ├── NotText       empty, binary, or in no encoding that we know
│   ├── NotARecord    a line that is no record of a report
│   └── TooLarge      over the limit on bytes
├── LedgerError       the ledger cannot be used as asked
│   ├── NotALedger    the file is something else, or damaged
│   ├── FutureLedger  written by a newer version
│   └── NotThere      no claim, report or tally of that name
└── UsageError        what was asked makes no sense: a time that is none, an unknown option value
"""


class KhabarError(Exception):
    """The root of the tree. The message says what is wrong, where, and what to do."""


class InputError(KhabarError):
    """One input that cannot be used."""


class NotText(InputError):
    """Empty, binary, or in no encoding that we know."""


class NotARecord(InputError):
    """A line of JSON Lines that is no record of a report."""


class TooLarge(InputError):
    """Over the limit on bytes."""


class LedgerError(KhabarError):
    """The ledger cannot be used as asked."""


class NotALedger(LedgerError):
    """The file is no ledger, or is damaged."""


class FutureLedger(LedgerError):
    """The ledger was written by a newer version of the program."""


class NotThere(LedgerError):
    """The ledger holds nothing of that name."""


class UsageError(KhabarError):
    """What was asked makes no sense."""
