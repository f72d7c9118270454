"""The buttons over the list, for several reports at once."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from indicators.reporting import SENT
from ui.review_confirm import ask
from ui.review_notices import APPROVE, SEND_BACK
from ui.review_opening import open_one
from ui.review_search import to_units
from words import _, plural


def show_bulk(
    chosen: Sequence[dict[str, Any]],
    whole: Sequence[dict[str, Any]],
    of: str,
    who: object,
) -> None:
    """What can be done with the chosen rows; with none chosen, with all in a region's period,
    `whole`, named by `of` (`Nord för 2026 K3`); without a name nothing is offered. `who` looks."""
    if not chosen and not (whole and of):
        st.caption(
            _(
                "Välj rader för att godkänna flera. Välj polisregion och period under Behöver "
                "granskas för att godkänna alla där."
            )
        )
        return
    rows = list(chosen or whole)
    count = sum(row["state"] == SENT for row in rows)
    if chosen:
        yes = plural("Godkänn {n} vald", "Godkänn {n} valda", count)
        no = _("Begär komplettering")
    else:
        yes = plural("Godkänn {n} inlämnad i", "Godkänn alla {n} inlämnade i", count) + f" {of}"
        no = ""
    with st.container(horizontal=True):
        _show_open(chosen)
        st.button(
            yes,
            type="primary",
            key="granska_godkann_flera",
            disabled=not count,
            on_click=ask,
            args=(APPROVE, rows, who),
        )
        if no:
            st.button(
                no,
                key="granska_begar_flera",
                disabled=not count,
                on_click=ask,
                args=(SEND_BACK, rows, who),
            )


def _show_open(chosen: Sequence[dict[str, Any]]) -> None:
    """The way to the report of a single chosen row."""
    if len(chosen) == 1:
        (unit,) = to_units(pd.DataFrame(chosen))
        st.button(_("Öppna"), key="granska_oppna_vald", on_click=open_one, args=(unit,))
