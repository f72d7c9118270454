"""The template to take away: made for the reporter and a period, at the click."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

import settings
from data_access.report_context import read_context
from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages.export import to_maker
from reporting.obligations import to_periods
from reporting.template import to_template
from ui import field_row, filters
from ui.field_row import Field
from ui.report_words import quarter_words
from words import _

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PERIOD, _KEY = "period", "f_mallperiod"


def to_period(owed: pd.DataFrame, today: date) -> Quarter:
    """The period that the address asks for, else the newest that something is left to do of, else
    the last that has ended."""
    periods = to_periods(today)
    asked = st.query_params.get(_PERIOD)
    known = {str(period): period for period in periods}
    if asked in known:
        return known[asked]
    left = owed[owed["to_do"]]["period"] if not owed.empty else []
    newest = max(map(str, left), default=str(periods[max(len(periods) - 2, 0)]))
    return known.get(newest, periods[-1])


def show_template(period: Quarter, viewer: Viewer, today: date) -> None:
    """A choice of period, and the button."""
    st.session_state[_KEY] = str(period)
    choice = Field(260, partial(_show_period, today))
    button = Field(160, partial(_show_button, period, viewer, today))
    field_row.show([choice, button], key="mall")
    st.caption(
        _(
            "Mallen har dina områden, listor att välja ur och förra periodens värden. Den första "
            "fliken berättar hur du fyller i."
        )
    )


def _show_period(today: date, *, width: int) -> None:
    st.selectbox(
        _("Period"),
        [str(one) for one in to_periods(today)[::-1]],
        format_func=lambda code: quarter_words(Quarter.parse(code)).capitalize(),
        key=_KEY,
        on_change=filters.bound(_PERIOD, _KEY),
        width=width,
    )


def _show_button(period: Quarter, viewer: Viewer, today: date, *, width: int) -> None:
    st.download_button(
        _("Hämta mall"),
        to_maker(_to_make(period, viewer, today), viewer, "rapportmall", {"period": str(period)}),
        file_name=f"rapportering-{period}.xlsx",
        mime=XLSX,
        on_click="ignore",
        icon=":material/download:",
        key="hamta_mall",
        width=width,
    )


def _to_make(period: Quarter, viewer: Viewer, today: date) -> Callable[[], bytes]:
    def make() -> bytes:
        context = read_context(period, viewer=viewer, today=today)
        return to_template(context, example=settings.load().example)

    return make
