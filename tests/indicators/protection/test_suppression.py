import itertools

import numpy as np
import pandas as pd
import pytest

from indicators.protection import suppression
from indicators.protection.base import BadBase
from indicators.protection.cells import to_cells
from indicators.protection.planned_tables import FIGURE, SHOWN, to_plan
from indicators.protection.suppression import (
    NotProtected,
    check_hidden,
    find_weak,
    suppress_quarters,
    to_hidden_intervals,
)
from tests.indicators.protection.places import PARTS, to_country, to_given
from tests.pace import within


def is_hidden(figures):
    return figures["reason"] == "skyddat"


def to_small(plan, base=5):
    return (plan.values > 0) & (plan.values < base)


def test_the_plan_has_no_figure_twice_and_every_figure_is_the_sum_of_its_atoms():
    cells = to_cells(to_given([1, 2, 30, 0, 7]))
    plan = to_plan(cells)
    assert not plan.figures.duplicated(["level", "code", "quarter", "sex", "age_group"]).any()
    places = cells.groupby(["part", "quarter"])["count"].sum().to_numpy(dtype=float)
    groups = cells.groupby(["polisregion", "quarter", "sex", "age_group"])["count"].sum()
    atoms = np.append(places, groups.to_numpy(dtype=float))
    assert (plan.members @ atoms == plan.values).all()
    assert (plan.twins @ atoms == plan.values[plan.twin_of]).all()
    assert (plan.values[plan.figures["number"]] == plan.figures["value"]).all()


def test_nothing_small_hides_nothing():
    assert not is_hidden(suppress_quarters(to_cells(to_given([0, 50, 60])), 5)).any()


def test_hiding_the_small_alone_is_not_enough_and_is_refused():
    plan = to_plan(to_cells(to_country()))
    small = to_small(plan)
    with pytest.raises(NotProtected, match="could be worked out") as caught:
        check_hidden(plan, small, 5)
    low, high = to_hidden_intervals(plan, small)
    assert (low[small] == high[small]).sum() > 10
    assert len(caught.value.cells) >= len(find_weak(plan, small, 5))


def test_an_example_year_is_protected_in_seconds_with_most_of_it_shown():
    with within(20):
        figures = suppress_quarters(to_cells(to_country()), 5)
    assert is_hidden(figures).mean() < 0.2
    shown = figures["value"].dropna()
    assert not ((shown > 0) & (shown < 5)).any()
    assert (figures["value"].isna() == is_hidden(figures)).all()
    assert set(figures["reason"]) == {"ok", "skyddat"}, "nobody is told which were small"
    assert list(figures.columns) == list(SHOWN)


@pytest.mark.parametrize(("seed", "base"), [(1, 3), (0, 5)])  # in the first nothing is small
def test_what_is_hidden_keeps_its_values_and_the_truth_is_among_them(seed, base):
    cells = to_cells(to_country(areas=8, per_quarter=1500, seed=seed))
    figures, plan = suppress_quarters(cells, base), to_plan(cells)
    hidden = np.zeros(len(plan.values), dtype=bool)
    marked = figures.loc[is_hidden(figures), list(FIGURE)].merge(plan.figures, on=list(FIGURE))
    hidden[marked["number"]] = True
    low, high = to_hidden_intervals(plan, hidden)
    assert len(marked) == is_hidden(figures).sum()
    assert hidden.any() == to_small(plan, base).any()  # some chances have nothing small
    assert (high - low)[hidden].min(initial=base) >= base - 2
    assert ((low <= plan.values) & (plan.values <= high)).all()


def test_the_intervals_are_those_of_trying_every_table():
    """One part in one quarter, of which the sums of sexes and of ages are shown."""
    plan = to_plan(to_cells(to_given([1, 2, 3, 5, 3, 4], PARTS[:1], ("2026K1",))))
    inner = (plan.figures["level"] == "riket") & (plan.figures["sex"] != "totalt")
    inner &= plan.figures["age_group"] != "totalt"
    hidden = np.zeros(len(plan.values), dtype=bool)
    hidden[plan.figures.loc[inner, "number"]] = True
    low, high = to_hidden_intervals(plan, hidden)
    tables = np.array(list(itertools.product(range(8), repeat=6))).reshape(-1, 2, 3)
    fits = (tables.sum(axis=1) == [6, 5, 7]).all(axis=1)
    fits &= (tables.sum(axis=2) == [6, 12]).all(axis=1)
    fitting = tables[fits & (tables > 0).all(axis=(1, 2))].reshape(-1, 6)  # no zero is hidden
    numbers = plan.figures.loc[inner].sort_values(["sex", "age_group"])["number"].to_numpy()
    assert low[numbers].tolist() == fitting.min(axis=0).tolist()
    assert high[numbers].tolist() == fitting.max(axis=0).tolist()


