"""The fields of Deltagande, bound to the address."""

from collections.abc import Callable, Sequence

import streamlit as st

from indicators.participation import INVITED, MEMBER
from indicators.periods import Quarter, period_name
from ui import filters
from ui.field_row import Field
from ui.meeting_choice import (
    LOCAL,
    ONE,
    REGIONAL,
    YEAR,
    MeetingChoice,
    councils_name,
    form_name,
)
from ui.select_field import to_field
from words import _

KEY = "deltagandeval"


def to_fields(asked: MeetingChoice, periods: Sequence[Quarter], newest: Quarter) -> list[Field]:
    """Which councils, whom and when."""
    names = {str(one): period_name(str(one)) for one in reversed(periods)}
    span = {ONE: _("Kvartalet"), YEAR: _("Fyra kvartal")}
    period = to_field(150, "period", _("Till och med"), str(asked.period), names, str(newest))
    quarters = to_field(150, "kvartal", _("Räkna över"), str(asked.quarters), span, ONE)
    councils = _segments("rad", _("Råd"), asked.councils, (LOCAL, REGIONAL), councils_name)
    form = _segments("form", _("Deltar som"), asked.form, (MEMBER, INVITED), form_name)
    return [Field(255, councils), Field(255, form), period, quarters]


def _segments(
    name: str, label: str, value: str, options: Sequence[str], to_name: Callable[[str], str]
) -> Callable[..., None]:
    """Two things side by side, one of them chosen; the first is left out of the address."""
    key = f"c_{name}"

    def write() -> None:
        chosen = st.session_state[key]
        filters.put(**{name: None if chosen in (options[0], None) else chosen})

    def show_them(width: int) -> None:
        st.session_state[key] = value
        st.segmented_control(
            label,
            list(options),
            required=True,
            format_func=to_name,
            key=key,
            on_change=write,
            width=width,
        )

    return show_them
