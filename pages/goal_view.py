"""Common goals: how each stands in each region, and one of them closer."""

from collections.abc import Sequence

import streamlit as st

from pages import charts, goal_reads
from pages.goal_one import show_goal
from pages.goal_reads import Standing
from pages.work_asked import WorkAsked, show_table, to_title
from pages.work_regions import Regions, to_regions
from ui import field_row, goal_tables, goal_words, heat
from ui.headings import as_text
from ui.heat import Heat
from ui.select_field import to_field
from words import _

ROW = 38  # pixels


def to_standings(asked: WorkAsked, regions: Regions) -> list[Standing]:
    """Every goal in the shown regions."""
    found = goal_reads.fetch_standings(
        asked.choice.day, release=asked.release.number, viewer=asked.viewer
    )
    return [one for one in found if one.region in regions.names]


def to_said(standings: Sequence[Standing], regions: Regions) -> str:
    """How goals stand, in words."""
    goals = {one.entry.code for one in standings}
    verdicts = [one.verdict for one in standings]
    return goal_words.headline(verdicts, len(goals), len(regions.names))


def show(asked: WorkAsked) -> None:
    """All goals beside each other, and the chosen one; the first when none is. How they stand is
    said on top of the page."""
    regions = to_regions(asked.choice, asked.viewer)
    standings = to_standings(asked, regions)
    if not standings:
        return
    goals = {one.entry.code: one.entry.name for one in standings}
    first = next(iter(goals))
    chosen = asked.work.goal if asked.work.goal in goals else first
    label = _("Mål i detalj")
    field_row.show([to_field(340, "mal", label, chosen, goals, first)], key="malval")
    if regions.note:
        st.caption(regions.note)
    left, right = st.columns([3, 2], gap="large")
    with left:
        show_matrix(asked, standings, regions, to_said(standings, regions))
    with right:
        show_terms(standings)
    show_goal(asked, [one for one in standings if one.entry.code == chosen], regions)


def show_matrix(
    asked: WorkAsked, standings: Sequence[Standing], regions: Regions, said: str
) -> None:
    """A cell a goal and region, and its table."""
    cells = goal_tables.to_cells(standings, regions.names)
    rows = list(dict.fromkeys(cells["row"]))
    shape = Heat(rows, list(regions.names.values()), goal_words.status_kinds())
    title = to_title(asked, _("Gemensamma mål per polisregion"))
    charts.draw(heat.to_heat(shape, cells, ROW), title, said, "mal_matris", viewer=asked.viewer)
    st.caption(goal_words.reading())
    with st.expander(_("Samma siffror som tabell")):
        table = goal_tables.to_table(standings, regions.names)
        of = ", ".join(regions.names.values())
        show_table(asked, table, said, "mal", of, goal_words.reading(), heads=3)


def show_terms(standings: Sequence[Standing]) -> None:
    """What each goal says, and where that comes from."""
    table = goal_tables.to_goals(standings)
    st.table(table.map(as_text), hide_index=True)
    sources = dict.fromkeys(one.terms.source for one in standings if one.terms)
    st.caption(" ".join(goal_words.undecided(source) for source in sources))
