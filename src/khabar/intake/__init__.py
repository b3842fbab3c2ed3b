"""How reports come in: text, JSON Lines, pages; cleaning; outlet, byline, credit, times."""
