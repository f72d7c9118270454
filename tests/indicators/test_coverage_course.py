"""Shares over time: the same as day by day, and cut where they are of something else."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.coverage import SHARES
from indicators.coverage_course import count_course, to_days
from tests.indicators.naive_coverage import count
from tests.indicators.pieces import SOME, pieces, to_pieces

DAYS = (date(2024, 9, 30), date(2024, 12, 31), date(2025, 3, 31), date(2025, 4, 2))


def on_days(*frames):
    dated = [frame.assign(day=day) for frame, day in zip(frames, DAYS, strict=False)]
    return pd.concat(dated, ignore_index=True)


def plain(lpo="x", kommun="a", *, covered=False, prioritised=True):
    return to_pieces(
        [
            {
                "kommun": kommun, "lpo": lpo, "polisomrade": "po", "polisregion": "pr",
                "lan": "l", "young": 5.0, "stage": None, "covered": covered,
                "prioritised": prioritised, "since": None, "reason": None, "estimated": False,
            }
        ]
    )  # fmt: skip


@SOME
@given(st.lists(pieces(most=6), min_size=1, max_size=4))
def test_each_day_is_counted_as_if_it_were_the_only_one(found):
    course = count_course(on_days(*found))
    told = {
        (row["measure"], row["day"]): (row["covered"], row["counted_over"])
        for row in course.to_dict("records")
    }
    expected = {
        (measure, day): count(frame.to_dict("records"), measure)
        for frame, day in zip(found, DAYS, strict=False)
        for measure in SHARES
        if len(frame)
    }
    assert told == expected


def test_a_line_is_cut_where_the_areas_are_others_but_only_that_of_areas():
    course = count_course(on_days(plain("x"), plain("x"), plain("y"), plain("y")))
    segments = {
        measure: list(rows["segment"]) for measure, rows in course.groupby("measure", sort=False)
    }
    assert segments == {
        "prioriterade": [1, 1, 2, 2],
        "omraden": [1, 1, 2, 2],
        "kommuner": [1, 1, 1, 1],
        "unga": [1, 1, 1, 1],
    }


def test_a_day_with_nothing_to_count_over_is_no_zero_and_joined_to_none():
    none, some = plain(prioritised=False), plain(covered=True)
    course = count_course(on_days(some, none, some))
    own = course[course["measure"] == "prioriterade"]
    assert list(own["segment"]) == [1, 2, 3]
    assert [pd.isna(share) for share in own["share"]] == [False, True, False]


def test_no_pieces_give_no_course():
    course = count_course(on_days(plain()).iloc[:0])
    assert course.empty
    assert {"measure", "day", "share", "segment"} <= set(course.columns)


@pytest.mark.parametrize(
    ("last", "days"),
    [
        (date(2023, 11, 9), [date(2023, 11, 9)]),
        (date(2023, 12, 31), [date(2023, 12, 31)]),
        (date(2024, 1, 1), [date(2023, 12, 31), date(2024, 1, 1)]),
        (date(2024, 3, 31), [date(2023, 12, 31), date(2024, 3, 31)]),
    ],
)
def test_the_days_are_quarter_ends_and_the_day_itself(last, days):
    assert list(to_days(date(2023, 11, 9), last)) == days
