"""Rapporter: what is chosen, what is refused by name, and a report from the button to its files."""

import time
from datetime import date

import pytest

from data_access.viewer import Role, Viewer
from pages import document_asked
from reports import jobs
from tests.data_access.released_work import add_work
from tests.data_access.released_years import add_years
from tests.pages.conftest import show
from tests.reports.filling import READER

PLENTY = 120


@pytest.fixture(autouse=True)
def _no_jobs():
    jobs.forget()
    yield
    jobs.forget()


def opened(**asked):
    page = show("rapporter", **{"roll": "lasare"} | asked)
    assert not page.exception
    return page


def answer(page):
    return next(one.value for one in page.markdown if one.value.startswith("Redovisning av"))


def box(page, label):
    return next(one for one in page.selectbox if one.label == label)


def test_before_the_first_release_it_says_what_is_waited_for(example_data):
    page = opened()
    assert [one.value for one in page.info if "Ingen utgåva är publicerad" in one.value]
    assert [one.key for one in page.button] == ["sok_knapp"]  # the frame's


def test_the_usual_report_is_of_the_last_four_quarters_and_the_address_says_so(filled):
    filled(add_years)
    page = opened()
    assert "**Sverige**, 2025 K4–2026 K3, ur utgåva 1" in answer(page)
    assert (page.query_params["till"], page.query_params["utgava"]) == ("2026K3", "1")
    assert [one.value for one in page.header] == ["Sammanfattningen", "Kapitel", "Öppna data"]
    told = "\n".join(one.value for one in page.markdown)
    assert "prioriterade områden" in told and "14. " in told


@pytest.mark.parametrize(
    ("asked", "said", "then"),
    [
        ({"utgava": "99"}, "Utgåva ”99” finns inte. Utgåva 1, den senaste, är vald.", "Sverige"),
        ({"utgava": "../1"}, "Utgåva ”../1” finns inte.", "Sverige"),
        ({"till": "2099K1"}, "Kvartalet 2099 K1 finns inte i utgåvan", "2026 K3"),
        ({"till": "igår"}, "Kvartalet ”igår” kunde inte läsas.", "2026 K3"),
        (
            {"fran": "2026K3", "till": "2026K1"},
            "kan inte börja 2026 K3 och sluta 2026 K1",
            "2026 K1",
        ),
        ({"fran": "2020K1"}, "Kvartalet 2020 K1 finns inte i utgåvan", "2025 K4"),
        ({"omrade": "lpo-norrmalm"}, "”lpo-norrmalm” har ingen egen rapport", "Sverige"),
        ({"omrade": "../../etc/passwd"}, "har ingen egen rapport", "Sverige"),
        ({"omrade": "2580"}, "”2580” har ingen egen rapport", "Sverige"),
    ],
)
def test_a_wrong_choice_is_named_and_something_usual_shown(filled, asked, said, then):
    filled(add_years)
    page = opened(**asked)
    assert any(said in one.value.replace("\\", "") for one in page.warning)
    assert then in answer(page)


def test_a_choice_of_another_page_comes_along(filled):
    filled(add_years)
    assert "**Polisregion Nord**" in answer(opened(region="pr-nord"))
    assert "**Norrbottens län**" in answer(opened(lan="25"))
    assert "**Lokalpolisområde Umeå**" in answer(opened(omrade="lpo-umea"))


def test_from_the_button_to_the_files(filled_of_own):
    filled_of_own(add_work)
    page = opened(omrade="lpo-umea", fran="2026K3")
    page.button(key="gor_rapporten").click().run()
    (job,) = jobs.list_jobs(READER)
    assert not page.exception
    end = time.monotonic() + PLENTY
    while not job.has_ended and time.monotonic() < end:
        time.sleep(0.05)
    page.run()
    assert any(one.value.startswith("Klar på ") for one in page.markdown)
    names = [one.label for one in page.get("download_button")]
    assert names == ["Word (DOCX)", "PDF", "Excel (XLSX)"]
    page.button(key=f"ta_bort_{job.number}").click().run()
    assert jobs.list_jobs(job.asked.viewer) == () and not page.get("download_button")


def test_too_many_at_once_are_refused_in_words(filled, monkeypatch):
    filled(add_years)
    monkeypatch.setattr(jobs, "MOST_WAITING", 0)
    page = opened()
    page.button(key="gor_rapporten").click().run()
    assert [one.value for one in page.error if "Flera rapporter görs redan åt dig" in one.value]


def test_who_sees_one_region_chooses_among_its_areas_alone(filled):
    filled(add_years)
    own = Viewer(Role.LASARE, frozenset({"pr-nord"}), example=True)
    areas = document_asked.to_areas(date(2026, 9, 30), own)
    assert areas["pr-nord"] == "Polisregion Nord" and "lpo-umea" in areas
    assert not {"se", "pr-syd", "lpo-lund", "12"} & areas.keys()
    assert document_asked.read({"omrade": "pr-syd"}, own).area != "pr-syd"
