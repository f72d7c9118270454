"""The administratör's keys: made, shown once, ended; and who else may not."""

from datetime import UTC, datetime, timedelta

import pytest

from data_access import api_admission
from data_access.api_admission import admit_api_token
from data_access.api_tokens import create_api_token, list_api_tokens
from data_access.tokens import UnknownToken, create_token, list_tokens
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from tests.pages.conftest import show

ADMIN = DEMONSTRATIONS[Role.ADMIN]
LAST = datetime.now(UTC).date() + timedelta(days=30)
MARKUP = "**Lång** <b>[x](http://y)"


@pytest.fixture(autouse=True)
def own(example_data_of_own):
    api_admission.forget_remembered()


def open_page():
    app = show("nycklar", roll=str(Role.ADMIN))
    assert not app.exception
    return app


def press(app, label):
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception
    return app


def texts(app):
    return "\n".join(str(one.value) for one in [*app.markdown, *app.header, *app.info])


def test_without_keys_it_says_so():
    app = open_page()
    assert "0 nycklar gäller" in texts(app) and "Ingen nyckel gäller" in texts(app)
    assert "Ingen har en nyckel till flödet" in texts(app)


def test_a_key_is_made_shown_once_and_opens_what_was_chosen():
    app = open_page()
    app.text_input[0].input("Länsstyrelsen i Norrbotten")
    app.multiselect[0].select("pr-nord")
    app.multiselect[1].unselect("*").select("lagforda")
    press(app, "Skapa nyckel")
    key = app.code[0].value
    assert key.startswith("bob_") and "Authorization: Bearer" in app.code[1].value
    viewer = admit_api_token(key)
    assert viewer == Viewer(Role.LASARE, frozenset({"pr-nord"}), only=frozenset({"lagforda@*"}))
    told = texts(app)
    assert "Länsstyrelsen i Norrbotten" in told and "Nord (polisregion)" in told
    assert "Lagföringsbeslut" in told and "1 nyckel gäller" in told
    again = app.run()
    assert not again.code
    assert "senast använd" in texts(again)
    assert not again.text_input[0].value  # the form is ready for another


@pytest.mark.parametrize(
    ("area", "label", "said"),
    [("pr-nord", "", "Skriv vem nyckeln är till"), (None, "X", "Välj minst ett område")],
)
def test_what_is_missing_is_said_and_what_was_filled_in_stays(area, label, said):
    app = open_page()
    app.text_input[0].input(label)
    if area:
        app.multiselect[0].select(area)
    press(app, "Skapa nyckel")
    assert said in app.error[0].value and not app.code
    assert list_api_tokens(viewer=ADMIN) == ()
    assert app.text_input[0].value == label
    assert app.multiselect[0].value == ([area] if area else [])


def test_a_key_is_ended_and_listed_among_those_that_are():
    key = create_api_token("Prov", ["se"], ["*@*"], LAST, viewer=ADMIN)
    app = open_page()
    assert "Alla uppgifter" in texts(app) and "aldrig använd" in texts(app)
    press(app, "Avsluta nyckeln")
    assert "avslutad" in app.success[0].value
    with pytest.raises(UnknownToken):
        admit_api_token(key)
    (table,) = app.dataframe
    assert table.value["Till"].tolist() == ["Prov"]
    assert "0 nycklar gäller" in texts(app)


def test_a_person_s_key_to_the_feed_is_listed_and_ended():
    reader = Viewer(Role.LASARE, frozenset({"pr-nord"}), subject="person-nord")
    create_token("Mitt flöde", viewer=reader)
    app = open_page()
    assert "Mitt flöde" in texts(app) and "person\\-nord" in texts(app)
    press(app, "Avsluta nyckeln")
    assert list_tokens(viewer=reader) == ()
    assert "Mitt flöde" not in texts(app)


def test_a_label_is_shown_as_it_was_written():
    create_api_token(MARKUP, ["se"], ["rad@*"], LAST, viewer=ADMIN)
    app = open_page()
    shown = next(one.value for one in app.markdown if "Lång" in one.value)
    assert "\\*\\*Lång" in shown and "<b>" not in shown.replace("\\<b", "")


def test_a_database_that_goes_away_is_said_and_nothing_is_made(example_data_of_own, monkeypatch):
    from data_access.engine import DatabaseUnavailable
    from pages import key_save

    def away(*_given, **_named):
        raise DatabaseUnavailable("away")

    app = open_page()
    app.text_input[0].input("X")
    app.multiselect[0].select("se")
    monkeypatch.setattr(key_save, "create_api_token", away)
    press(app, "Skapa nyckel")
    assert "Databasen svarar inte" in app.error[0].value
