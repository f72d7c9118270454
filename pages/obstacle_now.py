"""The shown quarter or year of obstacles: by category and level, and region by region."""

from typing import NamedTuple

import streamlit as st

from indicators import obstacles
from pages import charts
from pages.obstacle_reads import Obstacles
from pages.reporter_reads import to_names_of
from pages.work_asked import WorkAsked, show_table, to_title
from pages.work_regions import Regions
from ui import bars, heat, obstacle_tables, obstacle_words
from ui.heat import Heat
from ui.sheet import Beside
from words import _


class Seen(NamedTuple):
    """What the pictures of obstacles have in common; `categories` are code → name."""

    asked: WorkAsked
    regions: Regions
    found: Obstacles
    categories: dict[str, str]


def show_now(seen: Seen) -> None:
    """The shown periods: by category and level, and region by region."""
    asked, regions, found, categories = seen
    rows = found.rows[found.rows["period"].isin(found.periods)]
    units = found.units[found.units["period"].isin(found.periods)]
    reported = [code for code in regions.names if code in set(units["area"])]
    said = obstacle_words.headline(
        rows, categories, found.periods, len(reported), len(regions.names)
    )
    owing = [code for code in regions.names if code not in reported]
    st.markdown(said)
    told = obstacle_words.nothing_said(units, to_names_of(viewer=asked.viewer), owing)
    if whole := f"{regions.note} {told}".strip():
        st.caption(whole)
    order = obstacle_tables.to_order(rows, categories)
    counts = obstacles.to_counts(rows, ("kategori", "niva"))
    cells = obstacles.to_cells(rows, reported, order, list(regions.names))
    when = obstacle_words.periods_words(found.periods)
    left, right = st.columns(2, gap="large")
    with left:
        drawn, whole = obstacle_tables.to_bars(counts, order, categories)
        drawing = bars.to_parts(drawn, whole, _("Hinder"), obstacle_words.level_colours())
        title = to_title(asked, _("Rapporterade hinder per kategori"), when)
        charts.draw(drawing, title, said, "hinder_kategori", viewer=seen.asked.viewer)
    with right:
        if not regions.names:
            st.info(_("Ingen hel polisregion ingår i det du får se."))
            return
        kinds, names = obstacle_words.count_kinds(), regions.names
        shape = Heat([categories[code] for code in order], list(names.values()), kinds)
        drawing = heat.to_heat(shape, obstacle_tables.to_heat(cells, categories, names))
        title = to_title(asked, _("Rapporterade hinder per polisregion"), when)
        charts.draw(drawing, title, said, "hinder_regioner", viewer=seen.asked.viewer)
    st.caption(obstacle_words.reading())
    with st.expander(_("Samma siffror som tabell")):
        table = obstacle_tables.to_grid(cells, counts, categories, regions.names)
        beside = Beside(obstacle_tables.to_gaps(table))
        rule = obstacle_words.reading()
        show_table(asked, table, said, "hinder", when, rule, beside=beside)
