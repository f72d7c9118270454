from dataclasses import replace

from tests.ui.trend_series import to_series
from ui import panel_words
from ui.trend_choice import TrendChoice
from ui.trend_points import FOCUS, to_line

RATES = TrendChoice("ran")


def test_a_part_of_a_year_and_what_lacks_reports_are_told_apart():
    series = to_series([20], incomplete=True, quarters=3)
    told = {"2025": "delår, 3 av 4 kvartal", "2025K1": "delvis rapporterat"}
    for period, mark in told.items():
        choice = replace(RATES, by="ar") if period == "2025" else RATES
        line = to_line("Nord", FOCUS, series.assign(period=period), choice)
        assert panel_words.newest([line], choice).endswith(f"({mark})")


def test_lines_that_are_equal_have_no_highest():
    lines = [to_line(name, FOCUS, to_series([0]), RATES) for name in ("Nord", "Syd")]
    assert panel_words.spread(lines, RATES) == "2025 K1 är alla lika (0,0)."


def test_the_spread_is_of_a_period_that_all_have():
    lines = [
        to_line("Nord", FOCUS, to_series([10, 90]), RATES),
        to_line("Syd", FOCUS, to_series([20, None]), RATES),
    ]
    assert panel_words.spread(lines, RATES) == (
        "2025 K1 är det högst för **Syd** (20,0) och lägst för **Nord** (10,0)."
    )
    assert panel_words.spread(lines[:1], RATES) == panel_words.spread([], RATES) == ""


def test_a_line_without_figure_says_so():
    lines = [to_line("Nord", FOCUS, to_series([None]), RATES)]
    assert panel_words.newest(lines, RATES) == "- Nord: ingen siffra"
