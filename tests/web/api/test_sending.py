"""How answers are sent: what the asker has, formats, compression, and how long they keep."""

import gzip
import io

import pandas as pd
import pytest

from data_access.api_tokens import end_api_token
from data_access.cache import forget_answers
from tests.data_access.released_years import SPLIT, add_years
from tests.viewers import ADMIN
from tests.web.api.conftest import forget, to_problem
from web.api import kept
from web.api.forms import CSV, JSONSTAT, PARQUET
from web.api.kept import Made, forget_kept, keep
from web.api.negotiate import choose

FIGURES = f"/releases/1/figures/{SPLIT}"
LATEST = f"/releases/latest/figures/{SPLIT}"
FORMATS = (JSONSTAT, CSV, PARQUET)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", JSONSTAT),
        ("*/*", JSONSTAT),
        ("application/json", JSONSTAT),
        ("text/csv", CSV),
        ("TEXT/CSV; header=present", CSV),
        ("text/*", CSV),
        ("application/vnd.apache.parquet", PARQUET),
        ("text/csv;q=0.5, application/json;q=0.4", CSV),
        ("application/json;q=0.1, */*;q=0.5", CSV),
        ("text/html,application/xhtml+xml,*/*;q=0.8", JSONSTAT),
        ("application/json;q=0, */*", CSV),
        ("text/csv;q=x, application/json", JSONSTAT),
    ],
)
def test_the_format_is_what_is_liked_best(accept, form):
    assert choose(FORMATS, None, accept) is form


def test_a_word_in_the_address_goes_before_accept(ask):
    answer = ask(f"{FIGURES}?format=csv", accept="application/json")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert answer.headers["content-disposition"].endswith('-lpo-utgava-1.csv"')


@pytest.mark.parametrize(
    "path", [FIGURES, LATEST, "/areas", "/areas.gpkg", "/council-stages", "/", "/catalog"]
)
def test_what_the_asker_has_is_not_sent_again(ask, path):
    first = ask(path)
    tag = first.headers["etag"]
    for tags in (tag, f'"annan", {tag}', "*", tag.removeprefix("W/")):
        again = ask(path, if_none_match=tags)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert again.headers["cache-control"] == first.headers["cache-control"]
    assert ask(path, if_none_match='W/"annan"').status_code == 200


@pytest.mark.parametrize("path", [FIGURES, "/areas?niva=lpo", "/council-stages", "/releases"])
def test_every_answer_says_when_it_was_last_changed(ask, path):
    told = ask(path).headers["last-modified"]
    assert ask(path, if_modified_since=told).status_code == 304


def test_what_has_not_changed_since_is_not_sent_again(ask):
    told = ask(FIGURES).headers["last-modified"]
    assert ask(FIGURES, if_modified_since=told).status_code == 304
    assert ask(FIGURES, if_modified_since="Mon, 01 Jan 2024 00:00:00 GMT").status_code == 200
    assert ask(FIGURES, if_modified_since="i dag").status_code == 200
    both = ask(FIGURES, if_modified_since=told, if_none_match='"annan"')
    assert both.status_code == 200  # a tag goes before a time


@pytest.mark.parametrize("path", [FIGURES, "/areas.gpkg", "/", "/catalog.rdf"])
def test_head_tells_the_same_without_a_body(ask, path):
    whole, head = ask(path, accept_encoding="gzip"), ask(path, "HEAD", accept_encoding="gzip")
    assert (head.status_code, head.content) == (200, b"")
    for name in ("etag", "content-type", "content-length", "vary"):
        assert head.headers[name] == whole.headers[name]


def test_text_is_compressed_for_who_takes_it(ask):
    packed = ask(FIGURES, accept_encoding="gzip")
    plain = ask(FIGURES, accept_encoding="identity")
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) * 4 < len(plain.content)
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    binary = ask(f"{FIGURES}?format=parquet", accept_encoding="gzip")
    assert "content-encoding" not in binary.headers
    assert len(pd.read_parquet(io.BytesIO(binary.content)))


def test_a_numbered_address_keeps_and_the_latest_is_asked_for_each_time(ask, data_of_own):
    numbered, latest = ask(FIGURES), ask(LATEST)
    assert numbered.headers["cache-control"] == "public, max-age=86400, immutable"
    assert latest.headers["cache-control"] == "public, no-cache"
    assert latest.headers["content-location"] == f"/api/v1{FIGURES}"
    assert latest.content == numbered.content
    for name in ("Accept", "Accept-Encoding", "Authorization"):
        assert name in numbered.headers["vary"]
    add_years(2)
    forget_answers()
    again = ask(LATEST)
    assert again.json()["extension"]["release"] == 2
    assert again.headers["etag"] != latest.headers["etag"]
    assert ask(FIGURES).content == numbered.content


def test_what_is_kept_for_one_is_not_given_to_another(ask, key_to):
    north, south = key_to("pr-nord"), key_to("pr-syd")
    alone = {}
    for key in (north, south):
        forget()
        alone[key] = ask(FIGURES, authorization=key).content
    assert alone[north] != alone[south]
    for key in (north, south, south, north):
        assert ask(FIGURES, authorization=key).content == alone[key]
    assert to_problem(ask(FIGURES))[0] == 401


def test_a_kept_answer_is_not_given_to_an_ended_key(ask, key_to):
    key = key_to("pr-nord")
    tag = ask(FIGURES, authorization=key).headers["etag"]
    end_api_token(1, viewer=ADMIN)
    assert to_problem(ask(FIGURES, authorization=key, if_none_match=tag))[0] == 401


def test_no_more_is_kept_than_may_be(monkeypatch):
    monkeypatch.setattr(kept, "MOST_BYTES", 2_500)
    forget_kept()
    made = []

    def make(number):
        def run():
            made.append(number)
            return Made(bytes([number]) * 1000, "application/x", is_binary=True)

        return keep(number, run)

    for number in (1, 2, 1, 3, 1, 2):
        assert make(number).body[0] == number
    assert made == [1, 2, 3, 2]  # the one longest unasked for goes first
    forget_kept()


def test_a_fault_is_not_kept():
    def fail():
        raise ValueError("en gång")

    with pytest.raises(ValueError):
        keep("a", fail)
    ready = keep("a", lambda: Made(b"{}" * 400, "application/json"))
    assert ready.is_packed and gzip.decompress(ready.body) == b"{}" * 400
    forget_kept()


def test_the_bare_addresses_lead_to_the_documentation(ask, data):
    answer = ask("")
    assert (answer.status_code, answer.headers["location"]) == (308, "/api/v1/")
