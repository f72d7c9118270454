"""The stages of an area's parts on a map, as a part of a lägesbild."""

from datetime import date
from typing import Any

import pandas as pd

from geodata import store
from pages.map_reads import load_outlines
from pages.picture_reads import fetch_inside_stages, find_place, to_unit
from pages.picture_sources import council_source, to_definition, to_shared, to_sources
from pages.picture_wanted import Wanted
from reporting.picture_text import MAP, Marker
from ui import formats, picture_frames, picture_map, stage_colours
from ui.palette import stage_label
from ui.picture_words import area_title
from ui.place_words import level_name
from words import _


def to_map(wanted: Wanted) -> dict[str, Any]:
    """The stages of the area's parts on a map, with its outlines inside."""
    area = find_place(wanted.area, wanted.on, wanted.viewer)
    unit = to_unit(area.level)
    found = fetch_inside_stages(wanted.area, wanted.on, wanted.known_on, viewer=wanted.viewer)
    rows = found.to_dict("records")
    kinds = picture_map.stage_kinds()
    shown = {row["code"]: picture_map.Shown(row["name"], _to_place(row["stage"])) for row in rows}
    outlines = store.read_outlines(store.find_outlines(load_outlines(), unit, wanted.on).file)
    lines = [_("Lokala råd, steg"), area_title(area.level, area.name)]
    sources = to_sources(wanted.on, council_source())
    return to_shared(Marker(MAP, "steg"), _("Steg på karta"), wanted) | {
        "told": _to_told(found, unit, wanted.on),
        "svg": picture_map.to_svg(outlines, shown, kinds, picture_map.Told(lines, "", sources)),
        "table": picture_frames.to_table(_to_table(found, unit)),
        "definition": to_definition(area.level),
    }


def _to_place(stage: object) -> int:
    return stage_colours.ORDER.index(None if pd.isna(stage) else stage)  # type: ignore[call-overload]


def _to_table(found: pd.DataFrame, unit: str) -> pd.DataFrame:
    since = [formats.short_day(None if pd.isna(one) else one) for one in found["since"]]
    return pd.DataFrame(
        {
            level_name(unit): found["name"].to_list(),
            _("Steg"): [stage_label(one) for one in found["stage"]],
            _("Sedan"): since,
        }
    )


def _to_told(found: pd.DataFrame, unit: str, on: date) -> str:
    counts = found["stage"].value_counts(dropna=False)
    by_stage = {None if pd.isna(stage) else stage: n for stage, n in counts.items()}
    said = [
        f"{stage_label(stage)} {by_stage[stage]}"
        for stage in stage_colours.ORDER
        if stage in by_stage
    ]
    return _("Steg per {level} {day}: {said}.").format(
        level=level_name(unit).lower(), day=formats.day(on), said=", ".join(said)
    )
