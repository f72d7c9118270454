"""Static files kept in memory, text compressed once, and cached by the browser for good.

Streamlit sends its own files uncompressed, 2.8 MB for an empty page, and leaves the compression
to a proxy. One process without a proxy is our default, so it is done here: the first answer for
a file is compressed and kept, later ones cost no work.
"""

import gzip
import re

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FOREVER = "public, max-age=31536000, immutable"
_PREFIXES = ("/static/", "/component/", "/assets/")
_HASHED = re.compile(
    r"[.-][0-9A-Za-z_-]{8,}\.(js|css|json|woff2)$|/[0-9a-f]{12}/|/leaflet-[0-9.]+/"
)
_TEXT = ("text/", "application/javascript", "application/json", "image/svg", "text/javascript")
_LEAST_BYTES = 1_000


class CompressedFiles:
    """Serves static text files gzipped from memory; marks files named by digest as immutable."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept: dict[str, tuple[list[tuple[bytes, bytes]], bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _may_compress(scope):
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        if path in self._kept:
            headers, body = self._kept[path]
            await send({"type": "http.response.start", "status": 200, "headers": list(headers)})
            await send({"type": "http.response.body", "body": body})
            return
        await self._answer_and_keep(path, scope, receive, send)

    async def _answer_and_keep(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        start: Message = {}
        chunks: list[bytes] = []

        async def gather(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                return
            chunks.append(message.get("body", b""))
            if not message.get("more_body"):
                await self._send_compressed(path, start, b"".join(chunks), send)

        # The inner layers must not compress as well.
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, gather)

    async def _send_compressed(self, path: str, start: Message, body: bytes, send: Send) -> None:
        headers = MutableHeaders(raw=list(start["headers"]))
        if start["status"] == 200:
            keep = bool(_HASHED.search(path)) and _is_file(path, headers)
            if keep:
                headers["Cache-Control"] = FOREVER
            is_text = _is_file(path, headers) and headers["content-type"].startswith(_TEXT)
            if is_text and len(body) >= _LEAST_BYTES and "content-encoding" not in headers:
                body = await to_thread.run_sync(gzip.compress, body, 6)
                headers["Content-Encoding"] = "gzip"
                headers["Content-Length"] = str(len(body))
                headers.add_vary_header("Accept-Encoding")
                del headers["Accept-Ranges"]
                keep = True
            if keep:
                self._kept[path] = (headers.raw, body)
        await send({**start, "headers": headers.raw})
        await send({"type": "http.response.body", "body": body})


def _is_file(path: str, headers: MutableHeaders) -> bool:
    """Whether the answer is the file asked for; Streamlit gives its start page for any other."""
    kind = headers.get("content-type", "")
    return bool(kind) and (path.startswith("/component/") or not kind.startswith("text/html"))


def accepts_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding header takes gzip."""
    for offer in accepted.split(","):
        name, *rest = (part.strip() for part in offer.lower().split(";"))
        if name == "gzip":
            return not any(re.fullmatch(r"q=0(\.0*)?", part) for part in rest)
    return False


def _may_compress(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    if not scope["path"].startswith(_PREFIXES):
        return False
    headers = Headers(scope=scope)
    conditional = {"range", "if-none-match", "if-modified-since"} & set(headers.keys())
    return accepts_gzip(headers.get("accept-encoding", "")) and not conditional
