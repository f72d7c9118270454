"""What the overview asks the data layer for."""

from datetime import date

from data_access.cache import cached
from data_access.establishment import fetch_pieces
from data_access.population import fetch_basis
from data_access.viewer import Viewer
from indicators import coverage
from pages.reads import fetch_status
from ui import overview
from ui.filters import to_within
from ui.population_words import young_basis


@cached
def fetch_headline(
    on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> overview.Headline:
    """The overview's figures for the day, within a polisregion and a län if chosen."""
    status = to_within(fetch_status("steg", "lpo", on, viewer=viewer), "lpo", region, lan)
    pieces = fetch_pieces(on, viewer=viewer)
    pieces = pieces[pieces["polisregion"] == region] if region else pieces
    pieces = pieces[pieces["lan"] == lan] if lan else pieces
    established = status["stage"] == "etablerat"
    prioritised = coverage.share_of_prioritised_covered(pieces).sum(numeric_only=True)
    young = pieces["young"].sum()
    basis = fetch_basis(on, viewer=viewer)
    return overview.Headline(
        areas=len(status),
        established=int(established.sum()),
        missing=int(status["stage"].isna().sum()),
        prioritised=int(prioritised["counted_over"]),
        prioritised_established=int(prioritised["covered"]),
        share_young=pieces.loc[pieces["covered"], "young"].sum() / young if young else float("nan"),
        young_basis=young_basis(basis.young_status, basis.young_as_of),
        regions=status["polisregion"].nunique(),
        regions_with=status.loc[established, "polisregion"].nunique(),
    )
