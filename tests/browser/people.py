"""People of a provider, and a server that they sign in to."""

import secrets
from pathlib import Path
from typing import Any

from tests.provider import Provider
from tests.served import Served, free_port
from tests.web.data_folder import copy_to

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
    return Served(copy_to(folder), environment=environment | more, port=port).start()
