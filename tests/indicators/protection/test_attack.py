import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.protection.attack import UnsafeRelease, audit, check
from indicators.protection.attack_knowledge import Release, to_known, to_rule
from indicators.protection.cells import to_cells
from indicators.protection.deduction import Told, deduce
from indicators.protection.margins import to_margin
from indicators.protection.names import IDENTITY, LEVELS
from indicators.protection.published_sums import UnknownTable
from indicators.protection.rounding import round_cells
from indicators.protection.shown_margins import to_splits
from tests.indicators.protection.places import PARTS, to_country, to_given, to_margins_of
from tests.pace import within

KEY = b"a key for tests, of enough bytes"
ALL = [*to_splits()]
SMALL = ("2026K1",)


def made(counts, **places):
    """Raw cells, their true figures in the form of what is published, and the protected ones."""
    cells = to_cells(to_given(counts, **places))
    return cells, cells.rename(columns={"count": "value"}), round_cells(cells, KEY, 5)


def to_intervals(releases, base):
    """The least and greatest count that each cell can hide."""
    known = to_known(releases, base)
    sums = known.sums
    deduced = deduce(Told(known.at_least, known.at_most, sums.members, sums.values, sums.values))
    return known.names.assign(low=deduced.low, high=deduced.high)


def kinds(result):
    return set(result.findings["finding"])


@settings(max_examples=3, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=60), st.sampled_from([3, 5, 10]))
def test_all_margins_of_protected_cells_tell_nothing_more(counts, base):
    protected = round_cells(to_cells(to_given(counts, quarters=SMALL)), KEY, base)
    release = Release(protected, [to_margins_of(protected, ALL, base)])
    assert check([release], base).linked == 0


def test_an_example_release_of_a_year_is_audited_in_seconds():
    cells = to_cells(to_country())
    protected = round_cells(cells, KEY, 5)
    with within(10):
        result = check([Release(protected, [to_margins_of(protected, ALL)])], 5)
    assert result.cells == 2280


def test_one_true_total_leaked_into_a_release_is_refused():
    cells = to_cells(to_country())
    protected = round_cells(cells, KEY, 5)
    truth = cells.rename(columns={"count": "value"})
    for level in LEVELS:
        shown, true = (to_margin(one, level, ("quarter", "sex")) for one in (protected, truth))
        leaked = shown.copy()
        row = (shown["value"] != true["value"]).idxmax()
        leaked.loc[row, "value"] = true.loc[row, "value"]
        with pytest.raises(UnsafeRelease) as caught:
            check([Release(protected, [leaked])], 5)
        found = caught.value.findings
        assert (found["finding"] == "not-its-sum").sum() == 1
        assert found.iloc[0][["part", "quarter", "sex", "age_group"]].tolist() == [
            f"{level} {true.loc[row, 'code']}",
            true.loc[row, "quarter"],
            true.loc[row, "sex"],
            "totalt",
        ]


def test_true_totals_from_elsewhere_that_narrow_a_cell_are_found():
    _, truth, protected = made([1, 0, 0, 0, 0, 0], parts=PARTS[:1], quarters=SMALL)
    elsewhere = to_margin(truth, "lpo", ("quarter",))
    result = audit([Release(protected, elsewhere=[elsewhere])], 5)
    assert kinds(result) == {"narrowed"}
    intervals = to_intervals([Release(protected, elsewhere=[elsewhere])], 5)
    assert (intervals["high"] <= 1).all()
    assert result.linked == 6


def test_a_true_total_that_narrows_nothing_is_let_through():
    _, truth, protected = made([1, 2, 3, 4, 30])
    assert check([Release(protected, elsewhere=[to_margin(truth, "riket", ())])], 5).linked > 0


@st.composite
def published(draw):
    """A handful of cells and some true tables of them."""
    counts = draw(st.lists(st.integers(0, 6), min_size=6, max_size=6))
    base = draw(st.sampled_from([3, 5]))
    specs = draw(st.lists(st.sampled_from([("lpo", split) for split in ALL]), max_size=3))
    return counts, base, specs


