"""Example data that is only read, in a folder of the session's own."""

from tests.web.data_folder import example_data

__all__ = ["example_data"]
