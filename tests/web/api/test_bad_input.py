"""What is wrong with a request has a name and a status, and nothing of the program is told."""

import re

import pytest

from tests.web.api.conftest import to_problem
from web.api import app, figures
from web.api.problems import to_kinds

FIGURES = "/releases/1/figures/misstankta-grova-brott"
WRONG = {
    "/finns-inte": (404, "finns-inte"),
    "/areas/": (404, "finns-inte"),
    "/releases/1/figures": (404, "finns-inte"),
    "/releases/99/figures/lagforda": (404, "ingen-utgava"),
    "/releases/99": (404, "ingen-utgava"),
    "/releases/0": (404, "finns-inte"),
    "/releases/-1": (404, "finns-inte"),
    "/releases/1e3": (404, "finns-inte"),
    "/releases/1/figures/inget-sadant": (404, "ingen-indikator"),
    "/releases/1/figures/Lagförda": (404, "finns-inte"),
    "/releases/1/figures/..%2f..%2fbob.db": (404, "finns-inte"),
    "/releases/..%2f1": (404, "finns-inte"),
    "/releases/1%2ffigures%2flagforda%00": (404, "finns-inte"),
    "/releases/1/figures/lagforda%00": (404, "finns-inte"),
    "/releases/1%0a": (404, "finns-inte"),
    "/indicators%0a": (404, "finns-inte"),
    "/a%0d%0ab": (404, "finns-inte"),
    "/releases/1/figures/..%5cbob": (404, "finns-inte"),
    "/..%2f..%2fetc%2fpasswd": (404, "finns-inte"),
    "/%2e%2e%2f%2e%2e%2fsettings.py": (404, "finns-inte"),
    f"{FIGURES}?niva=stadsdel": (400, "felaktig-parameter"),
    f"{FIGURES}?niva=": (400, "felaktig-parameter"),
    f"{FIGURES}?kon=annat": (400, "felaktig-parameter"),
    f"{FIGURES}?kon=man,man": (400, "felaktig-parameter"),
    f"{FIGURES}?alder=9-11": (400, "felaktig-parameter"),
    f"{FIGURES}?tid=manad": (400, "felaktig-parameter"),
    f"{FIGURES}?fran=2026K5": (400, "felaktig-parameter"),
    f"{FIGURES}?fran=2026K3&till=2026K1": (400, "felaktig-parameter"),
    f"{FIGURES}?format=csv&limit=0": (400, "felaktig-parameter"),
    f"{FIGURES}?format=csv&limit=-1": (400, "felaktig-parameter"),
    f"{FIGURES}?format=csv&limit=9999999999999": (400, "felaktig-parameter"),
    f"{FIGURES}?format=csv&offset=x": (400, "felaktig-parameter"),
    f"{FIGURES}?limit=5": (400, "felaktig-parameter"),
    f"{FIGURES}?dialekt=excel": (400, "felaktig-parameter"),
    f"{FIGURES}?omrade=lpo-umea&omrade=lpo-jarva": (400, "dubbel-parameter"),
    f"{FIGURES}?niva=lpo&niva=lpo": (400, "dubbel-parameter"),
    f"{FIGURES}?level=lpo": (400, "okand-parameter"),
    f"{FIGURES}?=": (400, "okand-parameter"),
    f"{FIGURES}?omrade=lpo-finns-inte": (400, "okant-omrade"),
    f"{FIGURES}?omrade=..%2f..": (400, "felaktig-parameter"),
    f"{FIGURES}?omrade=lpo-umea%00": (400, "felaktig-parameter"),
    f"{FIGURES}?omrade=lpo-umea&niva=kommun": (400, "okant-omrade"),
    f"{FIGURES}?omrade=lpo-umea,2480": (400, "okant-omrade"),
    f"{FIGURES}?omrade=lpo-norrmalm&fran=2025K1": (400, "omradet-fanns-inte"),
    f"{FIGURES}?omrade=lpo-norra-innerstaden&till=2024K4": (400, "omradet-fanns-inte"),
    "/releases/1/figures/lagforda?kon=kvinna": (400, "ingen-uppdelning"),
    "/releases/1/figures/lagforda?alder=totalt,15-17": (400, "ingen-uppdelning"),
    "/areas?dag=2026-02-30": (400, "felaktig-parameter"),
    "/areas?dag=2020-01-01": (400, "felaktig-parameter"),
    "/areas?dag=20261101": (400, "felaktig-parameter"),
    "/areas?period=2026K3": (400, "felaktig-parameter"),
    "/areas?utgava=1": (400, "felaktig-parameter"),
    "/areas?indikator=lagforda&period=2026K3&dag=2026-11-01": (400, "felaktig-parameter"),
    "/areas?indikator=lagforda&utgava=9": (404, "ingen-utgava"),
    "/areas?format=gpkg&limit=1": (400, "felaktig-parameter"),
    "/areas?omrade=lpo-norrmalm&dag=2026-11-01": (400, "omradet-fanns-inte"),
    "/council-stages?niva=lan": (400, "felaktig-parameter"),
    "/council-stages?omrade=25": (400, "felaktig-parameter"),
    "/council-stages?dialekt=excel": (400, "felaktig-parameter"),
    f"{FIGURES}?format=xml": (406, "inget-sadant-format"),
    "/areas?format=": (406, "inget-sadant-format"),
    "/indicators?format=json": (400, "okand-parameter"),
}


