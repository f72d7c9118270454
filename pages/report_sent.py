"""One's own latest sendings, and the way back from the last of them."""

from functools import partial

import streamlit as st

import clock
from data_access.register import fetch_register
from data_access.submissions import list_own_sendings
from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages import reads
from pages.report_sending import undo_sending
from reporting.rows import Unit
from ui import report_sendings
from ui.report_words import Names
from words import _

_LATEST = 30


def show(viewer: Viewer) -> None:
    """The sendings, newest first, also those undone; one that holds and that nobody has approved
    can be undone."""
    mine = list_own_sendings(viewer=viewer, latest=_LATEST)
    if mine.empty:
        st.info(_("Du har inte lämnat in något än."))
        return
    found = report_sendings.to_sendings(mine)
    report_sendings.show_sendings(found)
    names = to_names(viewer)
    undoable = found[found["undoable"]]["sending"].to_list()
    if not undoable:
        st.caption(_("Ingen av dem går att ångra: de är godkända, ångrade eller ersatta."))
        return
    with st.expander(_("Ångra en inlämning")):
        chosen = st.selectbox(_("Inlämning"), undoable, key="angra_val", width=160, format_func=str)
        rows = mine[mine["sending"] == chosen].to_dict("records")
        units = [Unit(row["area"], row["kind"], Quarter.parse(row["period"])) for row in rows]
        report_sendings.show_undo(
            chosen,
            [names.unit(unit) for unit in units],
            partial(undo_sending, names=names),
            key=f"angra_{chosen}",
        )


def to_names(viewer: Viewer) -> Names:
    """What areas and choices are called today."""
    areas = reads.fetch_names(clock.today(), viewer=viewer)
    flat = {code: name for of_level in areas.values() for code, name in of_level.items()}
    return Names(fetch_register(viewer=viewer), flat)
