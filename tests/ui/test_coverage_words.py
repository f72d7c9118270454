"""What Täckning says of ordinary figures and at the edges."""

from datetime import date

import pandas as pd
import pytest

from indicators.coverage import SHARES, Count, count_all, count_whole
from indicators.gaps import to_gaps, to_set_aside
from tests.indicators.pieces import to_pieces
from tests.indicators.test_gaps import established, piece
from ui import coverage_gap_words, coverage_tables, coverage_words
from ui.coverage_bars import to_bars
from ui.coverage_choice import ALLOWED
from ui.coverage_points import to_group_rows, to_rows
from ui.place_words import place_name

ON, SINCE = date(2026, 11, 1), date(2025, 11, 1)
NONE = dict.fromkeys(SHARES, Count(0, 0))
PERCENT = "\N{NO-BREAK SPACE}%"
MISSING = {"stage": None, "since": None, "prioritised": None}


def headline(rows, before=()):
    found = to_pieces(rows)
    now, then = count_whole(found), count_whole(to_pieces(list(before)))
    return coverage_words.headline(now, then, to_gaps(found), "Sverige", ON, SINCE)


def to_groups(*rows):
    found = count_all(to_pieces(list(rows)), "polisregion")
    return found.assign(name=found["code"].str.upper())


def test_the_headline_tells_now_then_and_where():
    rows = [established("a", "x"), piece("b", "y", young=7.0)]
    assert headline(rows, [piece("a", "x"), piece("b", "y")]) == (
        f"**1 av 2 prioriterade områden (50{PERCENT})** i Sverige täcks av ett etablerat råd den "
        f"1 november 2026. Den 1 november 2025 var det 0 av 2 (0{PERCENT}). **7 unga** 12–20 år "
        "bor utan etablerat råd, i 1 område."
    )


def test_with_nothing_assessed_all_areas_are_counted_and_it_is_said():
    told = headline([piece("a", "x", **MISSING)])
    assert told.startswith(
        "Inget område i Sverige är bedömt som prioriterat den 1 november 2026. **0 av 1 område"
    )
    assert "Den 1 november 2025 fanns inga områden." in told


def test_what_was_not_prioritised_then_is_no_zero_percent():
    told = headline([established("a", "x")], [piece("a", "x", prioritised=False)])
    assert "Den 1 november 2025 fanns inga prioriterade områden." in told


def test_all_covered_leaves_nobody_without():
    told = headline([established("a", "x")])
    assert f"**1 av 1 prioriterat område (100{PERCENT})**" in told
    assert "Inga unga bor utan etablerat råd" in told


def test_a_day_is_not_compared_with_itself():
    found = count_whole(to_pieces([piece("a", "x")]))
    told = coverage_words.headline(found, found, to_gaps(to_pieces([])), "Sverige", ON, ON)
    assert "var det" not in told


def test_without_areas_there_is_nothing_else_to_say():
    assert headline([]) == "Inget område ligger i urvalet."


def test_the_largest_are_told_when_there_are_more_than_ten():
    rows = [piece(f"k{n}", f"x{n:02}", young=10.0 if n < 10 else 1.0) for n in range(20)]
    assert f"de tio områdena med flest rymmer 91{PERCENT} av dem" in headline(rows)
    assert "i 10 områden" in headline(rows[:10])


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([piece("a", "x")], "1 prioriterat område är utan etablerat råd."),
        (
            [piece("a", "x", prioritised=False)],
            "1 område, inte prioriterat, är utan etablerat råd.",
        ),
        (
            [piece("a", "x"), piece("b", "y", prioritised=None), piece("c", "z")],
            "2 prioriterade och 1 annat område är utan etablerat råd.",
        ),
        (
            [established("a", "x")],
            "Inget område är utan etablerat råd, utom där ett sådant inte är aktuellt.",
        ),
    ],
)
def test_the_list_is_told_in_short(rows, told):
    assert coverage_gap_words.listed(to_gaps(to_pieces(rows))) == told


def test_a_need_and_no_need_at_once_are_pointed_out():
    rows = [piece("a", "x", stage="ej-aktuellt", reason="få unga")]
    told = coverage_gap_words.set_aside(to_set_aside(to_pieces(rows)))
    assert "I 1 område är ett råd inte aktuellt" in told
    assert "de två bedömningarna säger olika" in told


def test_what_is_covered_in_part_is_said_and_only_that():
    both = count_whole(to_pieces([established("a", "x"), piece("b", "x"), piece("a", "y")]))
    assert coverage_words.partly(both) == (
        "1 område och 1 kommun täcks till en del och räknas inte som täckta."
    )
    assert coverage_words.partly(count_whole(to_pieces([established("a", "x")]))) == ""
    one = count_whole(to_pieces([established("a", "x"), piece("b", "x")]))
    assert coverage_words.partly(one).startswith("1 område täcks")


