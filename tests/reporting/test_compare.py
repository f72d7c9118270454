from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.compare import Change, compare
from reporting.kinds import CELLS, kinds
from reporting.rows import Row
from reporting.values import Gap

MEETINGS = kinds()["deltagande"]
MEASURES = kinds()["atgarder"]
EVENTS = kinds()["handelser"]

ROWS = st.lists(
    st.builds(
        lambda actor, held: Row({"aktor": actor, "hallna": held}),
        st.sampled_from("abcdef"),
        st.integers(0, 9) | st.sampled_from(Gap),
    ),
    unique_by=lambda row: row.values["aktor"],
).map(tuple)


def of(changes: list[Change], field: str) -> dict[tuple[str, ...], str]:
    return {change.identity: change.what for change in changes if change.field == field}


def test_a_changed_value_a_new_row_a_removed_row_and_what_stays_are_told_apart():
    before = [Row({"aktor": one, "hallna": 3}) for one in ("a", "b", "c")]
    after = [Row({"aktor": one, "hallna": held}) for one, held in (("a", 3), ("b", 4), ("d", 3))]
    assert of(compare(MEETINGS, before, after), "hallna") == {
        ("a",): "lika",
        ("b",): "andrad",
        ("d",): "ny",
        ("c",): "borttagen",
    }


def test_a_change_says_the_value_before_and_after():
    changes = compare(MEETINGS, [Row({"aktor": "a", "hallna": 3})], [Row({"aktor": "a"})])
    assert Change(("a",), "hallna", 3, None) in changes


def test_a_field_that_is_answered_for_the_first_time_is_new():
    changes = compare(
        MEETINGS, [Row({"aktor": "a"})], [Row({"aktor": "a", "anteckning": "Sent möte"})]
    )
    assert of(changes, "anteckning") == {("a",): "ny"}


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (0, Gap.MISSING, "andrad"),
        (Gap.MISSING, Gap.NOT_APPLICABLE, "andrad"),
        ("saknas", Gap.MISSING, "andrad"),
        (Gap.MISSING, Gap.MISSING, "lika"),
        (3, 3.0, "lika"),
    ],
)
def test_a_gap_is_neither_zero_nor_its_own_name(before, after, what):
    assert Change(("a",), "hallna", before, after).what == what


def test_a_new_row_that_has_nothing_but_its_keys_is_seen():
    event = Row({"stadium": "planerat", "dag": date(2026, 8, 1)})
    assert [(one.field, one.what) for one in compare(EVENTS, [], [event])] == [("dag", "ny")]


def test_rows_in_another_order_are_the_same():
    rows = [Row({"aktor": one, "hallna": 3}) for one in "abc"]
    assert {change.what for change in compare(MEETINGS, rows, rows[::-1])} == {"lika"}


def test_totals_that_repeat_their_cells_are_no_change():
    cells = {"atgard": "a"} | dict.fromkeys(CELLS, 2)
    changes = compare(MEASURES, [Row(cells)], [Row(cells | {"totalt": 12})])
    assert {change.what for change in changes} == {"lika"}


def test_a_total_beside_a_missing_cell_is_a_value_of_its_own():
    cells = {"atgard": "a"} | dict.fromkeys(CELLS, 2) | {"k_12_14": Gap.MISSING}
    changes = compare(MEASURES, [Row(cells)], [Row(cells | {"totalt": 12})])
    assert of(changes, "totalt") == {("a",): "ny"}


@given(ROWS, ROWS)
def test_back_again_is_the_opposite(before, after):
    there, back = compare(MEETINGS, before, after), compare(MEETINGS, after, before)
    turned = {(one.identity, one.field, one.after, one.before) for one in back}
    assert {(one.identity, one.field, one.before, one.after) for one in there} == turned


@given(ROWS)
def test_nothing_changes_against_itself(rows):
    assert all(change.what == "lika" for change in compare(MEETINGS, rows, rows))
