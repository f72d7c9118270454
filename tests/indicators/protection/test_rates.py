import pandas as pd
import pytest

from indicators.protection.based import DuplicatePopulation, to_based, with_population
from indicators.protection.cells import to_cells
from indicators.protection.margins import COLUMNS, to_margin
from indicators.protection.rates import to_rates
from indicators.protection.rounding import round_cells
from tests.indicators.protection.places import to_given

KEY = b"a key for tests, of enough bytes"
UNTOLD = {"lpo": None}


def cells(counts, **columns):
    raw = to_given(counts).assign(**columns)
    return round_cells(to_cells(raw), KEY, 5)


def population(of, persons=10_000, status="officiell"):
    kinds = of[["part", "year", "sex", "age_group"]].drop_duplicates()
    return kinds.assign(persons=persons, status=status)


def rates(protected, persons=10_000, status="officiell", split=("quarter",), off=UNTOLD, base=5):
    known = with_population(protected, population(protected, persons, status))
    return to_rates(to_based(known, "lpo", split, base), off)


def row(frame, code="lpo-a", quarter="2026K1"):
    return frame.set_index(["code", "quarter"]).loc[(code, quarter)]


def test_the_figures_are_those_of_the_margin():
    found = rates(cells([10, 2, 0, 7]))
    plain = to_margin(cells([10, 2, 0, 7]), "lpo", ("quarter",))
    pd.testing.assert_frame_equal(found[list(COLUMNS)], plain)


def test_a_rate_is_of_ten_thousand_inhabitants_with_the_interval_of_chance():
    """100 of 6,000, and Byar's 81.36–121.63."""
    found = row(rates(cells([10, 20, 20, 10, 20, 20]), 1000, base=None))
    assert found["persons"] == 6000
    assert found["per_10_000"] == pytest.approx(166.67, abs=0.01)
    assert found["low"] == pytest.approx(135.6, abs=0.05)
    assert found["high"] == pytest.approx(202.7, abs=0.05)
    assert found["count_low"] == pytest.approx(81.36, abs=0.01)
    assert found["reason"] == found["rate_reason"] == "ok"


@pytest.mark.parametrize(("each", "reason"), [(0, "skyddat"), (4, "skyddat"), (5, "ok")])
def test_on_a_base_under_thirty_nothing_is_shown(each, reason):
    found = row(rates(cells([10]), each))
    assert found["persons"] == 6 * each
    assert found["rate_reason"] == reason
    assert found["reason"] == "ok"
    assert pd.isna(found["per_10_000"]) == pd.isna(found["high"]) == (reason == "skyddat")


def test_a_missing_population_is_missing_and_not_protected():
    protected = cells([10])
    given = population(protected)
    known = with_population(protected, given[given["part"] != given["part"].iloc[0]])
    found = to_rates(to_based(known, "lpo", ("quarter",)), UNTOLD)
    gone = row(found, protected["lpo"].iloc[0])
    assert gone["rate_reason"] == "saknas"
    assert pd.isna(gone["per_10_000"])
    assert gone["value"] > 0


def test_an_estimated_population_makes_an_estimated_rate():
    assert rates(cells([10]), status="skattad")["estimated"].all()
    assert not rates(cells([10]))["estimated"].any()


def test_a_missing_part_is_in_neither_count_nor_base():
    raw = to_given([10])
    whole = raw["part"].nunique()
    raw.loc[raw["part"] == "a1", "count"] = None
    protected = round_cells(to_cells(raw), KEY, 5)
    known = with_population(protected, population(protected, 1000))
    found = to_rates(to_based(known, "riket", ("quarter",), None), UNTOLD)
    assert set(found["persons"]) == {(whole - 1) * 6 * 1000}
    assert set(found["per_10_000"]) == {100}


def test_what_is_missing_whole_has_no_rate_and_keeps_its_reason():
    raw = to_given([10])
    raw.loc[raw["lpo"] == "lpo-a", "count"] = None
    protected = round_cells(to_cells(raw), KEY, 5)
    found = row(rates(protected))
    assert found["reason"] == found["rate_reason"] == "saknas"
    assert pd.isna(found["per_10_000"]) and pd.isna(found["persons"])
    assert found["quarters"] == 0


def test_a_preliminary_figure_makes_a_preliminary_rate():
    assert set(rates(cells([10], preliminary=True))["rate_reason"]) == {"preliminart"}


def test_a_year_of_some_quarters_is_counted_over_those():
    protected = cells([10])
    quarters = protected.groupby("year")["quarter"].nunique()
    years = rates(protected, split=(), base=None).set_index(["code", "year"]).loc["lpo-a"]
    quarter = row(rates(protected, base=None))
    for year, count in quarters.items():
        assert years.loc[year, "quarters"] == count
        assert years.loc[year, "persons"] == quarter["persons"] * count / 4
        assert years.loc[year, "per_10_000"] == pytest.approx(quarter["per_10_000"] * 4)


def test_rounding_widens_the_interval_by_what_the_shown_zeros_and_bases_may_stand_for():
    zero = row(rates(cells([0])))
    parts = int(zero["above"] / 4)
    assert zero["below"] == 0 and zero["above"] == 4 * parts
    assert zero["count_low"] == 0
    five = row(rates(cells([5])))
    assert five["above"] == 0 and five["below"] == 4 * parts
    assert five["count_high"] == row(rates(cells([5]), base=None))["count_high"]
    assert five["count_low"] < row(rates(cells([5]), base=None))["count_low"]
    many = row(rates(cells([60])))
    assert many["below"] == many["above"] == 0


def test_what_is_told_of_a_level_makes_it_narrower_and_never_wider():
    untold, told, wide = (row(rates(cells([0]), off={"lpo": off})) for off in (None, 4, 1000))
    assert told["count_high"] == pytest.approx(10.24, abs=0.01)  # of a true count of four
    assert (told["above"], untold["above"]) == (4, wide["above"])
    assert told["count_high"] < untold["count_high"] == wide["count_high"]


def test_exact_figures_have_no_slack_and_nothing_rounded():
    found = rates(cells([0, 5]), base=None)
    assert not found[["below", "above"]].any(axis=None)
    assert not found["rounded"].any()


def test_a_population_that_stands_twice_is_refused():
    protected = cells([10])
    given = population(protected)
    with pytest.raises(DuplicatePopulation, match="a1"):
        with_population(protected, pd.concat([given, given]))
