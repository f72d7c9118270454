"""Tables as delimited text: for machines, or for a Swedish spreadsheet."""

import csv
import io
from numbers import Integral, Real

import pandas as pd

from ui.csv_file import FORMULA_STARTS

TYPE = "text/csv; charset=utf-8; header=present"
BOM = "\ufeff"


def to_csv(table: pd.DataFrame, *, spreadsheet: bool = False) -> bytes:
    """The table with its column names as CSV (RFC 4180), UTF-8: comma and decimal point, texts as
    they are. For a `spreadsheet`: BOM, semicolon, decimal comma, ja and nej, and an apostrophe
    before a text that would be read as a formula."""
    out = io.StringIO()
    to_cell = _to_spreadsheet_cell if spreadsheet else _to_cell
    writer = csv.writer(out, delimiter=";" if spreadsheet else ",", lineterminator="\r\n")
    writer.writerow([to_cell(name) for name in table.columns])
    columns = [[to_cell(value) for value in table[name].tolist()] for name in table.columns]
    writer.writerows(zip(*columns, strict=True))
    return ((BOM if spreadsheet else "") + out.getvalue()).encode("utf-8")


def _to_cell(value: object) -> str:
    if value is None or value is pd.NA or value is pd.NaT or value != value:  # noqa: PLR0124 - NaN
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _to_spreadsheet_cell(value: object) -> str:
    text = _to_cell(value)
    if isinstance(value, bool):
        return "ja" if value else "nej"  # as codes are, the same in every language
    if isinstance(value, Integral):
        return text
    if isinstance(value, Real):
        return text.replace(".", ",")
    return "'" + text if text.startswith(FORMULA_STARTS) else text
