"""Figures that others have published, a series at a time; the address says which."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from data_access.published import fetch_published
from data_access.viewer import Viewer
from pages import charts
from ui import published_view
from ui.headings import as_text
from ui.published_words import theme_name
from ui.select_field import show_select
from words import _

PARAMETER = "publicerad"


def show(viewer: Viewer) -> None:
    """The heading, the choice of a series, and the series."""
    published_view.show_intro()
    figures = fetch_published(viewer=viewer)
    series = dict(iter(figures.groupby("series", sort=False)))
    usual = next(code for code, rows in series.items() if published_view.has_course(rows))
    options = {code: _to_label(rows.iloc[0]) for code, rows in series.items()}
    asked = st.query_params.get(PARAMETER) or usual
    if asked not in options:
        told = _("”{value}” är ingen publicerad serie. En annan visas.")
        st.warning(as_text(told.format(value=asked)))
        asked = usual
    with st.container(width=680):
        show_select(PARAMETER, _("Serie"), asked, options, usual)
    published_view.show_series(series[asked], partial(charts.draw, viewer=viewer))


def _to_label(first: Mapping[str, str]) -> str:
    return f"{theme_name(first['theme'])}: {first['name']}"
