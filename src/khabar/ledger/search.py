"""Full-text search: an index beside the texts, kept by triggers. It is a view; it can be made again at any time.

The tokens are those of SQLite's `unicode61` without diacritics: Latin and Cyrillic words meet in any case.
"""

import re

SEARCH = """
CREATE VIEW searchable AS SELECT b.seq AS seq, b.text AS text, e.title AS title, e.outlet AS outlet FROM bodies b JOIN editions e USING (seq);
CREATE VIRTUAL TABLE found USING fts5 (
  text, title, outlet, content = 'searchable', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER bodies_found AFTER INSERT ON bodies BEGIN
  INSERT INTO found (rowid, text, title, outlet) SELECT NEW.seq, NEW.text, title, outlet FROM editions WHERE seq = NEW.seq;
END;
CREATE TRIGGER bodies_forgotten BEFORE DELETE ON bodies BEGIN
  INSERT INTO found (found, rowid, text, title, outlet)
  SELECT 'delete', OLD.seq, OLD.text, title, outlet FROM editions WHERE seq = OLD.seq;
END;
INSERT INTO found (found) VALUES ('rebuild');
"""
"""The migration that adds the index to a ledger, whatever it holds."""

MOST_WORDS = 12
LEAST_BEGINNING = 3
"""Letters from which on the last word is taken for a beginning: too many words begin with two."""


def query(words: str) -> str | None:
    """What a person typed, as a query: all words must occur, one in quotes as a phrase, the last as a beginning; None for no word.

    Every word is quoted, so that nothing typed is taken for an operator.
    """
    phrases = [p for p in re.findall(r'"([^"]*)"', words) if re.search(r"\w", p)]
    single = re.findall(r"\w+", re.sub(r'"[^"]*"?', " ", words))
    asked = [f'"{p}"' for p in phrases] + [f'"{w}"' for w in single]
    if not asked:
        return None
    begins = single and len(single[-1]) >= LEAST_BEGINNING and len(asked) <= MOST_WORDS
    return " ".join(asked[:MOST_WORDS]) + ("*" if begins else "")
