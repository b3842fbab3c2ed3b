"""Turn the demonstration into another country's crisis, by the table in exchange.toml.

    python exchange.py IN OUT [--table exchange.toml] [--lang id]

IN and OUT end in .jsonl (reports), .txt (one page) or .json (an expected answer). `--lang` names the
language of a .txt (default id) or of the strings of a .json (default en). The same input gives the same
bytes. Exit status 0, or 2 with one line on standard error for bad input.
"""

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

MONTHS: dict[str, list[list[str]]] = {
    # language: for each form of a month's name, twelve names
    "en": [
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        ["Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec."],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ],
    "id": [
        [
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember",
        ]
    ],
    "ru": [
        [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        [
            "январь",
            "февраль",
            "март",
            "апрель",
            "май",
            "июнь",
            "июль",
            "август",
            "сентябрь",
            "октябрь",
            "ноябрь",
            "декабрь",
        ],
        [
            "январе",
            "феврале",
            "марте",
            "апреле",
            "мае",
            "июне",
            "июле",
            "августе",
            "сентябре",
            "октябре",
            "ноябре",
            "декабре",
        ],
    ],
}
"""Names of months; a form maps to the same form of the new month."""

RU_STEMS = [
    "январск",
    "февральск",
    "мартовск",
    "апрельск",
    "майск",
    "июньск",
    "июльск",
    "августовск",
    "сентябрьск",
    "октябрьск",
    "ноябрьск",
    "декабрьск",
]
"""Stems of the Russian adjectives of months."""

THOUSAND = r"(?:тыс\.?|тысяч[аиу]?|thousand|ribu)"
OPEN, CLOSE = "\ue000", "\ue001"


class Exchange:
    """The table, made ready: callable on a string of one language."""

    def __init__(self, table: dict[str, Any]) -> None:
        """Keep the parts of the table that exchange.toml holds."""
        self.shift = timedelta(days=table["dates"]["shift_days"])
        self.default_year: int = table["dates"]["default_year"]
        self.note: str = table["note"]["text"]
        self.outlets: dict[str, str] = table["outlets"]
        self.numbers: dict[int, int] = {int(old): new for old, new in table["numbers"].items()}
        self.pairs: dict[str, list[list[str]]] = {
            # a language's own phrases first: they may hold Latin names
            lang: table["text"][lang]["pairs"] + table["text"]["all"]["pairs"]
            for lang in ("en", "id", "ru")
        }

    def text(self, text: str, lang: str, year: int | None = None) -> str:
        """Exchange dates, then names, then numbers of a text; `year` is that of dates without one."""
        keep = _Keeper()
        text = self._dates(text, lang, year or self.default_year, keep)
        for old, new in self.pairs[lang]:
            text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", partial(_held, keep, new), text)
        return keep.restore(self._numbers(text))

    def time(self, stamp: str) -> str:
        """Shift the day of an ISO date or time."""
        return (date.fromisoformat(stamp[:10]) + self.shift).isoformat() + stamp[10:]

    def number(self, value: int) -> int:
        """The new number of an old one; a number that the table lacks stays."""
        return self.numbers.get(value, value)

    def outlet(self, address: str) -> str:
        """Exchange the domain in an outlet's name or an address."""
        for old, new in self.outlets.items():
            address = re.sub(rf"(?<![\w.]){re.escape(old)}(?![\w.])", new, address)
        return address

    def report(self, report: dict[str, Any]) -> dict[str, Any]:
        """Exchange one report of a JSON Lines file."""
        lang, year = report["lang"], int(report["published"][:4])
        changed = {key: self.text(report[key], lang, year) for key in ("title", "text")}
        changed |= {key: self.outlet(report[key]) for key in ("url", "outlet")}
        return report | changed | {"published": self.time(report["published"]), "note": self.note}

    def value(self, value: Any, lang: str) -> Any:
        """Exchange every string, number and time inside a JSON value."""
        if isinstance(value, dict):
            return {key: self.value(item, lang) for key, item in value.items()}
        if isinstance(value, list):
            return [self.value(item, lang) for item in value]
        if isinstance(value, str):
            return self.outlet(self.text(value, lang))
        if isinstance(value, int) and not isinstance(value, bool):
            return self.number(value)
        return value

    def _dates(self, text: str, lang: str, year: int, keep: "_Keeper") -> str:
        """Shift each date in a text and put it beyond the reach of later steps."""
        for pattern, move in self._date_rules(lang, year):
            text = re.sub(pattern, partial(_moved, keep, move), text)
        return text

    def _date_rules(self, lang: str, year: int) -> list[tuple[str, Callable[[re.Match[str]], str]]]:
        """Patterns of dates with what replaces a match, the fullest first."""
        rules: list[tuple[str, Callable[[re.Match[str]], str]]] = [
            (r"(?<!\d)(?P<iso>\d{4}-\d\d-\d\d)(?!\d)", lambda m: self.time(m["iso"])),
            (r"(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?P<y>/\d{4})?(?![\d/])", lambda m: self._slashed(m, year)),
        ]
        for form in MONTHS[lang]:
            names = "|".join(re.escape(name) for name in form)
            month, given = rf"(?P<m>{names})", r"(?:(?P<g>,? )(?P<y>20\d\d))?"
            day_first = rf"(?<!\d)(?P<d>\d{{1,2}})(?P<th>st|nd|rd|th)?(?P<s> ){month}(?!\w){given}"
            month_first = rf"(?<!\w){month}(?P<s> )(?P<d>\d{{1,2}})(?P<th>)(?!\d){given}"
            rules.append((day_first, partial(self._named, form, year, True)))
            if lang == "en":
                rules.append((month_first, partial(self._named, form, year, False)))
        for form in MONTHS[lang]:
            names = "|".join(re.escape(name) for name in form if name != "May")  # also a verb
            rules.append((rf"(?<!\w)(?P<m>{names})(?!\w)", partial(self._alone, form, year)))
        if lang == "ru":
            stems = "|".join(RU_STEMS)
            adjective = rf"(?<!\w)(?P<m>{stems})(?=\w)"
            rules.append((adjective, partial(self._alone, RU_STEMS, year)))
        rules.append((r"(?<![\d.,/])(?P<y>20[23]\d)(?![\d/])", lambda m: str(self._day(int(m["y"]), 1, 10).year)))
        return rules

    def _day(self, year: int, month: int, day: int) -> date:
        """A day, shifted."""
        return date(year, month, day) + self.shift

    def _month(self, index: int, year: int) -> int:
        """Index of the month into which the tenth of a month falls."""
        return self._day(year, index + 1, 10).month - 1

    def _alone(self, form: list[str], year: int, match: re.Match[str]) -> str:
        """The new name of a month that stands without a day."""
        return form[self._month(form.index(match["m"]), year)]

    def _slashed(self, match: re.Match[str], year: int) -> str:
        """Shift 09/01/2022 or 9/1 (day first), keeping its zeros."""
        given = match["y"]
        new = self._day(int(given[1:]) if given else year, int(match["m"]), int(match["d"]))
        width = 2 if match["m"].startswith("0") or match["d"].startswith("0") else 1
        return f"{new.day:0{width}}/{new.month:0{width}}" + (f"/{new.year}" if given else "")

    def _named(self, form: list[str], year: int, day_first: bool, match: re.Match[str]) -> str:
        """Shift a date with a month's name, keeping its order and its form."""
        new = self._day(int(match["y"] or year), form.index(match["m"]) + 1, int(match["d"]))
        day = f"{new.day}{_ordinal(new.day) if match['th'] else ''}"
        month = form[new.month - 1]
        head = f"{day}{match['s']}{month}" if day_first else f"{month}{match['s']}{day}"
        return head + (f"{match['g']}{new.year}" if match["y"] else "")

    def _numbers(self, text: str) -> str:
        """Exchange each number in digits, keeping its separator and its word for thousand."""
        # not inside a word, a placeholder, a clock time or a longer number
        whole = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+"
        thousands = rf"(?P<short>\d+(?:[.,]\d)?)(?P<gap>[ \u00a0])(?P<k>{THOUSAND})(?!\w)"
        plain = rf"(?P<n>{whole})(?![\w:{CLOSE}]|[.,]\d)"
        return re.sub(rf"(?<![\w:/{OPEN}])(?<!\d[.,])(?:{thousands}|{plain})", self._digits, text)

    def _digits(self, match: re.Match[str]) -> str:
        """The new digits of one number."""
        if match["k"]:
            mark = "," if "," in match["short"] else "."
            new = self.number(round(float(match["short"].replace(",", ".")) * 1000))
            return f"{new / 1000:g}".replace(".", mark) + match["gap"] + match["k"]
        separator = next((sign for sign in match["n"] if not sign.isdigit()), "")
        new = self.number(int(re.sub(r"\D", "", match["n"])))
        return f"{new:,}".replace(",", separator)


class _Keeper:
    """Holds finished pieces out of the text until the end."""

    def __init__(self) -> None:
        """Start with nothing held."""
        self.held: list[str] = []

    def __call__(self, piece: str) -> str:
        """Hold a piece; what is returned stands for it."""
        self.held.append(piece)
        return f"{OPEN}{len(self.held) - 1}{CLOSE}"

    def restore(self, text: str) -> str:
        """Put every held piece back, also those held inside another."""
        while OPEN in text:
            text = re.sub(rf"{OPEN}(\d+){CLOSE}", lambda m: self.held[int(m[1])], text)
        return text


def _held(keep: _Keeper, piece: str, _match: re.Match[str]) -> str:
    """Hold a fixed piece in place of a match."""
    return keep(piece)


def _moved(keep: _Keeper, move: Callable[[re.Match[str]], str], match: re.Match[str]) -> str:
    """Hold what a match becomes."""
    return keep(move(match))


def _ordinal(day: int) -> str:
    """The English ending of an ordinal."""
    return "th" if day % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def exchange_file(source: Path, target: Path, exchange: Exchange, lang: str | None) -> None:
    """Exchange one file; its ending says what it is."""
    raw = source.read_text(encoding="utf-8")
    if source.suffix == ".jsonl":
        reports = (exchange.report(json.loads(line)) for line in raw.splitlines() if line.strip())
        out = "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    elif source.suffix == ".json":
        out = json.dumps(exchange.value(json.loads(raw), lang or "en"), ensure_ascii=False, indent=1) + "\n"
    else:
        out = exchange.text(raw, lang or "id")
    target.write_text(out, encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and exchange one file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--table", type=Path, default=Path(__file__).with_name("exchange.toml"))
    parser.add_argument("--lang", choices=("en", "id", "ru"))
    options = parser.parse_args(arguments)
    try:
        exchange = Exchange(tomllib.loads(options.table.read_text(encoding="utf-8")))
        exchange_file(options.source, options.target, exchange, options.lang)
    except (OSError, ValueError, KeyError) as error:
        print(f"exchange.py: {options.source}: {error!r}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
