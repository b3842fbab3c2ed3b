"""What leaves the ledger: one file a format, and the wording that all of them share."""
