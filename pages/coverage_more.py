"""Täckning further down: by group, over time, and where a council is not needed."""

import pandas as pd
import streamlit as st

from data_access.viewer import Viewer
from indicators.coverage import SHARES
from pages import coverage_reads, reads, sheets
from pages.coverage_asked import PAGE, Asked, to_about, to_title
from ui import (
    chart_base,
    coverage_fields,
    coverage_lines,
    coverage_tables,
    coverage_words,
    filters,
    formats,
)
from ui.coverage_bars import to_bars
from ui.coverage_choice import (
    COUNTY,
    PRIORITISED,
    YOUNG,
    measure_name,
    per_name,
    to_coverage_choice,
)
from ui.coverage_points import to_group_rows
from ui.sheet import Sheet
from words import _

PANEL = 290  # pixels of a small chart


def show_groups(viewer: Viewer) -> None:
    """The same shares by polisregion, län or polisområde: a part that runs by itself."""
    chosen, _problems = to_coverage_choice(st.query_params.to_dict())
    asked = Asked(chosen, filters.current(), viewer)
    st.header(_("Per polisregion, län och polisområde"), anchor=False)
    coverage_fields.show_groups(chosen.per, chosen.of)
    now, then = (
        coverage_reads.fetch_groups(chosen.per, day, *asked.within, viewer=viewer)
        for day in (asked.choice.day, asked.choice.since)
    )
    rows = to_group_rows(now, then, chosen.of)
    if rows.empty:
        st.info(_("Ingen sådan grupp ligger helt inom det du ser."))
        return
    per = per_name(chosen.per)
    said = coverage_words.groups(rows, chosen.of, per.lower())
    st.markdown(said)
    left, right = st.columns([2, 3], gap="large")
    with left:
        name = _("{measure} med etablerat råd").format(measure=measure_name(chosen.of))
        mark = _("lägst andel överst, strecket: {day}").format(
            day=formats.short_day(asked.choice.since)
        )
        title = to_title(asked, name, f"{asked.place}, {mark}")
        chart_base.show(to_bars(rows), title, said, "tackning_grupper")
    with right:
        names = dict(zip(now["code"], now["name"], strict=True))
        table = coverage_tables.to_groups(now, rows["code"].to_list(), per, names)
        one = Sheet(table, said, to_about(asked, *SHARES))
        sheets.show(one, f"tackning-{chosen.per}", page=PAGE, viewer=viewer, height=900)
        crosses = chosen.per == COUNTY or asked.choice.lan
        told = [coverage_words.definition(chosen.of), coverage_words.crossing() if crosses else ""]
        st.caption(" ".join(told))


def show_course(asked: Asked) -> None:
    """Each share from quarter to quarter beside the others, and a table of all."""
    st.header(_("Kvartal för kvartal"), anchor=False)
    choice, viewer = asked.choice, asked.viewer
    course = coverage_reads.fetch_course(choice.day, *asked.within, viewer=viewer)
    with st.container(horizontal=True):
        for measure in SHARES:
            with st.container(width=PANEL):
                said = coverage_words.course(course, measure)
                title = to_title(asked, measure_name(measure), asked.place)
                drawn = coverage_lines.to_panel(course, measure)
                chart_base.show(drawn, title, said, f"tackning_{measure}")
    said = " ".join(coverage_words.course(course, measure) for measure in (PRIORITISED, YOUNG))
    st.markdown(said)
    st.caption(coverage_words.cut(to_all_cuts(course)))
    one = Sheet(coverage_tables.to_course(course), said, to_about(asked, *SHARES))
    sheets.show(one, "tackning-kvartal", page=PAGE, viewer=viewer)


def to_all_cuts(course: pd.DataFrame) -> list[object]:
    """The days from which some line is another."""
    lines = [own for _measure, own in course.groupby("measure")]
    return sorted({first for own in lines for _last, first in coverage_lines.to_cuts(own)})


def show_set_aside(asked: Asked) -> None:
    """Where a council is not needed, with reasons: no gap, and listed apart."""
    st.header(_("Ej aktuellt"), anchor=False)
    choice, viewer = asked.choice, asked.viewer
    found = coverage_reads.fetch_set_aside(choice.day, *asked.within, viewer=viewer)
    said = coverage_words.set_aside(found)
    st.markdown(said)
    if found.empty:
        return
    names = reads.fetch_names(choice.day, viewer=viewer)["lpo"]
    one = Sheet(coverage_tables.to_set_aside(found, names), said, to_about(asked, YOUNG))
    sheets.show(one, "tackning-ej-aktuellt", page=PAGE, viewer=viewer)
