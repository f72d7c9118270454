import pandas as pd

from indicators.protection.cells import to_cells
from indicators.protection.quality import to_deviation, to_hidden, to_told
from indicators.protection.rounding import round_cells
from tests.indicators.protection.places import PARTS, to_country, to_given

KEY = b"a key for tests, of enough bytes"


def shown(cells, value):
    return cells.drop(columns="count").assign(value=pd.Series(value, dtype="Int64"))


def test_deviation_is_that_of_sums_and_not_of_cells():
    cells = to_cells(to_given([4, 1, 0, 0, 0, 0], PARTS[:1], ("2026K1",)))
    found = to_deviation(cells, shown(cells, [5, 0, 0, 0, 0, 0])).set_index(
        ["level", "quarter", "sex", "age_group"]
    )
    assert found.loc[("lpo", True, True, True), ["sums", "off", "mean", "largest"]].tolist() == [
        6, 2, 2 / 6, 1,
    ]  # fmt: skip
    assert found.loc[("lpo", True, True, False), "largest"] == 0
    assert found.loc[("riket", False, False, False), "mean"] == 0


def test_nothing_rounded_is_no_deviation_and_missing_cells_are_left_out():
    raw = to_given([5, 6, 0])
    raw.loc[3, "count"] = None
    cells = to_cells(raw)
    found = to_deviation(cells, round_cells(cells, KEY, 5))
    assert found["largest"].max() == 0
    assert to_deviation(cells.head(0), round_cells(cells.head(0), KEY, 5))["sums"].max() == 0


def test_one_cell_that_is_off_among_many_that_are_not_is_not_told_of():
    cells = to_cells(to_given([3] + [50] * 119))
    told = to_told(to_deviation(cells, round_cells(cells, KEY, 5)), 5)
    assert told[["mean", "largest"]].isna().all(axis=None)


def test_of_few_sums_nothing_is_told_since_it_would_tell_the_sum():
    cells = to_cells(to_given([1, 2, 3, 4, 9], quarters=("2026K1",)))
    told = to_told(to_deviation(cells, round_cells(cells, KEY, 5)), 5).set_index("level")
    assert told.loc["riket", "sums"] == 24
    assert told.loc["riket", ["mean", "largest"]].isna().all()
    assert told.loc["lpo", ["mean", "largest"]].notna().all()


def test_what_is_told_is_never_less_than_what_any_cell_can_be_off_by():
    cells = to_cells(to_given([0, 50]))
    told = to_told(to_deviation(cells, round_cells(cells, KEY, 5)), 5)
    assert told["largest"].isna().all()  # nothing is off
    cells = to_cells(to_country(per_quarter=60))
    deviation = to_deviation(cells, round_cells(cells, KEY, 5)).assign(largest=1)
    assert (to_told(deviation, 5)["largest"] == 4).all()


def test_an_example_of_a_year_is_told_with_small_numbers():
    cells = to_cells(to_country())
    told = to_told(to_deviation(cells, round_cells(cells, KEY, 5)), 5)
    assert (told["mean"] < 4).all()


def test_what_is_hidden_is_counted_among_what_is_there():
    rows = [
        ("lpo", "totalt", "totalt", "ok"), ("lpo", "totalt", "totalt", "skyddat"),
        ("lpo", "totalt", "totalt", "saknas"), ("riket", "man", "totalt", "skyddat"),
        ("riket", "totalt", "totalt", "preliminart"), ("lan", "totalt", "totalt", "ej-tillampligt"),
    ]  # fmt: skip
    found = to_hidden(pd.DataFrame(rows, columns=["level", "sex", "age_group", "reason"]))
    assert found.to_dict("split")["data"] == [
        ["lpo", False, False, 2, 1],
        ["riket", False, False, 1, 0],
        ["riket", True, False, 1, 1],
    ]
