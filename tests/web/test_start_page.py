"""The start page: Swedish, ours, and whole, however it is asked for."""

import gzip
import re

import pytest

PATHS = ("/", "/karta", "/omrade?dag=2024-12-31")


def to_text(answer) -> str:
    """The body as a browser reads it; its length must be what the header promised."""
    assert len(answer.body) == int(answer.headers["Content-Length"])
    zipped = answer.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(answer.body) if zipped else answer.body).decode("utf-8")


@pytest.mark.parametrize("accepted", ["gzip, deflate, br", "identity", None])
@pytest.mark.parametrize("path", PATHS)
def test_the_page_says_that_it_is_swedish(send, path, accepted):
    answer = send(path, **({"Accept_Encoding": accepted} if accepted else {}))
    text = to_text(answer)
    assert answer.status == 200
    assert '<html lang="sv">' in text
    assert text.rstrip().endswith("</html>")


def test_a_page_that_is_not_there_is_told_of_in_swedish_with_the_way_home(send):
    answer = send("/finns-inte")
    text = to_text(answer)
    assert answer.status == 404
    assert "Sidan finns inte" in text and '<a href="/">Till Lägesbild bob</a>' in text


@pytest.mark.parametrize("query", ["sprak=en", "lan=08&sprak=en&dag=2026-11-01"])
def test_the_page_says_that_it_is_english_when_the_address_asks_for_that(send, query):
    text = to_text(send(f"/karta?{query}"))
    assert '<html lang="en">' in text
    assert "needs JavaScript" in text


@pytest.mark.parametrize("query", ["sprak=xx", "sprak=", "sprak=%00", "sprak=../en", "en"])
def test_a_language_that_there_is_none_of_is_swedish(send, query):
    assert '<html lang="sv">' in to_text(send(f"/?{query}"))


def test_the_page_has_our_title_and_tells_in_swedish_that_scripts_are_needed(send):
    text = to_text(send("/"))
    assert "<title>Lägesbild bob</title>" in text
    assert "behöver JavaScript" in text
    assert "You need to enable JavaScript" not in text


def test_the_page_names_no_other_host(send):
    text = to_text(send("/"))
    assert "http://" not in text
    assert "https://" not in text


def test_the_page_is_not_kept_for_good(send):
    assert "immutable" not in send("/", Accept_Encoding="gzip").headers.get("Cache-Control", "")


def test_a_head_request_gets_the_headers_and_no_body(send):
    head, whole = send("/", method="HEAD"), send("/")
    assert head.status == 200
    assert head.body == b""
    assert head.headers["Content-Length"] == str(len(whole.body))


def test_the_page_is_the_same_after_a_conditional_request(send):
    answer = send("/", If_None_Match='"gammal"', If_Modified_Since="Thu, 01 Jan 2026 00:00:00 GMT")
    assert answer.status == 200
    assert '<html lang="sv">' in to_text(answer)


def test_every_script_and_style_that_the_page_names_is_there(send):
    names = re.findall(r'(?:src|href)="\./(static/[^"]+)"', to_text(send("/")))
    assert len(names) >= 2
    for name in names:
        answer = send(f"/{name}", Accept_Encoding="gzip")
        assert answer.status == 200
        assert not answer.headers["Content-Type"].startswith("text/html"), name


def test_the_browser_is_told_where_the_server_is_and_to_trust_no_other_origin(send):
    text = to_text(send("/karta"))
    assert 'BACKEND_BASE_URL: new URL("./", location.href).href' in text
    assert "allowedOrigins: [location.origin]" in text
    assert text.index("BACKEND_BASE_URL") < text.index('<script type="module"')


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [("/oversikt", "/"), ("/oversikt?lan=01&sprak=en", "/?lan=01&sprak=en")],
)
def test_who_writes_the_start_pages_name_comes_to_it(send, asked, led_to):
    answer = send(asked)
    assert answer.status == 307
    assert answer.headers["Location"] == led_to
