"""What the app refuses to start with."""

import os
import secrets as randomness
import subprocess
import sys
from pathlib import Path

import pytest

import settings
from settings import FOR_ALL
from tests.served import ROOT, free_port
from tests.web.guarded import CLIENT_SECRET, SECRET, SIGN_IN, TOKEN, make_settings, sign_in
from web.secrets import WeakSecrets, check_secrets, to_streamlit_secrets


def refuse(tmp_path: Path, **fields) -> str:
    with pytest.raises(WeakSecrets) as refused:
        check_secrets(make_settings(**fields), tmp_path)
    return str(refused.value)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"base_url": "https://bob.example", "demonstration": FOR_ALL},
        SIGN_IN,
        {**SIGN_IN, "base_url": "http://localhost:8501"},
        {**SIGN_IN, "base_url": "http://127.0.0.1:8501/"},
        {**SIGN_IN, "oidc_metadata_url": "http://[::1]:9000/.well-known/openid-configuration"},
        {**SIGN_IN, "example_data": True},
        {"metrics_token": TOKEN},
        {**SIGN_IN, "metrics_token": TOKEN},
    ],
)
def test_what_is_sound_is_served_with(fields, tmp_path):
    check_secrets(make_settings(**fields), tmp_path)


@pytest.mark.parametrize("_time", range(10))
def test_secrets_that_are_made_as_we_say_are_good_enough(_time, tmp_path):
    for make in (randomness.token_urlsafe, randomness.token_hex):
        cookie, client = make(48), make(16)
        check_secrets(sign_in(cookie_secret=cookie, oidc_client_secret=client), tmp_path)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("base_url", "", "BOB_BASE_URL"),
        ("base_url", "http://bob.example", "BOB_BASE_URL"),
        ("base_url", "bob.example", "BOB_BASE_URL"),
        ("base_url", "https://bob.example/app", "BOB_BASE_URL"),
        ("base_url", "https://bob.example:x", "BOB_BASE_URL"),
        ("base_url", "https://a:b@bob.example", "BOB_BASE_URL"),
        ("base_url", "http://localhost.evil.example", "BOB_BASE_URL"),
        ("oidc_metadata_url", "http://login.example/x", "BOB_OIDC_METADATA_URL"),
        ("oidc_client_id", "", "BOB_OIDC_CLIENT_ID"),
        ("oidc_client_secret", "", "BOB_OIDC_CLIENT_SECRET"),
        ("oidc_client_secret", "Zt5hQw8RkLm2XvB", "BOB_OIDC_CLIENT_SECRET"),
        ("oidc_client_secret", "a" * 40, "BOB_OIDC_CLIENT_SECRET"),
        ("oidc_client_secret", "changeme-changeme", "BOB_OIDC_CLIENT_SECRET"),
        ("oidc_client_secret", "my-client-secret-1", "BOB_OIDC_CLIENT_SECRET"),
        ("oidc_client_secret", "Password123456789", "BOB_OIDC_CLIENT_SECRET"),
        ("cookie_secret", "", "BOB_COOKIE_SECRET"),
        ("cookie_secret", SECRET[:31], "BOB_COOKIE_SECRET"),
        ("cookie_secret", "abcabc" * 8, "BOB_COOKIE_SECRET"),
        (
            "cookie_secret",
            "change-me-please-this-is-a-very-long-cookie-secret",
            "BOB_COOKIE_SECRET",
        ),
        ("cookie_secret", "your_cookie_secret_here_0123456789", "BOB_COOKIE_SECRET"),
    ],
)
def test_what_is_missing_or_weak_is_refused_by_name(field, value, said, tmp_path):
    text = refuse(tmp_path, **{**SIGN_IN, field: value})
    assert said in text
    assert len(value) < 20 or value not in text


def test_one_secret_for_two_things_is_refused(tmp_path):
    both = {**SIGN_IN, "oidc_client_secret": SECRET, "cookie_secret": SECRET}
    assert "BOB_COOKIE_SECRET" in refuse(tmp_path, **both)


