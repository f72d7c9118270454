"""What people write in a cell, and what is read of it."""

import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from reporting.values import Gap
from tests.reporting.reading_files import (
    SOUND,
    book_of,
    errors,
    filled,
    read,
    rows_of,
    to_bytes,
    told,
    value,
)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (0, 0),
        (12, 12),
        (12.0, 12),
        ("12", 12),
        (" 12 ", 12),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1\u202f234 567", 1234567),
        ("1 234,0", 1234),
        ("1234.0", 1234),
        ("007", 7),
    ],
)
def test_a_count_is_understood(written, number):
    found = value(written, "k_12_14", "indikatorer")
    assert (found, type(found)) == (number, int)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("12 %", "percent"),
        (-3, "negative"),
        ("-3", "negative"),
        ("−3,5", "negative"),
        (1.5, "not-whole"),
        ("1,5", "not-whole"),
        (2e9, "too-large"),
        ("99 999 999 999", "too-large"),
        ("nan", "not-a-number"),
        ("inf", "not-a-number"),
        ("1e5", "not-a-number"),
        ("<5", "not-a-number"),
        ("5 st", "not-a-number"),
        ("12 34", "not-a-number"),
        ("1.234", "ambiguous-number"),
        ("1.234,5", "not-a-number"),
        (True, "not-a-number"),
        (date(2026, 5, 1), "date-as-number"),
        ("#DIV/0!", "error-value"),
        ("#SAKNAS!", "error-value"),
    ],
)
def test_what_is_no_count_is_an_error(written, code):
    assert value(written, "k_12_14", "indikatorer") == code


@pytest.mark.parametrize(
    ("written", "number"),
    [("1,5", 1.5), ("1.5", 1.5), ("1 234,25", 1234.25), (0.1 + 0.2, 0.3), (7, 7.0), ("0", 0.0)],
)
def test_an_amount_is_understood(written, number):
    assert value(written, "utfall", "mal") == number


def test_a_number_shown_in_percent_is_refused():
    book = book_of(filled("mal", SOUND["mal"]))
    cell = book.worksheets[0]["E2"]
    cell.value, cell.number_format = 0.12, "0 %"
    assert [one.code for one in errors(read(to_bytes(book)))] == ["percent"]


@pytest.mark.parametrize("xml", ["NaN", "INF", "1E400", "-1E400"])
def test_a_number_that_is_none_is_an_error_in_a_workbook_too(xml):
    data = filled("indikatorer", {**SOUND["indikatorer"], "k_12_14": 424242})
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"424242", xml.encode()))
    assert {one.field for one in errors(read(file.getvalue()))} == {"k_12_14"}


@pytest.mark.parametrize("written", ["..", "-", "–", "saknas", "Saknas ", "uppgift saknas"])
def test_what_is_missing_is_no_zero_and_told_once_a_sheet(written):
    row = {**SOUND["indikatorer"], "k_12_14": written, "m_12_14": written}
    found = read(filled("indikatorer", row))
    assert rows_of(found, "indikatorer")[0].values["k_12_14"] is Gap.MISSING
    (one,) = found.remarks
    assert one.code == "read-as-missing"
    assert "2 celler" in one.wrong
    (one,) = read(filled("indikatorer", row | {"m_12_14": 3})).remarks
    assert one.wrong.startswith("1 cell med")


@pytest.mark.parametrize(
    ("kind", "field", "is_whole"), [("indikatorer", "k_12_14", True), ("mal", "utfall", False)]
)
@pytest.mark.parametrize("written", ["tolv", "1.234", True])
def test_only_where_decimals_belong_does_the_hint_speak_of_them(kind, field, is_whole, written):
    (one,) = errors(read(filled(kind, SOUND[kind] | {field: written})))
    assert ("1,5" in one.right) is not is_whole


@pytest.mark.parametrize("written", [".", "ej tillämpligt", "Ej  tillämpligt", "e.t.", "E.T."])
def test_what_does_not_apply_is_neither_missing_nor_zero(written):
    assert value(written, "k_12_14", "indikatorer") is Gap.NOT_APPLICABLE


def test_a_key_can_not_be_missing():
    assert value("-", "stadium", "handelser") == "gap-in-key"


@pytest.mark.parametrize(
    "written",
    [
        date(2026, 11, 1),
        datetime(2026, 11, 1, 13, 45),
        "2026-11-01",
        "2026-11-1",
        "2026/11/01",
        "2026.11.01",
        "2026-11-01 00:00:00",
        "1 november 2026",
        "den 1 november 2026",
        "1 Nov. 2026",
        "1/11 2026",
        "1/11 -2026",
        "20261101",
        20261101,
    ],
)
def test_a_day_is_understood(written):
    assert value(written, "dag", "handelser") == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("01/11/2026", "ambiguous-day"),
        ("1-11-2026", "ambiguous-day"),
        ("1.11.26", "ambiguous-day"),
        ("2026-02-30", "no-such-day"),
        ("31/2 2026", "no-such-day"),
        ("1926-11-01", "bad-year"),
        (46327, "not-a-day"),
        ("i höstas", "not-a-day"),
        ("november 2026", "not-a-day"),
        ("1 ju 2026", "not-a-day"),
        (True, "not-a-day"),
    ],
)
def test_what_is_no_day_or_may_be_two_is_an_error(written, code):
    assert value(written, "dag", "handelser") == code


