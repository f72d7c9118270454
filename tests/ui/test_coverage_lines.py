"""The small charts of Täckning over time: cut where they must be, and told when empty."""

from datetime import date

import pandas as pd
import pytest

import words
from indicators.coverage_course import count_course
from tests.indicators.test_coverage_course import DAYS, on_days, plain
from ui import coverage_words
from ui.chart_base import Title
from ui.chart_file import to_svg
from ui.coverage_lines import to_cuts, to_panel, to_year
from ui.coverage_tables import to_course


def test_a_new_division_is_marked_between_the_two_days():
    course = count_course(on_days(plain("x"), plain("x"), plain("y")))
    drawn = to_panel(course, "omraden")
    (cut,) = drawn.data["cuts"]["at"]
    assert to_year(DAYS[1]) < cut < to_year(DAYS[2])
    assert drawn.data["points"]["segment"].nunique() == 2
    assert to_panel(course, "unga").data["cuts"].empty


def test_a_gap_with_nothing_to_count_over_is_no_new_division():
    course = count_course(on_days(plain(), plain(prioritised=False), plain()))
    own = course[course["measure"] == "prioriterade"].reset_index(drop=True)
    assert to_cuts(own) == []
    assert to_panel(course, "prioriterade").data["points"]["share"].isna().tolist() == [
        False, True, False,
    ]  # fmt: skip


def test_one_day_is_a_point_within_its_axis():
    drawn = to_panel(count_course(on_days(plain())), "omraden")
    (at,) = drawn.data["points"]["at"]
    assert drawn.parameters["first"] < at < drawn.parameters["last"]
    assert drawn.data["notes"].empty


@pytest.mark.parametrize(("language", "half"), [("sv", "50\N{NO-BREAK SPACE}%"), ("en", "50%")])
def test_percent_is_written_as_the_language_writes_it(language, half):
    course = count_course(on_days(plain()))
    with words.spoken(language):
        drawn = to_svg(to_panel(course, "omraden"), Title(("T",), ()), 400).decode()
    assert f">{half}</text>" in drawn


def test_a_line_with_nothing_at_all_says_so():
    course = count_course(on_days(plain(prioritised=None)))
    assert to_panel(course, "prioriterade").data["notes"]["told"].tolist() == [
        "inga prioriterade områden"
    ]
    assert coverage_words.course(course, "prioriterade") == (
        "Prioriterade områden: inga prioriterade områden."
    )
    assert pd.isna(to_course(course).iloc[0]["Prioriterade, %"])


def test_a_course_is_told_by_its_ends():
    course = count_course(on_days(plain(), plain(), plain(covered=True)))
    told = coverage_words.course(course, "kommuner")
    space = "\N{NO-BREAK SPACE}"
    assert told == f"Kommuner: 2024-09-30 0 av 1 (0{space}%) → 2025-03-31 1 av 1 (100{space}%)."


def test_the_newest_day_stands_first_in_the_table():
    table = to_course(count_course(on_days(plain(), plain())))
    assert table["Dag"].tolist() == [DAYS[1], DAYS[0]]


@pytest.mark.parametrize(
    ("day", "year"), [(date(2024, 12, 31), 2025.0), (date(2025, 12, 31), 2026.0)]
)
def test_the_last_day_of_a_year_ends_it(day, year):
    assert to_year(day) == year


def test_twenty_years_are_drawn_by_the_same_chart():
    days = [date(year, 12, 31) for year in range(2024, 2044)]
    many = pd.concat([plain().assign(day=day) for day in days], ignore_index=True)
    assert to_panel(count_course(many), "unga").spec is to_panel(
        count_course(on_days(plain())), "unga"
    ).spec  # fmt: skip
