"""The headline figures of Etablering, and the fields of the page."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from indicators.pace import Wait
from indicators.periods import Quarter
from ui import formats, pace_words
from ui.controls import show_select
from ui.field_row import Field
from ui.pace_choice import ALL, ALLOWED, PRIORITISED, PaceChoice
from ui.trend_points import period_name
from words import _, plural

_BAR = 4  # fields of the filter bar: region, län, område, dag
_WIDTH = 262  # pixels, in which the longest label has room


def add_fields(fields: Sequence[Field], own: PaceChoice) -> list[Field]:
    """The filter bar's fields with the page's own: which areas, and from when one has stalled.
    They stand before what clears the choice."""
    bases = {ALL: _("Alla områden"), PRIORITISED: _("Prioriterade")}
    first, *_others = ALLOWED["stilla"]
    in_order = sorted(ALLOWED["stilla"], key=int)
    still = {days: plural("{n} dag", "{n} dagar", int(days)) for days in in_order}
    base = partial(show_select, "bas", _("Räkna på"), own.base, bases, ALL)
    days = partial(show_select, "stilla", _("Stannat av efter"), str(own.still), still, first)
    return [*fields[:_BAR], Field(140, base), Field(140, days), *fields[_BAR:]]


def show_numbers(
    prioritised: tuple[int, int],
    new: int,
    past: Sequence[Quarter],
    waits: Sequence[Wait],
    stalled: int,
    still: int,
) -> None:
    """In a row: `prioritised` (established, areas), `new` in the quarters `past`, the wait to
    established, and how many have `stalled`."""
    established, areas = prioritised
    median, over = pace_words.wait(waits)
    when = (
        f"{period_name(str(past[0]))}–{period_name(str(past[-1]))}"
        if past
        else _("inget helt kvartal än")
    )
    with st.container(horizontal=True, key="etableringstal"):
        _show(
            _("Prioriterade med etablerat råd"),
            _("{n} av {of}").format(n=established, of=areas) if areas else formats.NONE,
            _("hela området") if areas else _("inga bedömda så"),
            pace_words.prioritised_rule(),
        )
        _show(
            _("Nya, fyra hela kvartal"),
            formats.number(new) if past else formats.NONE,
            when,
            pace_words.new_rule(),
        )
        _show(_("Första steg till etablerat"), median, over, pace_words.wait_rule())
        _show(
            _("Har stannat av"),
            formats.number(stalled),
            _("tysta i {n} dagar eller mer").format(n=still),
            pace_words.stalled_rule(still),
        )


def _show(label: str, value: str, below: str, definition: str) -> None:
    st.metric(
        label,
        value,
        delta=below,
        delta_color="off",
        delta_arrow="off",
        help=definition,
        border=True,
        width=_WIDTH,
    )
