"""A ready answer as HTTP: 304 when the asker has it, HEAD, compression, and how long it is kept."""

import gzip
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from starlette.datastructures import Headers
from starlette.responses import Response

from web.api.kept import Ready
from web.api.problems import TYPE, Problem
from web.compression import accepts_gzip
from words import language

VARY = {"Vary": "Accept, Accept-Encoding, Accept-Language, Authorization"}
# A day: counts of a release never change, but rates do when a population is read anew
FOR_A_DAY = "max-age=86400, immutable"


def send_ready(ready: Ready, asked: Headers, *, is_private: bool) -> Response:
    """The answer; `is_private` when a key was needed, so that no cache on the way keeps it."""
    made = ready.made
    whose = "private" if is_private else "public"
    headers = VARY | {"ETag": ready.tag, "Content-Language": language()}
    headers["Cache-Control"] = f"{whose}, {FOR_A_DAY if made.is_fixed else 'no-cache'}"
    if made.modified is not None:
        headers["Last-Modified"] = format_datetime(_to_second(made.modified), usegmt=True)
    if _has_it(ready, asked):
        return Response(status_code=304, headers=headers)
    body = ready.body
    if ready.is_packed:
        if accepts_gzip(asked.get("accept-encoding", "")):
            headers["Content-Encoding"] = "gzip"
        else:
            body = gzip.decompress(body)
    headers |= dict(made.headers) | {"Content-Type": made.media_type}
    return Response(body, headers=headers)


def send_problem(problem: Problem) -> Response:
    """The problem, which no cache keeps."""
    headers = VARY | {"Cache-Control": "no-store", "Content-Language": language()}
    headers |= problem.headers
    headers["Content-Type"] = TYPE
    return Response(problem.to_body(), problem.status, headers=headers)


def _has_it(ready: Ready, asked: Headers) -> bool:
    tags = asked.get("if-none-match")
    if tags is not None:
        own = ready.tag.removeprefix("W/")
        given = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return bool(given & {own, "*"})
    since, modified = asked.get("if-modified-since"), ready.made.modified
    if since is None or modified is None:
        return False
    try:
        told = parsedate_to_datetime(since)
    except ValueError:
        return False
    return told.tzinfo is not None and _to_second(modified) <= told


def _to_second(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)
