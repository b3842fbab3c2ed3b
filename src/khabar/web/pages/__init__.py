"""One module a page: its addresses, what it asks the ledger, and what it hands to its template."""

from khabar.web.pages import board, claim, copies, lists, report, source

ROUTERS = (board.router, claim.router, source.router, report.router, copies.router, lists.router)
"""Every page, in the order in which their addresses are tried."""
