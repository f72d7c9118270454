"""A cell's value as a workbook stores it: a number may be a day, a text a number in a list."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel

from reporting.reading.grid import Cell, Plain, Special
from reporting.reading.xml import Attributes, unescape

_WHOLE = re.compile(r"-?[0-9]{1,15}", re.ASCII)


@dataclass
class Styles:
    """Which styles show a number as a day or time, and which as percent; by number."""

    epoch: datetime = WINDOWS_EPOCH
    days: frozenset[int] = frozenset()
    percents: frozenset[int] = frozenset()


def to_cell(
    attributes: Attributes,
    text: str,
    strings: Sequence[str],
    styles: Styles,
    *,
    formula: bool,
    stored: bool,
) -> Cell:
    """The cell from its element's attributes and the text of its value; `stored` when there was an
    element for the value at all."""
    kind = attributes.get("t", "n")
    # An empty text is something computed; no number at all is nothing
    value: Plain = (text if kind == "str" and stored else None) if text == "" else text
    written = attributes.get("s", "0")
    style = int(written) if _WHOLE.fullmatch(written) else 0
    if value is not None:
        value = _typed(kind, text, style, strings, styles)
    is_percent = style in styles.percents and isinstance(value, int | float)
    if formula or kind == "e" or is_percent:
        return Special(value, formula, kind == "e", is_percent)
    return value if value is not None else ""


def _typed(kind: str, text: str, style: int, strings: Sequence[str], styles: Styles) -> Plain:
    if kind == "s":
        known = text.isdecimal() and len(text) < 8 and int(text) < len(strings)
        return strings[int(text)] if known else ""
    if kind == "b":
        return text.strip() == "1"
    if kind == "n":
        return _number(text.strip(), style, styles)
    if kind == "d":
        return _or_text(datetime.fromisoformat, text)
    return unescape(text)


def _number(text: str, style: int, styles: Styles) -> Plain:
    value = int(text) if _WHOLE.fullmatch(text) else _or_text(float, text)
    if style not in styles.days or isinstance(value, str):
        return value
    try:
        day: Plain = from_excel(value, styles.epoch)
    except (ValueError, OverflowError, TypeError):
        return value
    return day


def _or_text(read: Callable[[str], Plain], text: str) -> Plain:
    try:
        return read(text)
    except ValueError:
        return text
