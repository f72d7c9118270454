"""What is hidden beside small figures: enough, as little as can be, never what may not be."""

import numpy as np

from indicators.protection.cells import to_cells
from indicators.protection.companions import find_hidden
from indicators.protection.planned_tables import to_plan
from indicators.protection.suppression import find_weak
from tests.indicators.protection.places import to_country, to_given

# LPO of one polisområde, each a kommun of its own
PARTS = tuple((f"p{i}", f"lpo-{i}", "po-1", "pr-1", f"k{i}", "01") for i in range(4))


def planned(counts):
    given = to_given([0], PARTS, ("2026K1",)).iloc[::6].assign(sex="totalt", age_group="totalt")
    return to_plan(to_cells(given.assign(count=counts)))


def to_small(plan):
    return (plan.values > 0) & (plan.values < 5)


def found(plan, fixed=()):
    """The values of what is hidden."""
    kept = np.isin(plan.values, fixed)
    return sorted(plan.values[find_hidden(plan, to_small(plan), kept, 3)].tolist())


def test_a_small_figure_is_hidden_with_the_smallest_that_is_large_enough():
    assert found(planned([2, 9, 300, 20])) == [2, 9]


def test_two_small_figures_do_for_each_other_when_both_can_move():
    assert found(planned([3, 4, 300, 400])) == [3, 4]


def test_two_of_one_person_each_can_only_be_one_each_and_need_more():
    assert found(planned([1, 1, 300, 400])) == [1, 1, 300]


def test_a_zero_is_no_use_since_none_is_hidden():
    assert set(found(planned([2, 0, 0, 0]))) == {2}  # all that are the one number
    assert 0 not in found(planned([2, 0, 0, 30]))


def test_what_is_fixed_is_not_hidden():
    assert found(planned([2, 9, 300, 20]), fixed=[9]) == [2, 20]
    assert found(planned([2, 9, 300, 20]), fixed=[9, 20, 300]) == [2, 331]


def test_where_nothing_helps_the_figure_is_left_to_the_audit():
    plan = planned([2, 9, 300, 20])
    kept = np.isin(plan.values, [9, 20, 300, 331])
    hidden = find_hidden(plan, to_small(plan), kept, 3)
    assert plan.values[hidden].tolist() == [2]
    assert len(find_weak(plan, hidden, 5)) == 1


def test_a_quarter_of_a_country_is_safe_and_mostly_shown():
    cells = to_country()
    plan = to_plan(to_cells(cells[cells["quarter"] == "2005K1"].reset_index(drop=True)))
    hidden = find_hidden(plan, to_small(plan), np.zeros(len(plan.values), dtype=bool), 3)
    assert len(find_weak(plan, hidden, 5)) == 0
    assert hidden.sum() < 3 * to_small(plan).sum()
