"""Reports read back from their files: every cell is there, in every scope, with every word of why
a figure is not."""

import io
import re
from functools import cache

import docx
import openpyxl
import pypdfium2
import pytest

from data_access.cache import forget_answers
from data_access.released_rates import fetch_rates
from indicators.periods import Quarter
from reports.content import measures, youth
from reports.content.asked import to_asked
from reports.content.making import to_document
from reports.document.blocks import Table
from reports.document.docx_file import to_docx
from reports.document.drawing import draw, to_drawn, to_specs
from reports.document.prepared import prepare
from reports.document.xlsx_file import to_xlsx
from tests.data_access.exact import INDICATOR, hide
from tests.data_access.reports import READER as EXACT_READER
from tests.pages.test_exact_figures import publish_both
from tests.reports.content import reading
from tests.reports.document.samples import to_pdf
from tests.reports.filling import STAMP, ask, to_report

ONE_LINE = 60  # signs
SCOPES = ["se", "lpo-umea"]  # of all levels of areas, and of one


def squeezed(text):
    """Without spaces, line ends and soft hyphens: a file breaks lines where it likes."""
    return re.sub(r"[\s\u00ad\u200b\ufffe\u2060]|-\n", "", text)


def drawn(document):
    return to_drawn(document, draw(to_specs(document)))


@cache
def to_whole(code):
    """A report with its pictures drawn, as every file is made of it."""
    return drawn(to_report(code))


@pytest.fixture
def document(request, reported):
    return to_whole(request.param)


@pytest.mark.parametrize("document", SCOPES, indirect=True)
def test_the_docx_holds_every_cell_and_picture(document):
    prepared = prepare(document).grids
    grids = [prepared[key] for key in reading.tables(document.blocks)]
    file = docx.Document(io.BytesIO(to_docx(document)))
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in file.tables]
    expected = [[list(one.headings), *map(list, one.rows)] for one in grids]
    assert [one for one in found if one in expected] == expected
    pictures = list(reading.pictures(document.blocks).values())
    assert len(file.inline_shapes) == len(pictures)
    alts = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]
    assert alts == [one.alt for one in pictures]


@pytest.mark.parametrize("document", SCOPES, indirect=True)
def test_the_pdf_holds_every_cell(document):
    pages = pypdfium2.PdfDocument(to_pdf(document))
    text = squeezed("".join(page.get_textpage().get_text_range() for page in pages))
    grids = prepare(document).grids
    for key in reading.tables(document.blocks):
        for row in grids[key].rows:
            for cell in row:
                # a long text may go on on the next sheet
                told = [cell] if len(cell) < ONE_LINE else cell.split()
                assert all(squeezed(one) in text for one in told), (key, cell)


@pytest.mark.parametrize("document", SCOPES, indirect=True)
def test_the_workbook_holds_every_cell(document):
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(document)), read_only=True)
    tables = [one for one in document.blocks if isinstance(one, Table)]
    assert len(book.sheetnames) == len(tables) + 1
    for name, table in zip(book.sheetnames[1:], tables, strict=True):
        rows = list(book[name].iter_rows(min_row=3, values_only=True))
        size = len(table.frame.columns)
        found = [list(row[:size]) for row in rows[: len(table.frame) + 1]]
        assert found[0] == list(table.frame.columns)
        for shown, row in zip(found[1:], table.frame.to_numpy().tolist(), strict=True):
            assert shown == [pytest.approx(one) if isinstance(one, float) else one for one in row]


def test_the_same_choice_gives_the_same_bytes(reported):
    first = to_whole("lpo-umea")
    forget_answers()
    again = drawn(to_document(ask("lpo-umea")))
    for write in (to_docx, to_pdf, to_xlsx):
        assert write(again) == write(first), write.__name__


def test_a_hidden_number_is_a_word_in_every_file(filled_of_own, monkeypatch):
    hide(monkeypatch)
    filled_of_own(publish_both)
    found = fetch_rates(*INDICATOR, "lpo", ("quarter",), release=2, viewer=EXACT_READER)
    code = found.loc[found["reason"] == "skyddat", "code"].iloc[0]
    quarter = Quarter(2026, 3)
    asked = to_asked(code, quarter, quarter, 2, STAMP, viewer=EXACT_READER)
    tables = [*reading.tables(youth.to_blocks(asked)).values()]
    said = reading.text([*youth.to_blocks(asked), *measures.to_blocks(asked)])
    cells = [str(one) for table in tables for one in table.frame.to_numpy().ravel()]
    assert "skyddat" in cells or "Skyddat, visas inte" in said or "Inga siffror om unga" in said
    hidden = fetch_rates(*INDICATOR, "lpo", ("quarter",), release=2, viewer=EXACT_READER)
    assert hidden.loc[hidden["code"] == code, "value"].isna().any()
