"""Shares of meetings: sum over sum, recounted row by row, and the words of what is no share."""

import pandas as pd
import pytest
from hypothesis import given, settings

from data_access.example_reports import ATTENDS
from data_access.register_rows import load_entries
from indicators.participation import (
    HEALTH,
    INVITED,
    MEMBER,
    SCHOOL,
    State,
    to_cells,
    to_completeness,
    to_joined,
    to_rarest,
)
from reporting.kinds import FIXED
from reporting.register import Listing
from reporting.values import Gap
from tests.indicators import naive_participation as naive
from tests.indicators.naive_participation import ACTORS, to_row, to_rows, to_units

A, B, C = naive.AREAS
Q1, Q2, Q3, Q4 = naive.PERIODS
FEW = settings(max_examples=20)
ALL = ("region", "area", "period", "all")


def cell(rows, units, actor="skolan", by="all"):
    (found,) = to_cells(to_rows(rows), to_units(units), by, [actor]).to_dict("records")
    return found


def actors_of_register():
    return {one.code: one for one in load_entries() if one.listing is Listing.ACTOR}


def test_school_and_health_care_are_actors_of_the_register_and_its_only_ones():
    actors = actors_of_register()
    assert {*SCHOOL, *HEALTH} <= set(actors)
    words = {code: f"{one.name} {one.definition}".lower() for code, one in actors.items()}
    local = {code for code in words if code not in ("skolverket", "socialstyrelsen")}
    assert {one for one in local if "skol" in words[one]} == set(SCHOOL)
    assert {one for one in local if "sjukvård" in words[one]} == set(HEALTH)
    assert not set(SCHOOL) & set(HEALTH)


def test_the_examples_attendance_is_of_actors_of_the_register():
    assert set(ATTENDS) <= set(actors_of_register())
    assert ATTENDS[HEALTH[0]] < ATTENDS[SCHOOL[0]] < 0.8


def test_forms_and_gaps_are_those_that_are_reported():
    assert FIXED["form"] == (MEMBER, INVITED)
    assert {State.MISSING, State.NOT_APPLICABLE} == set(Gap)


def test_a_share_is_sum_over_sum_and_not_the_mean_of_shares():
    rows = [to_row(A, Q1, "skolan", 1, 0), to_row(B, Q1, "skolan", 9, 9)]
    found = cell(rows, [(A, Q1, True, 1), (B, Q1, True, 1)])
    assert (found["attended"], found["held"], found["share"]) == (9, 10, 0.9)
    assert (found["state"], found["councils"], found["gaps"]) == (State.SHARE, 2, 0)


@pytest.mark.parametrize(
    ("held", "attended", "state"),
    [
        (4, 0, State.ZERO),
        (0, 0, State.NO_MEETING),
        (0, "ej-tillampligt", State.NO_MEETING),
        (4, "saknas", State.MISSING),
        ("saknas", 2, State.MISSING),
        ("ej-tillampligt", "ej-tillampligt", State.NOT_APPLICABLE),
        (4, 4, State.SHARE),
    ],
)
def test_zero_no_meeting_missing_and_not_applicable_are_different(held, attended, state):
    found = cell([to_row(A, Q1, "skolan", held, attended)], [(A, Q1, True, 1)])
    assert found["state"] == state
    assert pd.isna(found["share"]) == (state not in (State.ZERO, State.SHARE))


@pytest.mark.parametrize(
    ("unit", "state"),
    [
        ((A, Q1, True, 3), State.NOT_LISTED),
        ((A, Q1, True, 0), State.NO_MEETING),
        ((A, Q1, False, 3), State.NOT_LISTED),
        ((A, Q1, True, None), State.NOT_REPORTED),
        ((A, Q1, False, None), State.NO_COUNCIL),
    ],
)
def test_what_is_not_reported_is_no_absence(unit, state):
    assert cell([], [unit])["state"] == state


def test_a_number_that_is_not_there_is_in_neither_sum_and_is_told():
    rows = [to_row(A, Q1, "skolan", 5, "saknas"), to_row(B, Q1, "skolan", 4, 1)]
    found = cell(rows, [(A, Q1, True, 1), (B, Q1, True, 1)])
    assert (found["share"], found["held"], found["councils"], found["gaps"]) == (0.25, 4, 1, 1)


def test_rows_of_other_units_are_not_counted():
    rows = [to_row(A, Q1, "skolan", 4, 4), to_row(A, Q2, "skolan", 4, 0)]
    assert cell(rows, [(A, Q2, True, 1)])["state"] == State.ZERO


def test_all_and_none_are_whole():
    assert cell([to_row(A, Q1, "skolan", 7, 7)], [(A, Q1, True, 1)])["share"] == 1
    assert cell([to_row(A, Q1, "skolan", 7, 0)], [(A, Q1, True, 1)])["share"] == 0


def test_no_units_have_no_cells_and_no_completeness():
    assert to_cells(to_rows([]), to_units([]), "all", ["skolan"]).empty
    assert to_completeness(to_units([])).empty


@FEW
@given(naive.councils())
def test_every_cell_is_what_a_loop_over_the_rows_gives(drawn):
    rows, units = drawn
    places = to_units(units)
    for by in ALL:
        found = to_cells(to_rows(rows), places, by, ACTORS)
        assert len(found) == places[by].nunique() * len(ACTORS)
        for one in found.to_dict("records"):
            own = [u for u, place in zip(units, places[by], strict=True) if place == one["of"]]
            state, attended, held, share = naive.to_told(rows, own, [one["aktor"]])
            assert (one["state"], one["attended"], one["held"]) == (state, attended, held)
            assert one["share"] == float(share) if share is not None else pd.isna(one["share"])


@FEW
@given(naive.councils())
def test_several_actors_as_one_are_the_sum_of_their_rows(drawn):
    rows, units = drawn
    joined = to_joined(to_rows(rows), "bada", ACTORS[:2])
    (found,) = to_cells(joined, to_units(units), "all", ["bada"]).to_dict("records")
    state, attended, held, _share = naive.to_told(rows, units, ACTORS[:2])
    assert (found["state"], found["attended"], found["held"]) == (state, attended, held)


@FEW
@given(naive.councils())
def test_completeness_counts_the_councils_that_must_report(drawn):
    _rows, units = drawn
    for one in to_completeness(to_units(units)).to_dict("records"):
        own = [unit for unit in units if unit[1] == one["period"]]
        owed = [unit for unit in own if unit[2]]
        came = [unit for unit in owed if unit[3] is not None]
        assert (one["owed"], one["came"]) == (len(owed), len(came))
        assert one["beside"] == sum(1 for unit in own if not unit[2] and unit[3] is not None)
        assert one["partly"] == (len(owed) - len(came) > len(owed) / 10)


def test_a_tenth_that_lacks_is_not_partly():
    units = to_units([(A, Q1, True, 1)] * 9 + [(A, Q1, True, None)])
    assert not to_completeness(units)["partly"].iloc[0]
    units = to_units([(A, Q1, True, 1)] * 8 + [(A, Q1, True, None)])
    assert to_completeness(units)["partly"].iloc[0]


def test_the_rarest_are_all_that_share_the_lowest():
    rows = [to_row(A, Q1, "skolan", 3, 1), to_row(A, Q1, "halso-och-sjukvarden", 6, 2)]
    rows += [to_row(A, Q1, "polisen", 6, 6)]
    cells = to_cells(to_rows(rows), to_units([(A, Q1, True, 3)]), "all", ACTORS)
    assert list(to_rarest(cells)["aktor"]) == ["skolan", "halso-och-sjukvarden"]
    assert to_rarest(cells.head(0)).empty