def test_the_same_number_under_two_names_is_hidden_under_both():
    """LPO d, its polisområde, its region, its kommun and its län are one and the same here."""
    raw = to_given([0, 0, 1, 40, 50, 60], quarters=("2026K1", "2026K2"))
    figures = suppress_quarters(to_cells(raw), 5)
    same = figures[figures["code"].isin(["lpo-d", "po-3", "k4", "03"])]
    assert same.groupby(["quarter", "sex", "age_group"])["value"].nunique(dropna=False).max() == 1


def test_a_small_number_that_stands_elsewhere_too_is_refused_with_its_figures():
    """Three persons in the whole country: every sum of them is the same small number."""
    cells = to_cells(to_given([3] + [0] * 5, PARTS[:1], ("2026K1",)))
    figures = suppress_quarters(cells, 5)  # all of them can be hidden together
    assert is_hidden(figures).sum() == (to_plan(cells).figures["value"] > 0).sum()
    plan = to_plan(cells)
    hidden = to_small(plan)
    whole = (plan.figures["level"] == "riket") & (plan.figures["sex"] == "totalt")
    whole &= plan.figures["age_group"] == "totalt"
    hidden[plan.figures.loc[whole, "number"]] = False
    with pytest.raises(NotProtected) as caught:
        check_hidden(plan, hidden, 5)
    assert not caught.value.cells.empty


def test_what_can_not_be_helped_is_refused_rather_than_published(monkeypatch):
    monkeypatch.setattr(suppression, "find_hidden", lambda _plan, hidden, *_more: hidden)
    with pytest.raises(NotProtected):
        suppress_quarters(to_cells(to_country()), 5)


def test_what_is_counted_in_all_alone_has_no_tables_by_sex_and_age():
    raw = to_given([2, 40, 50], indicator="j").iloc[::6].assign(sex="totalt", age_group="totalt")
    figures = suppress_quarters(to_cells(raw), 5)
    assert set(figures["sex"]) == {"totalt"}
    assert not figures.duplicated(["level", "code", "quarter"]).any()


def test_missing_cells_are_missing_and_not_hidden():
    raw = to_given([40])
    raw.loc[raw["part"] == "a1", "count"] = None
    figures = suppress_quarters(to_cells(raw), 5)
    assert not is_hidden(figures).any()
    assert set(figures.loc[figures["code"] == "lpo-a", "reason"]) == {"saknas"}
    whole = figures[(figures["level"] == "riket") & (figures["sex"] == "totalt")]
    assert (whole["missing"] > 0).all()


def test_no_cells_and_no_base():
    assert suppress_quarters(to_cells(to_given([1]).head(0)), 5).empty
    with pytest.raises(BadBase):
        suppress_quarters(to_cells(to_given([1])), 0)


def test_a_part_in_no_kommun_is_in_the_other_tables():
    raw = to_given([2, 40, 50, 60, 70, 80])
    raw.loc[raw["part"] == "b1", ["kommun", "lan"]] = None
    plan = to_plan(to_cells(raw))
    figures = suppress_quarters(to_cells(raw), 5)
    assert len(figures) == len(plan.figures)
    assert not figures["code"].isna().any()


def test_each_quarter_of_each_indicator_is_protected_by_itself():
    raw = [to_given([2, 40, 50, 60], PARTS, (quarter,)) for quarter in ("2026K1", "2026K2")]
    both = suppress_quarters(to_cells(pd.concat(raw)), 5)
    alone = suppress_quarters(to_cells(raw[1]), 5)
    pd.testing.assert_frame_equal(both[both["quarter"] == "2026K2"].reset_index(drop=True), alone)
