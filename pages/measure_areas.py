"""Every kind of measure area by area, per 1,000 young people."""

from functools import partial

import streamlit as st

from indicators.periods import Quarter
from pages import charts, kept, measure_explained, measure_reads, reads, trend_places
from pages.charts import Drawn
from pages.measure_shown import Shown
from pages.work_asked import show_sheet, to_sheet, to_title
from ui import heat, measure_place_words, measure_tables, measure_words
from ui.heat import Heat
from ui.sheet import Sheet
from words import _


def show_areas(shown: Shown, kinds: list[str]) -> None:
    """A cell a kind and region (or polisområde of a chosen region)."""
    asked = shown.asked
    found = kept.show("insatser-omraden", partial(_to_cells, shown, kinds), asked.viewer)
    if found is None:
        st.info(_("Det finns inga områden att ställa bredvid varandra i det här urvalet."))
        return
    drawn, one, level, areas = found
    charts.show_kept(drawn.key, lambda: drawn, asked.viewer, says=True)
    st.caption(measure_place_words.cells(rounds=shown.rounds))
    with st.expander(_("Samma siffror som tabell")):
        known = partial(measure_explained.of_area, shown, kinds, level, areas)
        show_sheet(asked, one, "insatser-omraden", explain=known)


def _to_cells(shown: Shown, kinds: list[str]) -> tuple[Drawn, Sheet, str, dict[str, str]] | None:
    """The chart, its table, and the areas' level and names; None when there is no area."""
    asked = shown.asked
    level, codes = trend_places.to_parts(asked.choice, asked.viewer)
    day = Quarter.parse(shown.periods[-1]).last
    areas = reads.fetch_names(day, viewer=asked.viewer)[level]
    rates = measure_reads.to_measures(asked, level, shown.periods)
    own = rates[rates["code"].isin([code for code in codes if code in areas])]
    if own.empty:
        return None
    cells = measure_tables.to_cells(own.reset_index(drop=True), shown.names, areas)
    said = measure_place_words.spread(cells, areas, rounds=shown.rounds)
    columns = [areas[code] for code in codes if code in set(own["code"])]
    rows = [shown.names[one] for one in kinds]
    drawing = heat.to_heat(Heat(rows, columns, measure_place_words.place_kinds()), cells)
    axis = measure_words.axis(year=shown.is_year)
    title = to_title(asked, axis, shown.period)
    table, how = measure_tables.to_grid(cells, rows, columns), measure_place_words.cells
    one = to_sheet(asked, table, said, f"{axis}, {shown.period}", how(rounds=shown.rounds))
    return Drawn(drawing, title, said, "insatser_omraden"), one, level, areas
