"""Released figures as JSON-stat 2.0, the format of the Nordic statistical offices."""

from collections.abc import Iterator, Mapping
from itertools import product, repeat
from typing import Any

import pandas as pd

from reports.open_data.figures import DECIMALS, KEPT, KEYS, MEASURES, Dataset
from words import _

SHOWN = ("ok", "preliminart")  # with a figure; every other word stands in place of one
_OF_RATE = ("per_10_000", "low", "high")


def to_jsonstat(dataset: Dataset) -> dict[str, Any]:
    """The dataset as a JSON-stat document. Every combination of codes has a place; one without a
    figure is null, and its status says why. A status is one or several words with spaces between,
    each told in `extension.status`."""
    sizes = {key: list(dataset.names[key]) for key in KEYS} | {"measure": list(MEASURES)}
    values, status = _to_cells(dataset, sizes)
    return {
        "version": "2.0",
        "class": "dataset",
        "label": dataset.name,
        "source": dataset.source,
        "updated": dataset.updated.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "note": [one for one in (dataset.definition, dataset.rule, _example(dataset)) if one],
        "id": list(sizes),
        "size": [len(codes) for codes in sizes.values()],
        "role": {"time": ["period"], "geo": ["area"], "metric": ["measure"]},
        "dimension": _to_dimensions(dataset, sizes),
        "value": values,
        "status": status,
        "extension": {
            "release": dataset.release,
            "indicator": dataset.code,
            "level": dataset.level,
            "example": dataset.is_example,
            "status": to_status_names(),
            **({KEPT: list(dataset.kept)} if dataset.kept else {}),
        },
    }


def to_status_names() -> dict[str, str]:
    """What each status means; what has none is a figure."""
    return {
        "preliminart": _("preliminär uppgift"),
        "skyddat": _("visas inte, av hänsyn till enskilda"),
        "saknas": _("uppgift saknas"),
        "ej-tillampligt": _("ej tillämpligt"),
        "skattad": _("räknad på skattad befolkning"),
        "avrundad": _("litet tal avrundat, kan stå för flera tal"),
        "ofullstandig": _("en summa där någon del saknas"),
    }


def _to_cells(
    dataset: Dataset, sizes: Mapping[str, list[str]]
) -> tuple[list[float | int | None], dict[str, str]]:
    places = {key: {code: place for place, code in enumerate(sizes[key])} for key in sizes}
    whole = 1
    for codes in sizes.values():
        whole *= len(codes)
    values: list[float | int | None] = [None] * whole
    status = dict(zip(map(str, range(whole)), _to_unknown(dataset, sizes), strict=True))
    for row in dataset.table.to_dict("records"):
        first = 0
        for key in KEYS:
            first = first * len(sizes[key]) + places[key][str(row[key])]
        for measure, within in places["measure"].items():
            place = first * len(MEASURES) + within
            values[place] = _to_number(row[measure], measure)
            told = _to_status(row, measure)
            if told is None:
                del status[str(place)]
            else:
                status[str(place)] = told
    return values, status


def _to_unknown(dataset: Dataset, sizes: Mapping[str, list[str]]) -> Iterator[str]:
    """What each place is without a row: missing, or not applicable where there was no area."""
    below = len(sizes["sex"]) * len(sizes["age"]) * len(sizes["measure"])
    for place in product(sizes["area"], sizes["period"]):
        yield from repeat("ej-tillampligt" if place in dataset.absent else "saknas", below)


def _to_number(value: object, measure: str) -> float | int | None:
    if pd.isna(value):  # type: ignore[call-overload]
        return None
    number = float(value)  # type: ignore[arg-type]
    return round(number) if DECIMALS[measure] == 0 else round(number, DECIMALS[measure])


def _to_status(row: Mapping[Any, Any], measure: str) -> str | None:
    reason = str(row["rate_reason"] if measure in _OF_RATE else row["reason"])
    if reason not in SHOWN:
        return reason
    words = [reason] if reason != SHOWN[0] else []
    if measure != "count" and row["estimated"]:
        words.append("skattad")
    if measure != "persons" and row["rounded"]:
        words.append("avrundad")
    if not row["complete"]:
        words.append("ofullstandig")
    return " ".join(words) or None


def _to_dimensions(dataset: Dataset, sizes: Mapping[str, list[str]]) -> dict[str, Any]:
    labels = {
        "area": _("Område"),
        "period": _("Period"),
        "sex": _("Kön"),
        "age": _("Ålder"),
    }
    found: dict[str, Any] = {
        key: {
            "label": label,
            "category": {"index": sizes[key], "label": dict(dataset.names[key])},
        }
        for key, label in labels.items()
    }
    found["measure"] = {
        "label": _("Mått"),
        "category": {
            "index": list(MEASURES),
            "label": to_measure_names(),
            "unit": {
                one: {"label": _to_unit(one, dataset), "decimals": DECIMALS[one]}
                for one in MEASURES
            },
        },
    }
    return found


def to_measure_names() -> dict[str, str]:
    """What each measure is called."""
    return {
        "count": _("Antal"),
        "per_10_000": _("Per 10 000 unga"),
        "low": _("Per 10 000 unga, lägst (95 %)"),
        "high": _("Per 10 000 unga, högst (95 %)"),
        "persons": _("Unga som bor där det räknas"),
    }


def _to_unit(measure: str, dataset: Dataset) -> str:
    if measure == "count":
        return dataset.unit or _("antal")
    return _("personer") if measure == "persons" else _("per 10 000 unga")


def _example(dataset: Dataset) -> str:
    return (
        _("EXEMPELDATA: påhittade uppgifter, använd inte som fakta") if dataset.is_example else ""
    )
