"""What there is to choose from on Insatser och mål."""

from data_access.register import fetch_register
from data_access.viewer import Viewer
from pages.resource_reads import to_years
from reporting.register import Listing
from ui.work_choice import Lists


def to_lists(release: int, viewer: Viewer) -> Lists:
    """The register's measures, goals and categories, those that have ended too, and the years that
    the release has resources of."""
    register = fetch_register(viewer=viewer)

    def of(listing: Listing) -> list[str]:
        return list(register.all_of(listing))

    years = to_years(release=release, viewer=viewer)
    return Lists(of(Listing.MEASURE), of(Listing.GOAL), of(Listing.OBSTACLE), years)
