"""Region by region in Etablering: newly established areas a quarter, how fast each comes, and its
areas."""

from functools import partial

import streamlit as st

from geodata.division import FIRST_DAY
from indicators.groups import Group
from indicators.periods import Quarter, period_name
from pages import charts, establishment_explained, kept, sheets
from pages.charts import Drawn
from pages.establishment_asked import Asked
from ui import course_chart, new_chart, pace_rule_words, pace_tables, pace_words, time_axis
from ui.chart_base import Title
from ui.place_words import level_name
from ui.sheet import Beside, Sheet
from words import _


def show_groups(asked: Asked) -> None:
    """Newly established areas a quarter of each region, and how fast each comes along."""
    found = asked.found
    level = level_name(found.level)
    st.header(_("Takten per {level}").format(level=level.lower()), anchor=False)
    left, right = st.columns([2, 3], gap="large")
    with left:
        charts.show_kept("etablering_nya", partial(_to_new, asked), asked.viewer, says=True)
    with right:
        sheet = kept.show("etablering-takt", partial(_to_sheet, asked), asked.viewer)
        known = partial(establishment_explained.of_group, asked)
        sheets.show(sheet, "etablering-takt", page="etablering", viewer=asked.viewer, explain=known)
        st.caption(pace_rule_words.wait_rule())


def _to_new(asked: Asked) -> Drawn:
    quarters = _to_quarters(asked)
    drawing = new_chart.to_chart([(one.name, one.new) for one in asked.found.groups], quarters)
    title = Title((_("Nyetablerade områden per kvartal"), asked.of), asked.source)
    return Drawn(drawing, title, _to_told(asked), "etablering_nya")


def _to_sheet(asked: Asked) -> Sheet:
    found, quarters = asked.found, _to_quarters(asked)
    table = pace_tables.to_groups(found.groups, quarters, found.past, level_name(found.level))
    new = _("Områden som blev etablerade det kvartalet.")
    own = Beside(columns={period_name(str(one)): new for one in quarters})
    return asked.to_sheet(table, _to_told(asked), pace_rule_words.new_rule(), beside=own)


def _to_quarters(asked: Asked) -> list[Quarter]:
    return [bar.stop.quarter for bar in asked.found.bars]


def _to_told(asked: Asked) -> str:
    past = asked.found.past
    new = [(one.name, sum(one.new.get(q, 0) for q in past)) for one in asked.found.groups]
    return pace_words.fastest(new, past)


def show_rows(asked: Asked, group: Group) -> None:
    """The areas of one region."""
    key = f"etablering_{group.code}"
    charts.show_kept(key, partial(_to_rows, asked, group, key), asked.viewer)


def _to_rows(asked: Asked, group: Group, key: str) -> Drawn:
    found = asked.found
    own = [one for one in found.courses if one.at(found.level) == group.code]
    still = {one.course.code: one.days for one in group.stalled}
    marks = found.marks[found.marks["day"] <= time_axis.to_ms(asked.on)]
    drawing = course_chart.to_chart(own, found.names, still, FIRST_DAY, asked.on, marks)
    told = pace_words.group(group.name, group.established, group.areas, len(group.stalled))
    return Drawn(drawing, Title((told,), asked.source), told, key)
