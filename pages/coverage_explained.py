"""The shares of Täckning, explained."""

from datetime import date
from functools import partial

from indicators.coverage import SHARES, Count
from pages import coverage_reads, explained_events, reads
from pages.coverage_asked import Asked
from pages.explaining import Explain
from ui import coverage_words, formats
from ui.choice import Choice
from ui.coverage_choice import YOUNG, measure_name
from ui.explain import Explained
from words import _


def of_shares(asked: Asked) -> dict[str, Explain]:
    """Each share of the choice on its day."""
    return {measure_name(one): partial(of_choice, asked, one, asked.choice.day) for one in SHARES}


def of_choice(asked: Asked, measure: str, day: date) -> Explained:
    """A share of the choice on a day."""
    counts = coverage_reads.fetch_counts(day, *asked.within, viewer=asked.viewer)
    return of_count(asked, measure, counts[measure], asked.counted(day))


def of_count(asked: Asked, measure: str, count: Count, choice: Choice) -> Explained:
    """A share that is counted; `choice` has its day, and its group where it is of one."""
    basis = _("Täljare {n}, nämnare {of}").format(
        n=formats.number(count.covered), of=formats.number(count.counted_over)
    )
    if measure == YOUNG:
        basis = f"{basis}. {reads.to_young_basis(choice.day, asked.viewer)}"
    value = formats.share(count.share) if count.counted_over else coverage_words.nothing_of(measure)
    definition = coverage_words.definition(measure)
    told = explained_events.to_explained(
        measure_name(measure), value, definition, basis, choice, asked.viewer
    )
    return told._replace(period=f"{asked.place} · {told.period}")
