import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.coverage import (
    GROUPS,
    SHARES,
    BadGroup,
    Count,
    count_all,
    count_whole,
    share_of_areas_covered,
    share_of_kommuner_covered,
    share_of_prioritised_covered,
    share_of_young_covered,
    within,
)
from tests.indicators.naive_coverage import count as count_plainly
from tests.indicators.naive_coverage import to_groups
from tests.indicators.pieces import SOME, pieces

COLUMNS = ["kommun", "lpo", "polisregion", "young", "covered", "prioritised"]
# kommun b is split between two LPO; region s has nothing prioritised
PIECES = pd.DataFrame(
    [
        ("a", "x", "n", 10.0, True, True),
        ("b", "x", "n", 20.0, True, True),
        ("b", "y", "n", 30.0, False, None),
        ("c", "y", "n", 40.0, False, True),
        ("d", "z", "s", 50.0, False, False),
    ],
    columns=COLUMNS,
)


def row(frame, code):
    return frame.set_index("code").loc[code].to_dict()


def test_a_split_kommun_is_covered_only_when_all_its_parts_are():
    found = row(share_of_kommuner_covered(PIECES, "polisregion"), "n")
    assert (found["covered"], found["counted_over"], found["partly"]) == (1, 3, 1)
    assert found["share"] == pytest.approx(1 / 3)


def test_young_people_are_counted_piece_by_piece():
    found = row(share_of_young_covered(PIECES, "polisregion"), "n")
    assert found == {"share": 0.3, "covered": 30.0, "counted_over": 100.0}


def test_only_prioritised_areas_are_counted_over():
    found = row(share_of_prioritised_covered(PIECES, "polisregion"), "n")
    assert (found["covered"], found["counted_over"], found["partly"]) == (1, 2, 0)


def test_with_nothing_to_count_over_there_is_no_share():
    found = row(share_of_prioritised_covered(PIECES, "polisregion"), "s")
    assert found["counted_over"] == 0
    assert pd.isna(found["share"])


def test_all_areas_are_counted_beside_the_prioritised():
    found = row(share_of_areas_covered(PIECES, "polisregion"), "n")
    assert (found["covered"], found["counted_over"]) == (1, 2)


def test_the_country_is_one_group():
    found = share_of_kommuner_covered(PIECES)
    assert list(found["code"]) == ["se"]
    assert found["counted_over"].sum() == 4


@pytest.mark.parametrize(
    "count",
    [
        share_of_kommuner_covered,
        share_of_areas_covered,
        share_of_prioritised_covered,
        share_of_young_covered,
    ],
)
def test_no_pieces_give_no_rows(count):
    assert count(PIECES.iloc[:0], "polisregion").empty


@pytest.mark.parametrize("count", [share_of_kommuner_covered, share_of_prioritised_covered])
def test_shares_lie_between_none_and_all(count):
    shares = count(PIECES, "lpo")["share"].dropna()
    assert ((shares >= 0) & (shares <= 1)).all()


def test_an_unknown_group_is_refused():
    with pytest.raises(BadGroup, match="polisregion"):
        share_of_young_covered(PIECES, "landsting")


@settings(max_examples=60)
@given(found=pieces(), by=st.sampled_from([group for group in GROUPS if group != "day"]))
def test_every_share_equals_a_plain_count(found, by):
    rows = found.to_dict("records")
    expected = {
        (measure, code): count_plainly(own, measure)
        for code, own in to_groups(rows, by).items()
        for measure in SHARES
    }
    told = count_all(found, by).to_dict("records")
    counted = {(r["measure"], r["code"]): (r["covered"], r["counted_over"]) for r in told}
    counted |= dict.fromkeys(expected.keys() - counted.keys(), (0, 0))
    assert counted == expected
    for row in told:
        none = row["counted_over"] == 0
        assert pd.isna(row["share"]) == none
        assert none or row["share"] == row["covered"] / row["counted_over"]


@SOME
@given(st.lists(pieces(), min_size=1, max_size=3), st.sampled_from(["riket", "polisregion"]))
def test_of_several_days_each_is_counted_as_by_itself(found, by):
    days = dict(enumerate(found))
    whole = pd.concat([own.assign(day=day) for day, own in days.items()], ignore_index=True)
    for count in SHARES.values():
        told = count(whole, by)
        for day, own in days.items():
            of_day = told[told["day"] == day].drop(columns="day").reset_index(drop=True)
            # of nothing there is no type either
            pd.testing.assert_frame_equal(of_day, count(own, by), check_dtype=len(of_day) > 0)


@SOME
@given(pieces())
def test_the_whole_is_counted_the_same(found):
    rows = found.to_dict("records")
    for measure, count in count_whole(found).items():
        assert (count.covered, count.counted_over) == count_plainly(rows, measure)


def test_of_nothing_there_is_no_share():
    assert count_whole(PIECES.iloc[:0]) == dict.fromkeys(SHARES, Count(0, 0))
    assert math.isnan(Count(0, 0).share)
    assert Count(1, 4).share == 0.25


def test_a_choice_keeps_what_lies_in_it():
    own = PIECES.assign(lan=["l", "l", "m", "m", "m"])
    assert list(within(own, None, None)["kommun"]) == list("abbcd")
    assert list(within(own, "n", None)["kommun"]) == list("abbc")
    assert list(within(own, "n", "m")["kommun"]) == list("bc")
    assert within(own, "s", "l").empty
