"""A table as a workbook: what another program reads, whatever texts hold."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

from ui import excel_file, sheet_files
from ui.sheet import Beside, Sheet, to_about

DAY = date(2026, 11, 1)
HOSTILE = (
    '=HYPERLINK("http://x";"y")', "+1", "-1+2", "@SUM(A1)", "\t=1", "http://example.org/",
    "mailto:a@b", "_x000D_", "\x0b\x00sign", "<b>&amp;", "a" * 40_000,
    "internal:'Tabell'!A1", "1e5", "'=1",
)  # fmt: skip


def sheet(table: pd.DataFrame, *, example: bool = True, **more) -> Sheet:
    about = to_about("Karta", "Sverige", DAY, "Det som räknas.", "Utgåva 1", example=example)
    return Sheet(table, "**Två** av tre.", about, **more)


def read(one: Sheet):
    return openpyxl.load_workbook(io.BytesIO(sheet_files.to_xlsx(one)))


def cells(one: Sheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in read(one).worksheets[0].iter_rows()]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_text_in_every_place(text):
    one = Sheet(pd.DataFrame({text: [text]}), text, ((text, text),), beside=Beside(codes=[text]))
    book = read(one)
    for page in book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "inlineStr") and not cell.hyperlink
                assert cell.value is None or cell.data_type != "n"
    names = zipfile.ZipFile(io.BytesIO(sheet_files.to_xlsx(one))).namelist()
    assert not [name for name in names if "externalLink" in name or name.endswith(".bin")]


def test_numbers_days_and_gaps_are_what_they_are():
    table = pd.DataFrame(
        {
            "Område": ["A", "B", "C"],
            "Antal": pd.array([0, None, 1632], dtype="Int64"),
            "Per 1 000": [0.0, float("nan"), 3.05],
            "Sedan": [DAY, None, DAY],
            "Möten": ["5", "inte rapporterat", "1\u00a0632,5"],
            "Att veta": ["", "skyddat", "skattad"],
        }
    )
    head, *rows = cells(sheet(table))
    assert head == list(table.columns)
    day = datetime(2026, 11, 1)
    assert rows[0] == ["A", 0, 0, day, 5, "–"]
    assert rows[1] == ["B", "skyddat", "skyddat", "skyddat", "inte rapporterat", "skyddat"]
    assert rows[2] == ["C", 1632, 3.05, day, 1632.5, "skattad"]


def test_numbers_have_a_format_and_a_code_that_looks_like_one_stays():
    table = pd.DataFrame({"Kod": ["0180"], "Andel": [62], "Per 1 000": [3.05], "Nr": ["0180"]})
    page = read(sheet(table, beside=Beside(percents=("Andel",)))).worksheets[0]
    assert [cell.value for cell in page[2]] == ["0180", 62, 3.05, "0180"]
    assert [cell.number_format for cell in page[2]][1:3] == ['#,##0" %"', "#,##0.00"]


def test_each_gap_of_a_row_can_have_its_own_reason():
    table = pd.DataFrame({"Namn": ["A"], "Nord": [None], "Syd": [None], "Väst": [None]})
    told = table.assign(**{"Att veta": ["Nord: saknas, Syd: ej tillämpl."]})
    assert cells(sheet(told))[1][:4] == ["A", "saknas", "ej tillämpl.", "–"]
    gaps = pd.DataFrame({"Namn": [""], "Nord": ["skyddat"], "Syd": ["saknas"], "Väst": [""]})
    assert cells(sheet(table, beside=Beside(gaps)))[1] == ["A", "skyddat", "saknas", "–"]


def test_what_it_is_stands_on_the_other_sheet():
    table = pd.DataFrame({"Antal": pd.array([None, 1], dtype="Int64"), "Att veta": ["skyddat", ""]})
    about = {row[0].value: row[1].value for row in read(sheet(table)).worksheets[1].iter_rows()}
    assert about["Urval"] == "Sverige" and about["Dag"] == "2026-11-01"
    assert about["I korthet"] == "Två av tre."
    assert "små tal" in about["Antal"] and about["skyddat"].startswith("Skyddat: siffran finns")
    assert "Tomt är inte noll" in about["–"]


def test_it_says_by_its_name_if_it_is_example_data_and_prints_as_a4():
    for example, name in ((True, "Tabell, exempeldata"), (False, "Tabell")):
        book = read(sheet(pd.DataFrame({"a": [1]}), example=example))
        assert book.sheetnames == [name, "Om tabellen"]
        assert all(len(one) <= 31 for one in book.sheetnames)
        page = book.worksheets[0]
        assert page.page_setup.paperSize == 9 and page.print_title_rows == "$1:$1"
        assert ("EXEMPELDATA" in (page.oddHeader.right.text or "")) is example


def test_the_same_table_gives_the_same_bytes():
    one = sheet(pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}))
    assert sheet_files.to_xlsx(one) == sheet_files.to_xlsx(one)
    assert read(one).properties.created == datetime(2026, 11, 1)


def test_a_table_without_rows_is_a_workbook_with_its_names():
    assert cells(sheet(pd.DataFrame({"a": [], "b": []}))) == [["a", "b"]]


def test_a_note_is_its_words():
    book = openpyxl.load_workbook(io.BytesIO(excel_file.to_note("Försök igen om en minut.")))
    assert book.worksheets[0]["A1"].value == "Försök igen om en minut."
