"""Tables with the same content as the pictures of Etablering."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from indicators.courses import Course
from indicators.groups import Group
from indicators.pace import STEPS, to_median
from indicators.periods import Quarter, period_name
from ui.palette import stage_label
from ui.stage_chart import Bar
from ui.stage_colours import ORDER
from words import _


def to_stages(bars: Sequence[Bar]) -> pd.DataFrame:
    """A row a quarter, the latest first: areas in each stage, and all."""
    latest_first = list(reversed(bars))
    columns: dict[str, list[object]] = {
        _("Kvartal"): [period_name(str(bar.stop.quarter)) for bar in latest_first],
        _("Läget"): [bar.stop.day for bar in latest_first],
    }
    for stage in ORDER:
        columns[stage_label(stage).capitalize()] = [
            bar.counts.get(stage, 0) for bar in latest_first
        ]
    columns[_("Alla områden")] = [sum(bar.counts.values()) for bar in latest_first]
    return pd.DataFrame(columns)


def to_groups(
    groups: Sequence[Group],
    quarters: Sequence[Quarter],
    past: Sequence[Quarter],
    level: str,
) -> pd.DataFrame:
    """A row a group: how far, how fast, what has stalled; and a column a quarter."""
    waits, stalled = [one.waits for one in groups], [one.stalled for one in groups]
    reached = [sum(one.reached for one in of) for of in waits]
    columns: dict[str, object] = {
        level: [one.name for one in groups],
        _("Etablerade"): [one.established for one in groups],
        _("Av"): [one.areas for one in groups],
        _("Nya, fyra kvartal"): [sum(of.new.get(one, 0) for one in past) for of in groups],
        _("Stannat av"): [len(of) for of in stalled],
        _("Längst, dagar"): pd.array([of[0].days if of else None for of in stalled], dtype="Int64"),
        _("Mediantid, dagar"): pd.array([to_median(of) for of in waits], dtype="Int64"),
        _("Nått dit"): reached,
        _("På väg"): [len(of) - done for of, done in zip(waits, reached, strict=True)],
    }
    for quarter in reversed(quarters):
        columns[period_name(str(quarter))] = [one.new.get(quarter, 0) for one in groups]
    return pd.DataFrame(columns)


def to_areas(
    courses: Sequence[Course],
    names: Mapping[str, str],
    groups: Mapping[str, str],
    still: Mapping[str, int],
    on: date,
    level: str,
) -> pd.DataFrame:
    """A row an area: its group, where it stands and since when, the first day of each step, when
    it was last heard of, and for how long it has stalled."""
    last = [one.turns_by(on)[-1:] for one in courses]
    heard = [one.heard_by(on) for one in courses]
    columns: dict[str, object] = {
        _("Område"): [names[one.code] for one in courses],
        level: [groups[one.code] for one in courses],
        _("Steg"): [stage_label(one.stage_on(on)) for one in courses],
        _("Sedan"): [turns[0].day if turns else None for turns in last],
    }
    for stage in STEPS:
        first = [one.first_at((stage,), on) for one in courses]
        columns[stage_label(stage).capitalize()] = [turn.day if turn else None for turn in first]
    columns[_("Senast hört")] = [one.day if one else None for one in heard]
    columns[_("Stannat av, dagar")] = pd.array(
        [still.get(one.code) for one in courses], dtype="Int64"
    )
    return pd.DataFrame(columns)
