"""The database that tests of reports read."""

from pathlib import Path

import pytest

from tests.reports.filling import fill
from tests.web.data_folder import filled

__all__ = ["filled"]


@pytest.fixture
def reported(filled) -> Path:
    """Five quarters of example reports and their release, for those who only read."""
    return filled(fill)
