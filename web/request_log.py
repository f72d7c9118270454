"""A line in the log for each request and each session, and the same counted."""

import time

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

import metrics
from web.ids import HEADER, to_id, with_id
from web.log import to_ms
from web.request_kinds import to_class, to_kind, to_method

_log = structlog.get_logger("bob")


class RequestLog:
    """One line a request: id, method, path without query string, status, milliseconds. One line a
    session when it is over: id, seconds. The id is told in the answer, and stands in every line
    that is logged meanwhile."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        own = to_id(scope)
        with bound_contextvars(id=own):
            if scope["type"] == "http":
                await self._answer(scope, receive, send, own)
            else:
                # for the runs of the session, which know its headers alone
                await self._hold(with_id(scope, own), receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, own: str) -> None:
        start, status = time.perf_counter(), 500

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = own
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        finally:
            _note(scope["method"], scope["path"], status, time.perf_counter() - start)

    async def _hold(self, scope: Scope, receive: Receive, send: Send) -> None:
        start, is_open = time.perf_counter(), False

        async def send_and_count(message: Message) -> None:
            nonlocal is_open
            if message["type"] == "websocket.accept":
                is_open = True
                metrics.SESSIONS.inc()
            await send(message)

        try:
            await self.app(scope, receive, send_and_count)
        finally:
            if is_open:
                metrics.SESSIONS.dec()
                _log.info("session", seconds=round(time.perf_counter() - start, 1))


def _note(method: str, path: str, status: int, took: float) -> None:
    kind = to_kind(path)
    metrics.REQUESTS.labels(to_method(method), kind, to_class(status)).inc()
    metrics.REQUEST_SECONDS.labels(kind).observe(took)
    _log.info("request", method=method, path=path, status=status, ms=to_ms(took))
