"""The parts of Insatser och mål, its fields bound to the address, and its headline figures."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from ui import cards, filters
from ui.field_row import Field
from ui.select_field import to_field
from ui.trend_choice import QUARTER, YEAR
from ui.work_choice import MEASURES, PARTS, part_name
from words import _

_PART, _CARD = "insatser_del", 290


class Card(NamedTuple):
    """A headline figure: what it is, the figure, what stands below, and how it is counted."""

    label: str
    value: str
    below: str
    definition: str


def show_cards(figures: Sequence[Card]) -> None:
    """The headline figures in a row."""
    cards.show(figures, "insatser", _CARD)


def show_parts(part: str) -> None:
    """The page's parts, one chosen."""
    st.session_state[_PART] = part
    st.segmented_control(
        _("Del"),
        list(PARTS),
        required=True,
        format_func=part_name,
        key=_PART,
        on_change=_chosen,
        label_visibility="collapsed",
    )


def _chosen() -> None:
    part = st.session_state[_PART]
    filters.put(**{"del": None if part in (MEASURES, None) else part})


def to_period_field(by: str) -> Field:
    """Quarter or year."""
    periods = {QUARTER: _("Senaste kvartalet"), YEAR: _("Året hittills")}
    return to_field(175, "tid", _("Period"), by, periods, QUARTER)


def show_no_release() -> None:
    """Said before anything is published."""
    st.info(
        _(
            "Ingen utgåva är publicerad än. Insatser, mål, hinder och resurser visas när den "
            "nationella samordnaren har publicerat den första."
        )
    )
