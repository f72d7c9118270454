"""A remark never repeats what points out a person, wherever it was written."""

import pytest

from reporting.checks import check
from reporting.rows import Unit
from tests.reporting.checked import check_rows
from tests.reporting.contexts import PERIOD
from tests.reporting.reading_files import (
    LPO,
    SOUND,
    codes,
    context,
    filled,
    headings_of,
    read,
    xlsx,
)
from ui.report_entries import Work
from ui.report_rows import to_rows

NUMBER = "811218-9876"
SEEN = "9876"


def said(remarks):
    return " ".join(" ".join((one.wrong, one.right, one.written, *one.identity)) for one in remarks)


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("hinder", "kategori"),
        ("hinder", "beskrivning"),
        ("deltagande", "hallna"),
        ("handelser", "dag"),
        ("samverkan", "kommun"),
        ("exempel", "rubrik"),
    ],
)
def test_a_number_in_any_field_of_a_file_is_an_error_that_does_not_repeat_it(kind, field):
    sound = SOUND.get(kind, {"metod": "no", "evidens": "evidens-1", "beskrivning": "x"})
    found = read(filled(kind, {**sound, field: NUMBER}))
    remarks = [*found.remarks, *check(found.units, context())]
    assert [one.field for one in remarks if one.code == "personal-data"] == [field]
    assert SEEN not in said(remarks)


@pytest.mark.parametrize("column", ["Områdeskod", "Område", "Period"])
def test_a_number_in_the_columns_that_tell_the_unit_is_an_error(column):
    found = read(filled("hinder", {**SOUND["hinder"], column: NUMBER}))
    assert "personal-data" in codes(found)
    assert SEEN not in said(found.remarks)


def test_a_number_in_a_row_that_belongs_nowhere_is_an_error():
    found = read(filled("hinder", {**SOUND["hinder"], "beskrivning": NUMBER}, area="Atlantis"))
    assert codes(found) == {"unknown-area", "personal-data"}
    assert SEEN not in said(found.remarks)


def test_a_number_at_the_end_of_what_is_repeated_is_not_cut_in_two():
    for length in range(80, 205):
        found = read(filled("hinder", {**SOUND["hinder"], "kategori": "x" * length + " " + NUMBER}))
        assert "811218" not in said(found.remarks)


def test_headings_and_names_of_sheets_are_not_repeated_either():
    headings = [*headings_of("hinder"), NUMBER, "Kategori", f"Kategori ({NUMBER})"]
    found = read(xlsx({"Hinder": [headings, [LPO]], f"Om {NUMBER}": [["a"]]}))
    assert {one.code for one in found.remarks} >= {"unknown-columns", "extra-sheet"}
    assert SEEN not in said(found.remarks)


@pytest.mark.parametrize("field", ["kategori", "niva", "beskrivning"])
def test_a_number_in_a_form_is_an_error_that_does_not_repeat_it(field):
    unit = Unit(LPO, "hinder", PERIOD)
    texts = {"kategori": "hinder-1", "niva": "inom", "beskrivning": "x", field: NUMBER}
    rows, remarks = to_rows(unit, Work((texts,)), context())
    remarks += check({unit: rows}, context())
    assert [one.field for one in remarks if one.code == "personal-data"] == [field]
    assert SEEN not in said(remarks)


def test_a_text_key_of_a_form_is_masked_in_what_a_remark_is_about():
    texts = {"rubrik": NUMBER, "metod": "no"}
    _rows, remarks = to_rows(Unit(LPO, "exempel", PERIOD), Work((texts,)), context())
    assert remarks
    assert SEEN not in said(remarks)


def test_what_a_unit_is_made_up_of_is_not_repeated():
    remarks = check_rows("hinder", {NUMBER: "x"}, area=f"lpo {NUMBER}")
    assert SEEN not in said(remarks)
