"""What is served to whom: without sign-in, with it, and to the machine itself."""

from datetime import UTC, datetime, timedelta
from unittest.mock import MagicMock

import pytest
from sqlalchemy import insert
from streamlit import config
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from data_access import sessions
from data_access.connect import writing
from data_access.engine import DatabaseUnavailable
from data_access.schema import PERSON
from tests.web.guarded import (
    AFAR,
    BASE,
    HERE,
    SECRET,
    TOKEN,
    demonstration,
    make_client,
    sign_in,
    to_cookie,
)
from web.doors import Door, to_door
from web.readiness import Readiness
from web.routes import to_routes

OPEN = [
    "/",
    "/karta",
    "/karta/",
    "/healthz",
    "/readyz",
    "/_stcore/health",
    "/_stcore/host-config",
    "/static/js/index.js",
    "/assets/areas/x.json",
    "/component/streamlit_folium.st_folium/index.html",
    "/auth/logout",
    "/favicon.png",
]
MEMBERS = ["/media/x.csv", "/_stcore/upload_file/a/b", "/_stcore/bidi-components/x/y.js"]
NOWHERE = [
    "/_stcore/agent/mcp",
    "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json",
    "/_stcore/script-health-check",
    "/app/static/x.png",
    "/karta/_stcore/health",
    "//evil.example",
    "/a/b",
    "/finns-inte",
    "/Karta",
    "/karta//",
    "/.env",
    "/å",
]
# Every route that Streamlit has, with the door that we give it. One more fails the test below.
STREAMLITS_ROUTES = {
    "/_stcore/health": Door.OPEN,
    "/_stcore/metrics": Door.MACHINE,
    "/_stcore/host-config": Door.OPEN,
    "/media/{file_id:path}": Door.MEMBERS,
    "/_stcore/upload_file/{session_id}/{file_id}": Door.MEMBERS,
    "/component/{path:path}": Door.OPEN,
    "/_stcore/bidi-components/{path:path}": Door.MEMBERS,
    "/_stcore/stream": Door.OPEN,
    "/auth/login": Door.SIGN_IN,
    "/auth/logout": Door.OPEN,
    "/oauth2callback": Door.SIGN_IN,
    "/_stcore/agent/interact": Door.CLOSED,
    "/_stcore/agent/openapi.json": Door.CLOSED,
    "/_stcore/agent/mcp": Door.CLOSED,
    "": Door.OPEN,  # the start page, and files beside it
}
ALONE = {
    "/oversikt": Door.OPEN,
    "/healthz": Door.OPEN,
    "/readyz": Door.OPEN,
    "/metrics": Door.METRICS,
}
CLAIMS = {"iss": "https://login.example", "sub": "anna", "origin": BASE, "is_logged_in": True}


def test_every_route_of_streamlit_is_known_here():
    config.get_config_options()
    found = {route.path for route in create_streamlit_routes(MagicMock())}
    assert found == set(STREAMLITS_ROUTES)


@pytest.mark.parametrize(("path", "door"), STREAMLITS_ROUTES.items())
def test_every_route_of_streamlit_has_the_door_that_was_meant(path, door):
    assert to_door(path.split("{")[0] + "x" if "{" in path else path or "/") is door


def test_our_own_routes_are_open(tmp_path):
    paths = [getattr(route, "path", "") for route in to_routes(tmp_path, Readiness(lambda: None))]
    assert paths
    alone = {path: to_door(path) for path in paths if path in ALONE}
    assert alone == ALONE
    rest = [path for path in paths if path not in ALONE]
    found = {path: to_door(path if "." in path else f"{path}/x.js") for path in rest}
    assert found.pop("/api/{rest:path}") is Door.API
    assert set(found.values()) == {Door.OPEN}


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
@pytest.mark.parametrize("path", ["/api/", "/api/v1/", "/api/v1/releases/1", "/api/x"])
@pytest.mark.parametrize("settings", [sign_in(), demonstration()], ids=["sign-in", "demonstration"])
def test_the_api_answers_for_itself(path, method, settings):
    answer = make_client(settings).request(method, f"http://localhost:8501{path}")
    assert (answer.status_code, answer.text) == (200, f"passed {path}")


def test_the_api_of_a_demonstration_is_for_this_machine():
    answer = make_client(demonstration(), client=AFAR).get("/api/v1/")
    assert answer.status_code == 403


@pytest.mark.parametrize("path", OPEN)
def test_what_has_no_figures_is_served_without_sign_in(path):
    answer = make_client(sign_in(), base=BASE, client=AFAR).get(path)
    assert (answer.status_code, answer.text) == (200, f"passed {path}")


