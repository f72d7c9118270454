"""Where young people live without a council: against plain loops, and at the edges."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given

from indicators.coverage import count_whole
from indicators.gaps import share_of_largest, to_gaps, to_joint, to_set_aside
from tests.indicators.naive_coverage import to_gap_rows
from tests.indicators.pieces import SOME, pieces, to_pieces

PLAIN = {
    "polisomrade": "po", "polisregion": "pr", "lan": "l", "young": 10.0, "stage": "planerat",
    "covered": False, "prioritised": True, "since": date(2025, 1, 1), "reason": None,
    "estimated": False,
}  # fmt: skip


def piece(kommun, lpo, **more):
    return PLAIN | {"kommun": kommun, "lpo": lpo} | more


def established(kommun, lpo, **more):
    return piece(kommun, lpo, stage="etablerat", covered=True, **more)


def or_none(value):
    return None if pd.isna(value) else value


@SOME
@given(pieces())
def test_gaps_equal_a_plain_count(found):
    rows = found.to_dict("records")
    expected = to_gap_rows([row | {"prioritised": or_none(row["prioritised"])} for row in rows])
    gaps = to_gaps(found).to_dict("records")
    assert {
        row["lpo"]: (
            or_none(row["prioritised"]), row["young"], or_none(row["stage"]),
            or_none(row["since"]), row["partly"],
        )
        for row in gaps
    } == expected  # fmt: skip
    total, so_far = sum(row["young"] for row in gaps), 0
    for row in gaps:
        so_far += row["young"]
        if total:
            assert row["share"] == row["young"] / total
            assert row["cumulated"] == so_far / total
        else:
            assert pd.isna(row["share"]) and pd.isna(row["cumulated"])


@SOME
@given(pieces())
def test_prioritised_areas_come_first_and_then_the_most_young(found):
    gaps = to_gaps(found).to_dict("records")
    keys = [(row["prioritised"] is not True, -row["young"], row["lpo"]) for row in gaps]
    assert keys == sorted(keys)


@SOME
@given(pieces())
def test_all_young_are_covered_or_in_a_gap_or_where_none_is_needed(found):
    young = count_whole(found)["unga"]
    without = int(to_gaps(found)["young"].sum()), int(to_set_aside(found)["young"].sum())
    assert young.covered + sum(without) == young.counted_over


@SOME
@given(pieces())
def test_every_prioritised_area_without_a_council_is_in_one_of_the_two_lists(found):
    count = count_whole(found)["prioriterade"]
    lists = [to_gaps(found), to_set_aside(found)]
    listed = {row["lpo"] for one in lists for row in one.to_dict("records") if row["prioritised"]}
    assert len(listed) == count.counted_over - count.covered


def test_of_an_area_covered_in_part_the_rest_is_a_gap():
    gaps = to_gaps(to_pieces([established("a", "x"), piece("b", "x", young=7.0)]))
    (row,) = gaps.to_dict("records")
    assert (row["lpo"], row["young"], row["partly"]) == ("x", 7, True)


def test_where_a_council_is_not_needed_there_is_no_gap_but_a_reason():
    found = to_pieces([piece("a", "x", stage="ej-aktuellt", reason="få unga", estimated=True)])
    assert to_gaps(found).empty
    (row,) = to_set_aside(found).to_dict("records")
    assert row == {
        "lpo": "x", "prioritised": True, "young": 10, "since": date(2025, 1, 1),
        "reason": "få unga", "estimated": True,
    }  # fmt: skip


def test_no_data_is_neither_a_stage_nor_a_day():
    (row,) = to_gaps(to_pieces([piece("a", "x", stage=None, since=None)])).to_dict("records")
    assert (row["stage"], row["since"]) == (None, None)


def test_the_furthest_stage_of_an_area_speaks_from_its_first_day():
    rows = [
        piece("a", "x", stage="kartlaggning", since=date(2024, 1, 1)),
        piece("b", "x", stage="planerat", since=date(2025, 5, 1)),
        piece("c", "x", stage="planerat", since=date(2025, 3, 1)),
    ]
    (row,) = to_gaps(to_pieces(rows)).to_dict("records")
    assert (row["stage"], row["since"]) == ("planerat", date(2025, 3, 1))


def test_without_young_there_is_no_share():
    gaps = to_gaps(to_pieces([piece("a", "x", young=0.0)]))
    assert gaps["share"].isna().all()
    assert pd.isna(share_of_largest(gaps, 10))


@pytest.mark.parametrize("found", [[], [established("a", "x")]])
def test_without_gaps_there_are_no_rows_and_no_share(found):
    gaps = to_gaps(to_pieces(found))
    assert gaps.empty
    assert list(gaps.columns) == list(to_gaps(to_pieces([piece("a", "x")])).columns)
    assert pd.isna(share_of_largest(gaps, 10))
    assert to_set_aside(to_pieces(found)).empty


def test_the_largest_are_so_by_young_whatever_their_priority():
    rows = [
        piece("a", "x", young=1.0),
        piece("b", "y", young=6.0, prioritised=False),
        piece("c", "z", young=3.0, prioritised=None),
    ]
    gaps = to_gaps(to_pieces(rows))
    assert list(gaps["lpo"]) == ["x", "y", "z"]
    assert share_of_largest(gaps, 1) == 0.6
    assert share_of_largest(gaps, 2) == 0.9
    assert share_of_largest(gaps, 9) == 1.0


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([], None),
        ([None], None),
        ([None, False], False),
        ([False, True, None], True),
    ],
)
def test_a_prioritised_part_makes_the_whole_so(parts, whole):
    assert to_joint(parts) is whole
