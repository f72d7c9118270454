"""Of what kind a request is, in a few words, so that requests can be counted without addresses."""

from functools import lru_cache

from pages import menu

OTHER = "other"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
_EXACT = {
    "/": menu.START,
    "/_stcore/stream": "stream",
    "/_stcore/health": "state",
    "/_stcore/host-config": "state",
    "/_stcore/metrics": "state",
    "/healthz": "state",
    "/readyz": "state",
    "/metrics": "state",
    "/nytt.atom": "feed",
    "/auth/login": "sign-in",
    "/auth/logout": "sign-in",
    "/oauth2callback": "sign-in",
    "/favicon.png": "assets",
    "/favicon.ico": "assets",
    "/manifest.json": "assets",
}
_BELOW = (
    ("/api/", "api"),
    ("/static/", "assets"),
    ("/assets/", "assets"),
    ("/component/", "assets"),
    ("/_stcore/bidi-components/", "assets"),
    ("/media/", "files"),
    ("/_stcore/upload_file/", "files"),
)


@lru_cache(maxsize=1024)
def to_kind(path: str) -> str:
    """A page's name, or what else it is; `other` for what is nothing of ours."""
    found = _EXACT.get(path) or next((kind for start, kind in _BELOW if path.startswith(start)), "")
    if found:
        return found
    name = path.strip("/")
    return name if name in menu.names() else OTHER


def to_method(method: str) -> str:
    """The method, `other` for what is none."""
    return method if method in _METHODS else OTHER


def to_class(status: int) -> str:
    """`2xx` of 204."""
    return f"{status // 100}xx"
