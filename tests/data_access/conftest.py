"""The long fuzz here too: `--hypothesis-profile=long`."""

import tests.reporting.conftest  # noqa: F401 - registers it
