"""What day it is: in Sweden, wherever the server is and whatever its own clock is set to."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Stockholm")


def today() -> date:
    """Today's date in Sweden."""
    return datetime.now(ZONE).date()


def day_of(at: datetime) -> date:
    """The day in Sweden of a moment, which has a time zone."""
    return at.astimezone(ZONE).date()


def begin(day: date) -> datetime:
    """The day's first moment in Sweden."""
    return datetime.combine(day, time(), ZONE)
