"""Structured log: one line a request or rerun, JSON, with duration and no personal data."""

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = structlog.get_logger("bob")


def configure(level: str) -> None:
    """Write JSON lines to standard error at the given level and above."""
    # uvicorn's own lines hold the visitor's address and the query string.
    logging.getLogger("uvicorn.access").disabled = True
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()]
        ),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )


def _since(start: float) -> float:
    return round((time.perf_counter() - start) * 1000, 1)


class RequestLog:
    """One line a request: method, path without query string, status, milliseconds."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start, status = time.perf_counter(), 500

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        finally:
            _log.info(
                "request",
                method=scope["method"],
                path=scope["path"],
                status=status,
                ms=_since(start),
            )


@contextmanager
def rerun(page: str) -> Iterator[None]:
    """Log one line for a run of a page's script, with its milliseconds."""
    start = time.perf_counter()
    outcome = "stopped"
    try:
        yield
        outcome = "ok"
    finally:
        _log.info("rerun", page=page, outcome=outcome, ms=_since(start))


def failure(what: str, error: BaseException, **details: object) -> None:
    """Log an error with its traceback."""
    _log.error(what, exc_info=error, **details)
