"""The id of a request, by which its lines in the log are found again. Stands for nobody."""

import re
import uuid

from starlette.datastructures import Headers
from starlette.types import Scope

HEADER = "x-request-id"
_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)


def new_id() -> str:
    """A new one, 32 hexadecimal signs."""
    return uuid.uuid4().hex


def is_id(text: str) -> bool:
    """Whether the text can be an id; anything else that is sent is thrown away."""
    return _ID.fullmatch(text) is not None


def to_id(scope: Scope) -> str:
    """The one that a proxy has given the request, else a new one."""
    given = Headers(scope=scope).getlist(HEADER)
    return given[0] if len(given) == 1 and is_id(given[0]) else new_id()


def with_id(scope: Scope, own: str) -> Scope:
    """The request with this id in its headers and no other, for who reads them within."""
    others = [pair for pair in scope["headers"] if pair[0] != HEADER.encode()]
    return {**scope, "headers": [*others, (HEADER.encode(), own.encode())]}
