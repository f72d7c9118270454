import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.protection.attack_knowledge import to_rule
from indicators.protection.group_facts import (
    WholeGroup,
    check_groups,
    check_sums,
    find_whole_populations,
)


def cells(*rows):
    names = ["part", "sex", "age_group", "value"]
    frame = pd.DataFrame(rows, columns=names).astype({"value": "Int64"})
    return frame.assign(indicator="i", quarter="2026K1")


def persons(*rows):
    frame = pd.DataFrame(rows, columns=["part", "sex", "age_group", "persons"])
    return frame.assign(quarter="2026K1")


@pytest.mark.parametrize(("alive", "found"), [(7, 1), (8, 0), (0, 0), (6, 1), (None, 0)])
def test_a_figure_as_large_as_its_population_is_a_fact(alive, found):
    told, lived = cells(("a", "man", "12-14", 7)), persons(("a", "man", "12-14", alive))
    assert len(find_whole_populations(told, lived, 5)) == found


def test_a_rounded_figure_is_compared_by_what_it_surely_is():
    lived = persons(("a", "man", "12-14", 5), ("b", "man", "12-14", 9))
    told = cells(("a", "man", "12-14", 5), ("b", "man", "12-14", 9))
    assert find_whole_populations(told, lived, 5)["part"].tolist() == ["b"]


def test_a_release_with_all_who_live_in_a_group_is_refused_by_name_and_without_counts():
    told = cells(("a", "man", "12-14", 7), ("a", "man", "15-17", 7), ("b", "man", "12-14", None))
    lived = persons(("a", "man", "12-14", 7), ("a", "man", "15-17", 8), ("b", "man", "12-14", 1))
    with pytest.raises(WholeGroup, match=r"1 figures .*i × a × 2026K1 × man × 12-14") as caught:
        check_groups(told, lived, 5)
    assert caught.value.cells["age_group"].tolist() == ["12-14"]
    assert "7" not in str(caught.value)


@pytest.mark.parametrize(("alive", "refused"), [(1, True), (2, False), (0, False)])
def test_a_rounded_base_is_all_of_one_person_alone(alive, refused):
    told, lived = cells(("a", "man", "12-14", 5)), persons(("a", "man", "12-14", alive))
    if refused:
        with pytest.raises(WholeGroup):
            check_groups(told, lived, 5)
    else:
        check_groups(told, lived, 5)


def test_of_a_group_whose_population_is_not_known_nothing_is_said():
    check_groups(cells(("a", "man", "12-14", 900)), persons(), 5)


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), min_size=1, max_size=8),
    st.sampled_from([3, 5, 10]),
)
def test_a_sum_with_all_who_live_there_has_a_cell_with_all_who_do(groups, base):
    """What lets sums be passed by: true of what a reader is sure of, whatever the figures."""
    values = [base * round(count / base) if count < base else count for count, _ in groups]
    told = cells(*((f"p{i}", "man", "12-14", value) for i, value in enumerate(values)))
    lived = persons(*((f"p{i}", "man", "12-14", n) for i, (_, n) in enumerate(groups)))
    sure, _ = to_rule(told["value"].to_numpy(dtype=float), base)
    if sure.sum() >= lived["persons"].sum():
        with pytest.raises(WholeGroup):
            check_groups(told, lived, base)


def raw(*counts):
    """Cells of two parts of one region, both sexes of 12–14, and who lives there: ten a cell."""
    kinds = [(part, sex) for part in ("a", "b") for sex in ("kvinna", "man")]
    frame = pd.DataFrame(kinds, columns=["part", "sex"]).assign(
        indicator="i", quarter="2026K1", age_group="12-14", polisregion="pr-1"
    )
    told = frame.assign(count=pd.Series(counts, dtype="Int64"))
    return told, frame[["part", "quarter", "sex", "age_group"]].assign(persons=10)


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ((10, 10, 0, 0), [("a", "totalt")]),  # all of a part
        ((10, 0, 10, 0), [("polisregion pr-1", "kvinna")]),  # all of a sex in the region
        ((10, 9, 9, 10), []),  # all of a cell that is not told of
        ((10, 0, None, None), [("polisregion pr-1", "kvinna")]),  # of those that have reported
    ],
)
def test_an_exact_sum_of_all_who_live_in_its_group_is_found(counts, found):
    told, lived = raw(*counts)
    if not found:
        check_sums(told, lived)
        return
    with pytest.raises(WholeGroup) as caught:
        check_sums(told, lived)
    assert caught.value.cells[["part", "sex"]].apply(tuple, axis=1).to_list() == found
