"""The app on the last day of the twenty years: `uvicorn benchmarks.later:app`."""

import clock
from benchmarks.years import LAST

clock.today = lambda: LAST.last  # before the app is made, which asks what day it is

from app import app  # noqa: E402

__all__ = ["app"]
