"""People of a provider, and a server that they sign in to."""

import json
import secrets
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.copied import Copied
from tests.provider import Provider
from tests.served import Served, free_port
from tests.web.data_folder import copy_to
from web.cookies import NAME

PEOPLE: dict[str, dict[str, Any]] = {
    "lasse": {"bob_role": "lasare", "bob_areas": ["se"]},
    "rut": {"bob_role": "rapportor", "bob_areas": "se", "bob_reports": "lpo-lulea-boden"},
    "regina": {
        "bob_role": ["offline_access", "regional-samordnare"],
        "bob_areas": "pr-nord",
        "bob_reports": "pr-nord",
    },
    "nils": {"bob_role": "nationell-samordnare", "bob_areas": "se"},
    "ada": {"bob_role": "administrator"},
    "nora": {"bob_role": "lasare", "bob_areas": "pr-nord"},
    "ingen": {"email": "ingen@example.test"},
}


def serve_guarded(folder: Path, provider: Provider, **more: str) -> Served:
    port = free_port()
    environment = {
        "BOB_BASE_URL": f"http://127.0.0.1:{port}",
        "BOB_OIDC_METADATA_URL": provider.metadata_url,
        "BOB_OIDC_CLIENT_ID": "lagesbild-bob",
        "BOB_OIDC_CLIENT_SECRET": secrets.token_urlsafe(32),
        "BOB_COOKIE_SECRET": secrets.token_urlsafe(48),
        "BOB_EXAMPLE_DATA": "true",
    }
    return Copied(copy_to(folder), environment=environment | more, port=port).start()


def let_in(context: BrowserContext, served: Served, who: str, ago: float = 0) -> None:
    """Give the browser the cookie of somebody whom the provider let in so many seconds ago, signed
    as the server does."""
    context.request.get(served.address + "/_stcore/health")  # gives the cookie that goes with it
    claims = {
        **PEOPLE[who],
        "sub": who,
        "iss": "http://127.0.0.1",
        "iat": int(time.time() - ago),
        "origin": served.address,
        "is_logged_in": True,
    }
    value = create_signed_value(served.environment["BOB_COOKIE_SECRET"], NAME, json.dumps(claims))
    context.add_cookies([{"name": NAME, "value": value.decode(), "url": served.address}])