@pytest.mark.parametrize("field", ["oidc_client_id", "oidc_client_secret", "cookie_secret"])
def test_half_a_sign_in_is_no_demonstration(field, tmp_path):
    text = refuse(tmp_path, **{field: SIGN_IN[field]})
    assert f"BOB_{field.upper()}" in text
    assert "BOB_OIDC_METADATA_URL" in text
    assert SECRET not in text
    assert CLIENT_SECRET not in text


def test_a_secrets_file_beside_the_program_is_refused(tmp_path):
    file = tmp_path / ".streamlit" / "secrets.toml"
    file.parent.mkdir()
    file.write_text("[auth]\n", "utf-8")
    assert str(file) in refuse(tmp_path)
    assert "BOB_SECRETS_DIR" in refuse(tmp_path)


def test_the_repo_has_no_secrets_file():
    assert not list(ROOT.glob("**/.streamlit/secrets.toml"))


def test_streamlit_is_given_what_it_signs_in_by():
    given = to_streamlit_secrets(sign_in(base_url="https://bob.example:443/"))["auth"]
    assert given["redirect_uri"] == "https://bob.example/oauth2callback"
    assert given["cookie_secret"] == SECRET
    assert given["client_secret"] == CLIENT_SECRET
    assert given["server_metadata_url"] == SIGN_IN["oidc_metadata_url"]


def test_in_a_demonstration_it_is_given_nothing():
    assert to_streamlit_secrets(make_settings()) == {}


def test_secrets_are_read_from_files_in_the_folder_of_secrets(tmp_path, monkeypatch):
    (tmp_path / "BOB_COOKIE_SECRET").write_text(f"{SECRET}\n", "utf-8")
    monkeypatch.setenv("BOB_SECRETS_DIR", str(tmp_path))
    settings.load.cache_clear()
    try:
        assert settings.load().cookie_secret.get_secret_value() == SECRET
    finally:
        settings.load.cache_clear()


def test_a_secret_is_not_shown_with_the_settings():
    assert SECRET not in repr(sign_in())
    assert CLIENT_SECRET not in str(sign_in())


def test_the_app_does_not_start_and_says_why_in_one_line(tmp_path):
    started = [sys.executable, "-m", "streamlit", "run", "app.py"]
    started += ["--server.port", str(free_port())]
    environment = {**os.environ, "BOB_DATA_DIR": str(tmp_path)}
    environment |= {f"BOB_{name.upper()}": value for name, value in SIGN_IN.items()}
    environment |= {"BOB_COOKIE_SECRET": "hemligt"}
    ended = subprocess.run(
        started, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 2
    assert "BOB_COOKIE_SECRET must have 32 characters or more" in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout
    assert "hemligt" not in ended.stderr + ended.stdout


def test_what_is_to_be_open_and_can_not_be_read_stops_the_start(tmp_path):
    environment = {**os.environ, "BOB_DATA_DIR": str(tmp_path), "BOB_OPEN_DATA": "lagforda@stad"}
    ended = subprocess.run(
        [sys.executable, "-m", "uvicorn", "app:app", "--port", str(free_port())],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 2
    assert "Lägesbild bob does not start: BOB_OPEN_DATA: no level stad; choose of" in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout


@pytest.mark.parametrize(
    "token",
    [TOKEN[:-1], "ab" * 20, "change-me-token-" * 3, f"{TOKEN} x", f"{TOKEN}ö", SECRET],
)
def test_a_token_for_metrics_that_is_weak_is_refused(token, tmp_path):
    told = refuse(tmp_path, **SIGN_IN, metrics_token=token)
    assert "BOB_METRICS_TOKEN" in told
    assert token not in told


def test_a_token_for_metrics_is_looked_at_in_a_demonstration_too(tmp_path):
    assert "BOB_METRICS_TOKEN" in refuse(tmp_path, metrics_token=TOKEN[:9])
