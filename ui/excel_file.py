"""A table as a workbook: a sheet with the table as it is shown, and one that says what it is.

Nothing in it is a formula or a link, whatever texts hold. The same table gives the same bytes.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from ui import formats, gap_words
from ui.sheet_values import Value
from words import _

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNTOLD = date(2000, 1, 1)
_LONGEST = 32_767  # signs that a cell takes
_NARROW, _WIDE, _WIDEST, _TOLD = 9, 44, 7, 96  # columns' widths in signs; of more columns it lies
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_HEAD = {"bold": True, "bg_color": "#DBE6F3", "bottom": 1, "text_wrap": True, "valign": "top"}


class Workbook(NamedTuple):
    """A table with `columns`, each with its meaning, and `rows` of values; `percents` are columns
    in per cent, the first `heads` say what a row is of. `about` is what stands on the other sheet,
    with `told` in a sentence; `on` the day that it is made of."""

    columns: Mapping[str, str]
    rows: Sequence[Sequence[Value]]
    about: Sequence[Sequence[str]]
    told: str
    on: date
    heads: int = 1
    percents: Sequence[str] = ()
    example: bool = False


def to_xlsx(one: Workbook) -> bytes:
    """The workbook; two sheets, of which the first says by its name if it is example data."""
    import xlsxwriter  # wanted by few

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **_PLAIN})
    book.set_properties({"created": datetime.combine(one.on, datetime.min.time())})
    _write_table(book, one)
    _write_about(book, one)
    book.close()
    return out.getvalue()


def to_note(words: str) -> bytes:
    """A workbook that holds no table but a word of why."""
    return to_xlsx(Workbook({words: words}, (), ((words,),), words, UNTOLD))


def _write_table(book: Any, one: Workbook) -> None:
    sheet = book.add_worksheet(_("Tabell, exempeldata") if one.example else _("Tabell"))
    head, text = book.add_format(_HEAD), book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    for at, name in enumerate(one.columns):
        values = [row[at] for row in one.rows]
        number = book.add_format(
            {"num_format": _to_format(values, name in one.percents), "valign": "top"}
        )
        sheet.set_column(at, at, _to_width(name, values))
        sheet.write_string(0, at, _cut(name), head)
        for line, value in enumerate(values, 1):
            _write(sheet, line, at, value, number, day, text)
    sheet.freeze_panes(1, min(one.heads, len(one.columns)))
    sheet.autofilter(0, 0, max(len(one.rows), 1), len(one.columns) - 1)
    sheet.repeat_rows(0)
    _set_paper(sheet, one, lies=len(one.columns) > _WIDEST)


def _write_about(book: Any, one: Workbook) -> None:
    sheet = book.add_worksheet(_("Om tabellen"))
    bold = book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    rows = [row for part in _to_parts(one) for row in (*part, ("", ""))]
    for line, (name, words) in enumerate(rows):
        sheet.write_string(line, 0, _cut(name), bold)
        sheet.write_string(line, 1, _cut(words), text)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, _TOLD)
    _set_paper(sheet, one, lies=True)


def _to_parts(one: Workbook) -> list[list[tuple[str, str]]]:
    """What is said of the table: itself, its columns, and the words that are no figures."""
    about = [(row[0], " · ".join(row[1:])) for row in one.about]
    about.append((_("I korthet"), one.told or formats.NONE))
    texts = [value for row in one.rows for value in row if isinstance(value, str)]
    words = gap_words.to_known(texts)
    if formats.NONE in texts:
        words[formats.NONE] = gap_words.empty()
    return [
        about,
        [(_("Kolumn"), _("Betyder")), *one.columns.items()],
        [(_("Ord i tabellen"), _("Betyder")), *words.items()] if words else [],
    ]


def _set_paper(sheet: Any, one: Workbook, *, lies: bool) -> None:
    sheet.set_paper(9)  # A4
    if lies:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    title = " · ".join(word for row in one.about[:2] for word in row)[:180].replace("&", "&&")
    mark = _("EXEMPELDATA") if one.example else ""
    sheet.set_header(f"&L&8{title}&R&8{mark}")
    sheet.set_footer("&R&8&P / &N")


def _write(sheet: Any, line: int, at: int, value: Value, number: Any, day: Any, text: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(line, at, _cut(value), text)
    elif isinstance(value, date):
        sheet.write_datetime(line, at, datetime.combine(value, datetime.min.time()), day)
    else:
        sheet.write_number(line, at, value, number)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _to_format(values: Sequence[Value], percent: bool) -> str:
    """As many decimals as the column has, at most three; Excel has its own signs for Swedish."""
    floats = [f"{one:.3f}".rstrip("0") for one in values if isinstance(one, float)]
    places = max((len(one.partition(".")[2]) for one in floats), default=0)
    number = "#,##0" + ("." + "0" * places if places else "")
    return f'{number}" %"' if percent else number


def _to_width(name: str, values: Sequence[Value]) -> int:
    longest = max([len(str(one)) for one in values] + [len(word) for word in name.split()] + [0])
    return min(max(longest + 3, _NARROW), _WIDE)
