"""A table as a file that Swedish Excel opens: what every export is written by.

Text that a spreadsheet would read as a formula gets a leading apostrophe; numbers stay numbers.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from numbers import Integral

import pandas as pd

# A line feed is no start of a formula in Excel, but is in programs that trim what they read.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def to_csv(table: pd.DataFrame, header_lines: Iterable[Sequence[object]] = ()) -> bytes:
    """The table with its column names as CSV: BOM, semicolon, decimal comma, CRLF.

    `header_lines` are rows of their own above the table (what it is, which day, example data or
    not), with an empty row between. They are neutralised like every other cell.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    lines = [[to_cell(value) for value in line] for line in header_lines]
    writer.writerows(lines)
    if lines:
        writer.writerow([])
    writer.writerow([to_cell(name) for name in table.columns])
    writer.writerows([to_cell(v) for v in row] for row in table.itertuples(index=False, name=None))
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def to_cell(value: object) -> str:
    """One cell as text: nothing when it is missing, a number with decimal comma, safe text."""
    if value is None or bool(pd.isna(value)):  # type: ignore[call-overload]
        return ""
    if isinstance(value, float):
        return _to_digits(value).replace(".", ",")
    if isinstance(value, Integral):
        return str(value)  # a negative one begins with a sign and is no formula
    text = str(value)
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def to_plain_csv(names: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """The same for programs: UTF-8 without a mark, comma, decimal point, days as ISO writes them.
    Text that a spreadsheet would read as a formula is neutralised here too."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([to_cell(name) for name in names])
    for row in rows:
        writer.writerow([_to_digits(v) if isinstance(v, float) else to_cell(v) for v in row])
    return out.getvalue().encode("utf-8")


def _to_digits(value: float) -> str:
    """At most three decimals, as tables show them."""
    return "" if pd.isna(value) else f"{value:.3f}".rstrip("0").rstrip(".")


def to_note(words: str) -> bytes:
    """A file that holds no table but a word of why."""
    return to_csv(pd.DataFrame(), [[words]])
