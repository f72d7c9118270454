"""The country's areas on a day, with outlines and, where asked for, figures."""

import json
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

import clock
from data_access.areas import fetch_areas, fetch_visible
from data_access.newest_change import fetch_recorded
from geodata.division import division_of
from geodata.store import DRAWN_LEVELS, find_outlines
from indicators.periods import newest_over
from indicators.protection.names import TOTAL
from pages.map_reads import load_outlines
from reports.open_data.figures import DECIMALS
from reports.open_data.geography import to_collection, to_geopackage
from web.api import places
from web.api.asked import Asked
from web.api.asking import refuse
from web.api.figure_question import QUARTER, Question
from web.api.figures import to_dataset
from web.api.forms import GEOPACKAGE, to_json
from web.api.kept import Made
from web.api.language import mark_kept
from web.api.parameters import MOST_ROWS, wrong
from web.api.released import find_entry, find_release, is_example, to_kept
from words import _

OF_FIGURES = ("period", "utgava")  # nothing without an indicator
Properties = dict[str, Any]
Outlines = dict[str, dict[str, Any]]


def make_areas(asked: Asked) -> Made:
    """The answer. Raises Problem, DatabaseUnavailable."""
    on = to_day_of(asked)
    found, outlines = to_areas(asked, on)
    changed = datetime.combine(division_of("lpo", on), time(), tzinfo=UTC)
    told: dict[str, object] = {"dag": on.isoformat(), "exempeldata": False}
    told["kalla"] = _("Polisens indelning; gränser ur SCB, generaliserade kommungränser")
    if "indikator" in asked.values:
        told |= _add_figures(found, asked, on)
        changed = max(changed, datetime.fromisoformat(str(told.pop("gjord"))))
    if not found:
        raise refuse(asked.asker, lambda: _("något område på den nivån"))
    limit, offset = asked.values.get("limit", MOST_ROWS), asked.values.get("offset", 0)
    page = found[offset : offset + limit]
    if asked.form is GEOPACKAGE:
        if {"limit", "offset"} & asked.values.keys():
            raise wrong("limit", _("gäller inte format=gpkg"))
        body = to_geopackage(page, outlines, changed)
    else:
        body = to_json(to_collection(page, outlines, told | {"antal": len(found)}))
    headers = [*asked.to_links(len(found), limit, offset)]
    if asked.form.is_binary:
        headers.append(("Content-Disposition", 'attachment; filename="omraden.gpkg"'))
    at = _to_changed(asked, changed)
    return Made(body, asked.form.media_type, at, tuple(headers), is_binary=asked.form.is_binary)


def _to_changed(asked: Asked, changed: datetime) -> datetime:
    """When division, outlines or figures were last changed, whichever is latest."""
    drawn = max(one.file.stat().st_mtime for one in load_outlines())
    moments = [changed, datetime.fromtimestamp(drawn, UTC)]
    if "indikator" in asked.values:
        moments += filter(None, [fetch_recorded(viewer=asked.asker.viewer)])
    return max(moments)


def to_areas(asked: Asked, on: date) -> tuple[list[Properties], Outlines]:
    """The areas that are asked for and seen, and their outlines. Raises Problem."""
    values, viewer = asked.values, asked.asker.viewer
    codes = values.get("omrade", ())
    level = values.get("niva")
    if codes or "indikator" in values:
        level = places.to_level(codes, level, "lpo")
        places.check_areas(codes, level, on, on, asked.asker)
    areas = fetch_areas(on, level, viewer=viewer)
    kept = areas[areas["code"].isin(codes)] if codes else areas
    levels = [one for one in DRAWN_LEVELS if one in set(kept["level"])]
    outlines: Outlines = {}
    rough: set[str] = set()
    for one in levels:
        drawn, own = load_level(find_outlines(load_outlines(), one, on).file)
        outlines |= drawn
        rough |= own
    visible = fetch_visible(on, viewer=viewer)
    return [_to_properties(code, rough, visible) for code in kept["code"]], outlines


@lru_cache(maxsize=16)
def load_level(file: Path) -> tuple[Outlines, frozenset[str]]:
    """The outlines of a level by code, and the codes of those that are approximate."""
    features = json.loads(file.read_text("utf-8"))["features"]
    outlines = {one["properties"]["kod"]: one["geometry"] for one in features}
    rough = (one["properties"]["kod"] for one in features if one["properties"]["ungefar"])
    return outlines, frozenset(rough)


def to_day_of(asked: Asked) -> date:
    """The day that is asked for: with figures the last of their period, else today. Raises
    Problem."""
    values = asked.values
    if "indikator" not in values:
        given = [name for name in OF_FIGURES if name in values]
        if given:
            raise wrong(given[0], _("gäller bara tillsammans med indikator"))
    if "period" in values:
        if "dag" in values:
            raise wrong("dag", _("ges av perioden när period står"))
        last: date = values["period"].last
        return last
    day: date = values.get("dag", clock.today())
    return day


def _to_properties(code: str, rough: set[str], visible: frozenset[str]) -> Properties:
    """What is told of an area; not what it lies in when that is not seen."""
    row = places.to_known()[code]
    last, parent = row["valid_to"], row["parent"]
    return {
        "kod": code,
        "namn": places.to_name(code),
        "niva": row["level"],
        "giltig_fran": row["valid_from"].isoformat(),
        "giltig_till": None if last is None else last.isoformat(),
        "overordnad": parent if parent in visible else None,
        "ungefarlig_grans": code in rough,
    }


def _add_figures(found: list[Properties], asked: Asked, on: date) -> dict[str, object]:
    """Put the period's figure in each area's properties; what is told of all of them."""
    values, viewer = asked.values, asked.asker.viewer
    release = find_release(values.get("utgava"), viewer)
    entry = find_entry(values["indikator"], viewer)
    level = places.to_level(values.get("omrade", ()), values.get("niva"), "lpo")
    if not viewer.sees_entry(entry.code, level):
        raise refuse(asked.asker, places.say_entry(entry.code, level))
    period = values.get("period", newest_over(on))
    whole = (TOTAL,)
    question = Question(release, entry, level, (), whole, whole, QUARTER, period.first, period.last)
    dataset = to_dataset(question, viewer)
    rows = {str(row["area"]): row for row in dataset.table.to_dict("records")}
    for one in found:
        row = rows.get(one["kod"])
        one.update(_to_figure(row, entry.code, str(period), release.is_example))
    return {
        "indikator": {"kod": entry.code, "namn": entry.name, "definition": entry.definition}
        | mark_kept(to_kept(entry, viewer)),
        "kalla_indikator": entry.source,
        "period": str(period),
        "utgava": release.number,
        "utgavedag": clock.day_of(release.made_at).isoformat(),
        "gjord": release.made_at.isoformat(),
        "exempeldata": release.is_example or is_example(),
    }


def _to_figure(row: Any, code: str, period: str, example: bool) -> Properties:
    names = {"antal": "count", "per_10_000": "per_10_000", "lagst": "low", "hogst": "high"}
    told: Properties = {"indikator": code, "period": period}
    for name, column in (names | {"personer": "persons"}).items():
        value = None if row is None or pd.isna(row[column]) else float(row[column])
        decimals = DECIMALS[column]
        told[name] = value if value is None else round(value, decimals or None)
    told["status"] = "saknas" if row is None else str(row["reason"])
    told["status_kvot"] = "saknas" if row is None else str(row["rate_reason"])
    for name, column in {"skattad": "estimated", "avrundad": "rounded"}.items():
        told[name] = bool(row is not None and row[column])
    return told | {"fullstandig": bool(row is not None and row["complete"]), "exempeldata": example}
