"""The app on the last day of the example data's story: `uvicorn tests.on_day:app`."""

import clock
from data_access.example import LAST

clock.today = lambda: LAST  # before the app is made, which asks what day it is

from app import app  # noqa: E402

__all__ = ["app"]
