"""The long fuzz here too: `--hypothesis-profile=long`; and data that is made once."""

import tests.reporting.conftest  # noqa: F401 - registers it
from tests.web.data_folder import filled

__all__ = ["filled"]
