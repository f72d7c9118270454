import pandas as pd
import pytest

from indicators.protection.cells import to_cells
from indicators.protection.margins import to_margin
from indicators.protection.rates import DuplicatePopulation, to_rates
from indicators.protection.rounding import round_cells
from tests.indicators.protection.places import to_given

KEY = b"a key for tests, of enough bytes"
EXACT = {"lpo": 0.0}


def figures(counts, **columns):
    raw = to_given(counts).assign(**columns)
    return to_margin(round_cells(to_cells(raw), KEY, 5), "lpo", ("quarter",))


def population(persons=10_000, status="officiell", codes=("lpo-a", "lpo-b", "lpo-c", "lpo-d")):
    frame = pd.DataFrame({"code": codes, "persons": persons, "status": status})
    return frame.assign(level="lpo", sex="totalt", age_group="totalt")


def row(frame, code="lpo-a", quarter="2026K1"):
    return frame.set_index(["code", "quarter"]).loc[(code, quarter)]


def test_a_rate_is_of_ten_thousand_inhabitants_with_the_interval_of_chance():
    """100 of 5,000: 200 per 10,000, and Byar's 81.36–121.63 twice over."""
    found = row(to_rates(figures([10, 20, 20, 10, 20, 20]), population(5000), EXACT))
    assert found["per_10_000"] == 200
    assert found["low"] == pytest.approx(162.7, abs=0.05)
    assert found["high"] == pytest.approx(243.3, abs=0.05)
    assert found["reason"] == "ok"


def test_what_is_shown_is_not_the_count_beside_the_rate():
    assert not {"value", "rounded"} & set(to_rates(figures([10]), population(), EXACT).columns)


@pytest.mark.parametrize(("persons", "reason"), [(0, "skyddat"), (29, "skyddat"), (30, "ok")])
def test_on_a_base_under_thirty_nothing_is_shown(persons, reason):
    found = row(to_rates(figures([10]), population(persons), EXACT))
    assert found["reason"] == reason
    assert pd.isna(found["per_10_000"]) == pd.isna(found["high"]) == (reason == "skyddat")


@pytest.mark.parametrize("given", [population(None), population(codes=["lpo-x"] * 1)])
def test_a_missing_population_is_missing_and_not_protected(given):
    found = row(to_rates(figures([10]), given, EXACT))
    assert found["reason"] == "saknas"
    assert pd.isna(found["per_10_000"])


def test_an_estimated_population_makes_an_estimated_rate():
    rates = to_rates(figures([10]), population(status=["skattad", *["officiell"] * 3]), EXACT)
    assert rates.groupby("code")["estimated"].all().tolist() == [True, False, False, False]


def test_a_figure_that_is_missing_has_no_rate_and_keeps_its_reason():
    raw = to_given([10])
    raw.loc[raw["part"] == "a1", "count"] = None
    shown = to_margin(round_cells(to_cells(raw), KEY, 5), "lpo", ("quarter",))
    found = row(to_rates(shown, population(10), EXACT))
    assert found["reason"] == "saknas"
    assert found["missing"] == 6


def test_a_preliminary_figure_makes_a_preliminary_rate():
    shown = figures([10], preliminary=True)
    assert set(to_rates(shown, population(), EXACT)["reason"]) == {"preliminart"}


def test_rounding_widens_the_interval_by_what_a_sum_can_be_off():
    shown = figures([2])
    exact, wide = (row(to_rates(shown, population(), {"lpo": off})) for off in (0, 8))
    assert wide["per_10_000"] == exact["per_10_000"]
    assert wide["low"] < exact["low"] and wide["high"] > exact["high"]
    zero = row(to_rates(figures([0]), population(), {"lpo": 4}))
    assert zero["low"] == 0
    assert zero["high"] == pytest.approx(10.24, abs=0.01)  # of a true count of four


@pytest.mark.parametrize("off", [{"lpo": None}, {}])
def test_where_it_is_not_told_how_far_a_sum_is_off_no_interval_is_given(off):
    found = row(to_rates(figures([10]), population(), off))
    assert found["per_10_000"] == 60
    assert pd.isna(found["low"]) and pd.isna(found["high"])


def test_a_population_that_stands_twice_is_refused():
    with pytest.raises(DuplicatePopulation, match="lpo-a"):
        to_rates(figures([10]), pd.concat([population(), population()]), EXACT)
