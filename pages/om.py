"""Where the figures come from, what they mean, and how far to trust them."""

import streamlit as st

from data_access.milestones import fetch_milestones
from data_access.population import fetch_basis
from pages import about_reads, accessibility, asking, filter_bar, map_reads
from pages.figure_levels import newest_release
from pages.protection_set import to_protection
from ui import (
    about,
    about_accessibility,
    about_coverage,
    about_figures,
    about_meetings,
    about_open_data,
    about_pace,
    about_pictures,
    about_work,
    filters,
    guide,
)
from ui.population_words import full_basis
from ui.release_words import protection_words

VIEWER = asking.current_viewer()
filter_bar.show("om", VIEWER)
CHOICE = filters.current()
FIRST = st.query_params.get(about_accessibility.PARAMETER) == about_accessibility.PART


guide.show_way("om")
if FIRST:
    accessibility.show()
left, right = st.columns(2, gap="large")
with left:
    about.show_definitions()
    about_coverage.show_coverage()
with right:
    counts = about_reads.fetch_geography(CHOICE.day, viewer=VIEWER)
    about.show_geography(counts, CHOICE.day, rough=map_reads.has_rough_borders("lpo", CHOICE.day))
    about.show_population(full_basis(*fetch_basis(CHOICE.day, viewer=VIEWER)))
left, right = st.columns(2, gap="large")
with left:
    about_figures.show_signals()
    about_pace.show_pace()
    about_meetings.show_participation()
    about_work.show_work()
    about_pictures.show()
with right:
    newest = newest_release(VIEWER)
    base, method = to_protection()
    if newest:
        base, method = newest.base, newest.method
    about_figures.show_protection(protection_words(base, method), base, method, newest)
    about_open_data.show()
about.show_facts(about_reads.fetch_public_events(viewer=VIEWER), fetch_milestones(viewer=VIEWER))
about.show_uncertain(about_reads.fetch_uncertain_members(CHOICE.day, viewer=VIEWER))
if not FIRST:
    accessibility.show()
