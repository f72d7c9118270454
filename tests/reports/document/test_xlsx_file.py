"""All tables of a document as a workbook, read back by another library."""

import io
from datetime import date

import openpyxl
import pandas as pd
import pytest

from reports.document.blocks import Bullets, Document, Heading, Paragraph, Ref, Table
from reports.document.grid import NoWord
from reports.document.xlsx_file import to_xlsx

FRAME = pd.DataFrame(
    {
        "Insats": ["=1+1", "@SUMMA(A1)", "https://exempel.se", "Sjätte & <b>"],
        "Antal": [0, 1234, "skyddat", "uppgift saknas"],
        "Andel": [0.0, 12.345, "ej tillämpligt", -0.5],
    },
    dtype="object",
)
TABLE = Table("t", "Insatser / [2026]: *", FRAME, "Källa: prov.", (("Andel", 2),))
BLOCKS = (
    Heading("Resultat"),
    Paragraph(("Se ", Ref("t"), ".")),
    TABLE,
    TABLE._replace(key="u", caption="En till"),
    Heading("Underlag"),
    Paragraph(("Som i ", Ref("u"), ".")),
    Bullets((("skyddat betyder något",),)),
)
DOCUMENT = Document("Rapport", ("Urval: Sverige",), BLOCKS, date(2026, 11, 26), is_example=True)


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(DOCUMENT)))


def test_every_cell_is_that_of_the_document_numbers_as_numbers_and_gaps_as_words(book):
    assert book.sheetnames == ["Om rapporten", "Tabell 1", "Tabell 2"]
    sheet = book["Tabell 1"]
    assert sheet["A1"].value == "Tabell 1. Insatser / [2026]: *"
    rows = [list(row) for row in sheet.iter_rows(min_row=3, max_row=7, max_col=3, values_only=True)]
    assert rows == [list(FRAME.columns), *FRAME.to_numpy().tolist()]
    assert sheet["A9"].value == "Källa: prov."
    assert [sheet[f"{at}5"].number_format for at in "BC"] == ["#,##0", "#,##0.00"]


def test_no_text_is_a_formula_or_a_link(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f" and cell.hyperlink is None


def test_the_first_sheet_says_what_it_is_of_and_how_it_is_counted(book):
    told = [
        cell for row in book["Om rapporten"].iter_rows(values_only=True) for cell in row if cell
    ]
    assert told[:3] == ["Rapport", "Urval: Sverige",
        "EXEMPELDATA: påhittade uppgifter, använd dem inte som fakta."]  # fmt: skip
    assert "Insatser / [2026]: *" in told and "Som i tabell\u00a02." in told
    assert "– skyddat betyder något" in told


def test_the_same_document_gives_the_same_bytes():
    assert to_xlsx(DOCUMENT) == to_xlsx(DOCUMENT)


def test_a_cell_without_a_word_is_an_error():
    gap = TABLE._replace(frame=FRAME.assign(Antal=[1, None, 2, 3]))
    with pytest.raises(NoWord):
        to_xlsx(DOCUMENT._replace(blocks=(gap,)))
