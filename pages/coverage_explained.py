"""The shares of Täckning, explained."""

from indicators.coverage import SHARES
from pages import coverage_reads, explained_events
from pages.coverage_asked import Asked
from pages.explaining import Explain
from ui import coverage_words, formats
from ui.coverage_choice import measure_name
from words import _


def of_shares(asked: Asked) -> dict[str, Explain]:
    """Each share of the choice on its day."""
    counts = coverage_reads.fetch_counts(asked.choice.day, *asked.within, viewer=asked.viewer)
    told = {}
    for measure in SHARES:
        covered, over = counts[measure].covered, counts[measure].counted_over
        basis = _("Täljare {n}, nämnare {of}").format(
            n=formats.number(covered), of=formats.number(over)
        )
        value = formats.share(covered / over) if over else _("inget att räkna på")
        told[measure_name(measure)] = (value, coverage_words.definition(measure), basis)
    return explained_events.to_all(told, asked.choice, asked.viewer)
