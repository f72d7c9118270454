"""Names and addresses of a request: which host it asks for, whence it comes, through whom."""

import ipaddress
import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.types import Scope

from settings import Settings

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_LOOPBACK_ADDRESSES = frozenset({"127.0.0.1", "::1"})
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^\s:/@\[\]]+)(:(?P<port>[0-9]{1,5}))?")
# What proxies add. uvicorn puts the address they claim in place of the proxy's own, so that a
# visitor from afar may look near, and one from near who sends the header herself far away.
_PROXY_HEADERS = frozenset(
    {b"x-forwarded-for", b"forwarded", b"x-forwarded-host", b"x-real-ip", b"via"}
)


class Asked(NamedTuple):
    """What a request's headers and connection say; "" where a header is missing.

    `host` is the Host header in lower case, and "" also when there is more than one; `name` and
    `port` are its two parts, both "" when it can't be read.
    """

    host: str
    name: str
    port: str
    origin: str
    cookie: str
    is_near: bool  # straight from this machine, through nobody


def to_asked(scope: Scope) -> Asked:
    """Read a request once; it may be of any kind that has headers."""
    hosts, origin, cookies, is_forwarded = [], "", [], False
    for name, value in scope["headers"]:
        if name == b"host":
            hosts.append(value)
        elif name == b"origin":
            origin = value.decode("latin-1") if not origin else "several"
        elif name == b"cookie":
            cookies.append(value.decode("latin-1"))
        elif name in _PROXY_HEADERS:
            is_forwarded = True
    client = scope.get("client")
    is_near = not is_forwarded and client is not None and is_loopback(client[0])
    parts = _to_parts(hosts[0]) if len(hosts) == 1 else ("", "", "")
    return Asked(*parts, origin, "; ".join(cookies), is_near)


@lru_cache(maxsize=128)
def _to_parts(header: bytes) -> tuple[str, str, str]:
    """Host, name and port of a Host header, as in `Asked`."""
    host = header.decode("latin-1").lower()
    found = _HOST.fullmatch(host)
    return (host, found["name"], found["port"] or "") if found else (host, "", "")


def is_loopback(address: str) -> bool:
    """Whether an address is this machine's own. What can't be read is not."""
    if address in _LOOPBACK_ADDRESSES:
        return True
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return bool((mapped or found).is_loopback)


def is_loopback_url(url: str) -> bool:
    """Whether a URL's host is this machine."""
    name = urlsplit(url).hostname or ""
    return name == "localhost" or is_loopback(name)


def to_origin(url: str) -> str:
    """Scheme, host and port as a browser writes them in Origin; "" for what has none."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    usual = 443 if parts.scheme == "https" else 80
    port = "" if parts.port in (None, usual) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"


def to_names(settings: Settings) -> frozenset[str]:
    """Host names that the app answers to: this machine's, its own, and those of the setting."""
    own = urlsplit(to_origin(settings.base_url)).netloc
    more = {name.strip().lower() for name in settings.allowed_hosts.split(",")}
    found = _HOST.fullmatch(own)
    return LOOPBACK_NAMES | (more - {""}) | ({found["name"]} if found else set())
