import pandas as pd
import pytest

from indicators.periods import BadPeriod
from indicators.protection import cell_errors as errors
from indicators.protection.cells import COLUMNS, is_shown, to_cells
from tests.indicators.protection.places import to_given


def changed(column, value, row=7):
    given = to_given([1, 2, 30])
    given[column] = given[column].astype(object)
    given.loc[row, column] = value
    return given


def test_cells_come_in_order_with_year_and_country_whatever_the_order_they_came_in():
    given = to_given([1, 2, 30])
    cells = to_cells(given)
    assert list(cells.columns) == list(COLUMNS)
    assert set(cells["year"]) == {2026}
    assert set(cells["riket"]) == {"se"}
    pd.testing.assert_frame_equal(cells, to_cells(given.sample(frac=1, random_state=1)))


@pytest.mark.parametrize(
    ("column", "value", "error"),
    [
        ("count", -1, errors.NegativeCount),
        ("count", 1.5, errors.FractionalCount),
        ("count", float("inf"), errors.FractionalCount),
        ("sex", "flicka", errors.UnknownSex),
        ("age_group", "21-25", errors.UnknownAge),
        ("age_group", "12–14", errors.UnknownAge),
        ("sex", "totalt", errors.MixedTotals),
        ("quarter", "2026-K1", BadPeriod),
        ("quarter", 20261, BadPeriod),
        ("lpo", None, errors.MissingPlace),
        ("part", "", errors.MissingPlace),
        ("polisregion", None, errors.MissingPlace),
        ("lpo", "lpo-b", errors.NotNested),
        ("polisregion", "pr-2", errors.NotNested),
        ("lan", "02", errors.NotNested),
    ],
)
def test_what_is_wrong_has_a_name(column, value, error):
    with pytest.raises(error):
        to_cells(changed(column, value))


def test_no_message_tells_a_count():
    with pytest.raises(errors.NegativeCount) as caught:
        to_cells(changed("count", -4711))
    assert "4711" not in str(caught.value)
    assert "a1 × 2026K2" in str(caught.value)


def test_the_same_cell_twice_is_refused():
    given = to_given([1])
    with pytest.raises(errors.DuplicateCell):
        to_cells(pd.concat([given, given.head(1)]))


def test_totals_beside_the_six_cells_are_refused_and_totals_alone_are_not():
    given = to_given([1])
    totals = given.iloc[::6].assign(sex="totalt", age_group="totalt")
    assert len(to_cells(totals)) == 20
    with pytest.raises(errors.MixedTotals):
        to_cells(pd.concat([given, totals]))


def test_every_missing_column_is_named():
    with pytest.raises(errors.MissingColumn, match="part, count"):
        to_cells(to_given([1]).drop(columns=["part", "count"]))


def test_missing_stays_missing_and_is_not_the_same_as_not_applicable():
    given = changed("count", None).assign(reason=None)
    given.loc[8, ["count", "reason"]] = [None, "ej-tillampligt"]
    cells = to_cells(given)
    assert cells["reason"].value_counts().to_dict() == {
        "ok": 118,
        "saknas": 1,
        "ej-tillampligt": 1,
    }
    assert cells["count"].isna().sum() == 2
    assert (~is_shown(cells)).sum() == 2


def test_a_preliminary_count_says_so_and_a_missing_one_stays_missing():
    given = changed("count", None).assign(preliminary=True)
    assert to_cells(given)["reason"].value_counts().to_dict() == {"preliminart": 119, "saknas": 1}


@pytest.mark.parametrize("reason", ["saknas", "ej-tillampligt", "skyddat", "nonsens"])
def test_a_count_beside_a_reason_for_none_is_refused(reason):
    with pytest.raises(errors.ContradictoryReason):
        to_cells(to_given([1]).assign(reason=reason))


def test_a_part_across_lan_has_none_and_an_area_may_change_parent_between_quarters():
    given = to_given([1])
    given.loc[given["part"] == "b1", ["kommun", "lan"]] = None
    moved = (given["part"] == "d1") & (given["quarter"] > "2026K2")
    given.loc[moved, "lpo"] = "lpo-e"
    cells = to_cells(given)
    assert cells["lan"].isna().sum() == 24
    assert set(cells.loc[cells["part"] == "d1", "lpo"]) == {"lpo-d", "lpo-e"}


def test_no_cells_at_all_are_no_error():
    assert to_cells(to_given([1]).head(0)).empty
