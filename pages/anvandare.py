"""Who may come in and what each may do: the administratör's page."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

import clock
from data_access.people import access_history, list_people
from data_access.viewer import Role
from pages import asking, reads
from pages.people_save import gives_roles, save, to_given
from pages.trouble import refusals_told
from ui import notices, people, people_form, people_notices
from ui.headings import as_text
from ui.people_form import Given
from words import _

VIEWER = asking.current_viewer()
TODAY = clock.today()
OURS = gives_roles()
ROLES = [str(role) for role in Role]


def show_person(row: Mapping[str, Any], labels: dict[str, str], names: dict[str, str]) -> None:
    """One person: the form, what has been changed, and the way back."""
    expected, account = row["id"], (row["issuer"], row["subject"])
    given = to_given(row, *account)
    st.header(as_text(names[row["person"]]), anchor=False)
    st.caption(as_text(_("{subject} hos {issuer}").format(subject=account[1], issuer=account[0])))
    keep = partial(save, given, expected, labels)
    key = f"person_{row['person']}_{expected}"
    people_form.show(given, ROLES, labels, keep, key=key, ours=OURS)
    history = access_history(row["person"], viewer=VIEWER)
    if history.empty:
        return
    st.subheader(_("Ändringar"), anchor=False)
    people.show_history(history, labels, names, TODAY)
    if len(history) > 1:
        earlier = to_given(history.to_dict("records")[1], *account)
        people_form.show_restore(given, earlier, labels, keep, key=f"ater_{key}")


def show_new(found: Any, labels: dict[str, str]) -> None:
    """The form for somebody who has not signed in yet."""
    issuers = found["issuer"].mode()
    given = Given(issuer="" if issuers.empty else issuers[0])
    keep = partial(save, given, 0, labels)
    with st.expander(_("Ny person")):
        people_form.show(given, ROLES, labels, keep, key=f"ny_{len(found)}", ours=OURS, new=True)


def show_all() -> None:
    """Everybody, the chosen person, and a new one."""
    found = list_people(viewer=VIEWER)
    labels = people.area_labels(reads.fetch_names(TODAY, viewer=VIEWER))
    st.header(people.headline(found, ours=OURS), anchor=False)
    if not OURS:
        st.info(_("Roll och områden kommer från inloggningstjänsten; här kan en person spärras."))
    notices.show(people_notices.PAGE)
    searched = people.find(found, people.show_search())
    chosen = st.query_params.get("person")
    if searched.empty:
        st.info(_("Ingen att visa. Den som har loggat in kommer med här av sig själv."))
    else:
        table = people.to_table(searched, labels, TODAY, ours=OURS)
        people.show_people(table, searched["person"].to_list(), chosen)
    names = {row["person"]: row["label"] or row["subject"] for row in found.to_dict("records")}
    if chosen in names:
        show_person(found[found["person"] == chosen].to_dict("records")[0], labels, names)
    elif chosen:
        st.warning(_("Personen i adressen finns inte. Välj en i tabellen."))
    if OURS:
        show_new(found, labels)


with refusals_told():
    show_all()
