"""Security headers and our own start page, as plain ASGI middleware."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.api.style import to_style_hash
from web.start_page import load_start_page, to_language, to_script_hashes

MAP_COMPONENT = "/component/streamlit_folium."
_FILES = ("/static/", "/assets/")
_API = "/api/"

_COMMON = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'; "
)


def to_policy(path: str) -> str:
    """Content-Security-Policy for a path.

    streamlit-folium writes inline scripts and evaluates the layer it is sent, so its own
    documents need more than the rest; nothing else may evaluate text. Streamlit's own reading of
    messages is WebAssembly, which `wasm-unsafe-eval` allows without allowing `eval`. The API has
    one page, with a style of its own and nothing else.
    """
    if path.startswith(_API):
        return (
            f"default-src 'none'; style-src {to_style_hash()}; base-uri 'none'; "
            "form-action 'none'; frame-ancestors 'none'"
        )
    if path.startswith(MAP_COMPONENT):
        return _COMMON + "script-src 'self' 'unsafe-inline' 'unsafe-eval'"
    return _COMMON + f"script-src 'self' 'wasm-unsafe-eval' {to_script_hashes()}"


class SecurityHeaders:
    """Adds the security headers to every answer and swaps Streamlit's start page for ours."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        page: bytes | None = None

        async def send_with_headers(message: Message) -> None:
            nonlocal page
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = to_policy(path)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["X-Frame-Options"] = "SAMEORIGIN"
                headers["Referrer-Policy"] = "same-origin"
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
                if _is_start_page(path, message["status"], headers):
                    page = load_start_page(to_language(scope["query_string"]))
                    if path.startswith(_FILES):
                        # Streamlit answers any unknown path with its start page; kept under a
                        # file's address it would stand in the way of the file for a year.
                        page, message = b"Not found", {**message, "status": 404}
                        headers["Content-Type"] = "text/plain"
                        headers["Cache-Control"] = "no-store"
                    headers["Content-Length"] = str(len(page))
                    for name in ("ETag", "Last-Modified", "Accept-Ranges", "Content-Encoding"):
                        del headers[name]
            elif page is not None:
                is_head = scope["method"] == "HEAD"
                message = {**message, "body": b"" if is_head else page, "more_body": False}
                if page == b"":
                    return
                page = b""
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _is_start_page(path: str, status: int, headers: MutableHeaders) -> bool:
    is_html = headers.get("content-type", "").startswith("text/html")
    return status == 200 and is_html and not path.startswith(("/component/", _API))
