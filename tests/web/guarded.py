"""The guard in front of an app that answers everything, and settings to try it with."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from settings import FOR_ALL, Settings
from web.cookies import NAME
from web.guard import Guard

HERE = ("127.0.0.1", 50000)
AFAR = ("192.0.2.7", 50000)
PORT = 8501
SECRET = "q7Vd2mXr9LkT4bZs8HwY1nCp6GjF3aEu"  # noqa: S105 made up for the tests
CLIENT_SECRET = "Zt5hQw8RkLm2XvB9"  # noqa: S105
TOKEN = "Wq8nZ3xT6vLr1KbY9sHd4mGf7cPj2eAu"  # noqa: S105
BASE = "https://bob.example"
SIGN_IN = {
    "base_url": BASE,
    "oidc_metadata_url": "https://login.example/.well-known/openid-configuration",
    "oidc_client_id": "bob",
    "oidc_client_secret": CLIENT_SECRET,
    "cookie_secret": SECRET,
}


def make_settings(**fields: Any) -> Settings:
    """Settings with these fields, whatever the environment says of them."""
    return Settings(**fields)


def demonstration(**fields: Any) -> Settings:
    return make_settings(**fields)


def open_demonstration(**fields: Any) -> Settings:
    return make_settings(demonstration=FOR_ALL, **fields)


def sign_in(**fields: Any) -> Settings:
    return make_settings(**{**SIGN_IN, **fields})


class Echo:
    """Says what it was asked for, and which Host it saw; opens every websocket."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        host = Headers(scope=scope)["host"]
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept", "headers": [(b"x-host", host.encode())]})
            await send({"type": "websocket.close"})
            return
        answer = PlainTextResponse(f"passed {scope['path']}")
        answer.set_cookie("kaka", "1", httponly=True, samesite="lax")
        await answer(scope, receive, send)


def make_client(
    settings: Settings, *, client: tuple[str, int] = HERE, base: str = f"http://localhost:{PORT}"
) -> TestClient:
    """A browser at the guard, from an address, with the base address in its Host."""
    return TestClient(Guard(Echo(), settings), base_url=base, client=client)


def to_cookie(claims: Mapping[str, Any], *, secret: str = SECRET, name: str = NAME) -> str:
    """The Cookie header of who has signed in, as Streamlit writes it."""
    return f"{name}={create_signed_value(secret, NAME, json.dumps(claims)).decode()}"
