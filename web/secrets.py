"""The secrets of sign-in: checked before anything is served, and handed to Streamlit.

They come from the environment or from files in BOB_SECRETS_DIR, never from a file beside the
program, where they would end up in a copy of it.
"""

import os
import re
import sys
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from settings import ROOT, Settings
from web.hosts import is_loopback_url, to_origin
from web.open_data import BadOpenData, check_addresses, to_open

LEAST_CLIENT_SECRET = 16
LEAST_COOKIE_SECRET = 32
LEAST_METRICS_TOKEN = 32
LEAST_DIFFERENT = 10
_STREAMLITS_FILE = Path(".streamlit") / "secrets.toml"
_HOW = "Make one by: python -c 'import secrets; print(secrets.token_urlsafe(48))'"
# Words of which examples, defaults and lazy secrets are made
_GUESSED = re.compile(
    r"secrets?|pass(word|wd|phrase)?|losenord|lösenord|hemlig(het)?|change|replace|me|please|your"
    r"|my|our|the|client|cookie|oidc|oauth2?|default|example|exempel|demo|test|dummy|admin|bob"
    r"|lagesbild|streamlit|key|nyckel|token|random|string|here|long|very|super|todo|xxx+"
    r"|qwerty|asdf|abc(def)?|0?123(4(5(6(7(89?)?)?)?)?)?0?|[^a-zåäö0-9]",
)


class WeakSecrets(ValueError):
    """The settings of sign-in are missing, weak or contradict each other. Says which to set."""


def check_secrets(settings: Settings, folder: Path = ROOT) -> None:
    """Raises WeakSecrets, never with a secret in the text, for what must not be served with."""
    for place in {folder, Path.cwd()}:
        if (place / _STREAMLITS_FILE).exists():
            raise WeakSecrets(
                f"{place / _STREAMLITS_FILE} exists. Secrets are read from the environment or "
                "from files in BOB_SECRETS_DIR only: move them there and remove the file"
            )
    _check_base_url(settings.base_url)
    _check_metrics_token(settings)
    if settings.signs_in:
        _check_sign_in(settings)
    else:
        _check_demonstration(settings)


def start_or_explain(settings: Settings) -> None:
    """`check_secrets`, and whether what is to be open can be understood, ending the program with
    one line on standard error and status 2."""
    try:
        check_secrets(settings)
        to_open(settings.open_data)
        check_addresses(settings)
    except (WeakSecrets, BadOpenData) as error:
        end(str(error))


def to_streamlit_secrets(settings: Settings) -> dict[str, Any]:
    """The `[auth]` section that Streamlit signs in by; empty in a demonstration."""
    if not settings.signs_in:
        return {}
    return {
        "auth": {
            "redirect_uri": f"{to_origin(settings.base_url)}/oauth2callback",
            "cookie_secret": settings.cookie_secret.get_secret_value(),
            "client_id": settings.oidc_client_id,
            "client_secret": settings.oidc_client_secret.get_secret_value(),
            "server_metadata_url": settings.oidc_metadata_url,
            "client_kwargs": {"scope": "openid profile", "prompt": "select_account"},
        }
    }


def end(reason: str, *, at_once: bool = False) -> NoReturn:
    """End the program with one line on standard error and status 2; `at_once` where the server
    would catch an exception and tell it as a fault of ours."""
    print(f"Lägesbild bob does not start: {reason}.", file=sys.stderr, flush=True)
    if at_once:
        os._exit(2)
    raise SystemExit(2)


def _check_base_url(url: str) -> None:
    if not url:
        return
    try:
        is_plain = bool(to_origin(url)) and urlsplit(url).path in ("", "/")
    except ValueError:  # a port that is no number
        is_plain = False
    parts = urlsplit(url)
    if not is_plain or parts.query or parts.fragment or parts.username or parts.password:
        raise WeakSecrets("BOB_BASE_URL must be https, host and maybe port, with no path")


def _check_sign_in(settings: Settings) -> None:
    if not settings.base_url:
        raise WeakSecrets("BOB_BASE_URL must be set with sign-in: people are sent back there")
    for name, url in (
        ("BOB_BASE_URL", settings.base_url),
        ("BOB_OIDC_METADATA_URL", settings.oidc_metadata_url),
    ):
        is_safe = url.startswith("https://") or (to_origin(url) and is_loopback_url(url))
        if not is_safe:
            raise WeakSecrets(f"{name} must begin with https://")
    if not settings.oidc_client_id:
        raise WeakSecrets("BOB_OIDC_CLIENT_ID must be set with sign-in")
    client = settings.oidc_client_secret.get_secret_value()
    cookie = settings.cookie_secret.get_secret_value()
    _check_secret("BOB_OIDC_CLIENT_SECRET", client, LEAST_CLIENT_SECRET)
    _check_secret("BOB_COOKIE_SECRET", cookie, LEAST_COOKIE_SECRET)
    if client == cookie:
        raise WeakSecrets(f"BOB_COOKIE_SECRET must not be the client secret. {_HOW}")


def _check_metrics_token(settings: Settings) -> None:
    token = settings.metrics_token.get_secret_value()
    if not token:
        return
    _check_secret("BOB_METRICS_TOKEN", token, LEAST_METRICS_TOKEN)
    if not re.fullmatch(r"[A-Za-z0-9._~+/-]+=*", token):
        raise WeakSecrets(f"BOB_METRICS_TOKEN has signs that a header can't carry. {_HOW}")
    others = (settings.cookie_secret, settings.oidc_client_secret, settings.protection_key)
    if any(token == other.get_secret_value() for other in others):
        raise WeakSecrets(f"BOB_METRICS_TOKEN must not be another of the secrets. {_HOW}")


def _check_secret(name: str, secret: str, least: int) -> None:
    if not secret:
        raise WeakSecrets(f"{name} must be set with sign-in")
    if len(secret) < least:
        raise WeakSecrets(f"{name} must have {least} characters or more. {_HOW}")
    if len(set(secret)) < min(LEAST_DIFFERENT, least // 2):
        raise WeakSecrets(f"{name} repeats few characters. {_HOW}")
    if len(_GUESSED.sub("", secret.lower())) < least // 2:
        raise WeakSecrets(f"{name} can be guessed: it is made of usual words. {_HOW}")


def _check_demonstration(settings: Settings) -> None:
    given = {
        "BOB_OIDC_CLIENT_ID": settings.oidc_client_id,
        "BOB_OIDC_CLIENT_SECRET": settings.oidc_client_secret.get_secret_value(),
        "BOB_COOKIE_SECRET": settings.cookie_secret.get_secret_value(),
    }
    names = [name for name, value in given.items() if value]
    if names:
        raise WeakSecrets(
            f"sign-in is half configured: {', '.join(names)} without BOB_OIDC_METADATA_URL. "
            "Set it, or remove the others for a demonstration"
        )
