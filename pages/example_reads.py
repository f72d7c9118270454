"""Good examples and needs of competence as their page shows them."""

from datetime import date

import pandas as pd

from data_access.cache import cached
from data_access.register import fetch_register
from data_access.released_reports import fetch_reports
from data_access.viewer import Viewer
from geodata.division import load_areas
from indicators.periods import Quarter
from pages import within_reads
from pages.reads import fetch_names
from pages.work_regions import to_regions
from reporting.register import Listing
from ui.choice import Choice
from words import _

LEVELS = ("lpo", "polisregion")  # of those who tell of them
NAMED = {"metod": Listing.METHOD, "malgrupp": Listing.TARGET, "evidens": Listing.EVIDENCE}


@cached
def fetch_examples(on: date, *, release: int, viewer: Viewer) -> pd.DataFrame:
    """Every good example that is told up to the day, the newest first: area, place (its name),
    period, rubrik, metod, malgrupp, evidens (codes or None), and the same with `_name`,
    beskrivning, framgang. Of an area's same heading the newest."""
    found = _to_told(fetch_reports("exempel", release=release, viewer=viewer), on)
    register = fetch_register(viewer=viewer)
    for field, listing in NAMED.items():
        found[f"{field}_name"] = found[field].map(register.names(listing)).astype(object)
    return found.drop_duplicates(["area", "rubrik"], keep="first", ignore_index=True)


@cached
def fetch_needs(on: date, *, release: int, viewer: Viewer) -> pd.DataFrame:
    """Every need of competence that is told up to the day, the newest first: area, place, period,
    behov, gjort. Of an area's same need the newest."""
    found = _to_told(fetch_reports("kompetens", release=release, viewer=viewer), on)
    return found.drop_duplicates(["area", "behov"], keep="first", ignore_index=True)


def _to_told(found: pd.DataFrame, on: date) -> pd.DataFrame:
    areas = load_areas()  # also those that are no longer there
    names = areas["name"].where(areas["level"] != "polisregion", _("Polisregion ") + areas["name"])
    places = dict(zip(areas["code"], names, strict=True))
    begun = found[found["period"] <= str(Quarter.of(on))]
    told = begun.assign(place=begun["area"].map(places).astype("str"))
    return told.sort_values(["period", "place"], ascending=[False, True], ignore_index=True)


def to_inside(found: pd.DataFrame, choice: Choice, viewer: Viewer) -> pd.DataFrame:
    """Those of the chosen area and of what lies in it; else of the areas within the chosen region
    and län, and of the region itself."""
    inside = _fetch_within(choice, choice.day, viewer)
    if inside is None:
        return found
    return found[found["area"].isin(inside | _to_ceased(found, choice, viewer))]


def to_needs_inside(found: pd.DataFrame, choice: Choice, viewer: Viewer) -> pd.DataFrame:
    """The same, and those of the region that it all lies in: needs are told by region."""
    inside = _fetch_within(choice, choice.day, viewer)
    if inside is None:
        return found
    return found[found["area"].isin({*inside, *to_regions(choice, viewer).names})]


def _to_ceased(found: pd.DataFrame, choice: Choice, viewer: Viewer) -> frozenset[str]:
    """The areas that told and are no longer there, which lay within the choice when they told."""
    if choice.area:
        return frozenset()
    here = {code for names in fetch_names(choice.day, viewer=viewer).values() for code in names}
    gone = found.loc[~found["area"].isin(here), ["area", "period"]]
    inside = {
        period: _fetch_within(choice, Quarter.parse(period).last, viewer) or frozenset()
        for period in gone["period"].unique()
    }
    rows = gone.itertuples(index=False)
    return frozenset(row.area for row in rows if row.area in inside[row.period])


def _fetch_within(choice: Choice, on: date, viewer: Viewer) -> frozenset[str] | None:
    asked = (on, choice.region, choice.lan, choice.area)
    return within_reads.fetch_within(LEVELS, *asked, viewer=viewer)
