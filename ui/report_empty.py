"""What is said where there is nothing to report, and why."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from indicators.periods import Quarter
from reporting.obligations import due_day
from ui import formats
from words import _


def show_not_asked(*, has_areas: bool) -> None:
    """Nothing is owed; `has_areas`: the reporter has areas, but of a level that reports nothing."""
    if has_areas:
        said = _(
            "Dina områden är inga som rapporterar. Det gör lokalpolisområden och polisregioner. "
            "Be en administratör att se över ”Rapporterar för”."
        )
    else:
        said = _(
            "Du har inga områden att rapportera för. Be en administratör att lägga till dem under "
            "”Rapporterar för”."
        )
    st.info(said)


def show_no_hits(clear: Callable[[], None]) -> None:
    """The choice leaves no report, and the way out of it."""
    st.info(_("Inga rapporter passar urvalet."))
    st.button(_("Rensa urvalet"), on_click=clear, key="rapporter_rensa")


def show_all_done(today: date) -> None:
    """All is sent; what comes next, and when it is due."""
    running = Quarter.of(today)
    st.success(
        _("Inget återstår. Nästa rapporter gäller {period} och ska vara inne {day}.").format(
            period=running.name, day=formats.day(due_day(running))
        )
    )
