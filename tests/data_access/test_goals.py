"""The table of common goals: whole, one row of each in the register, and faults are named."""

import pytest

from data_access.goals import BadGoals, fetch_goals, to_goals
from data_access.public import load_goals
from data_access.register_rows import load_entries
from indicators.goals import Target
from reporting.register import Listing
from tests.viewers import READER

ROW = {
    "code": "mal-1", "level": "lokal", "baseline": "40", "baseline_on": "2024-12-31",
    "target": "80", "target_kind": "varde", "due_on": "2026-12-31", "valid_from": "2023-11-09",
    "source": "prov",
}  # fmt: skip


def test_every_goal_of_the_register_has_terms_and_says_that_it_is_not_decided(sqlite_engine):
    found = fetch_goals(viewer=READER)
    codes = [one.code for one in load_entries() if one.listing is Listing.GOAL]
    assert [one.code for one in found] == codes
    assert {one.source for one in found} == {"förslag, exempel på mål, inte beslutat"}


def test_the_terms_are_those_that_the_definition_tells():
    entries = {one.code: one for one in load_entries() if one.listing is Listing.GOAL}
    for one in to_goals(load_goals()):
        said = entries[one.code].definition
        assert f"Nivå: {one.level}." in said
        assert f"{abs(one.target):.0f} procent" in said
        assert (one.kind is Target.CHANGE) is ("lägre" in said)
        assert f"vid utgången av {one.due_on.year}" in said.partition("Målvärde")[2]


def test_a_row_becomes_terms():
    (found,) = to_goals([ROW])
    assert (found.baseline, found.target, found.kind) == (40, 80, Target.VALUE)
    assert to_goals([ROW | {"baseline": None}])[0].baseline is None


def test_a_goal_may_have_a_row_for_each_change_of_it():
    assert len(to_goals([ROW, ROW | {"valid_from": "2026-01-01"}])) == 2


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"target": None}, "row 2: target missing"),
        ({"source": None}, "row 2: source missing"),
        ({"level": "kommunal"}, "level 'kommunal'"),
        ({"target_kind": "andel"}, "andel"),
        ({"target": "åttio"}, "row 2"),
        ({"target": "inf"}, "no number: 'inf'"),
        ({"baseline": "nan"}, "no number: 'nan'"),
        ({"due_on": "2024-12-31"}, "not after"),
        ({"due_on": "31 december"}, "row 2"),
    ],
)
def test_what_is_wrong_is_named(changed, said):
    with pytest.raises(BadGoals, match=said):
        to_goals([ROW | changed])


def test_terms_that_stand_twice_are_refused():
    with pytest.raises(BadGoals, match="mal-1 stands twice from 2023-11-09"):
        to_goals([ROW, ROW | {"target": "90"}])
