"""What a report may be asked to be of, and by what name it is refused."""

from datetime import date

import pytest

from data_access.areas import UnknownArea
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter
from reports.content.asked import BadScope, BadSpan, UnknownRelease, to_asked
from tests.reports.filling import FIRST, LAST, READER, STAMP, ask

NORTH = Viewer(Role.LASARE, frozenset({"pr-nord"}), example=True)


@pytest.fixture(autouse=True)
def _database(reported):
    return reported


def test_the_choice_is_told_in_words_and_as_pages_choose_it():
    asked = ask("pr-nord")
    assert (asked.title, asked.place) == ("Polisregion Nord", "polisregion Nord")
    assert asked.period == "2025 K4–2026 K3"
    assert asked.periods == ("2025K4", "2026K1", "2026K2", "2026K3")
    assert (asked.day, asked.since) == (date(2026, 9, 30), date(2025, 9, 30))
    assert (asked.choice.region, asked.choice.lan, asked.choice.area) == ("pr-nord", None, None)
    assert ask("25").choice.lan == "25" and ask("lpo-umea").choice.area == "lpo-umea"
    assert ask(first=LAST).period == "2026 K3"


def test_a_release_that_is_not_there():
    with pytest.raises(UnknownRelease, match="no release 7"):
        to_asked("se", FIRST, LAST, 7, STAMP, viewer=READER)


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        (LAST, FIRST, "backwards"),
        (Quarter(2023, 3), LAST, "before-first"),
        (FIRST, Quarter(2099, 1), "not-over"),
    ],
)
def test_a_period_that_cannot_be_told(first, last, reason):
    with pytest.raises(BadSpan) as refused:
        to_asked("se", first, last, 1, STAMP, viewer=READER)
    assert refused.value.reason == reason


@pytest.mark.parametrize("code", ["lpo-norrmalm", "finns-inte", "../se", ""])
def test_an_area_that_was_not_there_on_the_last_day(code):
    with pytest.raises(UnknownArea):
        ask(code)


@pytest.mark.parametrize("code", ["2580", "po-norrbotten"])
def test_a_level_without_a_report_of_its_own(code):
    with pytest.raises(BadScope):
        ask(code)


@pytest.mark.parametrize("code", ["se", "pr-syd", "12", "lpo-lund"])
def test_what_lies_outside_of_the_scope_is_as_if_it_were_not_there(code):
    with pytest.raises(UnknownArea):
        ask(code, NORTH)


def test_who_sees_no_figures_gets_no_report():
    with pytest.raises(UnknownArea):
        ask("se", Viewer(Role.ADMIN, frozenset(), example=True))
