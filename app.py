"""The ASGI app. `streamlit run app.py` and `uvicorn app:app` both serve it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware

import metrics
import settings
from data_access.engine import DatabaseUnavailable
from data_access.kind import WrongKind
from data_access.migrations import HEAD
from data_access.prepare import ensure_prepared
from geodata.store import ensure_outlines
from pages.warm import warm
from ui import failures, map_view
from web import collector, log, look, visit_state
from web.compression import CompressedFiles
from web.draining import drain_on_signal
from web.guard import Guard
from web.headers import SecurityHeaders
from web.readiness import Readiness
from web.request_log import RequestLog
from web.routes import to_routes
from web.secrets import end, start_or_explain, to_streamlit_secrets
from web.trip import SignInTrip

_settings = settings.load()
log.configure(_settings.log_level)
start_or_explain(_settings)


def _make_ready() -> None:
    """Migrate, fill, and put together what is asked for first. Raises DatabaseUnavailable,
    WrongSchema, WrongKind."""
    ensure_prepared()
    warm()


_ready = Readiness(_make_ready)


def _start() -> None:
    """Build what is missing, and make the database ready; one that must not be shown as it is set
    stops the app (WrongKind, WrongRole)."""
    log.take_over()  # before what warns as it is loaded
    metrics.INFO.info({"version": settings.VERSION, "schema": HEAD})
    map_view.register()
    ensure_outlines(_settings.areas_dir)
    _ready.begin()
    look.settle()
    visit_state.settle()
    collector.settle()


def on_script_error(error: BaseException) -> bool:
    """Our own calm page in place of Streamlit's; the reference is in the log. What a callback meets
    comes here too, and the database may be away for it as for a page."""
    if isinstance(error, DatabaseUnavailable):
        log.failure("database away", error)
        failures.show_database_away(error.state)
        return True
    reference = failures.show_script_error()
    log.failure("script error", error, reference=reference)
    return True


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[dict[str, Any]]:
    """Work that is paid once, before the first visitor."""
    try:
        await to_thread.run_sync(_start)
    except WrongKind as error:
        end(str(error), at_once=True)
    if _settings.drain_seconds:
        drain_on_signal(_ready, _settings.drain_seconds)
    yield {}
    _ready.stop()


app = st.App(
    Path(__file__).parent / "pages" / "main.py",
    secrets=to_streamlit_secrets(_settings),
    routes=to_routes(_settings.areas_dir, _ready),
    middleware=[
        Middleware(RequestLog),
        Middleware(SecurityHeaders),
        Middleware(Guard, settings=_settings),
        Middleware(SignInTrip, settings=_settings),
        Middleware(CompressedFiles),
    ],
    lifespan=lifespan,
    on_script_error=on_script_error,
)
