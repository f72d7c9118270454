"""The kinds of measure of a quarter, explained."""

from functools import partial

from pages import explained_counts, measure_reads
from pages.explained_counts import Place
from pages.explaining import Explain
from pages.measure_shown import Shown


def of_kinds(shown: Shown) -> dict[str, Explain]:
    """Each kind in the shown place: of a quarter, or of its year."""
    place, viewer = shown.place, shown.asked.viewer
    period = shown.periods[0][:4] if shown.is_year else shown.periods[0]
    where = Place(place.level, place.code, place.name, period)
    return {
        entry.name: partial(explained_counts.to_explained, entry, where, rate=False, viewer=viewer)
        for entry in measure_reads.fetch_entries(viewer=viewer).values()
    }
