"""The search of every page's top: what each role finds, and where each hit leads."""

from datetime import date
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from data_access.cache import forget_answers
from data_access.council_events import add_event
from data_access.submissions import send
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from indicators.periods import Quarter
from pages import menu
from pages.search_reads import fetch_good
from reporting.rows import Unit
from tests.pages.conftest import show, show_each
from tests.pages.test_examples_page import LEAD, example, publish_some
from tests.viewers import WRITER

DAY = "2026-11-01"


def publish_some_and_send_one():
    publish_some()
    rows = {Unit("lpo-falun", "exempel", Quarter(2026, 3)): (example("Inte publicerat"),)}
    send(rows, expected=dict.fromkeys(rows, 0), viewer=LEAD, source="prov", channel="formular")


@pytest.fixture
def search(example_data):
    """search("umea", roll="rapportor", dag=…): the dialog on a page of everybody's, with those
    parameters in the address. A test's run draws the whole page, so the dialog is opened in it."""

    def ask(asked, **parameters):
        app = show("om", **{"dag": DAY, **parameters})
        app.button(key="sok_knapp").click().run()
        app.text_input(key="sok_text").set_value(asked)
        app.button(key="sok_knapp").click().run()
        assert not app.exception
        return app

    return ask


def to_links(app):
    """Label without its bold signs → (page, address's parameters)."""
    links = [element.proto for element in app.get("page_link")]
    return {
        link.label.replace("**", "").replace("\\", ""): (
            link.page or menu.START,
            {name: values[0] for name, values in parse_qs(link.query_string).items()},
        )
        for link in links
    }


def to_told(app):
    return next(
        caption.value
        for caption in app.caption
        if caption.value.startswith(("Skriv ett namn", "Inget hittades"))
        or "träff" in caption.value
    )


def test_every_page_has_the_button_and_draws_nothing_of_the_search(example_data):
    for page, app in show_each():
        assert app.button(key="sok_knapp").label == "Sök", page
        assert "sok_text" not in [field.key for field in app.text_input], page


def test_nothing_asked_and_nothing_found_say_what_to_do(search):
    assert to_told(search("")).startswith("Skriv ett namn")
    app = search("x*yzzy")
    assert to_told(app).startswith("Inget hittades för ”x\\*yzzy”. Pröva")
    assert not to_links(app)


def test_an_area_is_found_without_its_ring_and_keeps_the_day(search):
    app = search("umea", region="pr-syd", niva="kommun")
    links = to_links(app)
    assert next(iter(links)).startswith("Umeå · ")
    assert links["Umeå · Kommun · Västerbottens län"] == (
        "omrade", {"omrade": "2480", "dag": DAY, "niva": "kommun"},
    )  # fmt: skip
    assert "Områden" in [head.value for head in app.subheader]


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("25", "Norrbottens län · Län"),
        ("lpo-lulea-boden", "Luleå-Boden · Lokalpolisområde · Norrbotten"),
        ("0180", "Stockholm · Kommun · Stockholms län"),
    ],
)
def test_a_code_finds_its_area_first(search, code, label):
    assert next(iter(to_links(search(code)))) == label


def test_an_area_that_has_ceased_is_shown_on_a_day_when_it_was(search):
    label = "Norrmalm · Lokalpolisområde · Stockholm City · visas 31 december 2024"
    page, asked = to_links(search("norrmalm"))[label]
    assert (page, asked) == ("omrade", {"omrade": "lpo-norrmalm", "dag": "2024-12-31"})
    area = show(page, **asked)
    assert not area.warning
    assert area.header[0].value == "Norrmalm"


def test_an_area_that_is_not_yet_is_shown_on_a_day_when_it_is(search):
    links = to_links(search("norra innerstaden", dag="2024-06-30"))
    assert ("omrade", "lpo-norra-innerstaden", "2025-01-01") in {
        (page, asked.get("omrade"), asked["dag"]) for page, asked in links.values()
    }


