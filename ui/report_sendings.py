"""One's own sendings, and the way back from one of them."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from ui.formats import moment
from ui.headings import as_text
from ui.report_words import kind_title, state_name
from words import _, plural


def to_sendings(sent: pd.DataFrame) -> pd.DataFrame:
    """One's own sendings, the newest first: sending, recorded_at, units, kinds, states (codes)
    and `open`: no unit is approved."""
    grouped = sent.groupby("sending", sort=False)
    found = grouped.agg(
        recorded_at=("recorded_at", "first"),
        units=("kind", "size"),
        kinds=("kind", lambda codes: sorted(set(codes))),
        states=("state", lambda states: sorted(set(states))),
    ).reset_index()
    found["open"] = [not {"godkand", "upplast"} & set(states) for states in found["states"]]
    return found.sort_values("sending", ascending=False, ignore_index=True)


def show_sendings(found: pd.DataFrame) -> None:
    """One's own sendings as a table."""
    rows = found.to_dict("records")
    st.dataframe(
        pd.DataFrame(
            {
                _("Sändning"): [row["sending"] for row in rows],
                _("När"): [moment(row["recorded_at"]) for row in rows],
                _("Rapporter"): [row["units"] for row in rows],
                _("Vad"): [", ".join(map(kind_title, row["kinds"])) for row in rows],
                _("Läge"): [", ".join(map(state_name, row["states"])) for row in rows],
            }
        ),
        hide_index=True,
        alt=_("Mina senaste sändningar med läge"),
    )


def show_undo(
    sending: int, units: Sequence[str], undo: Callable[[int, str], None], *, key: str
) -> None:
    """The way back from one's own last sending: what it holds, a reason, and the button."""
    holds = plural("{n} rapport", "{n} rapporter", len(units))
    st.markdown(
        _("Sändning {number} innehåller {holds}. Ångrar du den gäller det som stod före.").format(
            number=sending, holds=holds
        )
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
        st.form_submit_button(
            _("Ångra sändning {number}").format(number=sending),
            on_click=lambda: undo(sending, st.session_state[reason].strip()),
        )
