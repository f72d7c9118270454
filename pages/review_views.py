"""The views of Granska: what is to be reviewed, who has sent what, and how complete it is."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import pandas as pd
import streamlit as st

from data_access.viewer import Viewer
from indicators.periods import Quarter, period_name
from pages import release_desk, review_reads
from pages.report_viewer import to_who
from pages.review_count import show_measures
from ui import review_bulk, review_list, review_matrix, review_opening
from ui.review_search import MATRIX, MEASURES, RELEASES, TO_REVIEW, Search, to_units
from words import _


def show(
    search: Search,
    reports: pd.DataFrame,
    default: Quarter,
    regions: Mapping[str, str],
    viewer: Viewer,
) -> None:
    """The view that is chosen."""
    if search.view == MATRIX:
        show_matrix(search, reports, default)
    elif search.view == MEASURES:
        show_measures(search, reports, default, regions, viewer)
    elif search.view == RELEASES:
        release_desk.show(viewer)
    else:
        show_list(search, reports, regions, viewer)


def show_list(
    search: Search, reports: pd.DataFrame, regions: Mapping[str, str], viewer: Viewer
) -> None:
    """The reports that the filters leave, to be chosen, opened and judged."""
    found = review_reads.to_selected(reports, search)
    if found.empty:
        st.info(
            _("Inget att granska just nu i urvalet. Det som kommer in visas här.")
            if search.view == TO_REVIEW
            else _("Inga rapporter passar filtren. Ändra eller rensa dem.")
        )
        return
    key = sha256(" ".join(to_units(found)).encode()).hexdigest()[:16]
    above = st.container(horizontal=True, vertical_alignment="bottom", key="granska_rad")
    with above:
        review_opening.show_field(found)
    st.markdown(review_list.to_sentence(found))
    chosen = review_list.show(found, f"granska_lista_{key}")
    with above:
        review_bulk.show_bulk(chosen, *_to_whole(search, reports, regions), to_who(viewer))


def _to_whole(
    search: Search, reports: pd.DataFrame, regions: Mapping[str, str]
) -> tuple[list[dict[str, Any]], str]:
    """All that waits in a region's period, and how to name it; empty unless both are chosen."""
    region = search.region or (next(iter(regions)) if len(regions) == 1 else None)
    if region is None or search.period is None or search.kind or search.view != TO_REVIEW:
        return [], ""
    waiting = review_reads.to_selected(reports, Search(period=search.period, region=region))
    of = _("{region} för {period}").format(
        region=regions[region], period=period_name(str(search.period))
    )
    return waiting.to_dict("records"), of


def show_matrix(search: Search, reports: pd.DataFrame, default: Quarter) -> None:
    """Areas and kinds of one period, each cell a report to open."""
    period = search.period or default
    found = review_reads.to_selected(reports, search)
    found = found[found["period"] == str(period)]
    if found.empty:
        st.info(_("Inga rapporter passar filtren. Ändra eller rensa dem."))
        return
    review_opening.show_field(found)
    review_matrix.show(found, str(period), filtered=search.state is not None)
