from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata import checks, division

DAYS = st.dates(date(2018, 9, 24), date(2040, 1, 1))


@settings(max_examples=25, deadline=None)
@given(DAYS)
def test_every_day_has_its_areas_exactly_once(on):
    areas = division.to_areas_on(division.load_areas(), on)
    counts = areas["level"].value_counts().to_dict()
    lpos = 94 if on < date(2025, 1, 1) else 95
    assert areas["code"].is_unique
    assert counts == {
        "riket": 1, "polisregion": 7, "polisomrade": 27, "lpo": lpos, "lan": 21, "kommun": 290,
    }  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(DAYS)
def test_pieces_cover_every_kommun_exactly_once_on_any_day(on):
    pieces = division.to_pieces(on)
    shares = pieces.groupby("kommun")["share"].sum()
    assert len(shares) == 290
    assert ((shares - 1).abs() < 1e-9).all()
    assert not pieces.duplicated(["kommun", "lpo"]).any()
    assert not pieces.isna().any().any()


def test_norrmalm_is_two_areas_from_2025():
    before = set(division.to_areas_on(division.load_areas(), date(2024, 12, 31), "lpo")["code"])
    after = set(division.to_areas_on(division.load_areas(), date(2025, 1, 1), "lpo")["code"])
    assert before - after == {"lpo-norrmalm"}
    assert after - before == {"lpo-norra-innerstaden", "lpo-lidingo-kungsholmen"}


def test_only_the_lpo_level_changes():
    assert division.division_starts("lpo") == [date(2018, 9, 24), date(2025, 1, 1)]
    assert division.division_starts("polisomrade") == [date(2018, 9, 24)]
    assert division.division_of("lpo", date(2024, 12, 31)) == date(2018, 9, 24)


def test_a_day_before_the_first_division_is_refused():
    with pytest.raises(division.NoDivision, match="2018-09-24"):
        division.to_pieces(date(2018, 9, 23))


def test_an_unknown_level_is_refused():
    with pytest.raises(division.UnknownLevel, match="polisomrade"):
        division.to_areas_on(division.load_areas(), date(2025, 1, 1), "socken")


def test_a_caller_cannot_change_the_tables():
    areas = division.load_areas()
    areas.loc[0, "name"] = "Norge"
    assert division.load_areas().loc[0, "name"] == "Sverige"


def test_source_and_confidence_follow_every_membership():
    membership = division.load_membership()
    assert (membership["source"] != "").all()
    assert set(membership["confidence"]) == {"high", "medium", "low"}


def test_our_own_tables_meet_every_rule():
    assert checks.check_division(division.load_areas(), division.load_membership()) == []


def broken(change):
    areas, membership = division.load_areas(), division.load_membership()
    areas, membership = change(areas, membership)
    return {(fault.area, fault.rule) for fault in checks.check_division(areas, membership)}


def with_parent(code, parent):
    return lambda a, m: (a.assign(parent=a["parent"].mask(a["code"] == code, parent)), m)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda a, m: (pd.concat([a, a[a["code"] == "lpo-umea"]]), m), ("lpo-umea", "kod")),
        (lambda a, m: (a.replace("2580", "25_80"), m), ("25_80", "kod")),
        (with_parent("lpo-umea", "pr-nord"), ("lpo-umea", "overordnat")),
        (lambda a, m: (a, m[m["kommun"] != "2480"]), ("2480", "tackning")),
        (lambda a, m: (a, m.assign(part="")), ("0180", "tackning")),
        (lambda a, m: (a, m[m["lpo"] != "lpo-gotland"]), ("lpo-gotland", "tomt")),
        (lambda a, m: (a, m.replace("lpo-gotland", "lpo-oland")), ("lpo-oland", "okand")),
        (with_parent("lpo-umea", "po-dalarna"), ("24", "lan")),
    ],
)
def test_a_broken_table_gets_a_named_fault(change, fault):
    assert fault in broken(change)


def test_a_hole_in_time_is_found():
    def change(areas, membership):
        late = membership["lpo"].isin(["lpo-norra-innerstaden"])
        return areas, membership.assign(
            valid_from=membership["valid_from"].mask(late, date(2025, 3, 1))
        )

    assert ("lpo-norra-innerstaden", "tomt") in broken(change)
