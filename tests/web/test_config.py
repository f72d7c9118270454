"""What Streamlit itself is told, and that it does it."""

import http.client
import tomllib

import pytest

from settings import ROOT

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("section", "option", "value"),
    [
        ("server", "address", "127.0.0.1"),
        ("server", "enableXsrfProtection", True),
        ("server", "enableCORS", True),
        ("server", "enableStaticServing", False),
        ("server", "maxUploadSize", 10),
        ("secrets", "files", []),
        ("browser", "gatherUsageStats", False),
        ("client", "toolbarMode", "minimal"),
        ("client", "showErrorDetails", "none"),
        ("client", "showErrorLinks", False),
        ("client", "allowedOrigins", []),
    ],
)
def test_the_configuration_is_the_hard_one(section, option, value):
    assert CONFIG[section][option] == value


@pytest.mark.parametrize(
    ("section", "option"),
    [
        ("server", "enableAgentApi"),
        ("server", "scriptHealthCheckEnabled"),
        ("server", "trustedUserHeaders"),
        ("global", "developmentMode"),
    ],
)
def test_nothing_more_is_switched_on(section, option):
    assert not CONFIG.get(section, {}).get(option)


def put(served, length: int, **headers: str) -> http.client.HTTPResponse:
    """An upload of so many bytes, as its header says; none of them is sent."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    connection.putrequest("PUT", "/_stcore/upload_file/session/file")
    connection.putheader("Content-Length", str(length))
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def xsrf_token(send) -> str:
    cookie = send("/_stcore/health").headers["Set-Cookie"]
    assert cookie.startswith("_streamlit_xsrf=")
    assert "SameSite=Lax" in cookie
    return cookie.partition("=")[2].partition(";")[0]


def test_an_upload_without_the_token_of_the_page_is_refused(served, send):
    token = xsrf_token(send)
    cookie = f"_streamlit_xsrf={token}"
    assert put(served, 10).status == 403
    assert put(served, 10, Cookie=cookie).status == 403
    assert put(served, 10, **{"X-Xsrftoken": token}).status == 403
    other = xsrf_token(send)
    assert put(served, 10, Cookie=cookie, **{"X-Xsrftoken": other}).status == 403


def test_an_upload_of_nobodys_session_is_refused(served, send):
    token = xsrf_token(send)
    sent = {"Cookie": f"_streamlit_xsrf={token}", "X-Xsrftoken": token}
    assert put(served, 10, **sent).status == 400


def test_no_other_site_may_read_an_answer(send):
    for path in ("/", "/healthz", "/_stcore/health", "/_stcore/host-config", "/media/x"):
        answer = send(path, Origin="https://evil.example")
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_an_error_shows_no_more_than_its_name(send):
    answer = send("/media/%00")
    assert answer.status in (400, 404)
    for word in (b"Traceback", b".py", b"streamlit.io", b"docs."):
        assert word not in answer.body
