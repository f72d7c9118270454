"""With a provider: no identity, no data, whichever file is opened; and each what her claims say."""

import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import settings
from data_access import connect, prepare, sign_in
from data_access.engine import DatabaseUnavailable
from data_access.people import set_access
from data_access.tokens import list_tokens
from data_access.viewer import Role
from pages import menu, subscription
from reports import jobs
from tests.data_access.released_years import add_years
from tests.pages.conftest import MAIN, answers_of, show
from tests.pages.test_roles import FIGURES, everything
from tests.viewers import ADMIN
from tests.web.data_folder import copy_to, template_folder

PAGES = sorted(
    file.name
    for file in MAIN.parent.glob("*.py")
    if "asking.current_viewer()" in file.read_text("utf-8")
    and "\nVIEWER" in file.read_text("utf-8")
)
ISSUER = "https://idp.test"


@pytest.fixture
def with_sign_in(tmp_path, monkeypatch):
    """Sign-in by claims, on example data in a database of its own."""
    copy_to(tmp_path)
    for name, value in {
        "DATA_DIR": str(tmp_path),
        "OIDC_METADATA_URL": "http://127.0.0.1:1/.well-known/openid-configuration",
        "EXAMPLE_DATA": "true",
    }.items():
        monkeypatch.setenv(f"BOB_{name}", value)
    monkeypatch.delenv("BOB_DATABASE_URL", raising=False)
    settings.load.cache_clear()
    sign_in.forget()
    with answers_of(template_folder(), tmp_path):
        yield monkeypatch
    connect.dispose(connect.current_address())
    prepare.forget_prepared()
    monkeypatch.undo()
    settings.load.cache_clear()
    sign_in.forget()


@pytest.fixture
def signed_in(with_sign_in):
    """signed_in(role, areas, …): from now on the provider says this of whoever asks."""

    def turn_on(role="lasare", areas="se", reports=None, **more):
        claims = {
            "is_logged_in": True,
            "iss": ISSUER,
            "sub": "anna",
            "iat": int(time.time()),
            "bob_role": role,
            "bob_areas": areas,
            "bob_reports": reports,
            **more,
        }
        told = {name: value for name, value in claims.items() if value is not None}
        with_sign_in.setattr("streamlit.user_info._get_user_info", lambda: told)
        return told

    return turn_on


def words(app):
    return [button.label for button in app.button]


def test_every_page_with_figures_or_people_is_tried_here():
    assert {Path(page).stem for page in PAGES} == {
        "oversikt", "karta", "omrade", "etablering", "tackning", "deltagande", "trender",
        "insatser", "exempel", "lagesbilder", "rapportera", "granska", "register", "anvandare",
        "nycklar", "logg", "drift", "rapporter", "om",
    }  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_page_file_opened_directly_shows_the_sign_in_page_and_no_data(with_sign_in, page):
    with_sign_in.setattr("streamlit.user_info._get_user_info", lambda: {"is_logged_in": False})
    app = AppTest.from_file(str(MAIN.parent / page), default_timeout=60).run()
    assert not app.exception
    assert words(app) == ["Logga in"]
    assert not app.dataframe
    assert not app.selectbox
    assert not app.metric
    assert not any(word in everything(app) for word in FIGURES)


@pytest.mark.parametrize("user", [{}, {"is_logged_in": False}, {"is_logged_in": 0}])
def test_every_address_without_identity_shows_the_sign_in_page(with_sign_in, user):
    with_sign_in.setattr("streamlit.user_info._get_user_info", lambda: user)
    for entry in menu.entries():
        app = show(entry.name, roll="nationell-samordnare", omrade="lpo-jarva")
        assert not app.exception, entry.name
        assert words(app) == ["Logga in"], entry.name
        assert not app.dataframe, entry.name
        assert not any(word in everything(app) for word in FIGURES), entry.name


def test_who_has_not_signed_in_reads_the_accessibility_statement_in_her_language(with_sign_in):
    with_sign_in.setenv("BOB_PUBLISHER", "Polismyndigheten")
    settings.load.cache_clear()
    with_sign_in.setattr("streamlit.user_info._get_user_info", lambda: {"is_logged_in": False})
    app = show("karta", sprak="en")
    assert app.title[0].value == "Sign in"
    assert app.expander[0].label == "Accessibility statement"
    told = " ".join(one.value for one in app.expander[0].markdown)
    assert "Polismyndigheten answers for the service" in told
    assert 'lang="sv"' in app.get("html")[0].proto.body


