"""A table's chosen cell: found, read as the table shows it, and explained by the sheet itself."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from indicators.participation import State
from ui import gap_words, map_figures, sheet
from ui.cells import Cell, merge, names_its_row, to_cell, to_explained, to_name, to_text
from ui.explain import Explained, to_rows
from ui.meeting_words import state_name
from ui.sheet import Sheet

TABLE = pd.DataFrame(
    {
        "Område": ["Umeå", "Gävle", "Kalmar"],
        "Kön": ["Flickor", "Pojkar", "Flickor"],
        "Antal": pd.array([1204, 0, None], dtype="Int64"),
        "Per 1 000": [2.5, None, None],
        "Steg": ["etablerat", "skyddat", ""],
        "Att veta": ["kan vara avrundat, preliminärt", "uppgift saknas", ""],
    }
)
ABOUT = sheet.to_about(
    "Deltagande", "Sverige", date(2026, 11, 1), "Möten.", "Utgåva 3", example=True
)
SHEET = Sheet(TABLE, "Sagt", ABOUT, heads=2)


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"cells": [(1, "Antal")]}, Cell(1, "Antal")),
        ({"cells": [(3, "Antal")]}, None),
        ({"cells": [(-1, "Antal")]}, None),
        ({"cells": [(0, "En kolumn som fanns förut")]}, None),
        ({"cells": []}, None),
        ({}, None),
    ],
)
def test_a_choice_outlives_the_rows_it_was_made_in(chosen, found):
    assert to_cell(chosen, TABLE) == found


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1204, "1\xa0204"),
        (np.int64(0), "0"),
        (2.5, "2,5"),
        (np.float64(3.0), "3"),
        (0.12345, "0,123"),
        (None, "–"),
        (pd.NA, "–"),
        (float("nan"), "–"),
        ("", "–"),
        ("skyddat", "skyddat"),
        (date(2026, 11, 1), "2026-11-01"),
        (datetime(2026, 11, 1, 12), "2026-11-01"),
    ],
)
def test_a_value_is_said_as_the_table_shows_it(value, text):
    assert to_text(value, pd.Series([value])) == text


def test_a_figure_is_named_by_its_row_and_column_and_explained_by_the_sheet():
    told = to_explained(SHEET, Cell(0, "Antal"))
    assert (told.name, told.value) == ("Umeå, Flickor, Antal", "1\xa0204")
    assert told.definition == "Möten."
    assert told.period == "Sverige · 2026-11-01"
    assert told.source == "Utgåva 3"


def test_what_stands_beside_a_figure_is_explained():
    state = to_explained(SHEET, Cell(0, "Antal")).state
    assert "Kan vara avrundat" in state and "Preliminärt" in state


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell(1, "Steg"), "Skyddat"),
        (Cell(1, "Per 1 000"), "Saknas: "),
        (Cell(2, "Per 1 000"), "Cellen är tom"),
        (Cell(2, "Steg"), "Cellen är tom"),
    ],
)
def test_a_gap_is_explained_as_what_it_is(cell, words):
    assert words in to_explained(SHEET, cell).state


def test_a_zero_is_no_gap():
    whole = Sheet(TABLE.drop(columns="Att veta"), "Sagt", ABOUT)
    told = to_explained(whole, Cell(1, "Antal"))
    assert told.value == "0"
    assert told.state == ""


def test_the_gaps_are_told_apart():
    words = ["skyddat", "saknas", "ej tillämpligt", "inte rapporterat", "preliminärt"]
    assert len({gap_words.to_meaning([word]) for word in words}) == len(words)
    assert gap_words.to_meaning(["etablerat", "12"]) == ""
    assert "avrundat" in gap_words.to_meaning(["≈ 1,2"])
    assert gap_words.to_meaning(["Skyddat", "skyddat"]).count("Skyddat:") == 1


def test_every_word_beside_a_figure_has_a_meaning():
    marked = {"preliminary": True, "incomplete": True, "rounded": True, "estimated": True}
    notes = map_figures.to_notes(marked)
    assert "delvis rapporterat" in notes
    assert list(gap_words.to_known(notes)) == notes
    states = {state_name(state) for state in State if state not in (State.SHARE, State.ZERO)}
    assert set(gap_words.to_known(states)) == states


def test_the_first_columns_say_what_a_row_is_of():
    assert names_its_row(SHEET, Cell(0, "Kön"))
    assert not names_its_row(SHEET, Cell(0, "Steg"))
    assert to_name(Sheet(TABLE, "", ABOUT), Cell(1, "Kön")) == "Gävle, Kön"


def test_what_the_page_knows_more_takes_the_place_but_for_name_and_value():
    own = to_explained(SHEET, Cell(0, "Antal"))
    known = Explained("annat", "99", "Egen.", "Täljare 3, nämnare 4", "", "", "klart", "i går")
    told = merge(own, known)
    assert (told.name, told.value) == (own.name, own.value)
    assert (told.definition, told.basis, told.changed) == ("Egen.", "Täljare 3, nämnare 4", "i går")
    assert (told.period, told.source) == (own.period, own.source)
    assert told.state.startswith("klart. ") and "Preliminärt" in told.state
    assert merge(own, None) == own
    assert ("Räknas av", "Täljare 3, nämnare 4") in to_rows(told)
    assert told.state.endswith(".") and ".." not in told.state


def test_an_empty_cell_is_told_by_the_page_when_it_knows_why():
    empty = to_explained(SHEET, Cell(2, "Per 1 000"))
    known = Explained("", "", "", "", "", "", "3 saknas. Saknas: det kom inte.", "")
    assert merge(empty, known).state == "3 saknas. Saknas: det kom inte."
    assert merge(empty, known._replace(state="")).state == empty.state


def test_a_figure_has_the_decimals_of_its_column():
    table = pd.DataFrame({"Period": ["2026 K3", "2026 K2"], "Sverige": [18.0, 17.1]})
    assert to_explained(Sheet(table, "", ()), Cell(0, "Sverige")).value == "18,0"


@pytest.mark.parametrize(
    ("count", "step"), [(1, 0.1), (2, 0.01), (3, 0.001), (0, None), (None, None)]
)
def test_only_numbers_that_have_been_rounded_have_a_step_which_cuts_off_the_rest(count, step):
    assert sheet.to_number_column(count)["type_config"]["step"] == step
