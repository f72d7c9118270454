"""The day it is, and choices moved to another day."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ui import formats
from ui.choice import Choice


def today() -> date:
    """Today's date in Sweden, wherever the server is."""
    return datetime.now(ZoneInfo(formats.ZONE)).date()


def on_day(choice: Choice, day: date) -> Choice:
    """The same choice on another day."""
    return replace(choice, day=day)
