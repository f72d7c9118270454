"""Goals and outcomes, and how each goal stands in each region."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from data_access.areas import fetch_areas
from data_access.cache import cached
from data_access.goals import fetch_goals
from data_access.register import fetch_register
from data_access.released_reports import fetch_reports
from data_access.viewer import Viewer
from indicators.goals import Outcomes, Terms, Verdict, judge, to_terms_on
from indicators.periods import Quarter
from pages.goal_counted_reads import fetch_counted
from reporting.register import Entry, Listing, Polarity

_HIGHER = {Polarity.HIGHER_BETTER: True, Polarity.LOWER_BETTER: False}


class Told(NamedTuple):
    """What a region itself says of a goal in its newest report: its judgement and its words."""

    judgement: str | None
    text: str | None


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
def fetch_standings(on: date, *, release: int, viewer: Viewer) -> tuple[Standing, ...]:
    """Every goal of the register that holds on the day in every region that the viewer knows, from
    the release's outcomes of quarters that are over."""
    terms = to_terms_on(fetch_goals(viewer=viewer), on)
    outcomes, told = _to_reported(on, release, viewer)
    regions = fetch_areas(on, "polisregion", viewer=viewer)["code"]
    found = (
        _to_standing(entry, terms.get(entry.code), region, on, outcomes, told)
        for entry in fetch_register(viewer=viewer).of(Listing.GOAL, on)
        for region in regions
    )
    return tuple(one._replace(counted=_to_counted(one, release, viewer)) for one in found)


def _to_counted(standing: Standing, release: int, viewer: Viewer) -> int | None:
    quarter = standing.verdict.quarter
    if quarter is None:
        return None
    goal = standing.entry.code
    counted = fetch_counted(goal, quarter, release=release, viewer=viewer)
    return counted.get(standing.region)


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


def _to_reported(
    on: date, release: int, viewer: Viewer
) -> tuple[Mapping[tuple[str, str], Outcomes], dict[tuple[str, str], Told]]:
    """(goal, region) → its outcomes, and what was said last, of quarters that are over."""
    outcomes: dict[tuple[str, str], dict[Quarter, float]] = defaultdict(dict)
    told = {}
    rows = fetch_reports("mal", release=release, viewer=viewer)
    for row in rows.astype(object).where(rows.notna(), None).to_dict("records"):
        of, quarter = (row["mal"], row["area"]), Quarter.parse(row["period"])
        if quarter.last > on:
            continue
        told[of] = Told(row["bedomning"], row["beskrivning"])  # in order of time: the last stays
        if row["utfall"] is not None:
            outcomes[of][quarter] = float(row["utfall"])
    return outcomes, told
