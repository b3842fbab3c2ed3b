"""HTML pages to editions: the article through trafilatura, what is known about it from the page's own head.

trafilatura returned only the day of a full timestamp and no language where the page gave one, so both are read here from meta
tags and JSON-LD.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import trafilatura
from lxml import etree, html

from khabar.intake.decode import decode
from khabar.intake.furniture import part_lines
from khabar.intake.options import IntakeOptions
from khabar.intake.text import edition_id
from khabar.language.identify import identify
from khabar.model.edition import Edition
from khabar.model.errors import NotText, UsageError
from khabar.model.moment import as_printed, parse_moment
from khabar.model.span import Spans

CLEANER = f"trafilatura {trafilatura.__version__}"
PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "dc.date",
    "og:published_time",
    "parsely-pub-date",
)
WORD = re.compile(r"\S+")
REACH = 20_000
"""How far ahead in the page the next word of its text is looked for."""


def edition_of_page(raw: bytes, address: str, options: IntakeOptions) -> Edition:
    """The edition of an HTML page.

    Raises:
        NotText: no article was found in the page.
    """
    source = decode(raw, address)
    text = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=False, url=options.url)
    if not text or not text.strip():
        raise NotText(f"{address}: no article in the page; give its text")
    head = _head(source)
    page = part_lines(text, options.lang or head.get("lang") or identify(text)[0])
    raw_hash = hashlib.sha256(raw).hexdigest()
    url = options.url or head.get("url")
    published, precision = _moment(options.published or head.get("published"), options)
    return Edition(
        id=edition_id(url or address, raw_hash),
        address=url or address,
        raw_hash=raw_hash,
        raw=raw,
        text=text,
        cleaner=CLEANER,
        body=tuple(page.body),
        alignment=align(text, source),
        lang=options.lang or identify(text)[0],
        title=head.get("title"),
        url=url,
        outlet=options.outlet or _outlet(url),
        byline=head.get("byline") or ", ".join(page.bylines) or None,
        credit=tuple(dict.fromkeys(page.credits)),
        dateline=page.head.place if page.head else None,
        published=published,
        published_precision=precision,
        fetched=options.fetched,
    )


def align(text: str, source: str) -> Spans:
    """Where each word of the text stands in the page, found one after the other; a word that is not found runs on with the last."""
    pairs: list[tuple[int, int]] = [(0, 0)]
    at = 0
    for word in WORD.finditer(text):
        found = source.find(word.group(), at, at + REACH)
        if found >= 0:
            if found - word.start() != pairs[-1][1] - pairs[-1][0]:
                pairs.append((word.start(), found))
            at = found + len(word.group())
    return tuple(pairs[1:] if len(pairs) > 1 and pairs[1][0] == 0 else pairs)


def _head(source: str) -> dict[str, str]:
    """What the page says of itself: title, url, published, byline, lang; keys that it does not give are missing."""
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return {}
    meta = {
        (m.get("property") or m.get("name") or m.get("itemprop") or "").lower(): m.get("content")
        for m in tree.iter("meta")
    }
    about = _from_json_ld(tree)
    pairs = {
        "title": about.get("headline") or meta.get("og:title") or tree.findtext(".//title"),
        "url": _canonical(tree) or meta.get("og:url"),
        "published": about.get("datePublished") or next((meta[k] for k in PUBLISHED if meta.get(k)), None),
        "byline": _author(about.get("author")) or meta.get("author"),
        "lang": (tree.get("lang") or "")[:2].lower() or None,
    }
    return {k: str(v).strip() for k, v in pairs.items() if v}


def _canonical(tree: html.HtmlElement) -> str | None:
    return next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)


def _from_json_ld(tree: html.HtmlElement) -> dict[str, Any]:
    """The first object in the page's JSON-LD that is an article."""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and script.text:
            try:
                found = next(
                    (o for o in _objects(json.loads(script.text)) if "datePublished" in o or "headline" in o), None
                )
            except (ValueError, RecursionError):
                continue
            if found:
                return found
    return {}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph", []))
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item)


def _author(author: Any) -> str | None:
    names = [a.get("name") if isinstance(a, dict) else a for a in (author if isinstance(author, list) else [author])]
    return ", ".join(n for n in names if isinstance(n, str)) or None


def _moment(words: str | None, options: IntakeOptions) -> tuple[str | None, str | None]:
    if not words:
        return None, None
    try:
        moment = parse_moment(words, zone=options.zone)
    except UsageError:
        return None, None
    return as_printed(moment), moment.precision


def _outlet(url: str | None) -> str | None:
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
