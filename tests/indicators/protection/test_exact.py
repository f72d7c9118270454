"""Exact figures as readers get them: planned or protected, never zero for what is not shown."""

import pandas as pd

from indicators.protection.cells import to_cells
from indicators.protection.exact import FIGURE, with_sums
from indicators.protection.margins import to_margin
from indicators.protection.planned_tables import to_plannable
from tests.indicators.protection.places import PARTS, to_given

ROW = {"level": "lpo", "code": "lpo-a", "quarter": "2026K1", "sex": "totalt", "age_group": "totalt"}


def reporting():
    """Who has reported: all but lpo-c; of lpo-d nothing applies."""
    given = to_given([0], PARTS, ("2026K1",)).assign(reason=None)
    given.loc[given["part"].isin(["c1", "d1"]), "count"] = None
    given.loc[given["part"] == "d1", "reason"] = "ej-tillampligt"
    return to_cells(given).rename(columns={"count": "value"})


def told(split, *sums):
    figures = to_margin(reporting(), "lpo", split)
    planned = pd.DataFrame([ROW | one for one in sums], columns=[*FIGURE, "value"])
    return with_sums(figures, planned.astype({"value": "Int64"})).set_index("code")


def test_planned_figures_are_told_and_hidden_ones_are_protected():
    found = told(("quarter",), {"value": 40}, {"code": "lpo-b", "value": None})
    assert (found.loc["lpo-a", "value"], found.loc["lpo-a", "reason"]) == (40, "ok")
    assert found.loc["lpo-b", "reason"] == "skyddat"
    assert found.isna().loc["lpo-b", "value"]


def test_what_is_missing_or_does_not_apply_stays_so():
    found = told(("quarter",), {"code": "lpo-c", "value": 40})
    assert (found.loc["lpo-c", "reason"], found.loc["lpo-d", "reason"]) == (
        "saknas",
        "ej-tillampligt",
    )
    assert found["value"].isna().all()


def test_what_is_not_planned_is_protected_and_nothing_is_rounded():
    for split in ((), ("quarter", "sex"), ("age_group",)):
        found = told(split, {"value": 40})
        assert set(found.loc[["lpo-a"], "reason"]) == {"skyddat"}
        assert not found["rounded"].any()
        assert found["value"].isna().all()


def test_a_part_that_lacks_some_of_its_counts_lacks_all():
    given = to_given([7], PARTS, ("2026K1", "2026K2"))
    given.loc[0, "count"] = None  # one of six of a1 in the first quarter
    cells = to_plannable(to_cells(given))
    lacks = cells[cells["count"].isna()]
    assert set(zip(lacks["part"], lacks["quarter"], strict=True)) == {("a1", "2026K1")}
    assert len(lacks) == 6
    assert set(lacks["reason"]) == {"saknas"}
    assert set(cells.loc[cells["count"].notna(), "reason"]) == {"ok"}


def test_a_part_to_which_nothing_applies_is_left_so():
    given = to_given([7], PARTS, ("2026K1",)).assign(reason=None)
    given.loc[given["part"] == "d1", ["count", "reason"]] = [None, "ej-tillampligt"]
    cells = to_plannable(to_cells(given))
    assert set(cells.loc[cells["part"] == "d1", "reason"]) == {"ej-tillampligt"}