@pytest.mark.parametrize("written", ["pa-vag", "på väg", "PÅ  VÄG", "pa vag", "På-väg"])
def test_a_choice_is_understood_in_other_spellings(written):
    assert value(written, "bedomning", "mal") == "pa-vag"


@pytest.mark.parametrize(("written", "code"), [(True, "ja"), ("Nej", "nej"), ("FALSKT", "nej")])
def test_a_boolean_answers_yes_or_no(written, code):
    assert value(written, "preliminar", "indikatorer") == code


@pytest.mark.parametrize("written", ["atgard-5", "Avhopparstöd", "AVHOPPARSTOD", "avho."])
def test_a_choice_of_the_register_is_found_by_code_name_or_other_name(written):
    assert value(written, "atgard", "atgarder") == "atgard-5"


def test_an_unknown_choice_suggests_the_nearest():
    found = read(filled("atgarder", {**SOUND["atgarder"], "atgard": "Avhoparstöd"}))
    (error,) = errors(found)
    assert (error.code, error.column, error.written) == ("unknown-choice", "D", "Avhoparstöd")
    assert "Menade du Avhopparstöd?" in error.right


def test_a_choice_that_no_longer_holds_is_told_from_an_unknown_one():
    found = read(filled("indikatorer", {**SOUND["indikatorer"], "indikator": "Nedlagd"}))
    (error,) = errors(found)
    assert error.code == "not-valid"
    assert "2025-12-31" in error.wrong


@pytest.mark.parametrize("written", ["2584", 2584, "Kiruna", "KIRUNA kommun", "2584 Kiruna"])
def test_a_kommun_is_found_by_code_or_name(written):
    assert value(written, "kommun", "samverkan") == "2584"


@pytest.mark.parametrize("written", [114, "114", "0114", "upplands vasby"])
def test_a_kommun_whose_code_became_a_number_is_found(written):
    assert value(written, "kommun", "samverkan") == "0114"


def test_an_unknown_kommun_suggests_the_nearest():
    found = read(filled("samverkan", {**SOUND["samverkan"], "kommun": "Kirunna"}))
    assert "Kiruna" in errors(found)[0].right


def test_text_is_text_whatever_the_cell_holds():
    assert value(12, "anteckning", "hinder") == "12"
    assert value(datetime(2026, 1, 2), "anteckning", "hinder") == "2026-01-02"
    assert value(" a\u200b\u00a0b\r\nc ", "beskrivning", "hinder") == "a b\nc"


def test_a_sign_for_nothing_in_the_note_is_no_note():
    assert value("-", "anteckning", "hinder") is None


def test_a_text_longer_than_anybody_reads_is_an_error():
    assert value("x" * 4001, "beskrivning", "hinder") == "too-long"
    row = SOUND["hinder"] | {"beskrivning": "x" * 4001}
    (error,) = errors(read(filled("hinder", row)))
    assert "2000" in error.wrong  # as the checks say of one that is mended to less


def formula_book(stored):
    """A workbook with a formula, as a spreadsheet program saves it: with what it computed."""
    data = filled("indikatorer", {**SOUND["indikatorer"], "k_12_14": 424242})
    cell = f"<f>1+2</f>{stored}".encode()
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v>424242</v>", cell))
    return read(file.getvalue())


def test_a_formula_is_read_as_last_computed_and_told():
    found = formula_book("<v>3</v>")
    assert rows_of(found, "indikatorer")[0].values["k_12_14"] == 3
    assert told(found) == {"formulas"}
    assert found.remarks[0].wrong.startswith("1 cell har en formel.")


@pytest.mark.parametrize("stored", ["", "<v></v>"])
def test_a_formula_that_was_never_computed_is_an_error(stored):
    (error,) = errors(formula_book(stored))
    assert (error.code, error.column) == ("formula-without-value", "E")


def test_a_formula_that_shows_an_error_is_an_error():
    book = book_of(filled("indikatorer", SOUND["indikatorer"]))
    book.worksheets[0]["E2"].value = "#REF!"
    book.worksheets[0]["E2"].data_type = "e"
    assert [one.code for one in errors(read(to_bytes(book)))] == ["error-value"]


def test_days_of_an_old_mac_are_read_as_they_are_shown():
    book = book_of(filled("handelser", {**SOUND["handelser"], "dag": date(2026, 8, 20)}))
    book.epoch = CALENDAR_MAC_1904
    assert rows_of(read(to_bytes(book)), "handelser")[0].values["dag"] == date(2026, 8, 20)
