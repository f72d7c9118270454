"""Which cells a release is made of."""

import pandas as pd
import pytest

from data_access.approval import approve, unlock
from data_access.raw.counted import to_cells
from data_access.raw.released import note_released, read_approved, read_released
from data_access.submissions import undo
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from reporting.values import Gap
from tests.data_access.reports import FULL, MEASURES, NEAR, Q3, REGIONAL, newest, sent

SPLIT = {("atgard", "samtal")}


@pytest.fixture
def approved(engine):
    """approved(rows, unit): sent and approved."""

    def make(rows, unit=MEASURES):
        sent({unit: rows}, viewer=REGIONAL)
        approve([newest(unit).id], viewer=REGIONAL)
        return newest(unit).id

    return make


def test_what_is_split_is_its_six_cells_and_never_a_total(approved):
    approved((Row({"atgard": "samtal", **dict.fromkeys(CELLS, 3)}),))
    cells = read_approved(SPLIT).cells
    assert len(cells) == 6
    assert set(cells["age"]) == {"12-14", "15-17", "18-20"}
    assert set(cells["sex"]) == {"kvinna", "man"}
    assert list(cells["count"]) == [3] * 6


def test_what_is_not_split_is_its_total_though_the_store_keeps_only_parts(approved):
    approved((Row({"atgard": "samtal", **dict.fromkeys(CELLS, 3)}),))
    cells = read_approved(set()).cells
    assert cells[["sex", "age", "count"]].to_numpy().tolist() == [["totalt", "totalt", 18]]


def test_women_and_men_sum_to_the_total_where_both_are_known(approved):
    other = Unit(NEAR, "atgarder", Q3)
    approved((Row({"atgard": "samtal", "kvinnor": 4, "man": 5}),))
    approved((Row({"atgard": "samtal", "kvinnor": 4, "man": Gap.MISSING}),), other)
    cells = read_approved(set()).cells.set_index("area")
    assert cells.loc[MEASURES.area, "count"] == 9
    assert pd.isna(cells.loc[NEAR, "count"])
    assert cells.loc[NEAR, "gap"] == "saknas"


def test_missing_not_applicable_and_zero_are_three_things(approved):
    values = {"k_12_14": 0, "k_15_17": Gap.MISSING, "k_18_20": Gap.NOT_APPLICABLE}
    approved((Row({"atgard": "samtal", **values}),))
    cells = read_approved(SPLIT).cells.set_index(["sex", "age"])
    assert cells.loc[("kvinna", "12-14"), "count"] == 0
    assert pd.isna(cells.loc[("kvinna", "12-14"), "gap"])
    assert cells.loc[("kvinna", "15-17"), "gap"] == "saknas"
    assert cells.loc[("kvinna", "18-20"), "gap"] == "ej-tillampligt"
    assert cells.loc[("man", "12-14"), "gap"] == "saknas"  # not answered


def test_only_what_is_approved_is_in_it_and_what_is_unlocked_as_it_was(approved):
    sent({Unit(NEAR, "atgarder", Q3): (FULL,)}, viewer=REGIONAL)
    first = approved((Row({"atgard": "samtal", **dict.fromkeys(CELLS, 3)}),))
    unlock([first], "Fel underlag", viewer=REGIONAL)
    changed = (Row({"atgard": "samtal", **dict.fromkeys(CELLS, 7), "anteckning": "Rättat"}),)
    sent({MEASURES: changed}, viewer=REGIONAL)
    given = read_approved(SPLIT)
    assert set(given.cells["area"]) == {MEASURES.area}
    assert set(given.cells["count"]) == {3}
    assert given.submissions == {first}
    approve([newest().id], viewer=REGIONAL)
    assert set(read_approved(SPLIT).cells["count"]) == {7}


def test_what_is_undone_is_not_in_it(engine):
    sent({MEASURES: (FULL,)}, viewer=REGIONAL)
    undo(newest().sending, "Fel kvartal", viewer=REGIONAL)
    assert read_approved(SPLIT).cells.empty


def test_a_release_is_read_again_as_it_was_made(approved):
    first = approved((Row({"atgard": "samtal", **dict.fromkeys(CELLS, 3)}),))
    note_released("a" * 32, [first])
    unlock([first], "Fel underlag", viewer=REGIONAL)
    again = approved(
        (Row({"atgard": "samtal", **dict.fromkeys(CELLS, 7), "anteckning": "Rättat"}),)
    )
    note_released("b" * 32, [again])
    assert set(read_released("a" * 32, SPLIT).cells["count"]) == {3}
    assert set(read_released("b" * 32, SPLIT).cells["count"]) == {7}
    assert read_released("b" * 32, SPLIT, besides=[again]).cells.empty
    assert read_released("c" * 32, SPLIT).cells.empty


def test_nothing_reported_gives_no_cells_and_the_same_columns(engine):
    given = read_approved(SPLIT)
    assert given.cells.empty
    assert list(given.cells.columns) == list(to_cells(given.units, _no_values(), SPLIT).columns)


def _no_values():
    return pd.DataFrame(columns=["submission", "row", "field", "number", "text", "gap"])
