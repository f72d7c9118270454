"""Every local police area of the newest period against the country."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.periods import period_name
from indicators.protection.names import Reason
from indicators.signals.funnel import to_places
from pages import charts, explaining, reads, sheets, trend_explained, trend_series
from pages.charts import Drawn
from pages.trend_parts import show_file, to_sheet, to_title
from pages.trend_series import Asked
from reporting.register import Entry
from ui import funnel_chart, funnel_words, trend_tables, trend_words
from ui.sheet import Beside
from words import _


def show_areas(asked: Asked, entry: Entry, top: DeltaGenerator) -> None:
    """Every local police area of the newest period against the country."""
    series = trend_series.to_series(asked, "lpo")
    period = trend_series.to_newest_period(series)
    if period is None:
        protected = bool((series["reason"] == Reason.PROTECTED).any())
        st.info(trend_words.nothing(protected=protected))
        return
    names = reads.fetch_names(asked.choice.day, viewer=asked.viewer)["lpo"]
    newest = series[(series["period"] == period) & series["code"].isin(names)]
    areas, rate, dispersion = to_places(newest)
    areas = areas.assign(chosen=areas["code"].isin(find_chosen(asked)))
    within = areas[areas["chosen"]]
    left, right = st.columns([3, 2], gap="large")
    said = funnel_words.outside(within, names)
    known = partial(trend_explained.of_named, asked, entry, names, period)
    top.markdown(said)
    with left:
        chart = funnel_chart.to_chart(areas, names, rate, dispersion, asked.choice.area)
        title = to_title(asked, entry, period_name(period))
        drawn = Drawn(chart, title, said, "trend_omraden")
        charts.show(drawn, ("name",), lambda point: known(point["name"]), asked.viewer)
    with right:
        st.markdown(funnel_words.known(int(areas["place"].notna().sum()), len(names)))
        if len(within) < len(areas):
            st.markdown(funnel_words.pale())
        st.caption(funnel_words.how_to_read(dispersion, asked.release.method))
        table = trend_tables.to_areas(within, names)
        told = _("Samma områden som i diagrammet")
        codes = Beside(codes=trend_tables.to_order(within)["code"].to_list())
        one = to_sheet(asked, entry, table, told, period_name(period), codes)
        sheets.show_table(
            one,
            "trend_omraden",
            viewer=asked.viewer,
            height=330,
            explain=lambda cell: known(str(table.iloc[cell.row, 0]), cell.column),
        )
        show_file(one, asked, entry, period_name(period))
    explaining.show(trend_explained.of_areas(asked, entry, names, period), "omraden")


def find_chosen(asked: Asked) -> list[str]:
    """The areas within the chosen region and län: all when none is."""
    choice = asked.choice
    of = ("lpo", choice.day, choice.region, choice.lan)
    return reads.fetch_inside(*of, viewer=asked.viewer)
