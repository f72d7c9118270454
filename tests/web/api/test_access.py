"""Who may ask for what: nobody without a key, what is open, and what a key reaches."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

import clock
import settings
from data_access.api_tokens import end_api_token, list_api_tokens
from data_access.connect import reading
from data_access.engine import engine as own_engine
from data_access.schema import AUDIT
from data_access.tokens import create_token
from data_access.viewer import Role, Viewer
from geodata.division import to_pieces
from indicators.periods import Quarter
from tests.viewers import ADMIN
from tests.web.api.conftest import to_problem
from web.api import asking
from web.open_data import BadOpenData, check_addresses, to_open

SPLIT = "misstankta-grova-brott"
FIGURES = f"/releases/1/figures/{SPLIT}"
CLOSED = [
    "/indicators", "/releases", "/releases/1", FIGURES, "/areas", "/areas.gpkg",
    "/council-stages", "/catalog", "/catalog.rdf",
]  # fmt: skip
NORTH = to_pieces(Quarter(2026, 3).last).query("polisregion == 'pr-nord'")
INSIDE = {"pr-nord", *NORTH["lpo"], *NORTH["kommun"], *NORTH["polisomrade"], *NORTH["lan"]}


@pytest.mark.parametrize("path", CLOSED)
def test_a_demonstration_shows_it_all(ask, path):
    answer = ask(path)
    assert answer.status_code == 200
    assert answer.headers["cache-control"].startswith("public")


@pytest.mark.parametrize("path", CLOSED)
def test_with_sign_in_nothing_is_open_without_a_key(ask, open_data, path):
    open_data("")
    answer = ask(path)
    assert to_problem(answer) == (401, "nyckel-saknas")
    assert answer.headers["www-authenticate"] == 'Bearer realm="Lagesbild bob"'
    assert "Authorization" in answer.headers["vary"]


@pytest.mark.parametrize("path", ["/", "/openapi.json"])
def test_how_it_is_asked_is_told_to_everybody(ask, open_data, path):
    open_data("")
    assert ask(path).status_code == 200


@pytest.mark.parametrize(
    "header", ["Bearer fel", "Bearer ", "Bearer", "Basic YTpi", "bob_x", "Bearer a b", "Bearer ö"]
)
def test_what_is_no_key_is_refused(ask, open_data, header):
    open_data("*")  # a wrong key is not as good as none
    answer = ask(FIGURES, authorization=header.encode("utf-8"))
    assert to_problem(answer) == (401, "nyckeln-galler-inte")
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]


def test_a_person_s_key_to_the_feed_opens_nothing_here(ask, open_data):
    open_data("")
    reader = Viewer(Role.LASARE, frozenset({"se"}), subject="nord")
    key = create_token("Flöde", viewer=reader)
    assert to_problem(ask(FIGURES, authorization=f"Bearer {key}"))[0] == 401


def test_cookies_and_addresses_with_a_key_open_nothing(ask, key_to):
    key = key_to("se").removeprefix("Bearer ")
    assert to_problem(ask(FIGURES, cookie=f"_streamlit_user={key}"))[0] == 401
    assert to_problem(ask(f"{FIGURES}?nyckel={key}"))[0] in (400, 401)


def test_a_key_reaches_its_areas_and_no_cache_on_the_way_keeps_the_answer(ask, key_to):
    answer = ask(FIGURES, authorization=key_to("pr-nord"))
    assert answer.status_code == 200
    assert answer.headers["cache-control"].startswith("private")
    codes = set(answer.json()["dimension"]["area"]["category"]["index"])
    assert codes == set(NORTH["lpo"])


@pytest.mark.parametrize(
    "path",
    [
        f"{FIGURES}?omrade=lpo-malmo-norr",
        f"{FIGURES}?omrade=lpo-umea,lpo-malmo-norr",
        f"{FIGURES}?omrade=se",
        f"{FIGURES}?niva=riket",
        "/areas?omrade=pr-syd",
        "/areas?niva=riket",
        "/areas.gpkg?omrade=pr-syd",
        "/council-stages?omrade=lpo-malmo-norr",
        "/council-stages?niva=riket",
        f"/areas?indikator={SPLIT}&omrade=se",
    ],
)
def test_what_lies_outside_a_key_is_refused(ask, key_to, path):
    key = key_to("pr-nord")
    assert to_problem(ask(path, authorization=key)) == (403, "nyckeln-racker-inte")


def to_codes(told):
    """Every text within the document, but for places of cells and years, which are numbers."""
    if isinstance(told, dict):
        own = {name: value for name, value in told.items() if name not in ("status", "period")}
        return {*own, *(code for value in own.values() for code in to_codes(value))}
    if isinstance(told, list):
        return {code for value in told for code in to_codes(value)}
    return {told} if isinstance(told, str) else set()


@pytest.mark.parametrize(
    "path",
    [
        FIGURES, f"{FIGURES}?niva=polisregion", f"{FIGURES}?niva=kommun&tid=ar", "/areas",
        "/areas?dag=2024-06-01", f"/areas?indikator={SPLIT}&period=2024K2", "/council-stages",
        "/council-stages?niva=kommun&format=geojson", "/indicators", "/releases", "/catalog.jsonld",
    ],
)  # fmt: skip
def test_no_code_from_outside_is_in_any_answer(ask, key_to, path):
    from web.api.places import to_known

    answer = ask(path, authorization=key_to("pr-nord"))
    assert answer.status_code == 200
    codes = to_codes(json.loads(answer.text)) & (to_known().keys() - {"se"})
    assert codes <= INSIDE
    assert codes or path in ("/indicators", "/releases", "/catalog.jsonld")
    assert "se" not in to_codes(json.loads(answer.text)) or not codes


def test_a_key_of_one_indicator_reaches_no_other(ask, key_to):
    key = key_to("se", entries=(f"{SPLIT}@polisregion",))
    assert ask(f"{FIGURES}?niva=polisregion", authorization=key).status_code == 200
    for path in (
        FIGURES,
        "/releases/1/figures/lagforda?niva=polisregion",
        "/council-stages",
        "/areas?indikator=lagforda&period=2026K3",
    ):
        assert to_problem(ask(path, authorization=key)) == (403, "nyckeln-racker-inte")
    listed = ask("/indicators", authorization=key).json()["indikatorer"]
    assert [one["kod"] for one in listed] == [SPLIT]


def test_what_is_open_needs_no_key_and_the_rest_does(ask, open_data):
    open_data(f"{SPLIT}@polisregion, rad@kommun")
    found = ask(f"{FIGURES}?niva=polisregion")
    assert found.status_code == 200
    assert found.headers["cache-control"] == "public, max-age=86400, immutable"
    assert ask("/council-stages?niva=kommun").status_code == 200
    assert ask("/areas").status_code == 200
    for path in (FIGURES, "/council-stages", "/releases/1/figures/lagforda?niva=polisregion"):
        answer = ask(path)
        assert to_problem(answer) == (401, "nyckel-saknas")
        assert answer.headers["www-authenticate"]


def test_everything_can_be_open(ask, open_data):
    open_data("*")
    assert [ask(path).status_code for path in CLOSED] == [200] * len(CLOSED)


@pytest.mark.parametrize("text", ["x", "@lpo", "lagforda@stadsdel", "a b@lpo", "*@", "a@lpo;b@lpo"])
def test_a_setting_that_can_not_be_understood_is_named(text):
    with pytest.raises(BadOpenData, match="BOB_OPEN_DATA"):
        to_open(text)


def test_a_setting_is_read_as_it_is_written():
    assert to_open("") == frozenset()
    assert to_open(" * ") == {"*@*"}
    assert to_open("lagforda@lpo, rad@*,") == {"lagforda@lpo", "rad@*"}


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"contact": "ingen adress"}, "BOB_CONTACT"),
        ({"contact": "a@b>c"}, "BOB_CONTACT"),
        ({"licence": "CC0"}, "BOB_LICENCE"),
        ({"licence": "https://x y"}, "BOB_LICENCE"),
    ],
)
def test_what_can_not_stand_in_the_catalogue_is_named(given, name):
    with pytest.raises(BadOpenData, match=name):
        check_addresses(settings.Settings(**given))
    check_addresses(settings.Settings(contact="bob@example.se", licence="https://example.se/x"))


def test_an_ended_key_opens_nothing(ask, key_to):
    key = key_to("pr-nord")
    assert ask(FIGURES, authorization=key).status_code == 200
    end_api_token(list_api_tokens(viewer=ADMIN)[0].id, viewer=ADMIN)
    assert to_problem(ask(FIGURES, authorization=key)) == (401, "nyckeln-galler-inte")


def test_a_key_that_has_run_out_opens_nothing(ask, key_to, monkeypatch):
    from data_access import api_admission

    key = key_to("pr-nord", days=0)
    assert ask(FIGURES, authorization=key).status_code == 200

    tomorrow = clock.today() + timedelta(days=1)
    monkeypatch.setattr(clock, "today", lambda: tomorrow)
    api_admission.forget_remembered()
    assert to_problem(ask(FIGURES, authorization=key)) == (401, "nyckeln-galler-inte")


def test_wrong_keys_without_end_are_refused(ask, open_data):
    open_data("")
    answers = [ask(FIGURES, authorization=f"Bearer {number}") for number in range(21)]
    assert {answer.status_code for answer in answers[:-1]} == {401}
    assert to_problem(answers[-1]) == (429, "for-ofta")
    assert int(answers[-1].headers["retry-after"]) > 0


def test_too_many_calls_are_refused_by_key(ask, key_to, monkeypatch):
    one, other = key_to("pr-nord"), key_to("pr-syd")
    monkeypatch.setenv("BOB_API_CALLS_PER_MINUTE", "3")
    settings.load.cache_clear()
    asking.forget()
    answers = [ask(FIGURES, authorization=one).status_code for _time in range(4)]
    assert answers == [200, 200, 200, 429]
    assert ask(FIGURES, authorization=other).status_code == 200


def test_use_and_refusals_are_noted_once(ask, key_to):
    key = key_to("pr-nord")
    for _time in range(3):
        ask(FIGURES, authorization=key)
        ask(f"{FIGURES}?niva=riket", authorization=key)
        ask(FIGURES, authorization="Bearer fel")
    with reading(own_engine()) as connection:
        rows = connection.execute(select(AUDIT).order_by(AUDIT.c.id)).all()
    told = [(row.action, row.subject) for row in rows if row.action != "behorighet"]
    number = list_api_tokens(viewer=ADMIN)[0].id
    assert told == [
        ("inloggning", f"api-nyckel {number}"),
        ("nekad", f"api-nyckel {number}"),
        ("nekad", "okand"),
    ]


def test_no_other_site_s_page_may_read_it(ask):
    answer = ask(FIGURES, origin="https://annan.example")
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert "set-cookie" not in answer.headers
