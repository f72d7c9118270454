"""What the page needs to warn before one is signed out: hidden, for web/session_end.js."""

from html import escape
from time import time

import streamlit as st

from words import _, tag

KEY = "sittning"


def show(idle: float, left: float) -> None:
    """The seconds without use and from now on until one is signed out, the words of the warning,
    and the buttons that it presses."""
    told = {"idle": f"{idle:.0f}", "left": f"{left:.0f}", "told": f"{time():.3f}", "tag": tag()}
    told |= _to_words()
    data = " ".join(f'data-{name}="{escape(text)}"' for name, text in told.items())
    st.html(f'<p class="sittning" {data}></p>')
    st.button(_("Fortsätt"), key="sittning_fortsatt")
    st.button(_("Logga in igen"), key="sittning_logga_in", on_click=st.login)


def _to_words() -> dict[str, str]:
    """By name in the script; `{time}` is put in there, by the reader's clock."""
    return {
        "idle-title": _("Är du kvar?"),
        "idle-text": _("Du har inte gjort något på en stund och loggas ut klockan {time}."),
        "end-title": _("Snart behöver du logga in igen"),
        "end-text": _(
            "En inloggning gäller en arbetsdag, och din går ut klockan {time}. Det du har skrivit "
            "i en rapport är sparat som utkast. Du kommer tillbaka till samma vy."
        ),
        "over-title": _("Du är utloggad"),
        "over-text": _("Det du har skrivit i en rapport är sparat som utkast."),
        "go-on": _("Fortsätt"),
        "sign-in": _("Logga in igen"),
        "close": _("Stäng"),
    }
