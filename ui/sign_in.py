"""What somebody sees who is not let in: to sign in, or why not, and what to do."""

from collections.abc import Callable

import streamlit as st

from ui import languages
from words import _


def show(reason: str, person: str | None) -> None:
    """The sign-in page. `reason` '' = not signed in yet; `person` is the pseudonym to ask with."""
    if reason in ("", "ended", "too-long", "idle"):
        st.title(_("Logga in"), anchor=False)
        _show_sign_in(reason)
        return
    st.title(_("Ingen behörighet"), anchor=False)
    st.warning(_not_admitted(reason))
    if person:
        st.markdown(_("Uppge den här beteckningen när du hör av dig:"))
        st.code(person, language=None)
    st.button(_("Logga ut"), on_click=st.logout, key="logga-ut")


def show_for_all(show_statement: Callable[[], None]) -> None:
    """What is for everybody: the page in another language, and the accessibility statement."""
    languages.show_switch()
    with st.expander(_("Tillgänglighetsredogörelse")):
        show_statement()


def _show_sign_in(reason: str) -> None:
    if reason:
        st.info(_over(reason))
    st.markdown(
        _(
            "Lägesbild bob visar samverkan mot rekrytering av barn och unga till organiserad "
            "brottslighet. Logga in med ditt konto hos din myndighet."
        )
    )
    # one who has been here before must let go of the old cookie first
    st.button(_("Logga in"), type="primary", on_click=st.login, key="logga-in")


def _over(reason: str) -> str:
    return {
        "ended": _("Du är utloggad. Logga in igen för att fortsätta."),
        "too-long": _("Inloggningen gäller en arbetsdag. Logga in igen för att fortsätta."),
        "idle": _("Du har varit borta en stund och är utloggad. Logga in igen för att fortsätta."),
    }[reason]


def _not_admitted(reason: str) -> str:
    none_yet = _("Du är inloggad, men har ännu ingen behörighet här. Be administratören om den.")
    told = {
        "unknown": none_yet,
        "no-role": none_yet,
        "blocked": _("Din behörighet är spärrad. Hör av dig till administratören."),
        "expired": _("Din behörighet har gått ut. Be administratören förlänga den."),
    }
    fault = _(
        "Du är inloggad, men uppgifterna om din roll och dina områden går inte att läsa. Hör av "
        "dig till administratören."
    )
    return told.get(reason, fault)
