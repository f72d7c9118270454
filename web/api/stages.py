"""How far the councils of each area have come on a day."""

from datetime import date
from typing import Any

import pandas as pd

import clock
from data_access.areas import fetch_areas
from data_access.establishment import fetch_stages
from data_access.newest_change import fetch_stages_recorded
from data_access.viewer import COUNCILS
from geodata.store import DRAWN_LEVELS, find_outlines
from pages.map_reads import load_outlines
from reports.open_data.delimited import to_csv
from reports.open_data.geography import to_collection
from ui.about import stage_meanings
from ui.palette import stage_label
from web.api import places
from web.api.areas import load_level
from web.api.asked import Asked
from web.api.asking import refuse
from web.api.forms import CSV, GEOJSON, to_json
from web.api.kept import Made
from web.api.language import mark_kept
from web.api.parameters import MOST_ROWS, wrong
from words import _

LEVELS = ("lpo", "kommun", "polisregion", "riket")
WRITTEN = ("rad", "skal")  # by people


def make_stages(asked: Asked) -> Made:
    """The answer. Raises Problem, DatabaseUnavailable."""
    on: date = asked.values.get("dag", clock.today())
    level = places.to_level(asked.values.get("omrade", ()), asked.values.get("niva"), "lpo")
    rows = to_stage_rows(asked, level, on)
    limit, offset = asked.values.get("limit", MOST_ROWS), asked.values.get("offset", 0)
    page = rows[offset : offset + limit]
    if "dialekt" in asked.values and asked.form is not CSV:
        raise wrong("dialekt", _("gäller bara format=csv"))
    told: dict[str, Any] = {"dag": on.isoformat(), "niva": level, "antal": len(rows)}
    told["exempeldata"] = any(row["exempeldata"] for row in rows)
    told |= mark_kept(WRITTEN)
    if asked.form is CSV:
        table = pd.DataFrame(page, columns=list(to_column_names())).astype(object)
        body = to_csv(table, spreadsheet=asked.values.get("dialekt") == "excel")
    elif asked.form is GEOJSON:
        features = [{"kod": row["omrade"]} | row for row in page]
        body = to_json(to_collection(features, _to_outlines(level, on), told))
    else:
        body = to_json(told | {"rader": page})
    changed = fetch_stages_recorded(viewer=asked.asker.viewer)
    return Made(body, asked.form.media_type, changed, asked.to_links(len(rows), limit, offset))


def to_stage_rows(asked: Asked, level: str, on: date) -> list[dict[str, Any]]:
    """A row an area, in Swedish order. Raises Problem."""
    viewer, codes = asked.asker.viewer, asked.values.get("omrade", ())
    if level not in LEVELS:
        raise wrong("niva", _("{levels} går att välja").format(levels=", ".join(LEVELS)))
    if not viewer.sees_entry(COUNCILS, level):
        raise refuse(asked.asker, lambda: _("rådens steg på nivån {level}").format(level=level))
    places.check_areas(codes, level, on, on, asked.asker)
    areas = fetch_areas(on, level, viewer=viewer)[["code", "name"]]
    stages = areas.merge(fetch_stages(level, on, viewer=viewer), on="code", how="left")
    if stages.empty:
        raise refuse(asked.asker, places.say_level(level))
    rows = stages[stages["code"].isin(codes)] if codes else stages
    return [_to_row(row, level, on) for row in rows.to_dict("records")]


def to_column_names() -> dict[str, str]:
    """Column → what it holds."""
    return {
        "omrade": _("områdets kod"),
        "omradesnamn": _("områdets namn"),
        "niva": _("områdets nivå"),
        "dag": _("dagen som gäller"),
        "steg": _("hur långt rådet har kommit, kod; tomt när uppgift saknas"),
        "stegnamn": _("samma i ord"),
        "definition": _("vad steget betyder"),
        "status": _("ok eller saknas"),
        "sedan": _("första dagen med det steget"),
        "etablerat_sedan": _("första dagen som etablerat"),
        "delvis": _("gäller bara en del av området"),
        "rad": _("råden som omfattar området"),
        "skal": _("skäl, när råd inte är aktuellt"),
        "kalla": _("källa"),
        "exempeldata": _("påhittad uppgift, använd inte som fakta"),
    }


def _to_row(row: dict[Any, Any], level: str, on: date) -> dict[str, Any]:
    stage = None if pd.isna(row["stage"]) else str(row["stage"])
    return {
        "omrade": row["code"],
        "omradesnamn": places.to_name(row["code"]),
        "niva": level,
        "dag": on.isoformat(),
        "steg": stage,
        "stegnamn": None if stage is None else stage_label(stage),
        "definition": None if stage is None else stage_meanings()[stage],
        "status": "saknas" if stage is None else "ok",
        "sedan": _to_day(row["since"]),
        "etablerat_sedan": _to_day(row["established_on"]),
        "delvis": bool(row["partly"]),
        "rad": row["councils"] or None,
        "skal": None if pd.isna(row["reason"]) else str(row["reason"]),
        "kalla": _("rapporterat till Lägesbild bob, eller ur offentlig källa"),
        "exempeldata": bool(row["is_example"]),
    }


def _to_day(value: Any) -> str | None:
    return None if pd.isna(value) else str(value.isoformat())


def _to_outlines(level: str, on: date) -> dict[str, dict[str, Any]]:
    if level not in DRAWN_LEVELS:
        return {}
    return load_level(find_outlines(load_outlines(), level, on).file)[0]
