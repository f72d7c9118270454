"""The fields of Täckning, bound to the address, and the list whose rows select an area."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from ui import arrow, filters, formats, paper
from ui.coverage_choice import ALLOWED, per_name, short_name, shown_name
from ui.tall_tables import to_height
from words import _

HEIGHT = 330
_LIST = "tackning_lista"


def show_shown(*, only: bool) -> None:
    """All of the areas without a council, or the prioritised alone."""
    everything, prioritised = ALLOWED["visa"]
    _show("visa", _("Visa"), prioritised if only else everything, shown_name)


def show_groups(per: str, of: str) -> None:
    """By which level, and of which share."""
    with st.container(horizontal=True):
        _show("per", _("Per"), per, per_name)
        _show("av", _("Andel av"), of, short_name)


def _show(name: str, label: str, value: str, to_name: Callable[[str], str]) -> None:
    key = f"tackning_{name}"
    st.session_state[key] = value

    def write() -> None:
        chosen = st.session_state[key]
        filters.put(**{name: None if chosen == ALLOWED[name][0] else chosen})

    st.segmented_control(
        label,
        list(ALLOWED[name]),
        required=True,
        format_func=to_name,
        key=key,
        on_change=write,
        label_visibility="collapsed",
    )


def show_gaps(table: pd.DataFrame, codes: Sequence[str], selected: str | None) -> None:
    """The list, a row for each code; a row selects its area, and a selected area its row."""
    rows = [list(codes).index(selected)] if selected in codes else []
    st.session_state[_LIST] = {"selection": {"rows": rows}}
    percent = st.column_config.NumberColumn(format="%.0f %%", width=62)
    with paper.twinned(table, "luckor"):
        st.dataframe(
            arrow.to_table(table),
            hide_index=True,
            key=_LIST,
            on_select=lambda: filters.take_row("omrade", _LIST, list(codes), rows),
            selection_mode="single-row",
            height=to_height(len(table), HEIGHT),
            placeholder=formats.NONE,
            column_config={
                _("Område"): st.column_config.TextColumn(width=150),
                _("Unga"): st.column_config.NumberColumn(format="localized", width=62),
                _("Prioriterat"): st.column_config.TextColumn(width=78),
                _("Steg"): st.column_config.TextColumn(width=96),
                _("Sedan"): st.column_config.DateColumn(format="YYYY-MM-DD", width=86),
                _("Andel"): percent,
                _("Hittills"): percent,
            },
            alt=_(
                "Områden utan etablerat råd, prioriterade först, efter hur många unga som bor där"
            ),
        )
