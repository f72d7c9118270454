"""Goals and outcomes, and how each goal stands in each region."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.goals import fetch_goals
from data_access.register import fetch_register
from data_access.viewer import Viewer
from indicators.goals import Outcomes, Terms, Verdict, judge, to_terms_on
from pages.goal_counted_reads import fetch_counted
from pages.goal_told_reads import Told, to_reported
from reporting.register import Entry, Listing, Polarity

_HIGHER = {Polarity.HIGHER_BETTER: True, Polarity.LOWER_BETTER: False}


class Standing(NamedTuple):
    """A goal in a region: the register's entry, its terms (None when it has none), how it stands,
    all outcomes, what the region itself says, and what is counted here of the newest outcome's
    quarter (None = it is not)."""

    entry: Entry
    terms: Terms | None
    region: str
    verdict: Verdict
    outcomes: Outcomes
    told: Told
    counted: int | None = None


@cached
def fetch_standings(
    on: date, known_on: date | None = None, *, release: int, viewer: Viewer
) -> tuple[Standing, ...]:
    """Every goal of the register that holds on the day in every region that the viewer knows, from
    the release's outcomes of quarters that are over; councils as known on `known_on` (None = now).
    """
    terms = to_terms_on(fetch_goals(viewer=viewer), on)
    outcomes, told = to_reported(on, release, viewer)
    regions = fetch_areas(on, "polisregion", viewer=viewer)["code"]
    found = (
        _to_standing(entry, terms.get(entry.code), region, on, outcomes, told)
        for entry in fetch_register(viewer=viewer).of(Listing.GOAL, on)
        for region in regions
    )
    count = partial(fetch_counted, known_on=known_on, release=release, viewer=viewer)
    return tuple(
        one._replace(counted=count(one.entry.code, one.verdict.quarter).get(one.region))
        for one in found
    )


def _to_standing(
    entry: Entry,
    terms: Terms | None,
    region: str,
    on: date,
    outcomes: Mapping[tuple[str, str], Outcomes],
    told: Mapping[tuple[str, str], Told],
) -> Standing:
    of = (entry.code, region)
    own = outcomes.get(of, {})
    verdict = judge(terms, own, on, _HIGHER.get(entry.polarity))
    return Standing(entry, terms, region, verdict, own, told.get(of, Told(None, None)))
