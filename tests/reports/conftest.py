"""The database that tests of reports read."""

from pathlib import Path

import pytest

from tests.pages.conftest import filled_of_own
from tests.reports.filling import fill
from tests.web.data_folder import filled

__all__ = ["filled", "filled_of_own"]


@pytest.fixture
def reported(filled) -> Path:
    """Four quarters of example reports and their release, for those who only read."""
    return filled(fill)
