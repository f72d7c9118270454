"""What is said of each page beside its title, and that it costs nothing before it is opened."""

import pytest

from data_access.viewer import DEMONSTRATIONS, Role
from pages import menu
from tests.pages.conftest import show
from tests.pages.test_examples_page import publish_some
from tests.pages.walk import walk
from ui.page_words import page_answer, page_help, questions

PAGES = [entry.name for entry in menu.entries()]


def said(app):
    return [text.value for text in app.markdown]


def opened(page, **asked):
    app = show(page, **asked)
    assert not any("Vem frågar jag?" in text for text in said(app))
    app.session_state["om_sidan"] = True
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("page", PAGES)
def test_each_page_has_five_answers_and_is_found_by_one(page):
    answers = page_help(page, "Utgåva 7, 2026-10-02", "3 oktober 2026")
    assert all(answers)
    assert len(answers) == len(questions()) == 5
    assert page_answer(page)


def test_no_two_pages_show_the_same():
    shows = [page_help(page, "", "").shows for page in PAGES]
    assert len(set(shows)) == len(PAGES)


def own_pages(role):
    return {entry.name for entry in menu.entries() if entry.is_for(DEMONSTRATIONS[role])}


def test_between_them_the_two_who_look_below_may_open_every_page():
    assert own_pages(Role.NATIONELL) | own_pages(Role.ADMIN) == set(PAGES)


@pytest.mark.parametrize("role", [Role.NATIONELL, Role.ADMIN])
def test_who_may_open_a_page_is_answered_on_it(example_data_of_own, role):
    for page, app in walk(role, but=set(PAGES) - own_pages(role)):
        app.session_state["om_sidan"] = True
        app.run()
        assert not app.exception, page
        told = page_help(page, "", "").shows
        assert any(f"**Vad visar sidan?**  \n{told}" == text for text in said(app)), page


def test_it_says_how_old_the_figures_are(filled):
    filled(publish_some)
    app = opened("trender", roll="lasare")
    assert any("ur den senaste utgåvan (Utgåva 1, 2" in text for text in said(app))
    assert any("Den senaste händelsen registrerades" in text for text in said(opened("tackning")))


def test_before_the_first_release_it_says_that_there_is_none(example_data):
    assert any("Ingen är publicerad än" in text for text in said(opened("trender")))


def test_who_sees_no_figures_is_told_no_day_of_them(example_data):
    app = opened("om", roll="administrator")
    assert not any("utgåvan (" in text for text in said(app))


def test_it_leads_to_the_page_on_the_data_and_to_the_guided_look(example_data):
    app = opened("register", dag="2026-11-01")
    links = [one.proto for one in app.get("page_link") if one.proto.page == "om"]
    assert "dag=2026-11-01" in links[0].query_string
    app.button(key="rundtur_sida").click().run()
    assert any(button.key == "rundtur_nasta" for button in app.button)
    assert not any("Vem frågar jag?" in text for text in said(app))


def test_the_page_on_the_data_does_not_lead_to_itself(example_data):
    assert not [one for one in opened("om").get("page_link") if one.proto.page == "om"]
