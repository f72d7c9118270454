import pandas as pd
import pytest

from indicators.periods import Quarter
from indicators.signals.breaks import Break
from tests.ui.trend_series import to_series
from ui.trend_choice import TrendChoice
from ui.trend_points import FOCUS, to_line, to_marks

RATES, COUNTS, YEARS = (
    TrendChoice("ran"), TrendChoice("ran", measure="antal"), TrendChoice("ran", by="ar"),
)  # fmt: skip


def points(series, choice=RATES, breaks=()):
    return to_line("Umeå", FOCUS, series, choice, breaks).points


def test_a_point_has_the_measure_asked_for_with_its_interval():
    rate, count = (points(to_series([20], persons=5000.0), one).iloc[0] for one in (RATES, COUNTS))
    assert (rate["value"], rate["low"], rate["high"]) == (40, 32, 48)
    assert (count["value"], count["low"], count["high"]) == (20, 16, 24)
    assert rate["told"] == "40,0 (32,0–48,0)" and count["told"] == "20 (16–24)"


def test_a_missing_figure_is_a_word_and_no_zero():
    point = points(to_series([20, None])).iloc[1]
    assert pd.isna(point["value"]) and point["told"] == "uppgift saknas"


@pytest.mark.parametrize(
    ("reason", "word"), [("skyddat", "skyddat"), ("ej-tillampligt", "ej tillämpligt")]
)
def test_each_gap_has_its_own_word(reason, word):
    series = to_series([None], reason=reason, rate_reason=reason)
    assert points(series).iloc[0]["told"] == word


def test_a_figure_that_is_missing_breaks_the_line():
    assert points(to_series([1, 2, None, 3, 4]))["segment"].tolist() == [0, 0, 1, 2, 2]


def test_a_break_begins_another_line():
    breaks = [Break(Quarter(2025, 3), "rakneregel")]
    assert points(to_series([1, 2, 3, 4]), RATES, breaks)["segment"].tolist() == [0, 0, 1, 1]


def test_an_incomplete_count_is_joined_to_none_but_an_incomplete_rate_is():
    series = to_series([1, 2, 3], incomplete=[False, True, False])
    assert points(series)["segment"].tolist() == [0, 0, 0]
    assert len(set(points(series, COUNTS)["segment"])) == 3


def test_years_follow_each_other_and_are_cut_where_the_rule_changed():
    series = to_series([1, 2, 3], period=["2023", "2024", "2026"], quarters=4)
    assert points(series, YEARS)["segment"].tolist() == [0, 0, 1]
    cut = [Break(Quarter(2024, 2), "rakneregel")]
    assert points(series, YEARS, cut)["segment"].tolist() == [0, 1, 2]


def test_years_that_are_missing_between_others_cut_the_line():
    series = to_series([1, 2], period=["2024", "2027"], quarters=4)
    assert points(series, YEARS)["segment"].tolist() == [0, 1]
    for year in (2023, 2024, 2026, 2027, 2028):
        cut = [Break(Quarter(year, 2), "rakneregel")]
        assert points(series, YEARS, cut)["segment"].nunique() == 2


def test_nothing_has_no_points():
    assert points(to_series([])).empty
    assert points(to_series([]), YEARS).empty


def test_all_that_is_to_be_known_is_told():
    series = to_series(
        [5], reason="preliminart", quarters=3, missing=2, rounded=True, estimated=True
    ).assign(period="2025")
    told = to_marks(points(series, YEARS).iloc[0].to_dict(), YEARS)
    assert told == [
        "preliminärt", "delår, 3 av 4 kvartal", "67\u00a0% av uppgifterna finns",
        "kan vara avrundat", "skattad befolkning",
    ]  # fmt: skip


def test_a_count_is_over_no_population_and_so_not_estimated():
    assert to_marks(points(to_series([50], estimated=True), COUNTS).iloc[0].to_dict(), COUNTS) == []
