"""The API's way from a request to its answer. All that costs is done beside the server's loop."""

from typing import Any
from urllib.parse import parse_qsl

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send

import clock
import settings
from data_access.engine import DatabaseUnavailable, WrongSchema
from data_access.kind import WrongKind
from data_access.prepare import ensure_prepared
from data_access.version import current_version
from geodata.store import NotBuilt
from web import log
from web.api.asked import BASE, Asked
from web.api.asking import Asker, needs_key, to_asker
from web.api.endpoint import Endpoint
from web.api.endpoints import to_endpoints
from web.api.kept import Made, keep
from web.api.language import by_address, by_header
from web.api.negotiate import choose
from web.api.openapi import to_document
from web.api.page import to_page
from web.api.parameters import read_all
from web.api.problems import Problem
from web.api.sending import send_problem, send_ready
from web.limits import to_who
from words import SOURCE, _, in_language, spoken

AT_ONCE = 12  # answers being made; the pages have threads of their own beside them
LONGEST = 8_000  # signs of path and query
READING = ("GET", "HEAD")
PAGE, DOCUMENT = f"{BASE}/", f"{BASE}/openapi.json"
_AWAY = (DatabaseUnavailable, WrongSchema, WrongKind, NotBuilt)


class Api:
    """Answers everything below `/api/`, and never with more than a named problem when it can't."""

    def __init__(self) -> None:
        self._places = CapacityLimiter(AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        response = await to_thread.run_sync(_answer, request, limiter=self._places)
        if request.method == "HEAD":
            response.body = b""  # its length is told all the same
        await response(scope, receive, send)


def _answer(request: Request) -> Response:
    with spoken(_to_language(request)):
        return _to_any(request)


def _to_language(request: Request) -> str:
    """The documentation is like every page: its address alone says its language."""
    own = by_address(_to_query(request))
    if own is None and request.scope["path"] != PAGE:
        own = by_header(request.headers.get("accept-language", ""))
    return own or SOURCE


def _to_query(request: Request) -> str:
    query: bytes = request.scope["query_string"]
    return query.decode("latin-1")


def _to_any(request: Request) -> Response:
    """The answer, or what is wrong, in the run's language."""
    try:
        return _to_response(request)
    except Problem as problem:
        return send_problem(problem)
    except _AWAY as error:
        log.failure("open data not served", error)
        return send_problem(Problem("inte-just-nu", headers={"Retry-After": "10"}))
    except Exception as error:  # else the server would answer in its own way
        log.failure("open data failed", error)
        return send_problem(Problem("internt-fel", _("Felet är noterat.")))


def _to_response(request: Request) -> Response:
    query = _to_query(request)
    path = request.scope["path"]
    if len(path) + len(query) > LONGEST:
        raise Problem("for-lang-adress", _("Högst {most} tecken.").format(most=LONGEST))
    if request.method not in READING:
        raise Problem("bara-lasning", headers={"Allow": ", ".join(READING)})
    if path in ("/api/", BASE):
        with spoken(by_address(query) or SOURCE):
            return RedirectResponse(in_language(PAGE), 308)
    root = (settings.load().base_url or str(request.base_url)).rstrip("/")
    if path in (PAGE, DOCUMENT):
        ready = keep((path, root, settings.load().open_data), lambda: _to_told(path, root))
        return send_ready(ready, request.headers, is_private=False)
    return _to_data(path, query, root, request)


def _to_told(path: str, root: str) -> Made:
    """The documentation, for people or for programs."""
    return to_page(root) if path == PAGE else to_document(root)


def _to_data(path: str, query: str, root: str, request: Request) -> Response:
    endpoint, places = _find(path)
    ensure_prepared()
    address = to_who(request.scope.get("client"))
    asker = to_asker(request.headers.getlist("authorization"), address)
    if not asker.sees:
        raise needs_key()
    asked = to_asked(endpoint, places, query, root, request.headers, asker)
    # the day is part of what an answer without one rests on
    rests_on = (current_version(viewer=asker.viewer), asker.viewer, root, clock.today())
    # a refusal depends on whether there is a key
    key = (*rests_on, asker.has_key, path, tuple(sorted(asked.query)), asked.form.name)
    ready = keep(key, lambda: endpoint.make(asked))
    return send_ready(ready, request.headers, is_private=asker.has_key)


def to_asked(
    endpoint: Endpoint,
    places: dict[str, Any],
    query: str,
    root: str,
    headers: Headers,
    asker: Asker,
) -> Asked:
    """The request understood. Raises Problem."""
    given = parse_qsl(query, keep_blank_values=True)
    values = read_all(given, endpoint.all_query)
    form = choose(endpoint.formats, values.pop("format", None), headers.get("accept", ""))
    path = BASE + endpoint.path.format(**{name: text for name, (text, _value) in places.items()})
    read = {name: value for name, (_text, value) in places.items()}
    return Asked(asker, read | values, form, root, path, tuple(given))


def _find(path: str) -> tuple[Endpoint, dict[str, Any]]:
    """The address's endpoint, and its places by name: as written, and as read."""
    below = path.removeprefix(BASE)
    for endpoint in to_endpoints() if path.startswith(f"{BASE}/") else ():
        match = endpoint.pattern.fullmatch(below)
        if match:
            texts = match.groupdict()
            try:
                return endpoint, {
                    one.name: (texts[one.name], one.read(texts[one.name]))
                    for one in endpoint.places
                }
            except ValueError:
                break
    raise Problem("finns-inte", _("Adresserna står på {base}/.").format(base=BASE))
