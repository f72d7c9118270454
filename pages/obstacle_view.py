"""Obstacles: which, within or between levels, where, over time, and in the reports' own words."""

import streamlit as st

from data_access.register import fetch_register
from data_access.viewer import Viewer
from pages import obstacle_reads
from pages.obstacle_more import show_course, show_texts
from pages.obstacle_now import Seen, show_now
from pages.obstacle_reads import Obstacles
from pages.work_asked import WorkAsked
from pages.work_regions import to_regions
from reporting.register import Listing
from ui import field_row, obstacle_words, work_fields
from ui.select_field import to_field
from ui.work_choice import ANY
from words import _


def to_categories(found: Obstacles, viewer: Viewer) -> dict[str, str]:
    """Code → name of every category of the register, those that have ended too; what has been
    reported of others stands under its code."""
    names = fetch_register(viewer=viewer).names(Listing.OBSTACLE)
    return {code: code for code in found.rows["kategori"]} | names


def show(asked: WorkAsked) -> None:
    """The newest quarter (or year), what it was before, and the texts."""
    found = obstacle_reads.to_obstacles(asked)
    categories = to_categories(found, asked.viewer)
    levels = {ANY: _("Alla"), **{o: obstacle_words.between_name(o) for o in obstacle_words.LEVELS}}
    of, level = {ANY: _("Alla"), **categories}, asked.work.between
    period = work_fields.to_period_field(asked.work.by)
    between = to_field(190, "hindersniva", _("Inom eller mellan nivåer"), level, levels, ANY)
    category = to_field(280, "hinder", _("Kategori"), asked.work.category, of, ANY)
    field_row.show([period, between, category], key="hinderval")
    seen = Seen(asked, to_regions(asked.choice, asked.viewer), found, categories)
    if not found.periods:
        st.info(_("Ingen har rapporterat om hinder i det här urvalet; det är inte samma som inga."))
        return
    show_now(seen)
    left, right = st.columns(2, gap="large")
    with left:
        show_course(asked, found, asked.work.category)
    with right:
        show_texts(asked, found, categories)
