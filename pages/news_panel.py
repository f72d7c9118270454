"""What is new on Översikt: since the chosen day, or since the reader was here last."""

from datetime import date

import streamlit as st

import settings
from data_access.viewer import Viewer
from data_access.visits import read_last_visit
from pages import kept, subscription
from pages.news_reads import fetch_all_news
from ui import filters, news
from ui.choice import Choice

_VISIT = "bob_last_visit"


def show(choice: Choice, viewer: Viewer) -> None:
    """The news of the choice, a way to those since one's last visit, and to the feed."""

    def draw() -> None:
        found = fetch_all_news(choice.since, choice.day, choice.region, choice.lan, viewer=viewer)
        news.show(found)

    kept.show("oversikt-nytt", draw, viewer)
    with st.container(horizontal=True, vertical_alignment="center"):
        last = _to_last_visit(viewer)
        if last is not None and last < choice.day:
            news.show_since(choice.since, last, lambda: filters.put(sedan=last.isoformat()))
        subscription.show(viewer)


def _to_last_visit(viewer: Viewer) -> date | None:
    """The day of the visit before this one, read once a visit."""
    if not settings.load().signs_in:
        return None
    if _VISIT not in st.session_state:
        st.session_state[_VISIT] = read_last_visit(viewer=viewer)
    last: date | None = st.session_state[_VISIT]
    return last
