"""Insatser och mål as a whole: how many questions it asks, and that choices are kept apart."""

import pytest

from data_access import cache
from indicators.periods import Quarter
from tests.data_access import released_work
from tests.data_access.released_work import add_work
from tests.pages.conftest import show
from tests.pages.test_trends_page import alts, charts
from ui.work_choice import PARTS

# whether it is example data
OF_HOUSE = ("is_example",)
MOST = 42


def reports(quarters):
    """One row of each kind in each of the quarters."""
    goal = {"mal": "skolans-deltagande", "utfall": 50, "bedomning": "pa-vag"}
    obstacle = {"kategori": "mandat", "niva": "inom", "beskrivning": "Ord"}
    money = {"myndighet": "bra", "arsarbetskrafter": 1, "kronor": 1}
    for quarter in quarters:
        yield ("mal", "pr-nord", str(quarter), [goal])
        yield ("hinder", "pr-nord", str(quarter), [obstacle])
        if quarter.number == 4:
            yield ("resurser", "pr-nord", str(quarter), [money])


def opened(part, **more):
    page = show("insatser", **{"del": part, "dag": "2026-11-25", **more})
    assert not page.exception
    return page


def count(page, asked):
    """How many questions a run of the page asks when nothing is kept."""
    cache.forget_answers()
    asked.clear()
    page.run()
    assert not page.exception
    return len(of_page(asked))


def of_page(asked):
    """Those that are not asked by the second of every page."""
    return [one for one in asked if not any(sign in one for sign in OF_HOUSE)]


def test_the_number_of_questions_follows_neither_quarters_nor_kinds(example_data_of_own, asked):
    quarters = Quarter.range(Quarter(2025, 1), Quarter(2026, 3))
    add_work(reports(quarters[-4:]), {released_work.OFTEN: 6})
    pages = {part: opened(part) for part in PARTS}
    few = {part: count(page, asked) for part, page in pages.items()}
    assert max(few.values()) <= MOST, few
    add_work(reports(Quarter.range(Quarter(2019, 1), quarters[-1])), number=2)
    assert {part: count(page, asked) for part, page in pages.items()} == few


def add_two_years():
    """A release with all kinds."""
    add_work(reports(Quarter.range(Quarter(2024, 4), Quarter(2026, 3))))


@pytest.fixture
def two_years(filled):
    filled(add_two_years)


@pytest.mark.usefixtures("two_years")
def test_what_was_asked_once_is_not_asked_again(asked):
    for part in PARTS:
        page = opened(part)
        page.run()
        asked.clear()
        page.run()
        assert not page.exception
        assert of_page(asked) == [], part


@pytest.mark.usefixtures("two_years")
def test_each_part_says_of_itself_where_it_comes_from_in_every_picture():
    for part in PARTS:
        page = opened(part)
        assert len(alts(page)) > 1 and all(alts(page)), part
        for drawn in charts(page):
            where, example = drawn["title"]["subtitle"]
            assert "Läget 2026-11-25 · Utgåva 1, 2026-10-20" in where and example == "EXEMPELDATA"
        labels = {one.proto.popover.label for one in page.get("popover")}
        assert {"Bild", "Ladda ner tabellen"} <= labels, part


def test_what_the_register_does_not_know_stands_under_its_code(example_data_of_own):
    of = {"niva": "inom", "beskrivning": "Ord"}
    money = {"arsarbetskrafter": 2, "kronor": 3}
    add_work(
        [
            ("hinder", "pr-nord", "2026K3", [{"kategori": "nytt-hinder", **of}]),
            ("resurser", "pr-nord", "2025K4", [{"myndighet": "ny-myndighet", **money}]),
            ("mal", "pr-nord", "2026K3", [{"mal": "nytt-mal", "utfall": 1, "bedomning": "natt"}]),
        ],
        {"ny-insats": 12},
    )
    names = {"insatser": "ny-insats", "hinder": "nytt-hinder", "resurser": "ny-myndighet"}
    for part, name in names.items():
        assert name in opened(part).dataframe[0].value.iloc[:, 0].to_list()
    assert opened("mal").metric[0].delta == "ny-insats"


def test_going_to_another_page_keeps_the_part_and_its_choice(example_data):
    page = opened("hinder", hindersniva="inom")
    page.switch_page("om.py").run()
    assert page.query_params["del"] == "hinder" and page.query_params["hindersniva"] == "inom"