@settings(max_examples=15, deadline=None)
@given(published())
def test_the_intervals_are_those_of_trying_every_table(drawn):
    counts, base, specs = drawn
    cells = to_cells(to_given(counts, parts=PARTS[:1], quarters=SMALL))
    protected = round_cells(cells, KEY, base)
    truth = cells.rename(columns={"count": "value"})
    tables = [to_margin(truth, *spec) for spec in specs]
    found = to_intervals([Release(protected, elsewhere=tables)], base)
    ends = zip(*to_rule(protected["value"].to_numpy(dtype=float), base), strict=True)
    tried = np.array(
        list(itertools.product(*(range(int(low), int(high) + 1) for low, high in ends)))
    )
    raw = cells["count"].to_numpy(dtype=int)
    for _, split in specs:
        for group in to_groups(cells, split):
            tried = tried[tried[:, group].sum(axis=1) == raw[group].sum()]
    assert found["low"].tolist() == tried.min(axis=0).tolist()
    assert found["high"].tolist() == tried.max(axis=0).tolist()


def to_groups(cells, split):
    """The cells of each sum of one area and quarter, as flags."""
    names = [name for name in split if name != "quarter"]
    marks = np.array(["|".join(row) for row in cells[names].astype(str).to_numpy()] or [""])
    return [marks == mark for mark in np.unique(marks)]


def test_a_small_count_that_was_not_rounded_is_found():
    _, truth, protected = made([1, 2, 30], quarters=SMALL)
    row = protected.index[0]
    protected.loc[row, "value"] = truth.loc[row, "value"]
    assert kinds(audit([Release(protected)], 5)) == {"shown-small"}


def test_figures_that_no_counts_fit_contradict_each_other():
    _, truth, protected = made([1], quarters=SMALL)
    impossible = to_margin(truth, "lpo", ()).assign(value=10_000)
    assert kinds(audit([Release(protected, elsewhere=[impossible])], 5)) == {"contradiction"}


def test_cells_without_a_figure_are_no_part_of_the_audit():
    raw = to_given([1, 2, 30], quarters=SMALL)
    raw.loc[:9, "count"] = None
    protected = round_cells(to_cells(raw), KEY, 5)
    result = check([Release(protected, [to_margins_of(protected, ALL)])], 5)
    assert result.cells == 20


def test_a_table_that_cannot_be_read_is_refused():
    _, _, protected = made([1], quarters=SMALL)
    with pytest.raises(UnknownTable, match="code"):
        audit([Release(protected, [pd.DataFrame({"level": ["lpo"]})])], 5)


def revised(changes, previous=True):
    """Two releases, the second with some counts changed; with the rounding kept or not."""
    cells = to_cells(to_given([1, 2, 3, 4, 30, 0]))
    first = round_cells(cells, KEY, 5)
    later = cells.copy()
    for row, count in changes.items():
        later.loc[row, "count"] = count
    before = cells.assign(value=first["value"]) if previous else None
    second = round_cells(later, b"another key for another year....", 5, before)
    unchanged = later["count"] == cells["count"]
    return cells, later, first, second, unchanged


@settings(max_examples=3, deadline=None)
@given(st.dictionaries(st.integers(0, 119), st.integers(0, 9), max_size=15))
def test_two_releases_with_the_rounding_kept_tell_nothing_more_together(changes):
    _, _, first, second, unchanged = revised(changes)
    releases = [
        Release(first, [to_margins_of(first, ALL[:3])]),
        Release(second, [to_margins_of(second, ALL[:3])], unchanged=unchanged),
    ]
    assert check(releases, 5).is_safe


def test_an_unchanged_cell_that_is_rounded_anew_is_found():
    _, _, first, second, unchanged = revised({}, previous=False)
    result = audit([Release(first), Release(second, unchanged=unchanged)], 5)
    assert kinds(result) == {"two-roundings", "narrowed"}
    told_twice = (first["value"] != second["value"]).sum()
    assert (result.findings["finding"] == "two-roundings").sum() == told_twice > 0


def test_true_totals_of_two_years_tell_what_a_single_changed_cell_changed_by():
    cells, later, first, second, unchanged = revised({0: 4})
    tables = [
        to_margin(one.rename(columns={"count": "value"}), "riket", ()) for one in (cells, later)
    ]
    releases = [
        Release(first, elsewhere=tables[:1]),
        Release(second, elsewhere=tables[1:], unchanged=unchanged),
    ]
    assert check(releases[:1], 5).is_safe
    found = audit(releases, 5).findings
    # The one changed cell grew by three, so it can't have been more than one or two
    assert set(found["part"]) == {cells.loc[0, "part"]}
    assert len(found) == 2
    assert not found.duplicated([*IDENTITY, "low", "high"]).any()
