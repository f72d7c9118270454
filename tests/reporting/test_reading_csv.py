"""CSV: signs, delimiters, quotes and blocks."""

import csv
from io import StringIO

import pytest

from reporting.delimited import to_csv
from reporting.kinds import Every, kinds
from reporting.rows import Unit
from tests.reporting.contexts import PERIOD, make_rows
from tests.reporting.reading_files import (
    LPO,
    SOUND,
    codes,
    context,
    errors,
    read,
    rows_of,
    table,
    told,
)

MEASURE = {"atgard": "Föräldrastöd", "k_12_14": "3", "anteckning": "Å, ä och ö"}
REAL = {**SOUND["mal"], "utfall": "1,5", "Områdeskod": "pr-nord"}


def to_text(*tables, delimiter=";", end="\r\n"):
    file = StringIO()
    for rows in tables:
        csv.writer(file, delimiter=delimiter, lineterminator=end).writerows([*rows, []])
    return file.getvalue()


def measure_text(**change):
    return to_text(table("atgarder", {**MEASURE, "atgard": "SSPF", **change}))


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_found_although_decimals_have_commas(delimiter):
    found = read(to_text(table("mal", REAL), delimiter=delimiter).encode())
    assert rows_of(found, "mal", "pr-nord")[0].values["utfall"] == 1.5


def test_the_delimiter_that_excel_is_told_of_is_taken():
    found = read(b"sep=|\n" + to_text(table("mal", REAL), delimiter="|").encode())
    assert rows_of(found, "mal", "pr-nord")[0].values["utfall"] == 1.5


@pytest.mark.parametrize(
    ("encoding", "is_told"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", True),
        ("utf-16-le", True),
        ("utf-16-be", True),
        ("cp1252", True),
    ],
)
def test_encodings_are_understood_and_the_unusual_told(encoding, is_told):
    found = read(measure_text().encode(encoding))
    assert rows_of(found, "atgarder")[0].values["anteckning"] == "Å, ä och ö"
    assert ("encoding" in told(found)) is is_told


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
def test_letters_of_old_encodings_are_refused(encoding):
    assert codes(read(measure_text().replace("–", "-").encode(encoding))) == {"wrong-encoding"}


def test_letters_that_were_spoilt_before_are_refused():
    assert codes(read(measure_text().encode().decode("latin-1").encode())) == {"wrong-encoding"}


def test_a_text_may_hold_line_breaks_delimiters_and_quotes():
    text = 'En rad;\r\noch "en till"'
    found = read(measure_text(anteckning=text).encode())
    assert rows_of(found, "atgarder")[0].values["anteckning"] == text.replace("\r", "")


def test_a_quote_that_is_not_closed_is_an_error_and_swallows_no_rows():
    text = measure_text(anteckning="x").replace(";x", ';"x')
    found = read(text.encode())
    assert codes(found) == {"broken-csv"}
    assert "2" in errors(found)[0].wrong


def test_all_kinds_may_follow_each_other_in_one_file():
    units = {
        Unit(area.code, kind.code, PERIOD): make_rows(kind, area, context().register, PERIOD)
        for kind in kinds().values()
        for area in context().areas.values()
        if kind.every is Every.QUARTER and area.level in kind.levels
    }
    found = read(to_csv(units, context()))
    assert not errors(found)
    assert _values(found.units) == _values(units)


def _values(units):
    return {unit: [dict(row.values) for row in rows] for unit, rows in units.items()}


def test_titles_between_blocks_are_no_rows():
    first = table("hinder", SOUND["hinder"])
    second = [["Deltagande"], ["Rådets möten under perioden."], [], *table("deltagande")]
    found = read(to_text(first, second, [[LPO, "", "", "Skolan", "medlem", 4, 3]]).encode())
    assert not errors(found)
    assert {unit.kind for unit in found.units} == {"hinder", "deltagande"}


def test_a_row_of_csv_is_counted_from_the_top_of_the_file():
    found = read(
        to_text([["Rapport"], []], table("hinder", {**SOUND["hinder"], "niva": "x"})).encode()
    )
    assert errors(found)[0].place == ("", 5)
    assert errors(found)[0].column == "E"
