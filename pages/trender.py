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
    """The filter bar and everything below it."""
    with filter_bar.around("trender", viewer) as is_new:
        show_below(filters.current(), st.container(key="svar"), viewer, is_new=is_new)


def show_below(choice: Choice, top: DeltaGenerator, viewer: Viewer, *, is_new: bool) -> None:
    """The views and their fields, and the chosen view."""
    entries = trend_reads.fetch_entries(viewer=viewer)
    code = choice.indicator if choice.indicator in entries else next(iter(entries))
    split = entries[code].split is Split.SEX_AND_AGE
    asked, problems = to_trend_choice(st.query_params.to_dict(), code, split=split)
    filters.put(**dict.fromkeys(problems))
    for problem in problems.values():
        st.warning(as_text(problem))
    controls, body = st.container(), st.container()
    names = {code: entry.name for code, entry in entries.items()}

    def show_controls() -> None:
        with controls:
            trend_fields.show_views(asked.view)
            if asked.view != PUBLISHED:
                trend_fields.show(asked, names, split=split, later=is_new)

    if is_new:
        show_controls()
    with body:
        if asked.view == PUBLISHED:
            published_panel.show(viewer)
        else:
            show_figures(asked, entries[code], choice, top, viewer)
    if not is_new:
        show_controls()
    trend_fields.show_late()


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