@pytest.mark.parametrize("path", WRONG)
def test_what_is_wrong_is_named(ask, path):
    answer = ask(path)
    assert to_problem(answer) == WRONG[path]
    text = answer.text
    assert not re.search(r"Traceback|\.py|\.db|/work|/tmp|sqlalchemy|Error", text)


@pytest.mark.parametrize(
    "accept", ["application/pdf", "text/html;q=0, image/*", "text/csv;q=0", "x", ";;;,"]
)
def test_an_accept_that_can_not_be_met_is_named_with_what_there_is(ask, accept):
    answer = ask(FIGURES, accept=accept)
    assert to_problem(answer) == (406, "inget-sadant-format")
    assert "parquet" in answer.json()["detail"]
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_reading_is_open(ask, method):
    answer = ask(FIGURES, method=method)
    assert to_problem(answer) == (405, "bara-lasning")
    assert answer.headers["allow"] == "GET, HEAD"


def test_ten_thousand_areas_are_too_many(ask):
    codes = [f"{number:04}" for number in range(10_000)]
    assert to_problem(ask(f"{FIGURES}?omrade={','.join(codes)}")) == (414, "for-lang-adress")
    few = ",".join(codes[:501])
    assert to_problem(ask(f"{FIGURES}?omrade={few}")) == (400, "for-manga-omraden")


def test_a_path_that_is_too_long_is_named(ask):
    assert to_problem(ask("/" + "a" * app.LONGEST)) == (414, "for-lang-adress")


def test_an_answer_that_would_be_too_large_is_refused(ask, monkeypatch):
    monkeypatch.setattr(figures, "MOST_CELLS", 1000)
    assert to_problem(ask(FIGURES)) == (413, "for-stort-svar")
    assert ask(f"{FIGURES}?niva=riket").status_code == 200


def test_a_fault_of_ours_tells_nothing(ask, monkeypatch):
    def fail(_asked):
        raise RuntimeError("hemlig /var/lib/bob.db")

    endpoints = app.to_endpoints()
    broken = tuple(type(one)(**{**vars_of(one), "make": fail}) for one in endpoints)
    monkeypatch.setattr(app, "to_endpoints", lambda: broken)
    answer = ask("/indicators")
    assert to_problem(answer) == (500, "internt-fel")
    assert "hemlig" not in answer.text


def vars_of(one):
    return {name: getattr(one, name) for name in type(one).__dataclass_fields__}


def test_a_database_that_is_away_is_said_so(ask, data_of_own):
    (data_of_own / "bob.db").write_bytes(b"this is a letter, not a database\n" * 200)
    for name in ("bob.db-wal", "bob.db-shm"):
        (data_of_own / name).unlink(missing_ok=True)
    answer = ask("/releases")
    assert to_problem(answer) == (503, "inte-just-nu")
    assert answer.headers["retry-after"]
    assert "bob.db" not in answer.text


def test_nothing_that_was_asked_for_is_repeated(ask):
    for path in ("/<script>", f"{FIGURES}?<script>=1", f"{FIGURES}?niva=<script>"):
        assert "script" not in ask(path).text


def test_every_kind_of_problem_is_told_in_the_documentation(ask):
    text = ask("/").text
    for name, kind in to_kinds().items():
        assert f'id="{name}"' in text and kind.title in text
