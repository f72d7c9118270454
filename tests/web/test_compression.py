"""What the compression keeps in memory, driven as a server would."""

import gzip

import anyio
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from web.compression import CompressedFiles

LONG = "lång text " * 500
asked: list[str] = []  # paths that reached the app inside


async def _answer(request):
    if request.path_params["name"] == "fel":
        return PlainTextResponse(LONG, status_code=500)
    asked.append(request.url.path)
    if request.path_params["name"].startswith("kort"):
        return Response("kort", media_type="text/javascript")
    if request.path_params["name"].endswith(".js"):
        return Response(LONG, media_type="text/javascript; charset=utf-8")
    return Response(LONG, media_type="text/html; charset=utf-8")


def ask(app, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """One GET straight at an ASGI app."""
    sent: list[dict] = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()],
        "http_version": "1.1",
        "scheme": "http",
        "root_path": "",
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 1),
    }
    anyio.run(app, scope, receive, send)
    names = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], names, b"".join(part.get("body", b"") for part in sent[1:])


@pytest.fixture
def compressed() -> CompressedFiles:
    """The layer around an app that answers any other name with a page, as Streamlit does."""
    return CompressedFiles(Starlette(routes=[Route("/{folder}/{name:path}", _answer)]))


def test_the_second_answer_is_the_same_as_the_first(compressed):
    first = ask(compressed, "/static/a.js", accept_encoding="gzip")
    assert ask(compressed, "/static/a.js", accept_encoding="gzip") == first
    assert gzip.decompress(first[2]).decode() == LONG


def test_a_short_file_named_by_digest_is_kept_as_it_is(compressed):
    """Half of the scripts of a first visit are shorter than what is worth compressing."""
    asked.clear()
    first = ask(compressed, "/static/kort-0123abcd.js", accept_encoding="gzip")
    assert ask(compressed, "/static/kort-0123abcd.js", accept_encoding="gzip") == first
    assert first[2] == b"kort"
    assert "immutable" in first[1]["cache-control"]
    assert asked == ["/static/kort-0123abcd.js"]


def test_an_error_is_not_compressed_nor_kept(compressed):
    status, headers, body = ask(compressed, "/static/fel", accept_encoding="gzip")
    assert status == 500
    assert "content-encoding" not in headers
    assert body.decode() == LONG


def test_other_paths_are_left_alone(compressed):
    _status, headers, body = ask(compressed, "/healthz/a", accept_encoding="gzip")
    assert "content-encoding" not in headers
    assert body.decode() == LONG


def test_names_that_anybody_makes_up_do_not_fill_the_memory(compressed):
    for number in range(600):
        ask(compressed, f"/static/pahittat-{number}", accept_encoding="gzip")
    assert len(compressed._kept) < 500
