"""The administratör's page of keys: to open data, and persons' to the feed."""

import streamlit as st

import clock
import settings
from data_access.api_tokens import list_api_tokens
from data_access.people import list_people
from data_access.register import fetch_register
from data_access.tokens import list_tokens
from pages import asking, key_save, reads
from pages.trouble import refusals_told
from reporting.register import Listing
from ui import about_open_data, api_keys, notices, people
from words import _, in_language

VIEWER = asking.current_viewer()
TODAY = clock.today()


def to_address() -> str:
    """The API's address, as people reach it."""
    root = settings.load().base_url or "/".join(str(st.context.url or "").split("/", 3)[:3])
    return root.rstrip("/") + about_open_data.ADDRESS


def show_all() -> None:
    """Everything: a key that was just made, those that hold, a new one, and the feed's."""
    tokens = list_api_tokens(viewer=VIEWER)
    held = [one for one in tokens if one.holds(TODAY)]
    past = [one for one in tokens if not one.holds(TODAY)]
    labels = people.area_labels(reads.fetch_names(TODAY, viewer=VIEWER))
    register = fetch_register(viewer=VIEWER)
    counted = register.names(Listing.INDICATOR) | register.names(Listing.MEASURE)
    entries = api_keys.entry_names(counted)
    st.header(api_keys.headline(held), anchor=False)
    st.markdown(
        _("En nyckel låter ett program läsa publicerade uppgifter ur [öppna data]({base}).").format(
            base=in_language(about_open_data.ADDRESS)
        )
    )
    notices.show(api_keys.PAGE)
    made = key_save.take_made()
    if made:
        api_keys.show_made(made, to_address())
    api_keys.show_held(held, labels, entries, key_save.end)
    api_keys.show_past(past, labels, entries)
    st.subheader(_("Ny nyckel"), anchor=False)
    api_keys.show_form(labels, entries, TODAY, key_save.make, key=f"nyckel_{len(tokens)}")
    st.subheader(_("Personers nycklar till flödet"), anchor=False)
    found = list_people(viewer=VIEWER).to_dict("records")
    names = {row["person"]: row["label"] or row["subject"] for row in found}
    api_keys.show_feeds(list_tokens(viewer=VIEWER), labels, names, key_save.end_feed)


with refusals_told():
    show_all()
