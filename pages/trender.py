"""Youth involvement over time: by sex and age, with uncertainty, what is signal and what noise."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data_access.releases import fetch_releases
from data_access.viewer import Viewer
from pages import asking, filter_bar, part, published_panel, trend_reads, trend_views
from reporting.register import Entry, Split
from ui import filters, trend_fields
from ui.choice import Choice
from ui.headings import as_text
from ui.trend_choice import PUBLISHED, TrendChoice, to_trend_choice


def show_page(viewer: Viewer) -> None:
    """The filter bar and everything below it; the answer is drawn first, whatever its place."""
    filter_bar.show("trender", viewer, later=True)
    choice = filters.current()
    entries = trend_reads.fetch_entries(viewer=viewer)
    code = choice.indicator if choice.indicator in entries else next(iter(entries))
    split = entries[code].split is Split.SEX_AND_AGE
    asked, problems = to_trend_choice(st.query_params.to_dict(), code, split=split)
    filters.put(**dict.fromkeys(problems))
    for problem in problems.values():
        st.warning(as_text(problem))
    top = st.container(key="svar")
    trend_fields.show_views(asked.view)
    if asked.view == PUBLISHED:
        published_panel.show(viewer)
    else:
        names = {code: entry.name for code, entry in entries.items()}
        trend_fields.show(asked, names, split=split)
        show_figures(asked, entries[code], choice, top, viewer)
        trend_fields.show_late()
    filter_bar.show_late()


def show_figures(
    asked: TrendChoice, entry: Entry, choice: Choice, top: DeltaGenerator, viewer: Viewer
) -> None:
    """The view of the newest release, or a word of why there is none."""
    releases = fetch_releases(viewer=viewer)
    if releases:
        trend_views.show(asked, entry, choice, releases[0], top, viewer)
    else:
        trend_fields.show_no_release()


VIEWER = asking.current_viewer()
part.show("trender", show_page, VIEWER, alone=True)
