"""Numbers spelled in words, for round trips: a small speller a language, independent of the reader's word lists."""

EN_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ID_ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
RU_ONES = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
]
RU_TENS = ["", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"]
RU_HUNDREDS = ["", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"]


def english(n: int) -> str:
    if n >= 1000:
        return f"{english(n // 1000)} thousand {english(n % 1000) if n % 1000 else ''}".strip()
    if n >= 100:
        return f"{EN_ONES[n // 100]} hundred" + (f" and {english(n % 100)}" if n % 100 else "")
    if n >= 20:
        return EN_TENS[n // 10] + (f"-{EN_ONES[n % 10]}" if n % 10 else "")
    return EN_ONES[n]


def indonesian(n: int) -> str:
    for size, word in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if n >= size and not 10 <= n < 20:
            head = f"se{word}" if n // size == 1 else f"{indonesian(n // size)} {word}"
            return head + (f" {indonesian(n % size)}" if n % size else "")
    if n >= 10:
        return {10: "sepuluh", 11: "sebelas"}.get(n) or f"{ID_ONES[n - 10]} belas"
    return ID_ONES[n]


def russian(n: int) -> str:
    if n >= 1000:
        return f"{_thousands(n // 1000)} {russian(n % 1000) if n % 1000 else ''}".strip()
    if n >= 100:
        return RU_HUNDREDS[n // 100] + (f" {russian(n % 100)}" if n % 100 else "")
    if n >= 20:
        return RU_TENS[n // 10] + (f" {RU_ONES[n % 10]}" if n % 10 else "")
    return RU_ONES[n]


def _thousands(n: int) -> str:
    last, teen = n % 10, 10 < n % 100 < 20
    words = russian(n)
    if last in {1, 2} and not teen:
        words = words.removesuffix("один").removesuffix("два") + ("одна" if last == 1 else "две")
    word = "тысяча" if last == 1 and not teen else "тысячи" if 1 < last < 5 and not teen else "тысяч"
    return f"{words} {word}"
