"""The signed cookie of who has signed in, for what is served beside the pages themselves.

Streamlit writes the cookie and reads it for pages; its own functions read it here too, so that
both always agree on how it is signed and split.
"""

import json
from typing import Any

from starlette.requests import cookie_parser
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

NAME = USER_COOKIE_NAME


def to_claims(header: str, secret: str, origin: str) -> dict[str, Any] | None:
    """What the provider said of who has signed in, from a Cookie header.

    None without a cookie that is signed with our secret and written for our own origin.
    """
    if not secret or f"{NAME}=" not in header:
        return None
    cookies = cookie_parser(header)

    def read(name: str) -> bytes | None:
        value = cookies.get(name, "")
        return decode_signed_value(secret, name, value.encode("latin-1"))

    text = get_cookie_with_chunks(read, NAME)
    try:
        claims = json.loads(text or b"null")
    except ValueError:
        return None
    if not isinstance(claims, dict) or claims.get("is_logged_in") is not True:
        return None
    return claims if claims.get("origin") == origin else None


def make_secure(header: bytes) -> bytes:
    """A Set-Cookie value that the browser sends over https only."""
    parts = [part.strip().lower() for part in header.split(b";")[1:]]
    return header if b"secure" in parts else header + b"; Secure"
