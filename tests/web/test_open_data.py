"""Open data as the real server serves it: through everything around it, on both ways to start."""

import gzip
import json

import pytest

BASE = "/api/v1"


def test_the_documentation_is_ours_under_a_policy_of_its_own(send):
    answer = send(f"{BASE}/")
    assert answer.status == 200
    assert b"/api/v1/releases/{utgava}/figures/{indikator}" in answer.body
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers.get_all("Set-Cookie") is None


def test_an_answer_comes_compressed_once_and_is_not_sent_again(send):
    answer = send(f"{BASE}/areas?niva=lan", Accept_Encoding="gzip")
    assert answer.status == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(json.loads(gzip.decompress(answer.body))["features"]) == 21
    again = send(f"{BASE}/areas?niva=lan", If_None_Match=answer.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    head = send(f"{BASE}/areas?niva=lan", method="HEAD", Accept_Encoding="gzip")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == answer.headers["Content-Length"]


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/releases/99", "GET", 404),
        ("/finns-inte", "GET", 404),
        ("/indicators%0a", "GET", 404),
        ("/indicators?x=1", "GET", 400),
        ("/indicators", "POST", 405),
        ("/indicators", "OPTIONS", 405),
        (f"/areas?omrade={'0180,' * 10_000}", "GET", 414),
    ],
)
def test_what_is_wrong_has_a_name_here_too(send, path, method, status):
    answer = send(f"{BASE}{path}", method=method)
    assert answer.status == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    told = json.loads(answer.body)
    assert told["status"] == status and told["type"].startswith("/api/v1/#")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    ["/..%2f..%2fbob.db", "/../../bob.db", "/%2e%2e/%2e%2e/settings.py", "/indicators%00"],
)
def test_a_way_out_of_the_folder_is_refused_before_it_comes_here(send, path):
    """By Streamlit, with a word."""
    answer = send(f"{BASE}{path}")
    assert (answer.status, answer.body) == (400, b"Bad Request")


def test_the_way_in_leads_to_the_documentation(send):
    answer = send("/api/")
    assert (answer.status, answer.headers["Location"]) == (308, f"{BASE}/")


def test_the_log_has_neither_query_nor_key(served, send):
    key = "bob_hemlig-nyckel-123456"
    assert send(f"{BASE}/areas?omrade=lpo-hemlig", Authorization=f"Bearer {key}").status == 401
    log = served.log()
    assert f'"path": "{BASE}/areas"' in log
    assert key not in log and "lpo-hemlig" not in log
