"""The register's page: everybody reads it, the nationella samordnaren changes it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import clock
from data_access.errors import DatabaseUnavailable
from data_access.register import fetch_register, list_versions, set_entry
from data_access.viewer import DEMONSTRATIONS, Role
from pages import asking, register_save
from reporting.register import Listing
from ui.formats import moment
from ui.register_words import listing_name

PAGE = Path(register_save.__file__).parent / "register.py"
EDITOR = DEMONSTRATIONS[Role.NATIONELL]
FORM = "register_atgard_orossamtal_1"
NEW = "register_atgard_ny"


def look_as(monkeypatch, role):
    asked = asking.Asked(DEMONSTRATIONS[role] if role else None)
    monkeypatch.setattr(asking, "ask", lambda: asked)


@pytest.fixture
def open_page(sqlite_engine, monkeypatch):
    """open_page(Role.LASARE, post=…): the page at that address, run once."""

    def show(role=Role.NATIONELL, **parameters):
        look_as(monkeypatch, role)
        app = AppTest.from_file(str(PAGE), default_timeout=60)
        for name, value in parameters.items():
            app.query_params[name] = value
        return app.run()

    return show


@pytest.fixture
def open_entry(open_page):
    return lambda **more: open_page(lista="atgard", post="orossamtal", **more)


def find(code="orossamtal"):
    return fetch_register(viewer=EDITOR).find(Listing.MEASURE, code)


def press(app, label, key=""):
    return next(one for one in app.button if one.label == label and key in one.key).click().run()


def said(app):
    parts = (*app.success, *app.error, *app.info, *app.warning, *app.markdown, *app.caption)
    return " ".join(part.value for part in parts).replace("\\", "")


@pytest.mark.parametrize("listing", list(Listing))
def test_each_list_is_shown_to_everybody(open_page, listing):
    app = open_page(Role.LASARE, lista=str(listing))
    assert not app.exception
    assert app.selectbox[0].value == listing
    entries = fetch_register(viewer=EDITOR).of(listing, clock.today())
    assert app.dataframe[0].value["Namn"].to_list() == [entry.name for entry in entries]
    assert app.header[0].value == f"{len(entries)} poster"


def test_a_reader_has_nothing_to_change_with(open_entry):
    app = open_entry(role=Role.LASARE)
    assert not app.expander and not app.button
    assert [header.value for header in app.header] == ["14 poster", "Orossamtal"]
    assert "Räkneregel:" in said(app)


def test_the_list_and_the_search_are_in_the_address(open_page):
    app = open_page(lista="atgard", post="orossamtal", sok="mentor")
    assert app.dataframe[0].value["Namn"].to_list() == ["Mentor eller kontaktperson"]
    app.selectbox[0].set_value(Listing.ACTOR).run()
    assert app.query_params["lista"] in ("aktor", ["aktor"])
    assert "post" not in app.query_params
    assert "Ingen post hittades" in said(app)
    app.text_input(key="register_sok").set_value("").run()
    assert "sok" not in app.query_params and len(app.dataframe[0].value) == 14


def test_addresses_that_mean_nothing_are_calm(open_page):
    app = open_page(lista="<b>", post="<b>x</b>")
    assert not app.exception
    assert app.selectbox[0].value is Listing.INDICATOR
    assert "Posten i adressen finns inte" in said(app)


def test_a_change_is_confirmed_before_it_is_saved(open_entry):
    app = open_entry()
    app.text_input(key=f"{FORM}_name").set_value(" Samtal *om* oro ")
    press(app, "Granska ändringen", FORM)
    assert find().version == 1
    assert "Namn: Orossamtal → Samtal *om* oro" in said(app)
    assert "Definition: " not in said(app).split("Det här ändras:")[1].split("**")[1]
    press(app, "Spara")
    assert not app.exception
    assert (find().name, find().version) == ("Samtal *om* oro", 2)
    assert "Samtal *om* oro är nu version 2" in app.success[0].value.replace("\\", "")
    assert not app.run().success


def test_every_field_can_be_changed(open_entry):
    app = open_entry()
    app.text_area(key=f"{FORM}_definition").set_value("En\nTvå")
    app.text_area(key=f"{FORM}_counting_rule").set_value("Regel")
    app.text_input(key=f"{FORM}_source").set_value("Beslut")
    app.text_input(key=f"{FORM}_other_names").set_value("Ett | Två|| ")
    app.text_input(key=f"{FORM}_unit").set_value("samtal")
    app.text_input(key=f"{FORM}_reporter").set_value("Kommunen")
    app.selectbox(key=f"{FORM}_polarity").set_value("hogre-battre")
    app.selectbox(key=f"{FORM}_split").set_value("ingen")
    app.selectbox(key=f"{FORM}_level").set_value("polisregion")
    app.date_input(key=f"{FORM}_valid_from").set_value(date(2024, 1, 1))
    app.date_input(key=f"{FORM}_valid_to").set_value(date(2026, 12, 31))
    press(press(app, "Granska ändringen", FORM), "Spara")
    found = find()
    assert (found.definition, found.counting_rule, found.source) == ("En\nTvå", "Regel", "Beslut")
    assert found.other_names == ("Ett", "Två")
    assert (found.unit, found.reporter, found.level) == ("samtal", "Kommunen", "polisregion")
    assert (found.polarity, found.split) == ("hogre-battre", "ingen")
    assert (found.valid_from, found.valid_to) == (date(2024, 1, 1), date(2026, 12, 31))
    assert not any("_code" in str(field.key) for field in app.text_input if FORM in str(field.key))


def test_the_way_back_keeps_what_was_filled_in(open_entry):
    app = open_entry()
    app.text_input(key=f"{FORM}_unit").set_value("samtal")
    press(press(app, "Granska ändringen", FORM), "Tillbaka")
    assert app.text_input(key=f"{FORM}_unit").value == "samtal"
    assert find().version == 1


def test_nothing_changed_can_not_be_saved(open_entry):
    app = press(open_entry(), "Granska ändringen", FORM)
    assert "Inget är ändrat." in said(app)
    assert "Spara" not in [button.label for button in app.button]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Lokalt råd", "Ett råd är ingen insats"),
        (" ", "Fyll i ”Namn”."),
        ("Anna, 070-123 45 67", "”Namn” ser ut att peka ut en person"),
    ],
)
def test_what_is_wrong_is_said_in_the_form_and_what_was_filled_in_stays(open_entry, name, told):
    app = open_entry()
    app.text_input(key=f"{FORM}_name").set_value(name)
    press(app, "Granska ändringen", FORM)
    (error,) = app.expander[0].error
    assert told in error.value
    assert "Spara" not in [button.label for button in app.button]
    assert app.text_input(key=f"{FORM}_name").value == name
    assert not app.run().error
    assert find().version == 1


def test_an_entry_changed_meanwhile_is_shown_as_it_is_now(open_entry):
    app = open_entry()
    app.text_input(key=f"{FORM}_unit").set_value("samtal")
    press(app, "Granska ändringen", FORM)
    set_entry(replace(find(), unit="unga"), expected=1, viewer=EDITOR)
    press(app, "Spara")
    assert "Någon annan ändrade posten" in app.error[0].value
    assert find().unit == "unga"
    assert app.text_input(key="register_atgard_orossamtal_2_unit").value == "unga"


def fill_new(app, code="nattvandring", name="Stöd av nattvandrare"):
    app.text_input(key=f"{NEW}_code").set_value(code)
    app.text_input(key=f"{NEW}_name").set_value(name)
    app.text_area(key=f"{NEW}_definition").set_value("Individer som har fått följe.")
    app.text_area(key=f"{NEW}_counting_rule").set_value("En gång per kvartal.")
    app.text_input(key=f"{NEW}_unit").set_value("individer")
    app.text_input(key=f"{NEW}_source").set_value("förslag")
    return press(press(app, "Granska ändringen", NEW), "Spara")


def test_a_new_entry_is_added_and_chosen(open_page):
    app = fill_new(open_page(lista="atgard"))
    assert find("nattvandring").version == 1
    assert find("nattvandring").valid_from == clock.today()
    assert app.query_params["post"] in ("nattvandring", ["nattvandring"])
    assert app.text_input(key=f"{NEW}_code").value == ""


def test_a_code_that_is_taken_is_said(open_page):
    app = fill_new(open_page(lista="atgard"), code="mentorskap")
    assert "Koden finns redan" in app.error[0].value
    assert find("mentorskap").version == 1


def test_the_history_tells_who_and_what(open_entry):
    set_entry(replace(find(), unit="unga"), expected=1, viewer=EDITOR)
    history = open_entry(role=Role.LASARE).dataframe[1].value
    assert history["Version"].to_list() == [2, 1]
    assert history["Ändrat"].to_list() == ["Enhet: individer → unga", "ny"]
    told = list_versions("atgard", "orossamtal", viewer=EDITOR)
    assert history["Sparad"].to_list() == [moment(one.recorded_at) for one in told]
    assert history["Ändrad av"].to_list() == [EDITOR.subject, "offentliga källor"]


@pytest.mark.parametrize("role", [Role.REGIONAL, None])
def test_who_may_not_any_more_saves_nothing(open_entry, monkeypatch, role):
    app = open_entry()
    app.text_input(key=f"{FORM}_unit").set_value("samtal")
    press(app, "Granska ändringen", FORM)
    look_as(monkeypatch, role)
    monkeypatch.setattr(asking, "current_viewer", lambda: EDITOR)  # as the page was drawn
    press(app, "Spara")
    assert "Bara en nationell samordnare" in app.error[0].value
    assert len(list_versions("atgard", "orossamtal", viewer=EDITOR)) == 1


def test_a_database_that_is_away_is_said_and_the_form_keeps_its_content(open_entry, monkeypatch):
    app = open_entry()
    app.text_input(key=f"{FORM}_unit").set_value("samtal")
    press(app, "Granska ändringen", FORM)

    def fail(*_args, **_kwargs):
        raise DatabaseUnavailable("borta")

    monkeypatch.setattr(register_save, "set_entry", fail)
    press(app, "Spara")
    assert "Databasen svarar inte" in app.error[0].value
    assert app.text_input(key=f"{FORM}_unit").value == "samtal"


def test_every_list_has_a_name_in_the_choice(open_page):
    assert open_page().selectbox[0].options == [listing_name(one) for one in Listing]