def test_nothing_to_count_over_is_no_zero_percent_anywhere():
    rows = to_rows(NONE, NONE)
    assert rows["share"].isna().all() and rows["before"].isna().all()
    assert rows["told"].tolist() == [coverage_words.nothing_of(name) for name in SHARES]
    table = coverage_tables.to_shares(NONE, NONE, SINCE)
    assert table[["Nu, %", "2025-11-01", "Ändring, p.e."]].isna().all(axis=None)
    assert table["Av"].tolist() == [0, 0, 0, 0]
    assert f"0{PERCENT}" not in coverage_words.shares(NONE)


def test_a_group_with_nothing_to_count_over_comes_last_and_says_so():
    now = to_groups(
        piece("a", "x", polisregion="b", prioritised=False), piece("b", "y", polisregion="c")
    )
    rows = to_group_rows(now, now, "prioriterade")
    assert rows["name"].tolist() == ["C", "B"]
    assert rows["told"].tolist() == [f"0 av 1 (0{PERCENT})", "inga prioriterade områden"]
    told = coverage_words.groups(rows, "prioriterade", "polisregion")
    assert "B: inga prioriterade områden." in told


def test_the_lowest_and_the_highest_group_are_named_and_several_are_counted():
    rows = [
        piece("a", "x", polisregion="a"),
        piece("b", "y", polisregion="b"),
        established("c", "z", polisregion="c"),
    ]
    told = coverage_words.groups(to_group_rows(to_groups(*rows), to_groups(), "unga"), "unga", "r")
    assert told == (
        f"Unga 12–20 år per r: lägst **2 stycken** med 0{PERCENT}, högst **C**, 10 av 10 "
        f"(100{PERCENT})."
    )


def test_groups_that_are_all_equal_are_said_to_be():
    rows = [established("a", "x", polisregion="a"), established("b", "y", polisregion="b")]
    shown = to_group_rows(to_groups(*rows), to_groups(), "unga")
    assert f"alla har 100{PERCENT}" in coverage_words.groups(shown, "unga", "polisregion")
    assert shown["before_told"].tolist() == ["fanns inte", "fanns inte"]
    assert shown["before"].isna().all()


def test_one_group_is_told_as_it_is():
    shown = to_group_rows(to_groups(piece("a", "x")), to_groups(), "omraden")
    told = coverage_words.groups(shown, "omraden", "län")
    assert told == f"Alla lokalpolisområden: PR, 0 av 1 (0{PERCENT})."


def test_bars_are_of_one_shape_whatever_the_figures():
    some = to_rows(count_whole(to_pieces([piece("a", "x")])), NONE)
    drawn, nothing = to_bars(some), to_bars(to_rows(NONE, NONE))
    assert drawn.spec is nothing.spec
    assert drawn.data["bars"]["share"].tolist() == [0.0] * 4
    assert drawn.data["bars"]["before"].isna().all()


def test_a_list_says_what_is_estimated_and_what_is_the_rest_of_an_area():
    rows = [established("a", "x"), piece("b", "x", estimated=True), piece("c", "y")]
    table = coverage_tables.to_gaps(to_gaps(to_pieces(rows)), {"x": "X", "y": "Y"})
    assert table["Att veta"].tolist() == ["skattad, råd i resten", ""]


def test_all_missing_is_said_as_missing_and_not_as_a_stage():
    gaps = to_gaps(to_pieces([piece("a", "x", **MISSING)]))
    (row,) = coverage_tables.to_gaps(gaps, {"x": "X"}).to_dict("records")
    assert (row["Steg"], row["Prioriterat"]) == ("uppgift saknas", "ej bedömt")
    assert pd.isna(row["Sedan"])


@pytest.mark.parametrize(
    ("region", "lan", "whole", "told"),
    [
        (None, None, True, "Sverige"),
        (None, None, False, "de områden som du ser"),
        ("Nord", None, True, "polisregion Nord"),
        (None, "Skåne län", True, "Skåne län"),
        ("Syd", "Blekinge län", False, "Blekinge län inom polisregion Syd"),
    ],
)
def test_the_choice_has_a_name(region, lan, whole, told):
    assert place_name(region, lan, whole=whole) == told


def test_names_are_shown_as_text():
    rows = to_group_rows(to_groups(piece("a", "x")), to_groups(), "unga").assign(name="<b>_a_")
    assert "\\<b\\>" in coverage_words.groups(rows, "unga", "län")


def test_every_share_has_its_definition():
    assert len({coverage_words.definition(name) for name in ALLOWED["av"]}) == 4
