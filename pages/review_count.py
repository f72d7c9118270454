"""How complete and punctual the reports are, and who is late."""

from collections.abc import Mapping

import pandas as pd

import clock
from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages import review_reads, sheets
from ui import review_late, review_measures
from ui.review_search import MEASURES, Search
from ui.sheet import Sheet, to_about
from words import _


def show_measures(
    search: Search,
    reports: pd.DataFrame,
    default: Quarter,
    regions: Mapping[str, str],
    viewer: Viewer,
) -> None:
    """Completeness and punctuality over time, and who is late for one period."""
    last = search.period or default
    within = review_reads.to_selected(
        reports, Search(MEASURES, region=search.region, kind=search.kind)
    )
    owed = review_reads.to_recent(within, last)
    review_measures.show(
        review_reads.count(owed, "period"),
        review_reads.count(owed, "region", "period"),
        review_reads.count(owed, "kind", "period"),
        regions,
    )
    counts = review_reads.count(owed, "region", "kind", "period")
    table = review_measures.to_csv_table(counts, regions)
    beside = review_measures.to_beside(table)
    _show_files(
        _("Fullständighet"), "fullstandighet", Sheet(table, "", (), 3, beside), search, viewer
    )
    late = within[within["late"] & (within["period"] == str(last))]
    review_late.show_late(late, str(last))
    if not late.empty:
        table = review_late.to_late_table(late)
        _show_files(
            _("Sena rapporter"),
            "sena",
            Sheet(table, "", (), 2, review_late.to_beside()),
            search,
            viewer,
        )


def _show_files(label: str, name: str, one: Sheet, search: Search, viewer: Viewer) -> None:
    today = clock.today()
    about = to_about(
        _("Granska och publicera"),
        label,
        today,
        _("Rapporter som är inlämnade eller godkända, av dem som ska lämnas, och när de kom."),
        _("Inlämnade rapporter"),
        example=viewer.example,
    )
    mark = "-exempel" if viewer.example else ""
    sheets.show_file(
        one._replace(told=label, about=about),
        f"rapportering-{name}-{today}{mark}",
        page=f"granska, {name}",
        viewer=viewer,
        label=_("Ladda ner: {what}").format(what=label),
        told=search.told,
    )