def test_an_indicator_leads_to_its_course_and_to_the_map(search):
    links = to_links(search("vapenbrott", niva="kommun", bild="publicerat", lan="25"))
    course = links["Misstänkta för vapenbrott · över tid"]
    assert course == (
        "trender", {"indikator": "misstankta-vapenbrott", "dag": DAY, "lan": "25"},
    )  # fmt: skip
    assert links["Misstänkta för vapenbrott · på kartan"][0] == "karta"


@pytest.mark.parametrize(
    ("asked", "here", "level"),
    [
        ("andel kommuner", "lpo", "polisregion"),
        ("andel kommuner", "lan", "lan"),
        ("prioriterade områden", "lan", None),
        ("vapenbrott", "lan", "lan"),
        ("vapenbrott", "kommun", None),
    ],
)
def test_the_map_is_shown_at_a_level_where_the_indicator_is(search, asked, here, level):
    links = to_links(search(asked, niva=here)).values()
    page, parameters = next(one for one in links if one[0] == "karta")
    assert parameters.get("niva") in ({level, "lpo"} if level is None else {level})
    assert not show(page, **parameters).warning


def test_a_measure_is_found_by_what_it_is_called_for_short(search):
    page, asked = to_links(search("sspf", **{"del": "mal"}))["Insats genom SSPF · omfattning"]
    assert (page, asked) == ("insatser", {"atgard": "sspf-insats", "dag": DAY})


def test_a_council_leads_to_its_area(search):
    links = to_links(search("lokalt råd luleå"))
    label = next(label for label in links if label.startswith("Lokalt råd Luleå-Boden"))
    assert links[label] == ("omrade", {"omrade": "lpo-lulea-boden", "dag": DAY})


def test_a_good_example_that_is_released_is_shown_by_a_search_for_it(filled, search):
    filled(publish_some_and_send_one)
    page, asked = to_links(search("fältare", omrade="0180"))[
        "Fältare i parken · Luleå-Boden · 2026 K3"
    ]
    assert (page, asked) == ("exempel", {"sok": "Fältare i parken", "dag": DAY})
    assert show(page, **asked).subheader[0].value == "Fältare i parken"
    assert not to_links(search("inte publicerat"))


def test_who_sees_a_region_finds_no_example_of_another(filled):
    filled(publish_some_and_send_one)
    south = Viewer(Role.LASARE, frozenset({"pr-syd"}))
    told = [one.thing.name for one in fetch_good(date(2026, 11, 1), release=1, viewer=south)]
    assert told == ["Syskon i skolan"]


def test_a_page_is_found_by_its_title_and_by_what_it_answers(search):
    assert next(iter(to_links(search("täckning")))).startswith("Täckning")
    assert any(link.startswith("Om uppgifterna") for link in to_links(search("skyddas små tal")))


@pytest.mark.parametrize("role", list(Role))
def test_each_role_finds_only_pages_that_are_hers(search, role):
    own = {entry.name for entry in menu.entries() if entry.is_for(DEMONSTRATIONS[role])}
    pages = {page for page, _asked in to_links(search("a", roll=str(role))).values()}
    assert pages <= own
    assert bool(to_links(search("granskningslogg", roll=str(role)))) is (role is Role.ADMIN)


def test_who_sees_no_figures_finds_no_area_and_no_example(search):
    assert not to_links(search("luleå", roll="administrator"))


def test_of_many_hits_some_are_shown_and_the_rest_is_counted(search):
    app = search("lokalt råd")
    assert int(to_told(app).split()[0]) > 60
    assert any("till. Skriv mer." in caption.value for caption in app.caption)
    assert len(to_links(app)) < 40


def open_alone():
    """The dialog as its own runs draw it."""
    from data_access.viewer import DEMONSTRATIONS, Role
    from pages import search_box

    search_box._open(DEMONSTRATIONS[Role.LASARE])


def test_on_a_database_of_another_kind_a_run_of_the_dialog_alone_answers_nothing(
    example_data_of_own,
):
    """As the frame and every part refuse."""
    forget_answers()
    add_event("lokalt-rad-umea", "vilande", date(2026, 10, 1), viewer=WRITER, source="prov")
    app = AppTest.from_function(open_alone, default_timeout=60).run()
    assert not app.exception and not app.text_input
    assert len(app.error) == 1
