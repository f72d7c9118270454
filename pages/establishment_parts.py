"""The upper part of Etablering: how far, areas per stage over time, and what has stalled."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd
import streamlit as st

import settings
from data_access.milestones import fetch_milestones
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from indicators.forecast import Forecast
from indicators.stages import ESTABLISHED
from pages import sheets
from pages.establishment_reads import Picture, to_deadline
from ui import chart_base, filters, pace_numbers, pace_tables, pace_words, stage_chart, time_axis
from ui.chart_base import Title
from ui.choice import Choice
from ui.pace_choice import PRIORITISED, PaceChoice
from ui.sheet import Sheet, to_about, to_source
from words import _

_MOST_LINKS = 8


class Asked(NamedTuple):
    """What is shown: the choice, the page's own, what it found, and its place in words."""

    choice: Choice
    own: PaceChoice
    found: Picture
    of: str
    viewer: Viewer

    @property
    def on(self) -> date:
        """The day."""
        return self.choice.day

    @property
    def only_prioritised(self) -> bool:
        """Whether prioritised areas alone are counted."""
        return self.own.base == PRIORITISED

    @property
    def source(self) -> tuple[str, ...]:
        """What stands below a picture's title."""
        return to_source(self.on, _("rådens händelser"), example=settings.load().example)

    @property
    def marks(self) -> pd.DataFrame:
        """The milestones that charts of time show."""
        return time_axis.to_marks(fetch_milestones(viewer=self.viewer), FIRST_DAY, self.end)

    @property
    def end(self) -> date:
        """The last day of charts of time: the next deadline's, where there is one."""
        return to_deadline(self.on, viewer=self.viewer) or self.on

    def to_sheet(self, table: pd.DataFrame, told: str, definition: str) -> Sheet:
        """The table with what it says of itself."""
        source = _("Rådens händelser")
        about = to_about(
            _("Etablering"), self.of, self.on, definition, source, example=settings.load().example
        )
        return Sheet(table, told, about)


def to_answer(asked: Asked) -> str:
    """How far, and where the pace leads; of a single area where it stands."""
    found, only = asked.found, asked.only_prioritised
    if len(found.courses) == 1:
        return _to_one(asked)
    base = found.prioritised if only else found.all
    far = pace_words.how_far(base.established, base.areas, asked.on, prioritised=only)
    beside = None if only or not found.prioritised.areas else found.prioritised
    return f"{far} {pace_words.where_to(base, beside)}"


def _to_one(asked: Asked) -> str:
    (one,), found = asked.found.courses, asked.found
    turns = one.turns_by(asked.on)
    days = found.stalled[0].days if found.stalled else None
    since = turns[-1].day if turns else None
    return pace_words.one_area(found.names[one.code], one.stage_on(asked.on), since, days)


def show_numbers(asked: Asked) -> None:
    """The headline figures in a row."""
    found = asked.found
    new = sum(found.new.get(quarter, 0) for quarter in found.past)
    pace_numbers.show_numbers(
        (found.prioritised.established, found.prioritised.areas),
        new,
        found.past,
        found.waits,
        len(found.stalled),
        asked.own.still,
    )


def show_stages(asked: Asked) -> None:
    """Areas per stage, quarter by quarter, and the same as a table."""
    found = asked.found
    ahead = found.prioritised.ahead if asked.only_prioritised else found.all.ahead
    drawing = stage_chart.to_chart(
        found.bars, FIRST_DAY, asked.marks, ahead if isinstance(ahead, Forecast) else None
    )
    established = [bar.counts.get(ESTABLISHED, 0) for bar in found.bars]
    told = pace_words.course(established, asked.on)
    title = Title((_("Områden per steg, kvartal för kvartal"), asked.of), asked.source)
    chart_base.show(drawing, title, told, "etablering_steg")
    notes: Sequence[str] = [
        pace_words.basis(ahead) if isinstance(ahead, Forecast) else "",
        pace_words.partly(found.partly) if found.partly else "",
    ]
    st.caption(" ".join(one for one in [*notes, pace_words.division()] if one))
    with st.expander(_("Samma siffror som tabell")):
        sheet = asked.to_sheet(pace_tables.to_stages(found.bars), told, pace_words.stage_rule())
        sheets.show(sheet, "etablering-steg", page="etablering", viewer=asked.viewer)


def show_stalled(asked: Asked) -> None:
    """The areas on the way of which nothing is heard, each with the way to its page."""
    found = asked.found
    st.header(_("Har stannat av"), anchor=False)
    missing = [found.names[one.code] for one in found.courses if one.stage_on(asked.on) is None]
    st.markdown(pace_words.stalled(found.stalled, asked.own.still, missing))
    for one in found.stalled[:_MOST_LINKS]:
        code = one.course.code
        st.page_link(
            "omrade.py",
            label=pace_words.stalled_one(one, found.names[code]),
            query_params=filters.parameters() | {"omrade": code},
        )
    more = len(found.stalled) - _MOST_LINKS
    if more > 0:
        st.caption(pace_words.more_stalled(more))