@pytest.mark.parametrize("path", MEMBERS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS"])
def test_files_of_people_are_not(path, method):
    answer = make_client(sign_in(), base=BASE, client=AFAR).request(method, path)
    assert answer.status_code == 401
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", NOWHERE)
@pytest.mark.parametrize("settings", [sign_in(), demonstration()], ids=["sign-in", "demonstration"])
def test_nothing_else_is_there(path, settings):
    answer = make_client(settings).get(f"http://localhost:8501{path}")
    assert answer.status_code == 404
    assert '<html lang="sv">' in answer.text


def test_the_answer_repeats_nothing_that_was_asked_for():
    answer = make_client(demonstration()).get("/a/<script>alert(1)</script>?x=<b>")
    assert answer.status_code == 404
    assert "alert" not in answer.text
    assert "<b>" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/", "/karta", "/healthz", "/auth/login", "/static/js/x.js"])
def test_only_reading_is_open(path, method):
    assert make_client(sign_in(), base=BASE).request(method, path).status_code == 404


@pytest.mark.parametrize(
    ("client", "headers", "status"),
    [
        (HERE, {}, 200),
        (AFAR, {}, 404),
        (HERE, {"x-forwarded-for": "192.0.2.1"}, 404),
        (HERE, {"x-forwarded-for": "127.0.0.1"}, 404),
    ],
)
def test_metrics_are_for_this_machine(client, headers, status):
    for path in ("/_stcore/metrics", "/metrics"):
        answer = make_client(sign_in(), base=BASE, client=client).get(path, headers=headers)
        assert answer.status_code == status


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (f"Bearer {TOKEN}", 200),
        (f"bearer {TOKEN}", 404),
        (TOKEN, 404),
        (f"Bearer {TOKEN[:-1]}", 404),
        (f"Bearer {TOKEN} ", 200),  # the server takes spaces away, by HTTP's own rules
        ("Bearer ", 404),
        ("Bearer ö", 404),
        ("", 404),
    ],
)
def test_metrics_are_for_another_machine_that_has_the_token(given, status):
    settings = sign_in(metrics_token=TOKEN)
    client = make_client(settings, base=BASE, client=AFAR)
    headers = {"authorization": given.encode("latin-1").strip()}
    assert client.get("/metrics", headers=headers).status_code == status
    assert client.get("/_stcore/metrics", headers=headers).status_code == 404


@pytest.mark.parametrize("given", ["Bearer ", "Bearer", "", f"Bearer {TOKEN}"])
def test_without_a_token_in_the_settings_none_opens_them(given):
    client = make_client(sign_in(), base=BASE, client=AFAR)
    assert client.get("/metrics", headers={"authorization": given}).status_code == 404


@pytest.mark.parametrize("path", ["/auth/login", "/oauth2callback"])
def test_without_a_provider_there_is_no_sign_in(path):
    assert make_client(demonstration()).get(path).status_code == 404


@pytest.mark.parametrize("path", MEMBERS)
def test_in_a_demonstration_files_are_served_to_this_machine(path):
    assert make_client(demonstration()).get(path).status_code == 200


@pytest.fixture
def session(sqlite_engine):
    """Claims of a session that has begun."""
    now = datetime.now(UTC)
    claims = {**CLAIMS, "iat": int(now.timestamp()), "nonce": "n"}
    person = {"id": "p1", "issuer": claims["iss"], "subject": claims["sub"]}
    with writing() as connection:
        connection.execute(insert(PERSON).values(person))
    assert sessions.enter(claims, "p1", now)
    return claims


def get_file(claims, **cookie) -> int:
    client = make_client(sign_in(), base=BASE, client=AFAR)
    return client.get("/media/x.csv", headers={"cookie": to_cookie(claims, **cookie)}).status_code


def test_who_has_signed_in_gets_her_file(session):
    assert get_file(session) == 200


def test_who_has_signed_out_does_not_though_the_cookie_is_copied(session):
    assert sessions.end(session, datetime.now(UTC)) == "p1"
    assert get_file(session) == 401


@pytest.mark.parametrize(
    "change",
    [
        {"sub": "bo"},
        {"is_logged_in": False},
        {"is_logged_in": "true"},
        {"origin": "https://evil.example"},
        {"iat": int((datetime.now(UTC) - timedelta(days=2)).timestamp())},
    ],
)
def test_a_cookie_of_another_kind_opens_nothing(session, change):
    assert get_file({**session, **change}) == 401


def test_a_forged_cookie_opens_nothing(session):
    assert get_file(session, secret=SECRET[::-1]) == 401
    assert get_file(session, name="_streamlit_user_tokens") == 401


@pytest.mark.parametrize("cookie", ["", "_streamlit_user=", "_streamlit_user=x.y.z", "a;b=;;=c"])
def test_nonsense_opens_nothing(cookie):
    client = make_client(sign_in(), base=BASE)
    assert client.get("/media/x", headers={"cookie": cookie}).status_code == 401


def test_without_the_database_nobody_is_let_in(monkeypatch):
    def away(_claims):
        raise DatabaseUnavailable("away")

    monkeypatch.setattr(sessions, "is_open", away)
    client = make_client(sign_in(), base=BASE)
    answer = client.get("/media/x", headers={"cookie": to_cookie(CLAIMS)})
    assert answer.status_code == 503
    assert "Försök igen" in answer.text


def test_with_https_every_cookie_and_the_host_are_for_https_only():
    answer = make_client(sign_in(), base=BASE).get("/")
    assert answer.headers["set-cookie"].endswith("; Secure")
    assert "max-age=" in answer.headers["strict-transport-security"]


def test_without_https_neither_is():
    answer = make_client(demonstration()).get("/")
    assert "Secure" not in answer.headers["set-cookie"]
    assert "strict-transport-security" not in answer.headers
