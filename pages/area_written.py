"""What is written of an area: good examples, needs of competence and lägesbilder."""

import streamlit as st

from data_access.area import Area
from data_access.pictures import fetch_pictures
from data_access.viewer import Viewer
from pages.area_asked import Asked, show_part, show_table, show_way
from pages.example_reads import fetch_examples, fetch_needs, to_inside, to_needs_inside
from ui import examples, formats, picture_list
from ui.choice import Choice
from ui.example_choice import NEEDS
from ui.sheet import Sheet
from words import _, plural

MOST = 3  # examples that are written out


def show_examples(asked: Asked) -> None:
    """The newest good examples that the area, and what lies in it, has told of."""
    show_part(asked, "exempel", _draw_examples)
    show_way("exempel", _("Till Goda exempel"))


def _draw_examples(asked: Asked) -> None:
    st.header(_("Goda exempel"), anchor=False)
    held = {"release": asked.release.number, "viewer": asked.viewer}
    own = to_inside(fetch_examples(asked.on, **held), asked.work.choice, asked.viewer)
    if own.empty:
        st.markdown(_("Inget gott exempel är publicerat från området."))
    for number, row in enumerate(own.head(MOST).to_dict("records")):
        with st.container(border=True):
            examples.show_card(row, number)
    more = len(own) - MOST
    if more > 0:
        st.caption(plural("{n} exempel till finns.", "{n} exempel till finns.", more))


def show_needs(asked: Asked) -> None:
    """What competence the area, what lies in it and its region ask for, and what answered it."""
    show_part(asked, "kompetens", _draw_needs)
    show_way("exempel", _("Till kompetensbehoven"), innehall=NEEDS)


def _draw_needs(asked: Asked) -> Sheet | None:
    st.header(_("Kompetensbehov"), anchor=False)
    held = {"release": asked.release.number, "viewer": asked.viewer}
    own = to_needs_inside(fetch_needs(asked.on, **held), asked.work.choice, asked.viewer)
    if own.empty:
        st.markdown(_("Inget kompetensbehov är rapporterat av området eller dess polisregion."))
        return None
    st.markdown(examples.to_needs_sentence(own))
    definition = _("Kompetensbehov som har rapporterats, godkänts och publicerats.")
    return show_table(asked, examples.to_needs(own), asked.area.name, definition)


def show_pictures(area: Area, choice: Choice, viewer: Viewer) -> None:
    """The published lägesbilder of the area, the newest first, as links."""
    st.header(_("Lägesbilder"), anchor=False)
    found = fetch_pictures(viewer=viewer)
    own = found[(found["area"] == area.code) & (found["day"] <= choice.day)]
    if own.empty:
        st.markdown(_("Ingen lägesbild av området är publicerad till och med dagen."))
    for row in own.to_dict("records"):
        title = f"{formats.short_day(row['day'])} {row['title']}"
        picture_list.show_link(title, row["number"])
