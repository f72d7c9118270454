"""Samverkan i dag on an area's page: what is shown is what was reported, and nothing is made up."""

from dataclasses import replace
from datetime import date

import pytest

import clock
from data_access.approval import approve
from data_access.releasing import make_release
from data_access.submissions import read_submissions, send
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from indicators.periods import Quarter
from pages.place_words import to_place
from reporting.rows import Row, Unit
from tests.pages.conftest import show
from ui.choice import Choice

LEAD = DEMONSTRATIONS[Role.NATIONELL]
YEAR = Quarter(2026, 4)
LULEA, HAPARANDA = "lpo-lulea-boden", "lpo-ostra-lappland"
FORMS, MAPPED = "samverkan", "kartlaggningar"


@pytest.fixture(autouse=True)
def day(example_data_of_own, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))


def publish(units):
    send(units, expected=dict.fromkeys(units, 0), viewer=LEAD, source="prov", channel="formular")
    approve([one.id for one in read_submissions(units, viewer=LEAD).values()], viewer=LEAD)
    make_release(viewer=LEAD)


def form(kommun, code, carries="nej"):
    return Row({"kommun": kommun, "samverkansform": code, "bar_radet": carries})


def publish_lulea():
    publish(
        {
            Unit(LULEA, FORMS, YEAR): (form("2580", "sspf", "ja"), form("2580", "ssp")),
            Unit(LULEA, MAPPED, YEAR): (
                Row({"kommun": "2580", "senaste": date(2024, 1, 31)}),
                Row({"kommun": "2582", "senaste": date(2026, 3, 31)}),
            ),
        }
    )


def opened(**asked):
    page = show("omrade", roll="lasare", dag="2026-11-25", **asked)
    assert not page.exception
    return page


def said(page):
    return " ".join(one.value for one in page.markdown)


def to_table(page):
    tables = [one.value for one in page.dataframe if "Kommunens kartläggning" in one.value]
    return tables[0].set_index("Kommun") if tables else None


def test_before_a_release_there_is_nothing_of_it():
    assert "Samverkan i dag" not in [one.value for one in opened(omrade=LULEA).header]


def test_an_lpo_s_kommuner_are_shown_with_forms_and_mappings():
    publish_lulea()
    page = opened(omrade=LULEA)
    table = to_table(page)
    assert table.index.to_list() == ["Boden", "Luleå"]
    assert table.loc["Luleå"].to_list() == [
        "SSP, SSPF", "SSPF", "SSP, SSPF", "försenad", "2024-01-31", "2026-01-31",
    ]  # fmt: skip
    assert table.loc["Boden"].to_list()[:3] == ["uppgift saknas", "uppgift saknas", ""]
    assert table.loc["Boden", "Kommunens kartläggning"] == "gjord"
    assert "**1 av 2** kommuner har en kartläggning som gäller, 1 är försenad" in said(page)
    assert "I 1 kommun finns flera former med samma uppgift." in said(page)
    assert "För 1 kommun är ingen samverkansform rapporterad." in said(page)
    assert "Luleå (2026-01-31)" in said(page).replace("\\", "")


def test_a_region_counts_those_that_have_told_nothing():
    publish_lulea()
    page = opened(omrade="pr-nord", niva="polisregion")
    table = to_table(page)
    assert (table["Kommunens kartläggning"] == "uppgift saknas").sum() == len(table) - 2
    assert f"**1 av {len(table)}** kommuner" in said(page)


def test_an_area_with_no_report_says_so():
    publish_lulea()
    page = opened(omrade="lpo-malmo-norr")
    assert to_table(page)["Samverkansformer"].to_list() == ["uppgift saknas"]


def test_another_day_is_told_as_it_stood():
    publish_lulea()
    page = show("omrade", roll="lasare", omrade=LULEA, dag="2026-01-31")
    assert to_table(page)["Kommunens kartläggning"].to_list() == [
        "uppgift saknas",
        "ska göras inom ett halvår",
    ]


def test_the_country_s_kommuner_are_on_the_page_of_coverage():
    publish_lulea()
    page = show("tackning", roll="lasare", dag="2026-11-25", region="pr-nord")
    assert not page.exception
    assert (to_table(page)["Kommunens kartläggning"] != "uppgift saknas").sum() == 2


def test_who_does_not_see_the_country_is_not_told_that_it_is_shown():
    publish_lulea()
    south = Viewer(Role.LASARE, frozenset({"pr-syd"}))
    choice = Choice(day=date(2026, 11, 25), since=date(2026, 9, 30))
    assert to_place(choice, south) == "de områden som du ser"
    assert to_place(choice, LEAD) == "Sverige"
    assert to_place(replace(choice, area=LULEA), LEAD) == "Luleå-Boden"
