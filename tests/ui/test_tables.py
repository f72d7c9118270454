"""Table twins of the map, on the screen and as a file."""

import csv
import io
from datetime import date

import pandas as pd
import pytest

from data_access.viewer import DEMONSTRATION
from pages import reads
from ui import sheet_files, tables
from ui.choice import MAP_LEVELS
from ui.map_indicators import LEVELS_ABOVE, all_indicators, indicators_at
from ui.place_words import level_name
from ui.sheet import Sheet, to_about

DAY = date(2025, 6, 30)
EVERY = [(level, key) for level in MAP_LEVELS for key in indicators_at(level)]


def to_rows(data: bytes) -> list[list[str]]:
    """The file as a Swedish spreadsheet reads it."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def write(table: pd.DataFrame, *, example: bool = True) -> bytes:
    about = to_about("Karta", "Titel", DAY, "Definition", "Källa", example=example)
    beside = tables.to_beside(table, ["x"] * len(table), "lan")
    return sheet_files.to_csv(Sheet(table, "", about, beside=beside))


def to_table_rows(data: bytes) -> list[list[str]]:
    """The names of columns and the rows below, without what stands above them."""
    rows = to_rows(data)
    return rows[rows.index([]) + 1 :]


@pytest.mark.parametrize(("level", "key"), EVERY)
def test_the_table_has_a_row_an_area_with_its_name_first(example_data, level, key):
    status = reads.fetch_status(key, level, DAY, viewer=DEMONSTRATION)
    table = tables.to_table(status, all_indicators()[key], level)
    assert table.columns[0] == level_name(level)
    assert table.iloc[:, 0].to_list() == status["name"].to_list()
    above = ["Andel", "Med råd", "Av"]
    below = ["Steg", "Dagar" if key == "dagar" else "Sedan", "Prioriterat"]
    assert list(table.columns[1:]) == (above if level in LEVELS_ABOVE else below)


@pytest.mark.parametrize(("level", "key"), EVERY)
def test_the_file_has_the_same_rows_as_the_table(example_data, level, key):
    status = reads.fetch_status(key, level, DAY, viewer=DEMONSTRATION)
    table = tables.to_table(status, all_indicators()[key], level)
    head, *rows = to_table_rows(write(table))
    assert head == list(table.columns)
    assert [row[0] for row in rows] == status["name"].to_list()
    assert all(len(row) == len(table.columns) for row in rows)
    assert not {"nan", "None", "<NA>", "NaT", ""} & {cell for row in rows for cell in row}


def test_missing_not_assessed_not_needed_and_zero_are_four_words_in_the_table():
    status = pd.DataFrame(
        {
            "name": ["A", "B", "C", "D"],
            "stage": pd.Series([None, "ej-aktuellt", "ej-paborjat", "etablerat"], dtype=object),
            "days": pd.Series([None, None, None, 0], dtype=object),
            "prioritised": pd.Series([None, False, None, True], dtype=object),
        }
    )
    table = tables.to_table(status, all_indicators()["dagar"], "lpo")
    assert table["Steg"].to_list() == ["uppgift saknas", "ej aktuellt", "ej påbörjat", "etablerat"]
    assert table["Prioriterat"].to_list() == ["ej bedömt", "nej", "ej bedömt", "ja"]
    written = [row[2] for row in to_table_rows(write(table))[1:]]
    assert written == ["uppgift saknas", "–", "–", "0"]


def test_a_share_of_nothing_is_words_and_a_share_of_zero_is_zero():
    status = pd.DataFrame(
        {
            "name": ["A", "B", "C"],
            "share": pd.array([pd.NA, 0.0, 2 / 3], dtype="Float64"),
            "covered": [0, 0, 2],
            "counted_over": [0, 3, 3],
        }
    )
    table = tables.to_table(status, all_indicators()["prioriterade"], "lan")
    written = [row[1] for row in to_table_rows(write(table))[1:]]
    assert written == ["inget att räkna på", "0", "67"]


@pytest.mark.parametrize("share", [0.996, 0.9999, 0.004, 0.0001])
def test_a_share_that_is_neither_nothing_nor_all_is_shown_as_neither(share):
    """As in the text beside the table, where 99,6 per cent is 99 %."""
    status = pd.DataFrame({"name": ["A"], "share": [share], "covered": [1], "counted_over": [1]})
    table = tables.to_table(status, all_indicators()["unga"], "lan")
    of_share = tables._configuration("lan", ("Län", "Andel"), language="sv")["Andel"]
    style = of_share["type_config"]["format"]
    assert style % table["Andel"].iloc[0] not in ("100 %", "0 %")
    assert to_table_rows(write(table))[1][1] not in ("100", "0")


def test_the_file_opens_in_swedish_excel():
    data = write(pd.DataFrame({"Kommun": ["Örebro"], "Andel": [12.5]}))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert to_table_rows(data)[1] == ["Örebro", "12,5"]
    assert b"Kommun;Andel" in data


def test_the_file_says_what_it_is_and_that_it_is_example_data():
    rows = to_rows(write(pd.DataFrame({"Kommun": ["Ale"]})))
    assert rows[0] == ["Lägesbild bob", "Karta"]
    assert rows[2] == ["Dag", "2025-06-30"]
    assert rows[5][0] == "EXEMPELDATA"
    assert rows[6] == []


def test_the_file_of_real_data_has_no_example_line():
    assert b"EXEMPELDATA" not in write(pd.DataFrame({"Kommun": ["Ale"]}), example=False)


@pytest.mark.parametrize(
    "text", ["=1+1", "+46", "-2+3", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x";"y")']
)
def test_a_text_that_a_spreadsheet_would_run_is_neutralised(text):
    assert to_table_rows(write(pd.DataFrame({"Råd": [text]})))[1] == ["'" + text]


@pytest.mark.parametrize("text", ["a;b", 'säger "hej"', "två\nrader", "Lidingö-Kungsholmen"])
def test_any_other_text_comes_out_as_it_went_in(text):
    table = pd.DataFrame({"Råd": [text], "x": ["y"]})
    assert to_table_rows(write(table))[1] == [text, "y"]


def test_every_level_has_a_swedish_name_of_its_own():
    names = {level_name(level) for level in (*MAP_LEVELS, "riket")}
    assert len(names) == 6
