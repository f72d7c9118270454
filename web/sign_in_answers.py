"""What somebody sees when sign-in does not work, in place of Streamlit's English word or nothing.

Streamlit answers 400 'Authentication error' when the provider is away, and sends whom the
provider refuses back to the start without a word.
"""

from urllib.parse import parse_qs

import structlog
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web import calm
from web.cookies import NAME
from web.trip import CALLBACK

_log = structlog.get_logger("bob")


class SignInAnswers:
    """Passes a request on, and answers calmly itself when what comes back is a failure."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        has_started = has_failed = False

        async def send_calm(message: Message) -> None:
            nonlocal has_started, has_failed
            if message["type"] == "http.response.start":
                has_started = True
                failure = _to_failure(scope, message)
                if failure is not None:
                    has_failed = True
                    _log.warning("sign-in failed", path=scope["path"], status=message["status"])
                    await failure(scope, receive, send)
            if not has_failed:
                await send(message)

        try:
            await self.app(scope, receive, send_calm)
        except Exception as error:
            if has_started:
                raise
            _log.error("sign-in failed", path=scope["path"], exc_info=error)
            await calm.provider_away()(scope, receive, send)


def _to_failure(scope: Scope, start: Message) -> Response | None:
    """The answer to give instead, with the cookies that were to be set; None when all is well."""
    headers = Headers(raw=start["headers"])
    cookies = headers.getlist("set-cookie")
    if start["status"] >= 400:
        failure = calm.provider_away()
    elif scope["path"] == CALLBACK and _is_turned_away(scope, cookies):
        failure = calm.sign_in_failed()
    else:
        return None
    failure.raw_headers.extend((b"set-cookie", cookie.encode("latin-1")) for cookie in cookies)
    return failure


def _is_turned_away(scope: Scope, cookies: list[str]) -> bool:
    """Whether one came with an answer from the provider and goes on without being signed in.

    The way back from signing out leads here too, without any answer. A copy of an old answer
    (the browser's back button) leaves the cookie of who has signed in as it was.
    """
    answer = parse_qs(scope["query_string"].decode("latin-1"))
    if not {"code", "error"} & answer.keys():
        return False
    own = [cookie for cookie in cookies if cookie.startswith(f"{NAME}=")]
    if own:
        return own[-1].startswith((f'{NAME}="";', f"{NAME}=;"))
    header = Headers(scope=scope).get("cookie", "")
    return f"{NAME}=" not in header
