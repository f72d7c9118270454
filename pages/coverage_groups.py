"""Täckning by polisregion, län or polisområde: a part that runs by itself."""

import streamlit as st

from data_access.viewer import Viewer
from indicators.coverage import SHARES
from pages import coverage_reads, sheets
from pages.coverage_asked import PAGE, Asked, to_about, to_title
from ui import chart_base, coverage_fields, coverage_tables, coverage_words, filters, formats
from ui.coverage_bars import to_bars
from ui.coverage_choice import COUNTY, measure_name, per_name, to_coverage_choice
from ui.coverage_points import to_group_rows
from ui.sheet import Sheet
from words import _

TALLEST = 980  # pixels of the table: all polisområden


def show_groups(viewer: Viewer) -> None:
    """The same shares of the chosen groups, one of them as bars, and all in a table."""
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
        sheets.show(one, f"tackning-{chosen.per}", page=PAGE, viewer=viewer, height=TALLEST)
        crosses = chosen.per == COUNTY or asked.choice.lan
        told = [coverage_words.definition(chosen.of), coverage_words.crossing() if crosses else ""]
        st.caption(" ".join(told))
