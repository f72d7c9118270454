"""Example data that is only read, in a folder of the session's own."""

from tests.components import packages_searched_once
from tests.web.data_folder import example_data

__all__ = ["example_data", "packages_searched_once"]
