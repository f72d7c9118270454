"""What is written of an area: good examples, needs of competence and lägesbilder."""

import pandas as pd
import streamlit as st

from data_access.area import Area
from data_access.pictures import fetch_pictures
from data_access.viewer import Viewer
from pages.area_asked import Asked, show_part, show_table, show_way, to_inside
from pages.example_reads import fetch_examples, fetch_needs
from pages.work_regions import to_regions
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
    own = _keep(fetch_examples(asked.on, **held), asked.area)
    if own.empty:
        st.markdown(_("Inget gott exempel är publicerat från området."))
    for number, row in enumerate(own.head(MOST).to_dict("records")):
        with st.container(border=True):
            examples.show_card(row, number)
    more = len(own) - MOST
    if more > 0:
        st.caption(plural("{n} exempel till finns.", "{n} exempel till finns.", more))


def show_needs(asked: Asked) -> None:
    """What competence the area and its region ask for, and what has answered it."""
    show_part(asked, "kompetens", _draw_needs)
    show_way("exempel", _("Till kompetensbehoven"), innehall=NEEDS)


def _draw_needs(asked: Asked) -> Sheet | None:
    st.header(_("Kompetensbehov"), anchor=False)
    held = {"release": asked.release.number, "viewer": asked.viewer}
    found = fetch_needs(asked.on, **held)
    regions = to_regions(asked.work.choice, asked.viewer).names
    own = found[found["area"].isin([asked.area.code, *regions])]
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


def _keep(found: pd.DataFrame, area: Area) -> pd.DataFrame:
    inside = to_inside(area)
    return found if inside is None else found[found["area"].isin(inside)]
