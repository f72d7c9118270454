"""Where the figures come from, what they mean, and how far to trust them."""

import streamlit as st

from data_access.milestones import fetch_milestones
from pages import about_reads, asking, reads
from ui import about, filters
from ui.words import _

VIEWER = asking.current_viewer()
CHOICE = filters.current()

figures, geography, facts = st.tabs([_("Definitioner"), _("Geografi"), _("Offentliga uppgifter")])
with figures:
    about.show_definitions()
with geography:
    counts = about_reads.fetch_geography(CHOICE.day, viewer=VIEWER)
    about.show_geography(counts, CHOICE.day, rough=reads.has_rough_borders("lpo", CHOICE.day))
with facts:
    about.show_facts(
        about_reads.fetch_public_events(viewer=VIEWER), fetch_milestones(viewer=VIEWER)
    )
