"""The day it is, and choices moved to another day."""

from dataclasses import replace
from datetime import date

from ui.choice import Choice


def today() -> date:
    """Today's date where the server is."""
    return date.today()


def on_day(choice: Choice, day: date) -> Choice:
    """The same choice on another day."""
    return replace(choice, day=day)
