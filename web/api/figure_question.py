"""What is asked of a release's figures, read from an address and checked."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from data_access.releases import Release
from indicators.protection.names import TOTAL
from reporting.register import Entry, Split
from web.api import places
from web.api.asked import Asked
from web.api.asking import refuse
from web.api.parameters import wrong
from web.api.problems import Problem
from web.api.released import find_entry, find_release
from words import _

LEVEL = "lpo"
QUARTER, YEAR = "kvartal", "ar"
BEFORE, AFTER = date(2000, 1, 1), date(2100, 12, 31)


class Question(NamedTuple):
    """What is asked of a release. `areas` () = all; the days are those of the first and last
    period, open where none is given."""

    release: Release
    entry: Entry
    level: str
    areas: tuple[str, ...]
    sexes: tuple[str, ...]
    ages: tuple[str, ...]
    by: str
    first: date
    last: date


def to_question(asked: Asked) -> Question:
    """What is asked, checked. Raises Problem."""
    values, viewer = asked.values, asked.asker.viewer
    release = find_release(values["utgava"], viewer)
    entry = find_entry(values["indikator"], viewer)
    codes = values.get("omrade", ())
    level = places.to_level(codes, values.get("niva"), LEVEL)
    if not viewer.sees_entry(entry.code, level):
        raise refuse(asked.asker, places.say_entry(entry.code, level))
    first, last = to_days(values)
    places.check_areas(codes, level, first, last, asked.asker)
    sexes, ages = values.get("kon", (TOTAL,)), values.get("alder", (TOTAL,))
    if entry.split is Split.NONE and {*sexes, *ages} != {TOTAL}:
        raise Problem("ingen-uppdelning", _("Den finns bara totalt, inte efter kön och ålder."))
    by = values.get("tid", QUARTER)
    return Question(release, entry, level, codes, sexes, ages, by, first, last)


def to_days(values: Mapping[str, Any]) -> tuple[date, date]:
    """First and last day that are asked for. Raises Problem when they are turned around."""
    first = values["fran"][0].first if "fran" in values else BEFORE
    last = values["till"][1].last if "till" in values else AFTER
    if first > last:
        raise wrong("fran", _("får inte vara senare än till"))
    return first, last


def check_seen(question: Question, asked: Asked) -> None:
    """Raises Problem when the asker sees no area of the level: an answer without rows would look
    as if there were no figures."""
    rows = [row for row in places.to_known().values() if row["level"] == question.level]
    if not places.sees_any(rows, question.first, question.last, asked.asker.viewer):
        raise refuse(asked.asker, places.say_level(question.level))
