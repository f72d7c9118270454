"""What each address is, and who may ask for it. An address that is not here does not exist."""

from enum import Enum, auto
from functools import lru_cache

from pages import menu


class Door(Enum):
    """Who may pass."""

    OPEN = auto()  # anybody: nothing here has a figure in it
    SIGN_IN = auto()  # anybody, a number of times a minute
    API = auto()  # anybody by any method: it asks for a key itself, and names what it refuses
    MEMBERS = auto()  # those who have signed in
    MACHINE = auto()  # this machine itself
    METRICS = auto()  # this machine itself, and who has the token for it
    CLOSED = auto()  # nobody


_EXACT = {
    "/healthz": Door.OPEN,
    "/readyz": Door.OPEN,
    "/metrics": Door.METRICS,
    "/nytt.atom": Door.OPEN,  # which asks for a key itself
    "/_stcore/health": Door.OPEN,
    "/_stcore/host-config": Door.OPEN,
    "/_stcore/stream": Door.OPEN,  # the app itself asks who it is
    "/_stcore/metrics": Door.MACHINE,
    "/auth/login": Door.SIGN_IN,
    "/auth/logout": Door.OPEN,
    "/oauth2callback": Door.SIGN_IN,
    "/favicon.png": Door.OPEN,
    "/favicon.ico": Door.OPEN,
    "/manifest.json": Door.OPEN,
}
_BELOW = (
    ("/api/", Door.API),
    ("/static/", Door.OPEN),
    ("/assets/", Door.OPEN),
    ("/component/", Door.OPEN),
    ("/media/", Door.MEMBERS),
    ("/_stcore/upload_file/", Door.MEMBERS),
    ("/_stcore/bidi-components/", Door.MEMBERS),
)
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


@lru_cache(maxsize=1024)
def to_door(path: str, method: str = "GET") -> Door:
    """The door of an address. Only members may do other things than read; the API refuses them
    itself."""
    door = _EXACT.get(path)
    if door is None:
        door = next((door for start, door in _BELOW if path.startswith(start)), None)
    if door is None:
        door = Door.OPEN if _is_page(path) else Door.CLOSED
    is_told_itself = door in (Door.MEMBERS, Door.API)
    return door if is_told_itself or method in _READING else Door.CLOSED


def _is_page(path: str) -> bool:
    """Whether a page is there: each is served the same start page, which has no data."""
    return path == "/" or path.removeprefix("/").removesuffix("/") in menu.names()
