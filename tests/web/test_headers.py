"""Security headers by path, on what a browser really gets."""

import base64
import hashlib
import re

import pytest

PAGES = ("/", "/karta", "/omrade?omrade=0180", "/om")
COMPONENT = "/component/streamlit_folium.st_folium/index.html"
EVERYTHING = (*PAGES, COMPONENT, "/healthz", "/_stcore/health", "/_stcore/host-config")


def to_directives(answer) -> dict[str, list[str]]:
    """Directive → its sources, of the answer's one Content-Security-Policy."""
    policies = answer.headers.get_all("Content-Security-Policy")
    assert len(policies) == 1
    parts = [part.split() for part in policies[0].split(";") if part.strip()]
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_may_not_evaluate_text_or_run_unknown_inline_scripts(send, path):
    allowed = to_directives(send(path))["script-src"]
    assert "'unsafe-eval'" not in allowed
    assert "'unsafe-inline'" not in allowed
    plain = {source for source in allowed if not source.startswith("'sha256-")}
    assert plain <= {"'self'", "'wasm-unsafe-eval'"}  # Streamlit's messages are read by WebAssembly


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_has_the_hash_of_each_inline_script_of_the_page(send, path):
    answer = send(path)
    scripts = re.findall(rb"<script>(.*?)</script>", answer.body, flags=re.DOTALL)
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'" for text in scripts
    }
    assert hashes
    allowed = to_directives(answer)["script-src"]
    assert hashes == {source for source in allowed if source.startswith("'sha256-")}


def test_the_page_has_no_other_kind_of_inline_script(send):
    opened = re.findall(rb"<script\b([^>]*)>", send("/").body)
    assert all(attributes == b"" or b"src=" in attributes for attributes in opened)


def test_the_map_component_may_evaluate_text(send):
    answer = send(COMPONENT)
    assert answer.status == 200
    assert {"'unsafe-eval'", "'unsafe-inline'"} <= set(to_directives(answer)["script-src"])


@pytest.mark.parametrize(
    "path", ["/x/component/streamlit_folium.y", "/karta/component/streamlit_folium.st_folium/"]
)
def test_a_page_whose_address_only_resembles_the_component_keeps_the_strict_policy(send, path):
    answer = send(path)
    if b'id="root"' in answer.body:
        assert "'unsafe-eval'" not in to_directives(answer)["script-src"]


@pytest.mark.parametrize("path", EVERYTHING)
def test_nothing_may_come_from_another_host(send, path):
    for name, sources in to_directives(send(path)).items():
        if name.endswith("-src"):
            known = ("'", "data:", "blob:")  # a host stands without quotation marks
            assert all(source.startswith(known) for source in sources), name


@pytest.mark.parametrize("path", EVERYTHING)
def test_every_answer_carries_the_other_security_headers_once(send, path):
    headers = send(path).headers
    for name, value in (
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ):
        assert headers.get_all(name) == [value]
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert to_directives(send(path))["frame-ancestors"] == ["'self'"]


def test_an_unknown_asset_carries_the_headers_too(send):
    assert send("/assets/areas/finns-inte.json").headers["X-Content-Type-Options"] == "nosniff"
