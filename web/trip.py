"""The way to the provider and back: to the same view as before, and out of every tab at once."""

import re
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

import structlog
from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data_access.engine import DatabaseUnavailable
from settings import Settings
from web.cookies import NAME as USER
from web.cookies import to_claims
from web.hosts import to_origin

_log = structlog.get_logger("bob")
LOGIN, CALLBACK, LOGOUT = "/auth/login", "/oauth2callback", "/auth/logout"
NAME = "bob_after"
_SECONDS = 900  # at the provider, two-factor and all
# A page of ours and its choice; nothing that could lead to another host
_VIEW = re.compile(r"/[A-Za-z0-9_-]*(\?[A-Za-z0-9_.=&%+-]{0,500})?", re.ASCII)


class SignInTrip:
    """Remembers where one was going when signing in, and ends the session when signing out."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self._origin = to_origin(settings.base_url)
        self._secret = settings.cookie_secret.get_secret_value()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path") if scope["type"] == "http" else None
        if path in (LOGIN, CALLBACK):
            send = self._remember(scope, send) if path == LOGIN else self._bring_back(scope, send)
        elif path == LOGOUT:
            await self._leave(scope)
        await self.app(scope, receive, send)

    async def _leave(self, scope: Scope) -> None:
        from data_access import sign_in

        claims = to_claims(Headers(scope=scope).get("cookie", ""), self._secret, self._origin)
        if claims is None:
            return
        try:
            await to_thread.run_sync(sign_in.leave, claims)
        except DatabaseUnavailable as error:  # the browser forgets the cookie all the same
            _log.error("session not ended", exc_info=error)

    def _remember(self, scope: Scope, send: Send) -> Send:
        view = to_view(Headers(scope=scope).get("referer", ""), self._origin)

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start" and view:
                _set(message, view, _SECONDS)
            await send(message)

        return send_on

    def _bring_back(self, scope: Scope, send: Send) -> Send:
        """Streamlit leads back to the start page; lead to the remembered view instead. Who was
        signed in before in this browser is no longer: her other tabs know only that session."""
        view = cookie_parser(Headers(scope=scope).get("cookie", "")).get(NAME, "").strip('"')

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if any(cookie.startswith(f"{USER}=") for cookie in headers.getlist("set-cookie")):
                    await self._leave(scope)
                if _VIEW.fullmatch(view):
                    if message["status"] == 302 and headers.get("location") == "/":
                        headers["location"] = view
                    _set(message, "", 0)
            await send(message)

        return send_on


def to_view(referer: str, origin: str) -> str:
    """The page and choice of an address of our own, '' for any other."""
    parts = urlsplit(referer)
    if not origin or f"{parts.scheme}://{parts.netloc}" != origin:
        return ""
    view = parts.path + (f"?{parts.query}" if parts.query else "")
    return view if _VIEW.fullmatch(view) and parts.path != CALLBACK else ""


def _set(message: Message, view: str, seconds: int) -> None:
    cookie: SimpleCookie = SimpleCookie()
    cookie[NAME] = view
    cookie[NAME].update({"path": "/", "max-age": str(seconds), "httponly": True, "samesite": "Lax"})
    MutableHeaders(scope=message).append("set-cookie", cookie.output(header="").strip())
