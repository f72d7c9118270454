"""The upper part of Etablering: areas per stage over time, and what has stalled."""

from functools import partial

import streamlit as st

from geodata.division import FIRST_DAY
from indicators.forecast import Forecast
from indicators.stages import ESTABLISHED
from pages import charts, establishment_explained, sheets
from pages.charts import Drawn
from pages.establishment_asked import Asked
from ui import filters, pace_tables, pace_words, stage_chart
from ui.chart_base import Title
from words import _

_MOST_LINKS = 8


def show_stages(asked: Asked) -> None:
    """Areas per stage, quarter by quarter, and the same as a table."""
    found = asked.found
    ahead = found.prioritised.ahead if asked.only_prioritised else found.all.ahead
    drawing = stage_chart.to_chart(
        found.bars, FIRST_DAY, found.marks, ahead if isinstance(ahead, Forecast) else None
    )
    established = [bar.counts.get(ESTABLISHED, 0) for bar in found.bars]
    told = pace_words.course(established, asked.on)
    title = Title((_("Områden per steg, kvartal för kvartal"), asked.of), asked.source)
    drawn = Drawn(drawing, title, told, "etablering_steg")
    by = ("period", "told")
    charts.show(drawn, by, partial(establishment_explained.of_point, asked), asked.viewer)
    notes = [
        pace_words.basis(ahead) if isinstance(ahead, Forecast) else "",
        pace_words.partly(found.partly) if found.partly else "",
    ]
    st.caption(" ".join(one for one in [*notes, pace_words.division()] if one))
    with st.expander(_("Samma siffror som tabell")):
        table, rule = pace_tables.to_stages(found.bars), pace_words.stage_rule()
        known = partial(establishment_explained.of_stage, asked)
        sheet = asked.to_sheet(table, told, rule, heads=2)
        sheets.show(
            sheet,
            "etablering-steg",
            page="etablering",
            viewer=asked.viewer,
            explain=known,
            folded=True,
        )


def show_stalled(asked: Asked) -> None:
    """The areas on the way of which nothing is heard, each with the way to its page."""
    found = asked.found
    st.header(_("Har stannat av"), anchor=False)
    missing = [found.names[one.code] for one in found.courses if one.stage_on(asked.on) is None]
    st.markdown(pace_words.stalled(found.stalled, asked.own.still, missing))
    for one in found.stalled[:_MOST_LINKS]:
        code = one.course.code
        st.page_link(
            "omrade.py",
            label=pace_words.stalled_one(one, found.names[code]),
            query_params=filters.parameters() | {"omrade": code},
        )
    more = len(found.stalled) - _MOST_LINKS
    if more > 0:
        st.caption(pace_words.more_stalled(more))
