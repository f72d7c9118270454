import numpy as np
import pandas as pd
import pytest

from indicators.protection.cells import to_cells
from indicators.protection.published_sums import Sums, UnknownTable, stack, to_sums
from indicators.protection.rounding import round_cells
from indicators.protection.shown_margins import to_splits
from tests.indicators.protection.places import to_given, to_margins_of

KEY = b"a key for tests, of enough bytes"


def protected():
    raw = to_given([1, 2, 30])
    raw.loc[:3, "count"] = None
    raw.loc[raw["part"] == "b1", ["kommun", "lan"]] = None
    return round_cells(to_cells(raw), KEY, 5)


def test_every_margin_is_read_back_as_the_sum_it_is():
    cells = protected()
    table = to_margins_of(cells, list(to_splits()))
    sums = to_sums(table, cells)
    values = cells["value"].fillna(0).to_numpy(dtype=float)
    assert (sums.members @ values == sums.values).all()
    assert len(sums.values) == table["value"].notna().sum()


def test_a_figure_of_a_single_part_and_one_of_nothing():
    cells = protected()
    table = pd.DataFrame(
        [
            ("part", "d1", "i", 2026, "2026K1", "man", "12-14"),
            ("lpo", "lpo-x", "i", 2026, *3 * ["totalt"]),
        ],
        columns=["level", "code", "indicator", "year", "quarter", "sex", "age_group"],
    ).assign(value=5)
    sums = to_sums(table, cells)
    assert sums.members.sum(axis=1).tolist() == [1, 0]
    assert cells["part"].iloc[sums.members.indices[0]] == "d1"


def test_a_table_without_its_columns_is_refused_by_name():
    with pytest.raises(UnknownTable, match="level, code"):
        to_sums(pd.DataFrame({"value": [1]}), protected())


def test_tables_of_different_cells_stand_below_each_other():
    cells = protected()
    one = to_sums(to_margins_of(cells, [()]), cells)
    numbers = np.arange(len(cells)) + 7
    both = stack([(one, numbers), (one, numbers)], len(cells) + 7)
    assert both.members.shape == (2 * len(one.values), len(cells) + 7)
    assert both.members[:, :7].nnz == 0
    assert stack([], 4).members.shape == (0, 4)
    assert isinstance(both, Sums)
