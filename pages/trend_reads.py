"""Series of released figures as Trender shows them, put together once per release and scope."""

import itertools
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

import clock
from data_access.areas import fetch_area
from data_access.cache import cached
from data_access.register import fetch_register, list_versions
from data_access.released_rates import fetch_rates
from data_access.viewer import Viewer
from indicators.periods import Quarter
from indicators.signals.breaks import Break
from pages.trend_every_reads import with_period
from reporting.register import Entry, Listing
from ui.trend_choice import QUARTER, TOTAL

DIVISION, RULE = "indelning", "rakneregel"


class Cut(NamedTuple):
    """A break of a series, and what to say of it: (code, name) of each area before, or the
    version of the register's entry."""

    at: Break
    before: tuple[tuple[str, str], ...] = ()
    version: int = 0


@cached
def fetch_series(
    entry: str,
    level: str,
    sex: str,
    age: str,
    by: str,
    listing: str = str(Listing.INDICATOR),
    *,
    release: int,
    viewer: Viewer,
) -> pd.DataFrame:
    """Every area of the level in order of time: what `fetch_rates` gives of that sex and age (the
    total, or one of them), with period (`2026K3` or `2026`) and incomplete (bool)."""
    asked = (("quarter", by == QUARTER), ("sex", sex != TOTAL), ("age_group", age != TOTAL))
    split = tuple(name for name, wanted in asked if wanted)
    found = fetch_rates(listing, entry, level, split, release=release, viewer=viewer)
    kept = found[(found["sex"] == sex) & (found["age_group"] == age)].reset_index(drop=True)
    return with_period(kept, by)


def fetch_entries(*, viewer: Viewer) -> dict[str, Entry]:
    """Code → youth indicator of the register, in its order, those that have ended too."""
    return fetch_register(viewer=viewer).all_of(Listing.INDICATOR)


@cached
def fetch_rule_cuts(entry: str, *, viewer: Viewer) -> tuple[Cut, ...]:
    """Where an indicator began to be counted in another way: the quarter in which its definition,
    unit or counting rule was changed in the register."""
    newest = fetch_entries(viewer=viewer).get(entry)
    if newest is None or newest.version == 1:
        return ()
    versions = list(reversed(list_versions(Listing.INDICATOR, entry, viewer=viewer)))
    cuts = []
    for before, after in itertools.pairwise(versions):
        if _to_rule(before.entry) != _to_rule(after.entry):
            quarter = Quarter.of(clock.day_of(after.recorded_at))
            cuts.append(Cut(Break(quarter, RULE), version=after.entry.version))
    return tuple(cuts)


def _to_rule(entry: Entry) -> tuple[str, str, str]:
    return entry.definition, entry.unit, entry.counting_rule


def to_division_cut(code: str, on: date, *, viewer: Viewer) -> Cut | None:
    """Where the area began out of others; None if it always was."""
    area = fetch_area(code, on, viewer=viewer)
    if not area.predecessors:
        return None
    day = area.valid_from - timedelta(days=1)
    before = ((one, fetch_area(one, day, viewer=viewer).name) for one in area.predecessors)
    return Cut(Break(Quarter.of(area.valid_from), DIVISION), tuple(before))
