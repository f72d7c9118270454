"""The spreadsheet: the template to take away, and the file that comes back."""

from datetime import date

import pandas as pd
import streamlit as st

from data_access.receiving import receive
from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages import report_file, turns
from pages.report_file_desk import FileDesk, make
from pages.report_template import show_template, to_period
from ui.headings import as_text
from words import _

_NUMBER, _DESK = "bob_report_upload", "bob_report_file"
_MOST_MB = 10


def show(owed: pd.DataFrame, viewer: Viewer, today: date) -> None:
    """Template out, file in, what it says, and the sending of it."""
    period = to_period(owed, today)
    st.subheader(_("1. Hämta mallen och fyll i"), anchor=False)
    show_template(period, viewer, today)
    st.subheader(_("2. Läs in filen"), anchor=False)
    number = st.session_state.setdefault(_NUMBER, 0)
    uploaded = st.file_uploader(
        _("Ifylld mall, eget kalkylblad (XLSX) eller CSV, högst {most} MB").format(most=_MOST_MB),
        key=f"fil_{number}",
        max_upload_size=_MOST_MB,
        help=_(
            "En fil kan gälla flera områden, rapporter och perioder. Filen sparas inte, bara "
            "uppgifterna när du har lämnat in dem."
        ),
    )
    if uploaded is None:
        st.session_state.pop(_DESK, None)
        # The field's own word for it is a tooltip in English, and can't be given another
        st.caption(
            _(
                "Inget lagras förrän filen är hel och du har granskat den. Blir filens ruta röd är "
                "filen större än {most} MB: dela upp den på flera."
            ).format(most=_MOST_MB)
        )
        return
    desk: FileDesk | None = st.session_state.get(_DESK)
    # A row without a period goes to the one that the page shows, so it is read anew with another
    if desk is None or not desk.is_of(uploaded.file_id, period, viewer):
        desk = _read(uploaded.file_id, uploaded.name, uploaded.getvalue(), period, viewer)
        st.session_state[_DESK] = desk
    report_file.show(desk, uploaded.getvalue, _forget)


def _forget() -> None:
    """After sending: an empty place for the next file. Runs in a callback."""
    st.session_state[_NUMBER] += 1
    st.session_state.pop(_DESK, None)


def _read(file_id: str, name: str, data: bytes, period: Quarter, viewer: Viewer) -> FileDesk:
    """Read and check the file while telling so."""
    told = st.empty()
    words = _("Läser och kontrollerar {name} …").format(name=as_text(name))
    with told.status(words), turns.given_up():  # a large file takes seconds
        received = receive(data, default=period, viewer=viewer)
        desk = make(file_id, name, received, period, viewer)
    told.empty()
    return desk
