"""Obstacles: which, within or between levels, where, over time, and in the reports' own words."""

from typing import NamedTuple

import streamlit as st

from data_access.register import fetch_register
from data_access.viewer import Viewer
from indicators import obstacles
from pages import obstacle_reads
from pages.obstacle_more import show_course, show_texts
from pages.obstacle_reads import Obstacles
from pages.work_asked import WorkAsked, show_table, to_title
from pages.work_regions import Regions, to_regions
from reporting.register import Listing
from ui import bars, chart_base, field_row, heat, obstacle_tables, obstacle_words, work_fields
from ui.heat import Heat
from ui.work_choice import ANY
from words import _


class Seen(NamedTuple):
    """What the pictures of obstacles have in common; `categories` are code → name."""

    asked: WorkAsked
    regions: Regions
    found: Obstacles
    categories: dict[str, str]


def to_categories(viewer: Viewer) -> dict[str, str]:
    """Code → name of every category of the register, those that have ended too."""
    entries = fetch_register(viewer=viewer).entries
    return {one.code: one.name for one in entries if one.listing is Listing.OBSTACLE}


def show(asked: WorkAsked) -> None:
    """The newest quarter (or year), what it was before, and the texts."""
    categories = to_categories(asked.viewer)
    levels = {ANY: _("Alla"), **{o: obstacle_words.between_name(o) for o in obstacle_words.LEVELS}}
    of, level = {ANY: _("Alla"), **categories}, asked.work.between
    to_field = work_fields.to_field
    period = work_fields.to_period_field(asked.work.by)
    between = to_field(190, "hindersniva", _("Inom eller mellan nivåer"), level, levels, ANY)
    category = to_field(280, "hinder", _("Kategori"), asked.work.category, of, ANY)
    field_row.show([period, between, category], key="hinderval")
    seen = Seen(
        asked,
        to_regions(asked.choice, asked.viewer),
        obstacle_reads.to_obstacles(asked),
        categories,
    )
    if not seen.found.periods:
        st.info(_("Ingen har rapporterat om hinder i det här valet; det är inte samma som inga."))
        return
    show_now(seen)
    left, right = st.columns(2, gap="large")
    with left:
        show_course(asked, seen.found, asked.work.category)
    with right:
        show_texts(asked, seen.found, categories)


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
    st.caption(f"{regions.note} {obstacle_words.nothing_said(units, regions.names, owing)}".strip())
    order = obstacle_tables.to_order(rows, categories)
    counts = obstacles.to_counts(rows, ("kategori", "niva"))
    cells = obstacles.to_cells(rows, list(units["region"]), order, list(regions.names))
    when = obstacle_words.periods_words(found.periods)
    left, right = st.columns(2, gap="large")
    with left:
        drawn, whole = obstacle_tables.to_bars(counts, order, categories)
        drawing = bars.to_parts(drawn, whole, _("Hinder"), obstacle_words.level_colours())
        title = to_title(asked, _("Rapporterade hinder per kategori"), when)
        chart_base.show(drawing, title, said, "hinder_kategori")
    with right:
        if not regions.names:
            st.info(_("Ingen hel polisregion ingår i det du får se."))
            return
        kinds, names = obstacle_words.count_kinds(), regions.names
        shape = Heat([categories[code] for code in order], list(names.values()), kinds)
        drawing = heat.to_heat(shape, obstacle_tables.to_heat(cells, categories, names))
        title = to_title(asked, _("Rapporterade hinder per polisregion"), when)
        chart_base.show(drawing, title, said, "hinder_regioner")
    st.caption(obstacle_words.reading())
    with st.expander(_("Samma siffror som tabell")):
        table = obstacle_tables.to_grid(cells, counts, categories, regions.names)
        show_table(asked, table, said, "hinder", when, obstacle_words.reading())
