"""The upper part of Etablering: areas per stage over time, and what has stalled."""

from functools import partial

import streamlit as st

from geodata.division import FIRST_DAY
from indicators.forecast import Forecast
from indicators.stages import ESTABLISHED
from pages import charts, establishment_explained, kept, sheets
from pages.charts import Drawn
from pages.establishment_asked import Asked
from ui import filters, pace_rule_words, pace_tables, pace_words, stage_chart
from ui.chart_base import Title
from ui.sheet import Sheet
from words import _

_MOST_LINKS = 8


def show_stages(asked: Asked) -> None:
    """Areas per stage, quarter by quarter, and the same as a table."""
    drawn, notes, sheet = kept.show("etablering-steg", partial(_to_stages, asked), asked.viewer)
    by = ("period", "told")
    charts.show(drawn, by, partial(establishment_explained.of_point, asked), asked.viewer)
    st.caption(notes)
    with st.expander(_("Samma siffror som tabell")):
        known = partial(establishment_explained.of_stage, asked)
        sheets.show(
            sheet,
            "etablering-steg",
            page="etablering",
            viewer=asked.viewer,
            explain=known,
            folded=True,
        )


def _to_stages(asked: Asked) -> tuple[Drawn, str, Sheet]:
    """The chart, the notes below it, and the table."""
    found = asked.found
    # The bars count an area by its furthest council, and so does `all`, whatever is chosen
    forecast = found.all.ahead if isinstance(found.all.ahead, Forecast) else None
    drawing = stage_chart.to_chart(found.bars, FIRST_DAY, found.marks, forecast)
    established = [bar.counts.get(ESTABLISHED, 0) for bar in found.bars]
    told = pace_words.course(established, asked.on)
    title = Title((_("Områden per steg, kvartal för kvartal"), asked.of), asked.source)
    notes = [
        pace_words.basis(forecast) if forecast else "",
        pace_words.partly(found.partly) if found.partly else "",
    ]
    said = " ".join(one for one in [*notes, pace_rule_words.division()] if one)
    table, rule = pace_tables.to_stages(found.bars), pace_rule_words.stage_rule()
    sheet = asked.to_sheet(table, told, rule, heads=2)
    return Drawn(drawing, title, told, "etablering_steg"), said, sheet


def show_stalled(asked: Asked) -> None:
    """The areas on the way of which nothing is heard, each with the way to its page."""
    kept.show("etablering-stannat", partial(_draw_stalled, asked), asked.viewer)


def _draw_stalled(asked: Asked) -> None:
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
