"""What the overview asks the data layer for."""

from datetime import date

from data_access.cache import cached
from data_access.establishment import fetch_pieces
from data_access.viewer import Viewer
from indicators import coverage
from pages.reads import to_young_basis
from ui import overview_words


@cached
def fetch_headline(
    on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> overview_words.Headline:
    """The overview's figures for the day, within a polisregion and a län if chosen."""
    pieces = coverage.within(fetch_pieces(on, viewer=viewer), region, lan)
    counts = coverage.count_whole(pieces)
    areas, prioritised = counts["omraden"], counts["prioriterade"]
    return overview_words.Headline(
        areas=areas.counted_over,
        established=areas.covered,
        partly=areas.partly,
        missing=int((pieces.groupby("lpo")["stage"].count() == 0).sum()),
        prioritised=prioritised.counted_over,
        prioritised_established=prioritised.covered,
        share_young=counts["unga"].share,
        young_basis=to_young_basis(on, viewer),
        regions=pieces["polisregion"].nunique(),
        regions_with=pieces.loc[pieces["covered"], "polisregion"].nunique(),
    )
