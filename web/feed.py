"""What is new as a feed, for who has a key; in the demonstration for everybody on the machine."""

import hashlib
from datetime import timedelta

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

import clock
import settings
from data_access.engine import DatabaseUnavailable
from data_access.tokens import UnknownToken, admit_token
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from pages.news_reads import fetch_all_news, to_topic
from ui.atom import PATH, TYPE, to_atom
from ui.news_topics import ALL, KINDS, PARAMETER
from web import calm
from web.limits import PerMinute, to_who

BACK = timedelta(days=92)  # how far the feed goes
RARE = timedelta(days=366)  # and that of what comes a few times a year
_attempts = PerMinute(30)  # wrong keys and right ones, by who asks


async def feed(request: Request) -> Response:
    """The feed as XML, 304 when the asker has it; 404 without a key that holds or of a topic that
    is none, 429 when asked for too often, 503 when the database does not answer."""
    wait = _attempts.hit(PATH, to_who(request.scope.get("client")))
    if wait:
        return calm.too_often(wait)
    key, topic = (request.query_params.get(name, "") for name in ("nyckel", PARAMETER))
    if topic not in KINDS:
        return calm.not_found()
    try:
        body = await to_thread.run_sync(_to_body, key, topic, _to_root(request))
    except UnknownToken:
        return calm.not_found()
    except DatabaseUnavailable:
        return calm.cannot_tell()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers | {"Content-Type": TYPE})


def _to_body(key: str, topic: str, root: str) -> bytes:
    viewer = _to_viewer(key)
    today = clock.today()
    if topic == ALL:
        news = fetch_all_news(today - BACK, today, None, None, viewer=viewer)
    else:
        news = to_topic(topic, today - RARE, today, viewer=viewer)
    return to_atom(news, root, today, topic, example=settings.load().example)


def _to_viewer(key: str) -> Viewer:
    if not settings.load().signs_in and not key:
        return DEMONSTRATIONS[Role.LASARE]
    return admit_token(key)


def _to_root(request: Request) -> str:
    own = settings.load().base_url or str(request.base_url)
    return own.rstrip("/")
