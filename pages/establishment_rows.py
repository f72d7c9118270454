"""Area by area in Etablering, and the milestones in words."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from indicators.groups import Group
from pages import establishment_explained, kept, sheets
from pages.establishment_asked import Asked
from pages.establishment_groups import show_rows
from ui import filters, pace_rule_words, pace_tables
from ui.headings import as_text
from ui.place_words import level_name
from ui.sheet import Beside, Sheet
from words import _


def show_areas(asked: Asked) -> None:
    """A row an area, region by region, what needs attention first, and the same as a table."""
    found = asked.found
    st.header(_("Område för område"), anchor=False)
    if len(found.courses) > 1:
        st.markdown(pace_rule_words.order())
    else:
        st.page_link(
            "omrade.py",
            label=_("Allt om området"),
            icon=":material/arrow_forward:",
            query_params=filters.parameters() | {"omrade": found.courses[0].code},
        )
    left, right = st.columns(2, gap="large")
    for column, groups in zip((left, right), to_halves(found.groups), strict=True):
        with column:
            for group in groups:
                show_rows(asked, group)
    with st.expander(_("Alla områden som tabell")):
        sheets.show(
            kept.show("etablering-omraden", partial(_to_sheet, asked), asked.viewer),
            "etablering-omraden",
            page="etablering",
            viewer=asked.viewer,
            height=700,
            folded=True,
            explain=partial(establishment_explained.of_area, asked),
        )


def _to_sheet(asked: Asked) -> Sheet:
    found = asked.found
    names = {one.code: one.name for one in found.groups}
    of_area = {one.code: names[one.at(found.level)] for one in found.courses}
    still = {one.course.code: one.days for one in found.stalled}
    level = level_name(found.level)
    table = pace_tables.to_areas(found.courses, found.names, of_area, still, asked.on, level)
    codes = Beside(codes=[one.code for one in found.courses])
    return asked.to_sheet(
        table, pace_rule_words.order(), pace_rule_words.stage_rule(), beside=codes
    )


def to_halves(groups: Sequence[Group]) -> tuple[Sequence[Group], Sequence[Group]]:
    """The groups in two columns of about as many areas, in their order."""
    whole, seen = sum(one.areas for one in groups), 0
    for place, group in enumerate(groups):
        if seen + group.areas / 2 > whole / 2:
            return groups[:place], groups[place:]
        seen += group.areas
    return groups, ()


def show_milestones(asked: Asked) -> None:
    """The marks of the charts in words, and where all comes from."""

    def draw() -> None:
        st.header(_("Beslut och frister"), anchor=False)
        st.markdown("\n".join(f"- {as_text(one)}" for one in asked.found.marks["told"]))
        st.caption(pace_rule_words.sources())

    kept.show("etablering-milstolpar", draw, asked.viewer)
