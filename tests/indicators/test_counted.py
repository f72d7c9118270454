"""Areas counted by one rule: what is established, what is new and what remains."""

from datetime import date

import pandas as pd

from indicators.counted import count_furthest, count_whole_prioritised
from indicators.coverage_course import to_days
from indicators.forecast import Unsaid, to_lead
from indicators.periods import Quarter
from tests.indicators.test_pace import course, day

FIRST, ON, BY = date(2023, 11, 9), date(2026, 11, 1), date(2026, 12, 10)
DAYS = to_days(FIRST, ON)


def pieces(since, days=DAYS, prioritised=lambda *_: True):
    """Two kommuner in each LPO; `since` is LPO → (first covered day of the one, of the other)."""
    rows = [
        (on, f"{lpo}-{number}", lpo, begin is not None and begin <= on, prioritised(lpo, number))
        for on in days for lpo, begins in since.items() for number, begin in enumerate(begins)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["day", "kommun", "lpo", "covered", "prioritised"])


def counted(then, not_needed=()):
    return count_whole_prioritised(then[then["day"] == ON], then, not_needed)


def test_prioritised_areas_covered_in_part_are_neither_established_nor_new():
    since = {f"lpo-{number}": (date(2026, 2, 1), None) for number in range(6)}
    since |= {f"lpo-{number}": (None, None) for number in range(6, 12)}
    found = counted(pieces(since))
    assert found == (12, 0, 0, {})
    assert to_lead(found, ON, FIRST, BY) == (12, 0, Unsaid.FEW_NEW)


def test_an_area_is_new_in_the_quarter_in_which_its_last_piece_is_covered():
    whole = (date(2026, 2, 1), date(2026, 5, 1))
    since = {f"lpo-{number}": whole for number in range(6)}
    since |= {f"lpo-{number}": (None, None) for number in range(6, 12)}
    found = counted(pieces(since))
    assert found == (12, 6, 0, {Quarter(2026, 2): 6})
    ahead = to_lead(found, ON, FIRST, BY).ahead
    assert (ahead.new, ahead.left) == (6, 6)


def test_only_prioritised_pieces_count_and_a_new_division_makes_none_new():
    since = {"a": (date(2026, 2, 1), None), "b": (date(2020, 1, 1), date(2020, 1, 1))}
    then = pieces(since, prioritised=lambda lpo, number: lpo == "b" or number == 0)
    assert counted(then).new == {Quarter(2026, 1): 1}
    then = then[(then["lpo"] == "a") | (then["day"] > date(2025, 12, 31))]
    assert counted(then)[:2] == (2, 2) and counted(then).new == {Quarter(2026, 1): 1}
    assert counted(pieces(since, prioritised=lambda *_: None)) == (0, 0, 0, {})


def test_what_is_not_needed_does_not_remain():
    then = pieces({"a": (None, None), "b": (None, None)})
    assert counted(then, {"a", "elsewhere"}) == (2, 0, 1, {})


def test_by_the_furthest_council_an_area_is_counted_at_its_first_part():
    courses = [
        course((0, "planerat"), (10, "etablerat")),
        course((0, "ej-aktuellt")),
        course(),
        course((0, "etablerat"), last=50),
    ]
    assert count_furthest(courses, day(100)) == (3, 1, 1, {Quarter(2024, 1): 2})
