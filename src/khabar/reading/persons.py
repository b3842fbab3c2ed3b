"""Persons of one report: which names are one person's, and the fullest form of each.

`Serdyukov` is `Andrey Serdyukov` where no other Serdyukov is named; «Токаева» is «Токаев»; a name with a slip at its end (`Tokayevin`) is the name
that stands elsewhere in the report without it.
"""

import functools
from collections.abc import Iterable

import msgspec

from khabar.language.base import language
from khabar.language.inflection import nominatives
from khabar.language.names import ARTICLES, key, same_person
from khabar.model.span import Span
from khabar.reading.document import Document, Sentence
from khabar.reading.page import Page

LEAST_GLUED = 5
LEAST_KEY = 2
MOST_WORDS = 4
MAY_BE_NAMES = frozenset(
    {"measure", "thing", "person", "population", "cue", "numeral", "vague", "month", "basis", "given", "unit", "bound"}
)
"""Categories whose words a person may bear as a name (May, Hope, Nyawa)."""

ENDINGS = (("ым", ""), ("ому", ""), ("ом", ""), ("ем", "й"), ("у", ""), ("ю", "й"), ("а", ""), ("я", "й"), ("е", ""))


class Person(msgspec.Struct, eq=False, gc=False):
    """One person: the forms of the name in the order met, each as words, and the spans where they stand."""

    forms: list[tuple[str, ...]] = []
    spans: list[Span] = []

    def fullest(self) -> tuple[str, ...]:
        """The form with most words; of several the shortest, which in Russian is the nominative."""
        if len(self.forms) == 1:
            return self.forms[0]
        most = max(len(f) for f in self.forms)
        return min((f for f in self.forms if len(f) == most), key=lambda f: sum(len(w) for w in f))


class Persons:
    """The persons of a report."""

    def __init__(self, page: Page) -> None:
        self._code = page.code
        self._page = page
        self._glued = _glued(page.code)
        self.all: list[Person] = []

    def add(self, words: Iterable[str], span: Span) -> Person | None:
        """The person of a name, joined to whoever bears it already; None where the words are no name."""
        form = tuple(filter(None, [self._clean(w) for w in words if w[0].isalpha()]))
        if not form:
            return None
        person = self.find(form)
        if person is None:
            person = Person()
            self.all.append(person)
        if form not in person.forms:
            person.forms.append(form)
        if span not in person.spans:
            person.spans.append(span)
        return person

    def find(self, form: tuple[str, ...]) -> Person | None:
        """The person who bears a name: the last named of those who may; None where nobody does or a short name fits two."""
        fit = [p for p in self.all if any(_same(form, f, self._code) for f in p.forms)]
        if len(fit) > 1 and len(form) == 1:
            fit = sorted(fit, key=lambda p: max(p.spans))
        return fit[-1] if fit else None

    def join(self) -> bool:
        """Joins short names that came before the full one to the only person who bears them. Returns whether there were any."""
        before = len(self.all)
        for person in list(self.all):
            if max(map(len, person.forms)) == 1:
                fit = [
                    p for p in self.all if p is not person and _same(person.forms[0], max(p.forms, key=len), self._code)
                ]
                if len(fit) == 1:
                    fit[0].forms += [f for f in person.forms if f not in fit[0].forms]
                    fit[0].spans += person.spans
                    self.all.remove(person)
        return len(self.all) < before

    def name(self, person: Person) -> str:
        """The fullest form of a person's name, in the dictionary's case as far as the report shows it."""
        form = person.fullest()
        if self._code != "ru":
            return " ".join(form)
        shown = [self._nominative(w) for w in form]
        if not any(shown):
            return " ".join(form)
        return " ".join(n or _without_ending(w) for n, w in zip(shown, form, strict=True))

    def _nominative(self, word: str) -> str | None:
        """The shorter form of a word that the report prints elsewhere."""
        forms = nominatives(word, "ru")[1:]
        if self._page.capitals.isdisjoint(forms):
            return None
        return next((n for n in forms if n in self._page.capitals and len(n) < len(word)), None)

    def fill(self, document: Document) -> None:
        """Looks for fuller forms of names that stand alone so far: `Roe` is `Jane Roe` where the report says so anywhere."""
        alone = {key(f[0]): p for p in self.all for f in p.forms if max(map(len, p.forms)) == 1}
        if not alone:
            return
        named = {w: p for w in self._page.inner if (p := alone.get(key(self._clean(w)))) is not None}
        for sentence in document.sentences:
            if not named.keys().isdisjoint(sentence.words):
                for at, word in enumerate(sentence.words):
                    if at and word in named:
                        self._fuller(sentence, at, named[word])

    def _fuller(self, sentence: Sentence, at: int, person: Person) -> None:
        first = at
        known = {i for h in sentence.hits if h.entry.category not in MAY_BE_NAMES for i in range(h.start, h.end)}
        while first and sentence.words[first - 1][0].isupper() and first - 1 not in known:
            first -= 1
        if first < at and (first or not self._page.small(sentence.words[first].lower())):
            first += sentence.low[first] in language(self._code).facts["people"]["titles"]
            form = tuple(self._clean(w) for w in sentence.words[first : at + 1])
            bearer = self.find(form)
            if len(form) <= MOST_WORDS and (bearer is None or bearer is person):
                person.forms.append(form)
                person.spans.append(sentence.span(first, at + 1))

    def _clean(self, word: str) -> str:
        if self._code == "en" and word[-2:] in {"'s", "’s"}:
            return word[:-2]
        if not word.endswith(self._glued):
            return word
        for ending in self._glued:
            base = word[: -len(ending)]
            if word.endswith(ending) and len(base) >= LEAST_GLUED and base in self._page.capitals:
                return base
        return word


@functools.cache
def _glued(code: str) -> tuple[str, ...]:
    return tuple(language(code).facts["people"]["glued"])


@functools.lru_cache(maxsize=16384)
def _keys(word: str, code: str) -> frozenset[str]:
    word = word.rstrip(".")
    return frozenset(key(n) for n in (nominatives(word, code) if code == "ru" else (word,)))


def _same(one: tuple[str, ...], other: tuple[str, ...], code: str) -> bool:
    """Whether two forms may be one person's name."""
    short, long = sorted(([w for w in f if w.lower() not in ARTICLES] or list(f) for f in (one, other)), key=len)
    if len(short) == 1:
        mine = _keys(short[0], code)
        alike = not mine.isdisjoint(_keys(long[0], code)) or not mine.isdisjoint(_keys(long[-1], code))
        return alike and len(short[0]) >= LEAST_KEY
    if _in_order(short, long, code) or _in_order(short[::-1], long, code):
        return True
    return same_person(" ".join(one), " ".join(other))


def _in_order(short: list[str], long: list[str], code: str) -> bool:
    at = whole = 0
    for word in short:
        while at < len(long) and not _fits(word, long[at], code):
            at += 1
        if at == len(long):
            return False
        whole += min(len(word.rstrip(".")), len(long[at].rstrip("."))) > 1
        at += 1
    return whole > 0


def _fits(one: str, other: str, code: str) -> bool:
    if one.endswith(".") or other.endswith(".") or len(one) == 1 or len(other) == 1:
        return key(one)[:1] == key(other)[:1]
    return bool(_keys(one, code) & _keys(other, code))


def _without_ending(word: str) -> str:
    """A man's name without its case ending; for a word beside one that the report also has in the nominative."""
    for ending, by in ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)] + by
    return word
