"""All tables of a document as a workbook: a sheet a table, after one that lists them and says what
the document is. Numbers are numbers, and nothing is a formula or a link out of the file."""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from numbers import Real
from typing import Any

from reports.document.blocks import Block, Bullets, Document, Heading, Table
from reports.document.checks import to_lines
from reports.document.plain import to_plain
from reports.document.prepared import Prepared, prepare
from words import _

_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_HEAD = {"bold": True, "bg_color": "#DBE6F3", "bottom": 1, "text_wrap": True, "valign": "top"}
_TEXT = {"text_wrap": True, "valign": "top"}
_LONGEST = 32_767  # signs that a cell takes
_NARROW, _BROAD, _TOLD = 10, 46, 100  # columns' widths in signs
_MOST_STANDING = 7  # columns of a sheet that stands up


def to_xlsx(document: Document) -> bytes:
    """The file: the same document gives the same bytes. Raises a `WrongDocument` by its name for
    what can't be told whole."""
    import xlsxwriter

    prepared, out = prepare(document), io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **_SAFE})
    at = datetime.combine(document.stamp, time(), UTC).replace(tzinfo=None)
    book.set_properties({"title": document.title, "author": document.author, "created": at})
    tables = [one for one in prepared.document.blocks if isinstance(one, Table)]
    _write_front(book, prepared, tables)
    for one in tables:
        _write_table(book, prepared, one)
    book.close()
    return out.getvalue()


def _write_front(book: Any, prepared: Prepared, tables: list[Table]) -> None:
    """The document's title and choice, every table, and the running text of its last chapter."""
    document = prepared.document
    sheet = book.add_worksheet(_("Om rapporten"))
    bold, text = book.add_format({"bold": True, "valign": "top"}), book.add_format(_TEXT)
    mark = [_("EXEMPELDATA: påhittade uppgifter, använd dem inte som fakta.")]
    rows: list[tuple[str, str]] = [
        (document.title, ""),
        *(("", one) for one in (*document.lines, *(mark if document.is_example else []))),
        *((prepared.numbers[one.key].name, one.caption) for one in tables),
        *(("", one) for one in _to_last_chapter(prepared)),
    ]
    for line, (name, words) in enumerate(rows):
        sheet.write_string(line, 0, _cut(name), bold)
        sheet.write_string(line, 1, _cut(words), text)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, _TOLD)
    _set_paper(sheet, document, lies=True)


def _to_last_chapter(prepared: Prepared) -> Iterator[str]:
    """What the document says of its own figures: sources, protection, words in place of figures."""
    blocks = prepared.document.blocks
    heads = [n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.level == 1]
    own: tuple[Block, ...] = blocks[heads[-1] :] if heads else ()
    for block in own:
        if isinstance(block, Heading):
            yield block.text
        for line in to_lines(block):
            sign = "– " if isinstance(block, Bullets) else ""
            told = (prepared.told(part, first=at == 0) for at, part in enumerate(line))
            yield sign + "".join(told)


def _write_table(book: Any, prepared: Prepared, table: Table) -> None:
    """Caption, the table, and its note below; numbers with as many decimals as in the document."""
    number = prepared.numbers[table.key]
    sheet = book.add_worksheet(number.name)
    frame, decimals = table.frame, dict(table.decimals)
    head, text = book.add_format(_HEAD), book.add_format(_TEXT)
    sheet.write_string(
        0, 0, _cut(f"{number.name}. {table.caption}"), book.add_format({"bold": True})
    )
    for at, name in enumerate(frame.columns):
        places = decimals.get(str(name), 0)
        figure = book.add_format({"num_format": _to_format(places), "valign": "top"})
        sheet.write_string(2, at, _cut(str(name)), head)
        cells = frame.iloc[:, at].to_list()
        sheet.set_column(at, at, _to_width(str(name), cells))
        for line, cell in enumerate(cells, 3):
            _write(sheet, line, at, cell, figure, text)
    sheet.write_string(len(frame) + 4, 0, _cut(table.note))
    sheet.freeze_panes(3, 1)
    sheet.repeat_rows(2)
    _set_paper(sheet, prepared.document, lies=len(frame.columns) > _MOST_STANDING)


def _write(sheet: Any, line: int, at: int, cell: object, figure: Any, text: Any) -> None:
    if isinstance(cell, date):
        sheet.write_string(line, at, cell.isoformat()[:10], text)
    elif isinstance(cell, Real) and not isinstance(cell, bool):
        sheet.write_number(line, at, float(cell), figure)
    else:
        sheet.write_string(line, at, _cut(str(cell)), text)


def _set_paper(sheet: Any, document: Document, *, lies: bool) -> None:
    sheet.set_paper(9)  # A4
    if lies:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    mark = _("EXEMPELDATA") if document.is_example else ""
    sheet.set_header(f"&L&8{document.title[:180].replace('&', '&&')}&R&8{mark}")
    sheet.set_footer("&R&8&P / &N")


def _cut(text: str) -> str:
    plain = to_plain(text)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def _to_format(places: int) -> str:
    return "#,##0" + ("." + "0" * places if places else "")


def _to_width(name: str, cells: list[object]) -> int:
    longest = max((len(str(one)) for one in cells), default=0)
    head = max((len(word) for word in name.split()), default=0)
    return min(max(longest + 2, head + 2, _NARROW), _BROAD)
