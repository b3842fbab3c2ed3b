"""A text against the ledger: findings."""
