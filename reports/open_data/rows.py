"""Released figures as rows that tell all of themselves: for CSV and Parquet."""

from collections.abc import Mapping

import pandas as pd

import clock
from reports.open_data.figures import DECIMALS, KEYS, Dataset
from words import _


def to_rows(dataset: Dataset) -> pd.DataFrame:
    """A row a figure, with the columns of `to_column_names`, in the order of the dataset's codes.
    Rates have two decimals; what is no figure is missing, and `status` says why."""
    table = dataset.table
    ordered = table.iloc[_to_order(table, dataset.names)].reset_index(drop=True)
    measured = {name: _to_measure(ordered[name], DECIMALS[name]) for name in DECIMALS}
    told = {
        "indikator": dataset.code,
        "indikatornamn": dataset.name,
        "niva": dataset.level,
        "omrade": ordered["area"],
        "omradesnamn": ordered["area"].map(dict(dataset.names["area"])),
        "period": ordered["period"],
        "kon": ordered["sex"],
        "alder": ordered["age"],
        "antal": measured["count"],
        "per_10_000": measured["per_10_000"],
        "lagst": measured["low"],
        "hogst": measured["high"],
        "personer": measured["persons"],
        "status": ordered["reason"],
        "status_kvot": ordered["rate_reason"],
        "skattad": ordered["estimated"],
        "avrundad": ordered["rounded"],
        "fullstandig": ordered["complete"],
        "delar": ordered["parts"],
        "delar_saknas": ordered["missing"],
        "enhet": dataset.unit,
        "kalla": dataset.source,
        "definition": dataset.definition,
        "utgava": dataset.release,
        "utgavedag": clock.day_of(dataset.updated).isoformat(),
        "exempeldata": dataset.is_example,
    }
    return pd.DataFrame(told, index=ordered.index)


def to_column_names() -> dict[str, str]:
    """Column → what it holds."""
    return {
        "indikator": _("indikatorns kod i registret"),
        "indikatornamn": _("indikatorns namn"),
        "niva": _("områdenas nivå"),
        "omrade": _("områdets kod"),
        "omradesnamn": _("områdets namn"),
        "period": _("kvartal (2026K3) eller år (2026)"),
        "kon": _("kvinna, man eller totalt"),
        "alder": _("12-14, 15-17, 18-20 eller totalt"),
        "antal": _("antal, tomt när det inte finns något att visa"),
        "per_10_000": _("antal per 10 000 unga, två decimaler"),
        "lagst": _("kvotens nedre gräns, 95 %"),
        "hogst": _("kvotens övre gräns, 95 %"),
        "personer": _("unga som bor där det räknas"),
        "status": _("ok, preliminart, skyddat, saknas eller ej-tillampligt"),
        "status_kvot": _("samma ord om kvoten"),
        "skattad": _("true när kvoten är räknad på skattad befolkning"),
        "avrundad": _("true när ett litet tal är avrundat och kan stå för flera tal"),
        "fullstandig": _("true när ingen del av summan saknas"),
        "delar": _("antal delar i summan"),
        "delar_saknas": _("delar utan uppgift"),
        "enhet": _("vad som räknas"),
        "kalla": _("källa"),
        "definition": _("indikatorns definition"),
        "utgava": _("utgåvans nummer"),
        "utgavedag": _("dagen då utgåvan gjordes"),
        "exempeldata": _("true när uppgifterna är påhittade: använd dem inte som fakta"),
    }


def _to_order(table: pd.DataFrame, names: Mapping[str, Mapping[str, str]]) -> list[int]:
    """The rows' places in the order of the codes of each key. Raises KeyError for a code without
    a name."""
    places = {key: {code: place for place, code in enumerate(names[key])} for key in KEYS}
    ranks = [[places[key][code] for code in table[key]] for key in KEYS]
    return sorted(range(len(table)), key=lambda row: [rank[row] for rank in ranks])


def _to_measure(values: "pd.Series[float]", decimals: int) -> "pd.Series[float] | pd.Series[int]":
    rounded = values.astype("Float64").round(decimals)
    return rounded if decimals else rounded.astype("Int64")
