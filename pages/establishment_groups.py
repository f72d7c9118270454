"""Region by region in Etablering: newly established areas a quarter, and how fast each comes."""

from functools import partial

import streamlit as st

from pages import charts, establishment_explained, sheets
from pages.establishment_asked import Asked
from ui import new_chart, pace_tables, pace_words
from ui.chart_base import Title
from ui.sheet import Beside
from ui.tables import level_name
from ui.trend_points import period_name
from words import _


def show_groups(asked: Asked) -> None:
    """Newly established areas a quarter of each region, and how fast each comes along."""
    found = asked.found
    quarters = [bar.stop.quarter for bar in found.bars]
    level = level_name(found.level)
    st.header(_("Takten per {level}").format(level=level.lower()), anchor=False)
    past = [(one.name, sum(one.new.get(q, 0) for q in found.past)) for one in found.groups]
    told = pace_words.fastest(past, found.past)
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.markdown(told)
        drawing = new_chart.to_chart([(one.name, one.new) for one in found.groups], quarters)
        title = Title((_("Nyetablerade områden per kvartal"), asked.of), asked.source)
        charts.draw(drawing, title, told, "etablering_nya", viewer=asked.viewer)
    with right:
        table = pace_tables.to_groups(found.groups, quarters, found.past, level)
        new = _("Områden som blev etablerade det kvartalet.")
        own = Beside(columns={period_name(str(one)): new for one in quarters})
        sheet = asked.to_sheet(table, told, pace_words.new_rule(), beside=own)
        known = partial(establishment_explained.of_group, asked)
        sheets.show(sheet, "etablering-takt", page="etablering", viewer=asked.viewer, explain=known)
        st.caption(pace_words.wait_rule())
