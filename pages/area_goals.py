"""How the common goals that hold for an area stand."""

import streamlit as st

from pages import goal_view
from pages.area_asked import Asked, show_part, show_table, show_way
from pages.work_regions import to_regions
from ui import goal_tables, goal_words, paper
from ui.sheet import Sheet
from words import _


def show(asked: Asked) -> None:
    """How the goals that hold for the area stand in its region: baseline, path, target, status."""
    show_part(asked, "mal", _draw)
    show_way("insatser", _("Till målen"), **{"del": "mal"})


def _draw(asked: Asked) -> Sheet | None:
    st.header(_("Gemensamma mål"), anchor=False)
    regions = to_regions(asked.work.choice, asked.viewer)
    standings = goal_view.to_standings(asked.work, regions)
    if regions.note:
        st.caption(regions.note)
    st.markdown(goal_view.to_said(standings, regions))
    if standings and len(regions.names) == 1:
        (name,) = regions.names.values()
        table = goal_tables.to_own(standings)
        told = _("Polisregion {name}").format(name=name)
        return show_table(asked, table, told, goal_words.reading())
    if standings:
        paper.show_table(goal_tables.to_matrix(standings, regions.names))
        st.caption(goal_words.reading())
    return None
