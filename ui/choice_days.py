"""Days of an address: the one asked for, and those that it is compared with."""

from datetime import date, timedelta

from geodata.division import FIRST_DAY
from indicators.periods import Quarter
from ui import formats
from words import _


def to_day(text: str | None, today: date) -> tuple[date, str | None]:
    """The day asked for, or today and a sentence about what was wrong."""
    if not text:
        return today, None
    try:
        asked = date.fromisoformat(text)
    except ValueError:
        return today, _(
            "Dagen ”{text}” kunde inte läsas. Skriv den som 2026-11-01. Dagens läge visas."
        ).format(text=text)
    if asked < FIRST_DAY:
        return FIRST_DAY, _(
            "Samverkansstrukturen beslutades {first}. Uppgifter före den dagen finns inte; "
            "läget den dagen visas."
        ).format(first=formats.day(FIRST_DAY))
    if asked > today:
        return today, _("{asked} har inte varit än. Dagens läge visas.").format(
            asked=formats.day(asked)
        )
    return asked, None


def to_previous_quarter_end(day: date) -> date:
    """Last day of the quarter before the day's, never before the structure began."""
    return max(Quarter.of(day).first - timedelta(days=1), FIRST_DAY)


def to_year_before(day: date) -> date:
    """The same day a year before, never before the structure began."""
    leap_day = (day.month, day.day) == (2, 29)
    return max(day.replace(year=day.year - 1, day=28 if leap_day else day.day), FIRST_DAY)
