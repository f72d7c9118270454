"""One's own sendings, and the way back from one of them."""

from collections.abc import Callable, Sequence
from datetime import datetime

import pandas as pd
import streamlit as st

from indicators.reporting import UNDONE, to_told
from ui import report_notices
from ui.formats import moment
from ui.headings import as_text
from ui.report_words import kind_title, state_name
from words import _, plural


def to_sendings(sent: pd.DataFrame) -> pd.DataFrame:
    """One's own sendings, the newest first: sending, recorded_at, units, kinds, states (codes),
    undone_at (NaT unless it is undone) and `undoable`: every unit is."""
    undone_at = sent["state_at"].where(sent["state"] == UNDONE)
    told = to_told(sent["state"], sent["release"])
    grouped = sent.assign(undone_at=undone_at, state=told).groupby("sending", sort=False)
    found = grouped.agg(
        recorded_at=("recorded_at", "first"),
        units=("kind", "size"),
        kinds=("kind", lambda codes: sorted(set(codes))),
        states=("state", lambda states: sorted(set(states))),
        undone_at=("undone_at", "max"),
        undoable=("undoable", "all"),
    ).reset_index()
    return found.sort_values("sending", ascending=False, ignore_index=True)


def show_sendings(found: pd.DataFrame) -> None:
    """One's own sendings as a table."""
    rows = found.to_dict("records")
    st.dataframe(
        pd.DataFrame(
            {
                _("Inlämning"): [row["sending"] for row in rows],
                _("När"): [moment(row["recorded_at"]) for row in rows],
                _("Rapporter"): [row["units"] for row in rows],
                _("Vad"): [", ".join(map(kind_title, row["kinds"])) for row in rows],
                _("Läge"): [_to_state(row["states"], row["undone_at"]) for row in rows],
            }
        ),
        hide_index=True,
        alt=_("Mina senaste inlämningar med läge"),
    )


def _to_state(states: Sequence[str], undone_at: datetime) -> str:
    """`godkänd, inlämnad`, or `ångrad 2026-11-25 14:03`: a sending is undone as a whole."""
    told = ", ".join(map(state_name, states))
    return told if pd.isna(undone_at) else f"{told} {moment(undone_at)}"


def show_undo(
    sending: int, units: Sequence[str], undo: Callable[[int, str], None], *, key: str
) -> None:
    """The way back from one's own last sending: what it holds, a reason, and the button."""
    holds = plural("{n} rapport", "{n} rapporter", len(units))
    st.markdown(
        _(
            "Inlämning {number} innehåller {holds}. Ångrar du den gäller det som stod före, "
            "och det "
            "du lämnade in blir ditt utkast igen."
        ).format(number=sending, holds=holds)
    )
    st.markdown("\n".join(f"- {as_text(unit)}" for unit in units[:20]))
    with st.form(key, border=True):
        reason = f"{key}_skal"
        st.text_input(
            _("Varför ångrar du?"),
            key=reason,
            max_chars=500,
            help=_("Skriv inga uppgifter om enskilda personer."),
        )
        report_notices.show_refused()
        st.form_submit_button(
            _("Ångra inlämning {number}").format(number=sending),
            on_click=lambda: undo(sending, st.session_state[reason].strip()),
        )
