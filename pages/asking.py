"""Who is asking: the provider's word for it, or the demonstration's chosen role."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

import settings
from data_access import audit
from data_access.audit import Action
from data_access.kind import ensure_no_people
from data_access.sign_in import NotAdmitted, SessionOver, admit
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from pages import accessibility
from ui import filters, sign_in

_ROLE, _REFUSED = "bob_role", "bob_refused_pages"
PARAMETER = "roll"  # of the demonstration; with sign-in it means nothing


@dataclass(frozen=True)
class Asked:
    """A viewer, or why there is none: '' = nobody has signed in yet."""

    viewer: Viewer | None
    reason: str = ""
    person: str | None = None


def ask() -> Asked:
    """Who is asking in this run. Raises DatabaseUnavailable."""
    if not settings.load().signs_in:
        ensure_no_people()
        return Asked(DEMONSTRATIONS[_demonstration_role()])
    claims = st.user.to_dict()
    if not claims.get("is_logged_in"):
        return Asked(None)
    try:
        return Asked(admit(claims))
    except SessionOver as error:
        return Asked(None, error.reason)
    except NotAdmitted as error:
        return Asked(None, error.reason, error.person)


def current_viewer() -> Viewer:
    """The viewer of this run, an argument of every query.

    Every page begins with it: without a viewer the sign-in page is shown and the run ends.
    """
    asked = ask()
    if asked.viewer is None:
        sign_in.show(asked.reason, asked.person)
        sign_in.show_for_all(accessibility.show)
        st.stop()
    return asked.viewer


def to_asking_again() -> Callable[[], Viewer]:
    """For what is done after the run, when `st.user` can't be read: who asked in this run, as she
    is then. Raises NotAdmitted, SessionOver, DatabaseUnavailable when called."""
    if not settings.load().signs_in:
        viewer = DEMONSTRATIONS[_demonstration_role()]
        return lambda: viewer
    claims = st.user.to_dict()
    return lambda: admit(claims)


def choose_role(role: Role) -> None:
    """Look at the demonstration as another role."""
    st.query_params[PARAMETER] = str(role)


def _demonstration_role() -> Role:
    """By the address, which a change of page empties, else as chosen before."""
    told = st.query_params.get(PARAMETER, st.session_state.get(_ROLE, Role.LASARE))
    role = Role(told) if told in set(Role) else Role.LASARE
    st.session_state[_ROLE] = role
    filters.put(**{PARAMETER: None if role is Role.LASARE else str(role)})
    return role


def note_refusal(viewer: Viewer, page: str) -> None:
    """Note that somebody asked for a page that is not for her role, once a visit and page."""
    noted = st.session_state.setdefault(_REFUSED, set())
    if page not in noted:
        audit.note(viewer, Action.REFUSAL, f"sida {page}")
        noted.add(page)
