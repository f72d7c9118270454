import pandas as pd

from indicators.protection.attack import UnsafeRelease
from indicators.protection.attack_knowledge import COLUMNS as KNOWN
from indicators.protection.findings import COLUMNS, to_found
from indicators.protection.group_facts import WholeGroup
from indicators.protection.suppression import NotProtected

CELL = {"indicator": "i", "part": "lpo-a", "quarter": "2026K1", "sex": "man", "age_group": "12-14"}


def unsafe(**changed):
    row = dict.fromkeys(KNOWN) | CELL | {"finding": "narrowed", "low": 1.0, "high": 2.0} | changed
    return to_found(UnsafeRelease(pd.DataFrame([row])))


def test_a_cell_is_told_by_name_without_what_it_can_be():
    found = unsafe()
    assert list(found.columns) == list(COLUMNS)
    assert found.to_numpy().tolist() == [
        ["narrowed", "i", "lpo", "lpo-a", "2026K1", "man", "12-14"]
    ]


def test_a_sum_is_told_by_its_level():
    assert unsafe(part="polisregion pr-nord")[["level", "code"]].to_numpy().tolist() == [
        ["polisregion", "pr-nord"]
    ]


def test_a_contradiction_is_of_no_figure():
    nowhere = dict.fromkeys(CELL)
    assert unsafe(finding="contradiction", **nowhere)[["level", "code"]].to_numpy().tolist() == [
        ["riket", ""]
    ]


def test_whole_groups_and_hidden_figures_are_told_in_the_same_way():
    group = to_found(WholeGroup(pd.DataFrame([CELL])))
    assert group.iloc[0][["finding", "level", "code"]].to_list() == ["whole-group", "lpo", "lpo-a"]
    figure = {"level": "lan", "code": "25", "year": 2026} | CELL
    hidden = to_found(NotProtected(pd.DataFrame([figure])))
    assert hidden.iloc[0][["finding", "level", "code"]].to_list() == ["worked-out", "lan", "25"]
