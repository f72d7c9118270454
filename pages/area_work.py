"""What stands in the way in an area, and what the work takes."""

import streamlit as st

from data_access.register import fetch_register
from indicators import resources
from pages import obstacle_reads, obstacle_view, resource_reads
from pages.area_asked import Asked, show_part, show_table, show_way, to_told
from pages.area_reports import REPORTED
from pages.work_regions import to_regions
from reporting.register import Listing
from ui import area_reports, obstacle_words, resource_tables, resource_words
from ui.sheet import Sheet
from ui.work_choice import STAFF
from words import _


def show_obstacles(asked: Asked) -> None:
    """The area's own obstacles in their own words; of an area without reports those within it."""
    show_part(asked, "hinder", _draw_obstacles)
    show_way("insatser", _("Till hindren"), **{"del": "hinder"})


def _draw_obstacles(asked: Asked) -> Sheet | None:
    st.header(_("Hinder"), anchor=False)
    if asked.area.level in REPORTED:
        return _draw_own_obstacles(asked)
    st.markdown(_to_obstacles_within(asked))
    return None


def _draw_own_obstacles(asked: Asked) -> Sheet | None:
    found = asked.fetch("hinder")
    if found.period is None:
        st.markdown(area_reports.no_obstacles(asked.area.level))
        return None
    told = to_told(asked, found.period)
    if found.rows.empty:
        st.markdown(area_reports.nothing_to_report(found.period))
        return None
    names = fetch_register(viewer=asked.viewer).names(Listing.OBSTACLE)
    definition = _("Det som står i vägen för samverkan, med rapportens egna ord.")
    return show_table(asked, area_reports.to_obstacles(found.rows, names), told, definition)


def _to_obstacles_within(asked: Asked) -> str:
    """How many those of its region and of the areas in it have told of."""
    found = obstacle_reads.to_obstacles(asked.work)
    if not found.periods:
        return _("Ingen har rapporterat om hinder i området; det är inte samma som inga.")
    rows = found.rows[found.rows["period"].isin(found.periods)]
    units = found.units[found.units["period"].isin(found.periods)]
    regions = to_regions(asked.work.choice, asked.viewer).names
    reported = len(set(units["area"]) & set(regions))
    categories = obstacle_view.to_categories(found, asked.viewer)
    return obstacle_words.headline(rows, categories, found.periods, reported, len(regions))


def show_resources(asked: Asked) -> None:
    """What the newest year's work took in the area's region, by authority where it is one."""
    show_part(asked, "resurser", _draw_resources)
    show_way("insatser", _("Till resurserna"), **{"del": "resurser"})


def _draw_resources(asked: Asked) -> Sheet | None:
    st.header(_("Resurser"), anchor=False)
    found = resource_reads.to_resources(asked.work)
    if not found.year:
        st.markdown(_("Inga resurser är rapporterade för något år före dagen."))
    elif not found.regions.names:
        words = _("Resurser rapporteras per polisregion, och ingen hel ingår i det du får se.")
        st.markdown(words)
    else:
        return _draw_year(asked, found)
    return None


def _draw_year(asked: Asked, found: resource_reads.Resources) -> Sheet | None:
    names = resource_reads.to_authorities(found, asked.viewer)
    sums = resource_tables.in_order(resources.to_sums(found.rows, STAFF, list(names)))
    told, of = len(found.reported), len(found.regions.names)
    if found.regions.note:
        st.caption(found.regions.note)
    st.markdown(resource_words.headline(sums, names, found.year, STAFF, told, of))
    if asked.area.level != "polisregion" or found.rows.empty:
        return None
    table = resource_tables.to_own(found.rows, names)
    told_of = _("{area}, {year}").format(area=asked.area.name, year=found.year)
    return show_table(asked, table, told_of, resource_words.reading())
