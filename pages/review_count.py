"""How complete and punctual the reports are, and who is late."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages import export, review_reads
from ui import csv_file, review_late, review_measures
from ui.review_search import MEASURES, Search
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
    _show_download(_("Ladda ner tabellen (CSV)"), "fullstandighet", table, search, viewer)
    late = within[within["late"] & (within["period"] == str(last))]
    review_late.show_late(late, str(last))
    if not late.empty:
        table = review_late.to_late_table(late)
        _show_download(_("Ladda ner de sena (CSV)"), "sena", table, search, viewer)


def _show_download(
    label: str, name: str, table: pd.DataFrame, search: Search, viewer: Viewer
) -> None:
    today = date.today().isoformat()

    def make() -> bytes:
        lines = [[_("Lägesbild bob"), _("Granska och publicera")], [_("Hämtad"), today]]
        if viewer.example:
            lines.append([_("EXEMPELDATA"), _("Påhittade uppgifter, använd inte som fakta")])
        return csv_file.to_csv(table, lines)

    st.download_button(
        label,
        export.to_maker(make, viewer, f"granska, {name}", search.told),
        file_name=f"rapportering-{name}-{today}{'-exempel' if viewer.example else ''}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"granska_csv_{name}",
    )
