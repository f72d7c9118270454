"""Health as monitoring sees it."""

import json

from data_access.migrations import HEAD
from tests.web.conftest import ask
from web.readiness import AWAY


def test_health_is_ok_and_says_which_schema_is_in_use(send):
    answer = send("/healthz")
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("application/json")
    assert json.loads(answer.body) == {
        "status": "ok",
        "database": True,
        "migration": {"database": HEAD, "code": HEAD},
        "reason": None,
    }


def test_health_is_never_kept_by_a_cache(send):
    assert send("/healthz").headers["Cache-Control"] == "no-store"


def test_health_is_503_with_a_reason_when_the_database_is_away(served_without_database):
    answer = ask(served_without_database, "/healthz")
    told = json.loads(answer.body)
    assert answer.status == 503
    assert told["status"] == "fel"
    assert told["database"] is False
    assert "database" in told["reason"]
    assert told["migration"]["code"] == HEAD


def test_health_does_not_tell_the_database_password(served_without_database):
    assert b"hemligt" not in ask(served_without_database, "/healthz").body


def test_the_log_does_not_tell_the_database_password(served_without_database):
    ask(served_without_database, "/healthz")
    assert "hemligt" not in served_without_database.log()


def test_the_page_itself_is_served_when_the_database_is_away(served_without_database):
    answer = ask(served_without_database, "/karta")
    assert answer.status == 200
    assert b'lang="sv"' in answer.body


def test_without_its_database_it_is_not_ready_and_tells_nothing_of_it(served_without_database):
    answer = ask(served_without_database, "/readyz")
    assert answer.status == 503
    assert json.loads(answer.body) == {"ready": False, "reason": AWAY}


def test_without_its_database_the_api_says_so(served_without_database):
    answer = ask(served_without_database, "/api/v1/releases")
    assert answer.status == 503
    assert json.loads(answer.body)["type"] == "/api/v1/#inte-just-nu"
    assert b"bob.db" not in answer.body and b"postgresql" not in answer.body
    assert ask(served_without_database, "/api/v1/").status == 200
