"""Cooperation per kommun, each rule beside plain loops."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.register_rows import load_entries
from indicators.cooperation import (
    SAME_TASK,
    MappingState,
    to_deadline,
    to_due,
    to_kommuner,
    to_mappings,
    to_overlapping,
    to_state,
)
from reporting.register import Listing

ON = date(2026, 11, 25)
CODES = sorted({one.code for one in load_entries() if one.listing is Listing.COOPERATION})
DAYS = st.dates(date(2023, 7, 1), date(2026, 12, 31))


def reported(*rows):
    return pd.DataFrame(rows, columns=["kommun", "senaste", "nasta"], dtype=object)


def told(*rows):
    return pd.DataFrame(rows, columns=["kommun", "samverkansform", "bar_radet"], dtype=object)


def test_the_forms_that_are_alike_are_those_of_the_register():
    assert {code for task in SAME_TASK for code in task} <= set(CODES)


@pytest.mark.parametrize(
    ("deadline", "state"),
    [
        (None, MappingState.UNKNOWN),
        (ON - timedelta(days=1), MappingState.LATE),
        (ON, MappingState.DUE),
        (ON + timedelta(days=183), MappingState.DUE),
        (ON + timedelta(days=184), MappingState.DONE),
        (date.max, MappingState.DONE),
    ],
)
def test_a_mapping_holds_to_its_last_day(deadline, state):
    assert to_state(deadline, ON) is state


def test_the_next_is_due_two_years_after():
    assert to_due(date(2024, 6, 30)) == date(2026, 6, 30)
    assert to_due(date(2024, 2, 29)) == date(2026, 3, 1)
    assert to_due(date(9998, 1, 1)) == date.max


def test_a_kommun_s_own_earlier_day_holds_and_a_later_one_does_not():
    made = date(2025, 1, 1)
    assert to_deadline(made, date(2026, 1, 1)) == date(2026, 1, 1)
    assert to_deadline(made, date(2027, 6, 1)) == date(2027, 1, 1)
    assert to_deadline(made, date(2024, 1, 1)) == date(2027, 1, 1)  # before it was made: no plan
    assert to_deadline(made, None) == date(2027, 1, 1)


def test_of_several_mappings_the_newest_made_by_the_day():
    rows = reported(
        ("2580", "2024-01-01", None), ("2580", "2025-06-30", None), ("2580", "2026-12-01", None)
    )
    found = to_mappings(rows, ON)
    assert found.to_dict("records") == [
        {"kommun": "2580", "newest": date(2025, 6, 30), "deadline": date(2027, 6, 30)}
    ]
    assert to_mappings(reported(), ON).empty
    assert to_mappings(reported(("2580", None, None)), ON).empty


def test_no_report_is_not_no_cooperation():
    forms = told(("2580", "sspf", "ja"), ("2580", "ssp", "nej"), ("9999", "sspf", "ja"))
    found = to_kommuner({"2580": "Luleå", "2582": "Boden"}, forms, to_mappings(reported(), ON), ON)
    lulea, boden = found.to_dict("records")
    assert lulea["reported"] and not boden["reported"]
    assert lulea["forms"] == ("ssp", "sspf")
    assert lulea["carrying"] == ("sspf",)
    assert lulea["overlapping"] == ("ssp", "sspf")
    assert boden["forms"] == boden["carrying"] == boden["overlapping"] == ()
    assert {lulea["state"], boden["state"]} == {"saknas"}


def test_a_country_without_kommuner_is_empty():
    assert to_kommuner({}, told(), to_mappings(reported(), ON), ON).empty


@given(st.sets(st.sampled_from(CODES)))
def test_forms_overlap_where_two_have_the_same_task(forms):
    naive = []
    for form in sorted(forms):
        for other in forms:
            together = any(form in task and other in task for task in SAME_TASK)
            if form != other and together and form not in naive:
                naive.append(form)
    assert to_overlapping(forms) == tuple(naive)


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), DAYS, st.none() | DAYS), max_size=8), DAYS)
def test_mappings_by_plain_loops(rows, on):
    asked = [(kommun, str(made), plan and str(plan)) for kommun, made, plan in rows]
    found = to_kommuner({"a": "A", "b": "B"}, told(), to_mappings(reported(*asked), on), on)
    for row in found.to_dict("records"):
        newest, deadline = None, None
        for kommun, made, plan in rows:
            if kommun == row["code"] and made <= on and (newest is None or made >= newest):
                newest = made
                deadline = date(made.year + 2, 3, 1) if (made.month, made.day) == (2, 29) else None
                deadline = deadline or made.replace(year=made.year + 2)
                if plan and made < plan < deadline:
                    deadline = plan
        assert row["newest"] == newest
        assert row["deadline"] == deadline
        if deadline is None:
            assert row["state"] == "saknas"
        elif deadline < on:
            assert row["state"] == "forsenad"
        else:
            assert row["state"] == ("ska-goras" if (deadline - on).days <= 183 else "gjord")
