"""How values are written in remarks: in Swedish, short, and with nothing personal in them."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from reporting.personal import mask
from reporting.totals import LARGEST
from reporting.values import Gap, Value
from reporting.written import SIGNS
from words import _, signs

LONGEST = 60  # signs of a text that a remark repeats
MOST = 8  # names in a list


def show(value: Value | None) -> str:
    """The value as a person would write it; '' for none."""
    if value is None:
        return ""
    if isinstance(value, Gap):
        return SIGNS[value]
    if isinstance(value, date):
        return value.isoformat()
    return show_text(value) if isinstance(value, str) else show_number(value)


def show_number(number: float) -> str:
    """1 234,5: with a space (that does not break) between thousands, at most two decimals."""
    if abs(number) > LARGEST:
        return _("ett för stort tal")
    plain = mask(str(number))
    if plain != str(number):
        return plain
    text = f"{number:,.2f}".rstrip("0").rstrip(".") if isinstance(number, float) else f"{number:,}"
    thousands, decimal = signs()
    return "".join({",": thousands, ".": decimal, "-": "−"}.get(sign, sign) for sign in text)


def show_list(names: Iterable[str], most: int = MOST) -> str:
    """The first names with commas, and how many more there are."""
    every = list(names)
    text = ", ".join(every[:most])
    more = len(every) - most
    return _("{names} och {n} till").format(names=text, n=more) if more > 0 else text


@lru_cache(maxsize=256)
def show_text(text: str, longest: int = LONGEST) -> str:
    """The text with what is personal as dots and what can not be seen as spaces, cut at `longest`
    signs."""
    safe = "".join(sign if sign.isprintable() else " " for sign in mask(text[: longest * 4]))
    return safe if len(safe) <= longest else safe[: longest - 1] + "…"
