"""Sign-in at a real provider: cookies, refusals, and a provider that is away."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import urlsplit

import httpx
import pytest
from oidc_provider_mock import run_server_in_thread
from streamlit import auth_util

from tests.served import Served, free_port
from tests.web.data_folder import copy_to
from tests.web.guarded import BASE, SECRET, SIGN_IN

HOST = urlsplit(BASE).netloc
ATTEMPTS = 8
_addresses = count(1)
USER, TOKENS, STATE, XSRF = (
    "_streamlit_user",
    "_streamlit_user_tokens",
    "_streamlit_session",
    "_streamlit_xsrf",
)


@dataclass
class Provider:
    """A provider that can be taken away and put back."""

    port: int = field(default_factory=free_port)
    running: ExitStack = field(default_factory=ExitStack)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.running.enter_context(run_server_in_thread(port=self.port))

    def stop(self) -> None:
        self.running.close()


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    one = Provider()
    one.start()
    yield one
    one.stop()


@pytest.fixture(scope="module")
def served(provider, tmp_path_factory) -> Iterator[Served]:
    """The app with sign-in at the provider, as behind a proxy with https."""
    environment = {f"BOB_{name.upper()}": value for name, value in SIGN_IN.items()} | {
        "BOB_OIDC_METADATA_URL": f"{provider.address}/.well-known/openid-configuration",
        "BOB_SIGN_INS_PER_MINUTE": str(ATTEMPTS),
        "BOB_EXAMPLE_DATA": "true",
    }
    one = Served(copy_to(tmp_path_factory.mktemp("sign-in")), environment=environment).start()
    yield one
    one.stop()


@dataclass
class Browser:
    """Keeps cookies whether or not the connection is https; from an address of its own."""

    served: Served
    who: str
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> httpx.Response:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"host": HOST, "x-forwarded-for": self.who, "cookie": kept}
        answer = httpx.get(self.served.address + path, headers=headers, trust_env=False)
        for cookie in answer.headers.get_list("set-cookie"):
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return answer

    def login(self) -> httpx.Response:
        return self.get(f"/auth/login?provider={auth_util.encode_provider_token('default')}")

    def come_back(self, **form: str) -> str:
        """The path that the provider sends one back to, from its form."""
        answer = httpx.post(self.login().headers["location"], data=form, trust_env=False)
        location = answer.headers["location"]
        assert location.startswith(f"{BASE}/oauth2callback?")
        return location.removeprefix(BASE)


@pytest.fixture
def browser(served, monkeypatch) -> Browser:
    """One whose attempts are counted apart from those of other tests."""
    monkeypatch.setattr(auth_util, "get_signing_secret", lambda: SECRET)
    return Browser(served, f"192.0.2.{next(_addresses)}")


def to_flags(answer: httpx.Response, name: str) -> set[str]:
    """The flags, in lower case, of a cookie that is set."""
    found = [c for c in answer.headers.get_list("set-cookie") if c.startswith(f"{name}=")]
    assert found, name
    return {part.strip().lower() for part in found[-1].split(";")[1:]}


def test_every_cookie_is_for_https_and_no_other_site(browser):
    health = browser.get("/_stcore/health")
    assert {"secure", "samesite=lax"} <= to_flags(health, XSRF)  # scripts must read this one
    start = browser.login()
    assert start.status_code == 302
    assert {"secure", "samesite=lax", "httponly"} <= to_flags(start, STATE)
    back = browser.get(browser.come_back(sub="anna"))
    assert (back.status_code, back.headers["location"]) == (302, "/")
    for name in (USER, TOKENS):
        assert {"secure", "samesite=lax", "httponly"} <= to_flags(back, name)


def test_a_signed_cookie_alone_opens_no_file_before_its_session_has_begun(browser):
    browser.get(browser.come_back(sub="anna"))
    assert browser.cookies[USER]
    assert browser.get("/media/x.csv").status_code == 401


def test_the_way_to_the_provider_is_of_this_app_with_a_fresh_state_and_nonce(browser, provider):
    asked = [httpx.URL(browser.login().headers["location"]).params for _time in range(2)]
    for params in asked:
        assert params["client_id"] == SIGN_IN["oidc_client_id"]
        assert params["redirect_uri"] == f"{BASE}/oauth2callback"
        assert set(params["scope"].split()) == {"openid", "profile"}
    for name in ("state", "nonce"):
        assert asked[0][name] != asked[1][name]


def test_whom_the_provider_refuses_is_told_so(browser):
    answer = browser.get(browser.come_back(action="deny"))
    assert answer.status_code == 400
    assert "Inloggningen blev inte klar" in answer.text
    assert USER not in browser.cookies


@pytest.mark.parametrize("query", ["?code=x&state=y", "?error=%3Cscript%3E&error_description=hej"])
def test_an_answer_that_nobody_asked_for_signs_nobody_in_and_is_not_repeated(browser, query):
    answer = browser.get(f"/oauth2callback{query}")
    assert answer.status_code == 400
    assert "Inloggningen blev inte klar" in answer.text
    assert "script" not in answer.text
    assert "hej" not in answer.text


def test_a_copy_of_an_old_answer_leaves_who_is_signed_in_alone(browser):
    path = browser.come_back(sub="anna")
    browser.get(path)
    again = browser.get(path)
    assert (again.status_code, again.headers["location"]) == (302, "/")


def test_the_way_back_from_signing_out_is_no_failure(browser):
    answer = browser.get("/oauth2callback")
    assert (answer.status_code, answer.headers["location"]) == (302, "/")


def test_one_address_can_try_a_number_of_times_a_minute(browser):
    statuses = [browser.login().status_code for _time in range(ATTEMPTS)]
    assert statuses == [302] * ATTEMPTS
    answer = browser.login()
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert "Vänta en liten stund" in answer.text
    assert '<html lang="sv">' in answer.text
    assert browser.get("/karta").status_code == 200
    other = Browser(browser.served, "198.51.100.9")
    assert other.login().status_code == 302


def test_answers_are_numbered_too(browser):
    statuses = [browser.get("/oauth2callback").status_code for _time in range(ATTEMPTS + 1)]
    assert statuses == [302] * ATTEMPTS + [429]


def test_when_the_provider_is_away_one_is_told_so_and_the_rest_works(browser, provider, served):
    path = browser.come_back(sub="anna")
    provider.stop()
    try:
        answer = browser.login()
        assert answer.status_code == 503
        assert "Det går inte att logga in just nu" in answer.text
        assert '<html lang="sv">' in answer.text
        assert 'href="/"' in answer.text
        assert "Authentication error" not in answer.text
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        back = browser.get(path)
        assert back.status_code == 400
        assert USER not in browser.cookies or browser.cookies[USER] in ("", '""')
        assert browser.get("/").status_code == 200
        assert '"event": "sign-in failed"' in served.log()
    finally:
        provider.start()
    assert browser.login().status_code == 302
