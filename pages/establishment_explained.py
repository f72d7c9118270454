"""The figures of Etablering, explained: headlines, quarters, groups, areas."""

from dataclasses import replace
from functools import partial

from indicators.pace import Stop
from indicators.periods import period_name
from pages import explained_events
from pages.establishment_answer import to_numbers
from pages.establishment_asked import Asked
from pages.explaining import Explain
from ui import formats, pace_explained, pace_numbers, pace_rule_words
from ui.cells import Cell
from ui.chart_points import Point
from ui.choice import Choice
from ui.explain import Explained
from ui.palette import stage_label
from ui.stage_colours import ORDER
from words import _

LEVELS = {"polisregion": "region", "lpo": "area", "polisomrade": "area"}  # level → of a Choice


def of_headline(asked: Asked) -> dict[str, Explain]:
    """The headline figures: those that stand in a row above the page."""
    figures = pace_numbers.to_figures(to_numbers(asked))
    return {
        one.label: partial(_explain, asked, one.label, one.value, one.definition, one.basis)
        for one in figures
    }


def of_stage(asked: Asked, cell: Cell) -> Explained:
    """A cell of the table of stages by quarter."""
    bar = list(reversed(asked.found.bars))[cell.row]
    labels = {stage_label(stage).capitalize(): stage for stage in ORDER}
    whole = sum(bar.counts.values())
    count = bar.counts.get(labels[cell.column], 0) if cell.column in labels else whole
    return _of_bar(asked, bar.stop, cell.column, count, whole)


def of_point(asked: Asked, point: Point) -> Explained | None:
    """A part of a bar in the chart of stages."""
    for bar in asked.found.bars:
        for stage in ORDER:
            at = (period_name(str(bar.stop.quarter)), stage_label(stage))
            if at == (point["period"], point["told"]):
                whole = sum(bar.counts.values())
                return _of_bar(asked, bar.stop, at[1], bar.counts.get(stage, 0), whole)
    return None


def of_group(asked: Asked, cell: Cell) -> Explained:
    """A cell of the table of groups."""
    group = asked.found.groups[cell.row]
    choice = replace(asked.choice, **{LEVELS[asked.found.level]: group.code})
    definition = pace_explained.to_rule(cell.column, asked.own.still)
    basis = pace_explained.to_basis(cell.column, group)
    return _explain(asked, group.name, "", definition, basis, choice)


def of_area(asked: Asked, cell: Cell) -> Explained:
    """A cell of the table of areas: what was told of the area last."""
    code = asked.found.courses[cell.row].code
    return _explain(asked, asked.found.names[code], "", "", "", replace(asked.choice, area=code))


def _of_bar(asked: Asked, stop: Stop, name: str, count: int, whole: int) -> Explained:
    basis = _("Täljare {n} områden, nämnare {of} områden").format(
        n=formats.number(count), of=formats.number(whole)
    )
    told = f"{name.capitalize()}, {period_name(str(stop.quarter))}"
    rule, choice = pace_rule_words.stage_rule(), replace(asked.choice, day=stop.day)
    return _explain(asked, told, formats.number(count), rule, basis, choice)


def _explain(
    asked: Asked, name: str, value: str, definition: str, basis: str, choice: Choice | None = None
) -> Explained:
    told = explained_events.to_explained(
        name, value, definition, basis, choice or asked.choice, asked.viewer
    )
    return told._replace(period=f"{asked.of} · {told.period}")
