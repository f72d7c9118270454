"""What the search finds, put together once per picture and scope when it is first asked."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.frames import swedish
from data_access.history import fetch_recent
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY, LEVELS, division_starts
from indicators.finding import Findable
from indicators.periods import period_name
from pages.example_reads import fetch_examples
from ui import formats
from ui.example_choice import FIELDS, LONGEST
from ui.palette import stage_label
from ui.place_words import level_name
from ui.search import AREA, COUNCIL, EXAMPLE, PLACE, Hit
from words import _

Found = tuple[Findable[Hit], ...]
Row = Mapping[str, Any]
_NO_PLACE: tuple[tuple[str, str | None], ...] = tuple((name, None) for name in PLACE)


@cached
def fetch_places(on: date, today: date, *, viewer: Viewer) -> Found:
    """Every area on the day, and those of other days until today, each on a day when it was."""
    seen: dict[str, tuple[str, int, Findable[Hit]]] = {}
    for day in _to_days(on, today):
        areas = fetch_areas(day, viewer=viewer)
        names = dict(zip(areas["code"], areas["name"], strict=True))
        for row in areas[~areas["code"].isin(list(seen))].to_dict("records"):
            place = _to_place(row, names, None if day == on else day)
            seen[row["code"]] = (swedish(row["name"]), LEVELS.index(row["level"]), place)
    return tuple(place for *_order, place in sorted(seen.values(), key=lambda one: one[:2]))


def _to_days(on: date, today: date) -> list[date]:
    """The day, then the first of the newest division and the last of those before it."""
    known = {start for level in LEVELS for start in division_starts(level) if start <= today}
    starts = sorted(known, reverse=True)
    ends = [start - timedelta(days=1) for start in starts if start > FIRST_DAY]
    return list(dict.fromkeys([on, max(starts[0], FIRST_DAY), *ends]))


def _to_place(row: Row, names: Mapping[str, str], day: date | None) -> Findable[Hit]:
    level = level_name(row["level"])
    above = names.get(row["parent"] or "", "") if row["level"] not in ("polisregion", "lan") else ""
    other = _("visas {day}").format(day=formats.day(day)) if day else ""
    asked = (*_NO_PLACE, ("omrade", row["code"]))
    if day:
        asked = (*asked, ("dag", day.isoformat()))
    note = " · ".join(filter(None, (level, above, other)))
    hit = Hit(AREA, row["name"], note, "omrade", asked)
    return Findable(hit, (row["name"],), (row["code"],), (level, above))


@cached
def fetch_councils(on: date, *, viewer: Viewer) -> Found:
    """Every council that something has happened to by the day: its stage and its areas."""
    events = fetch_recent(FIRST_DAY - timedelta(days=1), on, viewer=viewer)
    newest = events.drop_duplicates(["council", "codes"]).to_dict("records")
    ordered = sorted(newest, key=lambda row: swedish(row["council"]))
    return tuple(_to_council(row) for row in ordered)


def _to_council(row: Row) -> Findable[Hit]:
    asked = (*_NO_PLACE, ("omrade", row["codes"].split()[0]))
    note = " · ".join((stage_label(row["stage"]), row["names"]))
    hit = Hit(COUNCIL, row["council"], note, "omrade", asked)
    return Findable(hit, (row["council"],), texts=(row["names"], stage_label(row["stage"])))


@cached
def fetch_good(on: date, *, release: int, viewer: Viewer) -> Found:
    """Every good example of the release that is told up to the day, the newest first."""
    found = fetch_examples(on, release=release, viewer=viewer).to_dict("records")
    return tuple(_to_example(row) for row in found)


def _to_example(row: Row) -> Findable[Hit]:
    told = (row["beskrivning"], row["framgang"], *(row[f"{name}_name"] for name in FIELDS))
    texts = (row["place"], *(text for text in told if isinstance(text, str)))
    note = " · ".join((row["place"], period_name(row["period"])))
    asked = (*_NO_PLACE, ("sok", " ".join(row["rubrik"].split())[:LONGEST]))
    hit = Hit(EXAMPLE, row["rubrik"], note, "exempel", asked)
    return Findable(hit, (row["rubrik"],), texts=texts)