def test_a_signed_in_reader_sees_the_map_and_who_she_is(signed_in):
    signed_in()
    app = show("karta")
    assert not app.exception
    assert app.dataframe
    assert app.menu_button[0].label == "Inloggad som läsare"
    assert list(app.menu_button[0].options) == ["Logga ut"]


def test_the_demonstrations_switch_means_nothing_with_sign_in(signed_in):
    signed_in()
    app = show("anvandare", roll="administrator")
    assert "inte för din roll" in app.warning[0].value
    assert not app.dataframe


def test_a_region_sees_itself_and_nothing_else_whatever_the_address_says(signed_in):
    signed_in(areas=["pr-nord"])
    sought = {
        "omrade": ["lpo-jarva", "pr-syd", "0180", "se", "12"],
        "region": ["pr-syd"],
        "lan": ["12"],
        "vy": ["pr-syd", "stockholm"],
        "jamfor": ["2024-12-31"],
        "niva": ["polisregion", "kommun"],
    }
    for page in ("karta", "omrade", "oversikt"):
        for name, codes in sought.items():
            for code in codes:
                app = show(page, **{name: code})
                assert not app.exception, (page, name, code)
                text = everything(app)
                assert "Järva" not in text, (page, name, code)
                assert "malmö norr" not in text.lower(), (page, name, code)


@pytest.mark.parametrize("is_asked", [False, True])
def test_who_sees_a_part_of_the_country_gets_every_page(signed_in, is_asked):
    """Whatever the part, also where it holds no whole län, region or police area."""
    prepare.ensure_prepared()
    add_years()
    tried = 0
    for area in ("pr-syd", "0880") if is_asked else ("po-malmo", "25", "lpo-umea"):
        signed_in(areas=[area])
        for entry in menu.entries():
            app = show(entry.name, **({"omrade": area} if is_asked else {}))
            assert not app.exception, (entry.name, area)
            tried += 1
    assert tried > 35


@pytest.mark.parametrize(
    "claims",
    [
        {"role": "kung"},
        {"role": None},
        {"role": ["lasare", "administrator"]},
        {"role": {"lasare": True}},
        {"areas": None},
        {"areas": "lpo-finns-inte"},
        {"areas": "'; DROP TABLE audit; --"},
        {"areas": [7]},
        {"role": "rapportor"},
        {"reports": "se"},
        {"role": "administrator"},
        {"iat": "i går"},
        {"iat": 4_000_000_000},
        {"sub": None},
    ],
)
def test_claims_that_can_not_be_understood_are_refused_calmly(signed_in, claims):
    signed_in(**claims)
    app = show("karta")
    assert not app.exception
    assert "går inte att läsa" in app.warning[0].value
    assert words(app) == ["Logga ut"]
    assert not app.dataframe


@pytest.mark.parametrize(
    ("claims", "word"),
    [({"iat": 1_700_000_000}, "arbetsdag")],
)
def test_an_old_sign_in_must_be_renewed(signed_in, claims, word):
    signed_in(**claims)
    app = show("karta")
    assert word in app.info[0].value
    assert words(app) == ["Logga in"]
    assert not app.dataframe


def test_after_sign_out_the_same_cookie_shows_nothing_in_any_tab(signed_in):
    told = signed_in()
    app = show("karta")
    assert app.dataframe
    sign_in.leave(told)
    for again in (app.run(), show("karta")):
        assert "utloggad" in again.info[0].value
        assert not again.dataframe


def test_who_is_blocked_here_is_out_within_seconds(signed_in):
    signed_in()
    app = show("karta")
    assert app.dataframe
    set_access(ISSUER, "anna", None, (), (), blocked=True, viewer=ADMIN)
    sign_in.forget()  # what a few seconds do
    app.run()
    assert "spärrad" in app.warning[0].value
    assert not app.dataframe


def test_the_own_table_gives_role_and_areas_and_no_claim_does(signed_in, monkeypatch):
    monkeypatch.setenv("BOB_ACCESS_FROM", "users")
    settings.load.cache_clear()
    told = signed_in(role="nationell-samordnare", reports="se")
    app = show("karta")
    assert "ingen behörighet" in app.warning[0].value
    assert len(app.code[0].value) == 32  # what to ask the administratör with
    set_access(told["iss"], told["sub"], Role.LASARE, {"pr-nord"}, (), viewer=ADMIN)
    app = show("karta")
    assert app.menu_button[0].label == "Inloggad som läsare"
    assert "Järva" not in everything(app)


