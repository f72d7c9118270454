"""Numbers of a report in words: how they differ, and what is usual around them."""

from collections.abc import Sequence
from statistics import median

from babel.numbers import format_decimal

from reporting.values import Value
from ui.formats import locale
from words import _


def number(value: float) -> str:
    """`1 234,5`: with the decimals that there are, at most two."""
    return format_decimal(value, format="#,##0.##", locale=locale())


def difference(value: float) -> str:
    """`+3`, `−2,5` with a true minus sign, `0`."""
    sign = {True: "+", False: "−"}[value > 0] if value else ""
    return f"{sign}{number(abs(value))}"


def is_number(value: Value | None) -> bool:
    """Whether it can be counted with; a gap can't, and is no zero."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def to_change(value: Value | None, old: Value | None, *, known: bool) -> str:
    """The difference of two numbers, else in a word what has happened; `known` = there was a
    report before."""
    if is_number(value) and is_number(old):
        return difference(value - old)  # type: ignore[operator]
    if not known or value == old:
        return ""
    if old is None:
        return _("ny")
    return _("borttagen") if value is None else _("ändrad")


def to_median(values: Sequence[Value | None]) -> str:
    """The median of the numbers among them; nothing when there is none."""
    numbers = [float(value) for value in values if is_number(value)]  # type: ignore[arg-type]
    return f"{number(median(numbers))} ({len(numbers)})" if numbers else ""
