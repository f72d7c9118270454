"""Routes beside Streamlit's own: health, metrics and the map's static assets."""

import json
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet

import metrics
from data_access.health import health
from ui import assets
from web.api.app import Api
from web.feed import PATH, feed
from web.hosts import to_asked
from web.readiness import READY, Readiness

START = "/oversikt"


async def healthz(request: Request) -> Response:
    """Health as JSON: 200 when figures can be served, else 503 with the reason, which may name
    servers and files and is told straight from this machine only."""
    state = await to_thread.run_sync(health)
    if state["reason"] and not to_asked(request.scope).is_near:
        state = state | {"reason": "told on this machine and by `python -m data_access health`"}
    return _to_json(state, state["status"] == "ok")


def to_readyz(ready: Readiness) -> Callable[[Request], Awaitable[Response]]:
    """`/readyz`: 200 when visitors may be sent here, else 503 with a word of why not."""

    async def readyz(_request: Request) -> Response:
        reason = await to_thread.run_sync(ready.tell)
        return _to_json({"ready": reason == READY, "reason": reason or None}, reason == READY)

    return readyz


async def metrics_told(_request: Request) -> Response:
    """`/metrics`, for Prometheus. Who may ask is the guard's."""
    body = await to_thread.run_sync(metrics.to_text)
    return Response(body, headers={"Content-Type": metrics.TYPE, "Cache-Control": "no-store"})


def _to_json(told: dict[str, Any], is_well: bool) -> Response:
    return Response(
        json.dumps(told, ensure_ascii=False),
        status_code=200 if is_well else 503,
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


async def to_start(request: Request) -> Response:
    """The start page has no name in its address; who writes it all the same comes there."""
    query = request.url.query
    return RedirectResponse("/?" + query if query else "/")


async def map_script(_request: Request) -> Response:
    """The map's own script, all parts in one file."""
    return Response(assets.load_map_script(), media_type="text/javascript; charset=utf-8")


def to_routes(areas_dir: Path, ready: Readiness) -> list[BaseRoute]:
    """Routes to mount in front of Streamlit's; outlines are read from `areas_dir`."""
    areas_dir.mkdir(parents=True, exist_ok=True)
    return [
        Route("/healthz", healthz),
        Route("/readyz", to_readyz(ready)),
        Route("/metrics", metrics_told),
        Route(PATH, feed),
        Route(START, to_start),
        _to_api(),
        Route(f"/assets/{assets.map_script_name()}", map_script),
        Mount(f"/assets/{assets.LEAFLET}", StaticFiles(directory=leaflet.BASE_DIR)),
        Mount("/assets/areas", StaticFiles(directory=areas_dir)),
    ]


def _to_api() -> Route:
    """Everything below /api/, also what has a line break in it, which Starlette's own pattern lets
    through to Streamlit."""
    route = Route("/api/{rest:path}", Api())
    route.path_regex = re.compile(r"^/api/(?P<rest>.*)$", re.DOTALL)
    return route
