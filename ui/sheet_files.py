"""A table as files: a workbook, CSV for Swedish Excel, and CSV for programs. Pure but for the
control, and made at the click alone."""

from collections.abc import Callable
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd
import streamlit as st

from ui import column_words, csv_file, excel_file, offered
from ui.file_names import to_file_name
from ui.headings import to_plain
from ui.sheet import Sheet
from ui.sheet_values import Value, is_nothing, to_gap_notes, to_values
from words import _

EXCEL, CSV, PLAIN = "xlsx", "csv", "csv-maskin"
NOTES = MappingProxyType(
    {EXCEL: excel_file.to_note, CSV: csv_file.to_note, PLAIN: csv_file.to_note}
)
Make = Callable[[], bytes]
Maker = Callable[[Make, str], Make]  # how a file of that form may be made


class Form(NamedTuple):
    """A form that a table is taken away in."""

    label: str
    ending: str
    mime: str
    make: Callable[[Sheet], bytes]


def forms() -> dict[str, Form]:
    """Every form by its key."""
    return {
        EXCEL: Form(_("Excel"), "xlsx", excel_file.MIME, to_xlsx),
        CSV: Form(_("CSV"), "csv", "text/csv", to_csv),
        PLAIN: Form(_("CSV för maskiner"), "maskin.csv", "text/csv", to_plain_csv),
    }


def to_xlsx(sheet: Sheet) -> bytes:
    """The workbook: the table, and what it and its columns mean."""
    table, beside, told = sheet.table, sheet.beside, _to_told(sheet)
    return excel_file.to_xlsx(
        excel_file.Workbook(
            {str(name): column_words.to_meaning(str(name), beside.columns) for name in table},
            to_values(table, sheet.heads, beside.gaps),
            sheet.about,
            to_plain(sheet.told),
            _to_day(told),
            sheet.heads,
            beside.percents,
            _("EXEMPELDATA") in told,
        )
    )


def to_csv(sheet: Sheet) -> bytes:
    """CSV for Swedish Excel: what the table is above it, gaps as words."""
    values = to_values(sheet.table, sheet.heads, sheet.beside.gaps)
    return csv_file.to_csv(_to_frame(sheet, values), sheet.about)


def to_plain_csv(sheet: Sheet) -> bytes:
    """CSV for programs: one line of names, codes first where rows have them; gaps are empty, and
    the last columns say which gaps a row has and why, the day, the source, and whether it is
    example data."""
    values = to_values(sheet.table, sheet.heads, sheet.beside.gaps)
    names, told = [str(name) for name in sheet.table.columns], _to_told(sheet)
    codes, gaps = sheet.beside.codes, to_gap_notes(names, sheet.table, values)
    last = [told.get(_("Dag"), ""), told.get(_("Källa"), "")]
    last.append(_("ja") if _("EXEMPELDATA") in told else _("nej"))
    rows = [
        [*codes[at : at + 1], *row, note, *last]
        for at, (row, note) in enumerate(zip(_without_gaps(sheet.table, values), gaps, strict=True))
    ]
    more = [_("luckor"), _("dag"), _("källa"), _("exempeldata")]
    return csv_file.to_plain_csv([*([_("kod")] if codes else []), *names, *more], rows)


def show(sheet: Sheet, name: str, to_maker: Maker, label: str = "") -> None:
    """One control for all forms. Whatever stands in `name` (of the file) is made safe."""

    def draw() -> None:
        for key, form in forms().items():
            st.download_button(
                form.label,
                to_maker(partial(form.make, sheet), key),
                file_name=to_file_name(name, form.ending),
                mime=form.mime,
                on_click="ignore",
                width="stretch",
                key=f"ladda_{name}_{key}",
            )

    offered.show(label or _("Ladda ner tabellen"), f"ladda_{name}", draw)


def _to_told(sheet: Sheet) -> dict[str, str]:
    return {row[0]: " · ".join(row[1:]) for row in sheet.about}


def _to_day(told: dict[str, str]) -> date:
    try:
        return date.fromisoformat(told.get(_("Dag"), ""))
    except ValueError:
        return excel_file.UNTOLD


def _to_frame(sheet: Sheet, values: list[list[Value]]) -> pd.DataFrame:
    names = [str(name) for name in sheet.table.columns]
    return pd.DataFrame(values, columns=names, dtype=object)


def _without_gaps(table: pd.DataFrame, values: list[list[Value]]) -> list[list[Value]]:
    shown = table.itertuples(index=False, name=None)
    return [
        ["" if is_nothing(own) else value for own, value in zip(cells, row, strict=True)]
        for cells, row in zip(shown, values, strict=True)
    ]
