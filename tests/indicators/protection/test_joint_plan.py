"""Exact figures of two releases read together: what is hidden in either stays hidden."""

import numpy as np
import pandas as pd
import pytest

from indicators.protection.cells import to_cells
from indicators.protection.joint_plan import Earlier, to_joint
from indicators.protection.planned_tables import FIGURE
from indicators.protection.suppression import (
    NotProtected,
    check_hidden,
    find_weak,
    suppress_quarters,
)
from tests.indicators.protection.places import to_country, to_given

# Five LPO of one polisområde, each a kommun of its own
PARTS = tuple((f"p{i}", f"lpo-{i}", "po-1", "pr-1", f"k{i}", "01") for i in range(5))
THEN, NOW = (2, 10, 50, 300, 400), (2, 200, 50, 300, 400)  # the second LPO is revised


def counted(counts, quarter="2026K1"):
    """Counts of the five, not split by sex and age."""
    given = to_given([0], PARTS, (quarter,)).iloc[::6].assign(sex="totalt", age_group="totalt")
    return to_cells(given.assign(count=counts))


def find_weak_together(cells, figures, earlier):
    """Numbers that can be worked out from two releases, whatever either was made by."""
    joint = to_joint(cells, earlier)
    own = joint.plan.figures.head(joint.figures)
    told = own[[*FIGURE, "number"]].merge(figures, on=list(FIGURE), how="inner")
    hidden = joint.hidden.copy()
    hidden[told.loc[told["reason"] == "skyddat", "number"]] = True
    return find_weak(joint.plan, hidden & ~joint.shown, 5)


def to_hidden(figures):
    found = figures[(figures["level"] == "lpo") & (figures["reason"] == "skyddat")]
    return set(found["code"])


def test_two_releases_that_hide_with_different_companions_tell_what_they_hide():
    """The first hides the small with the second LPO, and shows the third; the second does not."""
    then, now = counted(THEN), counted(NOW)
    first, second = suppress_quarters(then, 5), suppress_quarters(now, 5)
    assert (to_hidden(first), to_hidden(second)) == ({"lpo-0", "lpo-1"}, {"lpo-0", "lpo-2"})
    assert len(find_weak_together(now, second, [Earlier(then, first)])) > 0


def test_beside_the_earlier_release_the_next_tells_nothing_more():
    then, now = counted(THEN), counted(NOW)
    first = suppress_quarters(then, 5)
    second = suppress_quarters(now, 5, [Earlier(then, first)])
    assert to_hidden(second) == {"lpo-0", "lpo-1"}
    assert len(find_weak_together(now, second, [Earlier(then, first)])) == 0


def test_where_all_others_were_shown_before_the_sums_are_hidden_instead():
    """Hiding another LPO would be no use: the earlier release tells what it is."""
    then, now = counted((20, 10, 50, 300, 400)), counted((2, 10, 50, 300, 400))
    first = suppress_quarters(then, 5)
    assert not (first["reason"] == "skyddat").any()
    second = suppress_quarters(now, 5, [Earlier(then, first)])
    assert to_hidden(second) == {"lpo-0"}
    sums = second[second["code"].isin(["po-1", "pr-1", "se", "01"])]
    assert set(sums["reason"]) == {"skyddat"}


def test_what_was_hidden_and_is_not_revised_stays_hidden():
    then, now = counted(THEN), counted((2, 10, 50, 300, 500))
    first = suppress_quarters(then, 5)
    second = suppress_quarters(now, 5, [Earlier(then, first)])
    assert to_hidden(second) == to_hidden(first)


def test_a_quarter_more_leaves_the_others_as_they_were():
    whole = to_country(areas=8, per_quarter=900, seed=4)
    then = to_cells(whole[whole["quarter"] < "2005K2"].reset_index(drop=True))
    now = to_cells(whole[whole["quarter"] < "2005K3"].reset_index(drop=True))
    first = suppress_quarters(then, 5)
    second = suppress_quarters(now, 5, [Earlier(then, first)])
    kept = second[second["quarter"] == "2005K1"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, first)
    assert set(second["quarter"]) == {"2005K1", "2005K2"}


def test_a_years_sum_is_not_published():
    figures = suppress_quarters(counted(THEN), 5)
    assert set(figures["quarter"]) == {"2026K1"}


def test_a_sum_that_only_the_earlier_release_shows_counts_in_the_audit():
    """The first LPO is revised, and with it every sum: the second is hidden in them all, and is
    still what is left of the earlier sum."""
    then, now = counted((20, 10, 50, 300, 400)), counted((21, 10, 50, 300, 400))
    alone = to_joint(now)
    check_hidden(alone.plan, _with_second(alone), 5)
    joint = to_joint(now, [Earlier(then, suppress_quarters(then, 5))])
    with pytest.raises(NotProtected):
        check_hidden(joint.plan, _with_second(joint), 5)


def _with_second(joint):
    """The release's own numbers that the second LPO is in."""
    own = joint.plan.figures.head(joint.figures)
    hidden = np.zeros(len(joint.plan.values), dtype=bool)
    hidden[own.loc[own["code"].isin(["lpo-1", "k1", "po-1", "pr-1", "01", "se"]), "number"]] = True
    return hidden


def test_without_an_earlier_release_there_is_one_plan():
    joint = to_joint(counted(THEN))
    assert (joint.new, joint.figures) == (len(joint.plan.values), len(joint.plan.figures))
    assert not joint.shown.any()
    assert not joint.hidden.any()


def test_a_count_that_is_revised_back_is_hidden_with_what_it_was_hidden_with():
    """The release between shows all. Audited with that alone, the last would show what the first
    hid the small one with."""
    then, now = counted(THEN), counted((20, 200, 55, 300, 400))
    first = Earlier(then, suppress_quarters(then, 5))
    second = Earlier(now, suppress_quarters(now, 5, [first]))
    back = counted((2, 10, 8, 300, 400))
    before = [second, first]
    alone = suppress_quarters(back, 5, [second])
    assert to_hidden(alone) == {"lpo-0", "lpo-2"}
    assert len(find_weak_together(back, alone, before)) > 0
    third = suppress_quarters(back, 5, [second, first])
    assert to_hidden(third) == {"lpo-0", "lpo-1"}
    assert len(find_weak_together(back, third, before)) == 0


def test_what_any_earlier_release_has_shown_is_no_use_to_hide():
    then, now, last = counted((20, 10, 50, 300, 400)), counted(THEN), counted((2, 10, 51, 300, 400))
    shown = Earlier(then, suppress_quarters(then, 5))
    hiding = Earlier(now, suppress_quarters(now, 5, [shown]))
    third = suppress_quarters(last, 5, [hiding, shown])
    assert "lpo-1" not in to_hidden(third)
    before = [hiding, shown]
    assert len(find_weak_together(last, third, before)) == 0
