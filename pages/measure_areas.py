"""Every kind of measure area by area, per 1,000 young people."""

from functools import partial

import streamlit as st

from indicators.periods import Quarter
from pages import charts, measure_explained, measure_reads, reads, trend_places
from pages.measure_shown import Shown
from pages.work_asked import show_table, to_title
from ui import heat, measure_tables, measure_words
from ui.heat import Heat
from words import _


def show_areas(shown: Shown, kinds: list[str]) -> None:
    """A cell a kind and region (or polisområde of a chosen region)."""
    asked = shown.asked
    level, codes = trend_places.to_parts(asked.choice, asked.viewer)
    day = Quarter.parse(shown.periods[-1]).last
    areas = reads.fetch_names(day, viewer=asked.viewer)[level]
    rates = measure_reads.to_measures(asked, level, shown.periods)
    own = rates[rates["code"].isin([code for code in codes if code in areas])]
    if own.empty:
        st.info(_("Det finns inga områden att ställa bredvid varandra i det här valet."))
        return
    cells = measure_tables.to_cells(own.reset_index(drop=True), shown.names, areas)
    said = measure_words.spread(cells, areas, rounds=shown.rounds)
    st.markdown(said)
    columns = [areas[code] for code in codes if code in set(own["code"])]
    rows = [shown.names[one] for one in kinds]
    drawing = heat.to_heat(Heat(rows, columns, measure_words.place_kinds()), cells)
    title = measure_words.axis(year=shown.is_year)
    charts.draw(
        drawing, to_title(asked, title, shown.period), said, "insatser_omraden", viewer=asked.viewer
    )
    st.caption(measure_words.cells(rounds=shown.rounds))
    with st.expander(_("Samma siffror som tabell")):
        table = measure_tables.to_grid(cells, rows, columns)
        of = f"{title}, {shown.period}"
        known = partial(measure_explained.of_area, shown, kinds, level, areas)
        how = measure_words.cells(rounds=shown.rounds)
        show_table(asked, table, said, "insatser-omraden", of, how, explain=known)