PLACES = {
    "lpo-lulea-boden": "Luleå-Boden",  # hers
    "lpo-umea": "Umeå",  # another of the same region
    "lpo-malmo-norr": "Malmö norr",  # of another region
}
CLAIMS = {
    "lasare": {"areas": "pr-nord"},
    "rapportor": {"areas": "pr-nord", "reports": "lpo-lulea-boden"},
    "regional-samordnare": {"areas": "pr-nord", "reports": "pr-nord"},
    "nationell-samordnare": {"areas": "se"},
    "administrator": {"areas": None},
}
# j = shown, - = as if it did not exist, n = not a page for the role
WHERE = """
            | lasare | rapportor | regional-samordnare | nationell-samordnare | administrator
oversikt    | j  j - |  j  j  -  |       j  j  -       |       j  j  j        |   n   n   n
karta       | j  j - |  j  j  -  |       j  j  -       |       j  j  j        |   n   n   n
omrade      | j  j - |  j  j  -  |       j  j  -       |       j  j  j        |   n   n   n
"""


def cells():
    head, *lines = [line for line in WHERE.splitlines() if line.strip()]
    roles = [name.strip() for name in head.split("|")[1:]]
    for line in lines:
        page, *groups = line.split("|")
        for role, group in zip(roles, groups, strict=True):
            yield page.strip(), role, dict(zip(PLACES, group.split(), strict=True))


def shown(app, name):
    """Whether the place is anywhere on the page: texts, tables, or what can be chosen."""
    choices = [option for box in app.selectbox for option in box.options]
    return name in everything(app) or name in choices


@pytest.mark.parametrize(("page", "role", "expected"), list(cells()))
def test_what_each_role_sees_of_each_place_on_each_page(signed_in, page, role, expected):
    signed_in(role=role, **CLAIMS[role])
    found = {}
    for code, name in PLACES.items():
        app = show(page, omrade=code)
        assert not app.exception
        if not app.selectbox:
            found[code] = "n"
            assert not shown(app, name)
        else:
            found[code] = "j" if shown(app, name) else "-"
    assert found == expected


def to_form_of_keys():
    app = show("oversikt")
    app.session_state["prenumerera"] = True
    return app.run()


def test_who_has_signed_out_makes_no_key_to_the_feed(signed_in):
    claims = signed_in()
    app = to_form_of_keys()
    app.text_input(key="nytt_nyckel_namn").input("Min läsare")
    sign_in.leave(claims)
    app.button(key="nytt_nyckel_ny").click().run()
    assert not app.exception
    assert list_tokens(viewer=ADMIN) == ()


def test_a_key_to_the_feed_without_a_database_is_told_calmly(signed_in, monkeypatch):
    def away(*_args, **_named):
        raise DatabaseUnavailable("away")

    signed_in()
    app = to_form_of_keys()
    app.text_input(key="nytt_nyckel_namn").input("Min läsare")
    with monkeypatch.context() as patch:
        patch.setattr(subscription, "create_token", away)
        app.button(key="nytt_nyckel_ny").click().run()
    assert not app.exception
    assert "Databasen svarar inte just nu" in app.error[0].value


def test_who_has_signed_out_begins_no_report(signed_in, monkeypatch):
    begun = []
    monkeypatch.setattr(jobs, "start", lambda *given: begun.append(given))
    claims = signed_in()
    add_years()
    app = show("rapporter")
    app.button(key="gor_rapporten").click().run()
    assert len(begun) == 1
    sign_in.leave(claims)
    app.button(key="gor_rapporten").click().run()
    assert not app.exception
    assert len(begun) == 1


def test_a_reader_makes_a_key_to_the_feed_sees_it_once_and_ends_it(signed_in):
    signed_in()
    app = show("oversikt")
    assert not [one for one in app.text_input if one.key == "nytt_nyckel_namn"]
    app.session_state["prenumerera"] = True
    app.run().text_input(key="nytt_nyckel_namn").input("Min läsare")
    app.button(key="nytt_nyckel_ny").click().run()
    assert not app.exception
    assert len(app.code) == 3
    assert all("nyckel=" in one.value for one in app.code)
    (end,) = [one for one in app.button if one.key.startswith("nytt_nyckel_bort_")]
    end.click().run()
    assert not app.code
    assert not [one for one in app.button if one.key.startswith("nytt_nyckel_bort_")]
