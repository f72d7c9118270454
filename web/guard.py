"""Who may ask for what: the first thing that sees a request after the log and the headers.

Every check is a few comparisons of text, since it is made for every file. Only what is shown to
members alone costs more: the signature of a cookie, and whether its session is open.
"""

import hmac

import structlog
from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data_access import sessions
from data_access.engine import DatabaseUnavailable
from settings import FOR_ALL, Settings
from web import calm
from web.cookies import make_secure, to_claims
from web.doors import Door, to_door
from web.hosts import LOOPBACK_NAMES, Asked, to_asked, to_names, to_origin
from web.limits import PerMinute, to_who
from web.sign_in_answers import SignInAnswers

STREAM = "/_stcore/stream"
_HTTPS_FOR = "max-age=31536000"  # seconds: a year
_log = structlog.get_logger("bob")


class Guard:
    """Answers itself what is asked for at a wrong host, from a wrong place or without right."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self._settings = settings
        self._origin = to_origin(settings.base_url)
        self._names = to_names(settings)
        self._only_here = not settings.signs_in and settings.demonstration != FOR_ALL
        self._is_https = self._origin.startswith("https://")
        self._attempts = PerMinute(settings.sign_ins_per_minute)
        self._sign_in = SignInAnswers(app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._open_stream(scope, receive, send)
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        else:
            if self._is_https:
                send = _to_https_only(send)
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = to_asked(scope)
        refusal = self._refuse_place(asked)
        door = to_door(scope["path"], scope["method"])
        if refusal is None and door not in (Door.OPEN, Door.API):
            refusal = await self._refuse(door, scope, asked)
        if refusal is not None:
            await refusal(scope, receive, send)
        elif door is Door.SIGN_IN:
            await self._sign_in(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _refuse_place(self, asked: Asked) -> Response | None:
        if self._only_here and not (asked.is_near and asked.name in LOOPBACK_NAMES):
            return calm.only_here()
        return None if asked.name in self._names else calm.wrong_host()

    async def _refuse(self, door: Door, scope: Scope, asked: Asked) -> Response | None:
        if door is Door.MEMBERS and self._settings.signs_in:
            return await self._refuse_strangers(asked)
        if door is Door.SIGN_IN and self._settings.signs_in:
            wait = self._attempts.hit(scope["path"], to_who(scope.get("client")))
            return calm.too_many_sign_ins(wait) if wait else None
        if door is Door.METRICS and self._has_token(scope):
            return None
        of_machine = door in (Door.MACHINE, Door.METRICS) and asked.is_near
        is_open = door is Door.MEMBERS or of_machine
        return None if is_open else calm.not_found()

    def _has_token(self, scope: Scope) -> bool:
        """Whether the request carries the token for metrics, compared in a time that tells nothing
        of it."""
        token = self._settings.metrics_token.get_secret_value()
        given = Headers(scope=scope).get("authorization", "").encode("latin-1")
        return hmac.compare_digest(given, f"Bearer {token}".encode()) and bool(token)

    async def _refuse_strangers(self, asked: Asked) -> Response | None:
        secret = self._settings.cookie_secret.get_secret_value()
        claims = to_claims(asked.cookie, secret, self._origin)
        if claims is None:
            return calm.not_signed_in()
        try:
            may = await to_thread.run_sync(sessions.is_open, claims)
        except DatabaseUnavailable:
            return calm.cannot_tell()
        return None if may else calm.not_signed_in()

    async def _open_stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = to_asked(scope)
        is_ours = scope["path"] == STREAM and self._refuse_place(asked) is None
        if not (is_ours and asked.origin == self._to_only_origin(asked, scope)):
            _log.warning("websocket refused")
            await send({"type": "websocket.close", "code": 1008})  # 403, for it is not yet open
            return
        # Streamlit compares Origin and Host again, and asks an outside host for its own address
        # when they differ, as they do behind a proxy that writes its own name in Host.
        host = asked.origin.partition("://")[2]
        if host != asked.host:
            others = [pair for pair in scope["headers"] if pair[0] != b"host"]
            scope = {**scope, "headers": [*others, (b"host", host.encode("latin-1"))]}
        await self.app(scope, receive, send)

    def _to_only_origin(self, asked: Asked, scope: Scope) -> str | None:
        """The one Origin that may open the stream; never "", what a missing one is read as."""
        if self._origin:
            return self._origin
        if not self._only_here:
            is_tls = asked.origin.startswith("https://")  # by a proxy, which we know nothing of
            return f"{'https' if is_tls else 'http'}://{asked.host}"
        port = (scope.get("server") or ("", None))[1]
        return f"http://{asked.host}" if int(asked.port or 80) == port else None


def _to_https_only(send: Send) -> Send:
    """Tells the browser to use https alone, for the cookies and for the host."""

    async def send_secure(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [
                (name, make_secure(value) if name.lower() == b"set-cookie" else value)
                for name, value in message.get("headers", ())
            ]
            MutableHeaders(scope=message)["Strict-Transport-Security"] = _HTTPS_FOR
        await send(message)

    return send_secure
