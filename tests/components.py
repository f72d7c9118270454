"""Streamlit looks through every installed package for each page that a test opens, which takes
longer than most pages do."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner


@pytest.fixture(autouse=True, scope="session")
def packages_searched_once() -> Iterator[None]:
    """What it finds is the same for all pages, so it looks once."""
    search = cache(manifest_scanner.scan_component_manifests)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", search)
        yield
