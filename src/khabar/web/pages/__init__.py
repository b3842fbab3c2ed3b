"""One module a page: its addresses, what it asks the ledger, and what it hands to its template."""

from khabar.web.pages import api, board, check, claim, copies, lists, report, rulings, sitrep, source

ROUTERS = (
    board.router,
    claim.router,
    source.router,
    report.router,
    copies.router,
    check.router,
    lists.router,
    rulings.router,
    sitrep.router,
    api.router,
)
"""Every page, in the order in which their addresses are tried."""
