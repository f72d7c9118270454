"""The areas of a map with what each shows, as files for other maps take them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from ui.map_indicators import Indicator
from ui.palette import Kind

# The number of an own indicator's status, and how it is told; those of words have none
_NUMBERS = {"dagar": "days", "prioriterade": "share", "kommuner": "share", "unga": "share"}
_GAPS = ("hatch", "dots", "grid")  # patterns of classes that stand in place of a value
Row = Mapping[Any, Any]


class Sources(NamedTuple):
    """What every area of a file says of where it is from; `level` in words, `release` '' where
    figures come from events alone."""

    indicator: str
    level: str
    day: str
    release: str
    source: str
    definition: str
    example: bool


def to_properties(status: pd.DataFrame, indicator: Indicator, told: Sources) -> pd.DataFrame:
    """A row an area: kod, namn, niva, indikator, varde (words of stages and need, else a number),
    enhet, klass, orsak (why there is no varde), and of counted figures antal, lagst, hogst,
    preliminar, skattad; period, dag, utgava, kalla, definition, exempeldata."""
    rows = status.to_dict("records")
    kinds = [indicator.kinds[indicator.classify(row)] for row in rows]
    values = [to_value(row, kind, indicator) for row, kind in zip(rows, kinds, strict=True)]
    table = pd.DataFrame(
        {
            "kod": status["code"].astype(str).to_list(),
            "namn": status["name"].astype(str).to_list(),
            "niva": told.level,
            "indikator": told.indicator,
            "varde": pd.Series(values, dtype=object if _is_words(indicator) else "float64"),
            "enhet": _to_unit(indicator),
            "klass": [kind.label for kind in kinds],
            "orsak": pd.Series(
                [
                    kind.label if pd.isna(value) else None
                    for kind, value in zip(kinds, values, strict=True)
                ],
                dtype=object,
            ),
        }
    )
    more = {
        "dag": told.day,
        "utgava": told.release or None,
        "kalla": told.source,
        "definition": told.definition,
        "exempeldata": told.example,
    }
    return table.assign(**_to_counted(status), **more)


def to_value(row: Row, kind: Kind, indicator: Indicator) -> str | float | None:
    """An area's value: the class of stages and need, days, percent or a rate; None where its class
    stands in place of one."""
    if _is_words(indicator):
        return None if kind.pattern in _GAPS else kind.label
    name = _NUMBERS.get(indicator.key, "shown")
    value = row[name]
    if pd.isna(value) or (name == "days" and kind.pattern):
        return None
    return round(float(value) * (100 if name == "share" else 1), 1)


def _is_words(indicator: Indicator) -> bool:
    return indicator.key in ("steg", "prioritet")


def _to_unit(indicator: Indicator) -> str | None:
    if _is_words(indicator):
        return None
    return {"days": "dagar", "share": "procent"}.get(
        _NUMBERS.get(indicator.key, ""), "per 10 000 unga"
    )


def _to_counted(status: pd.DataFrame) -> dict[str, Any]:
    if "rate_reason" not in status:
        return {}
    rates = {name: status[of].astype("Float64").round(1).to_list()
             for name, of in (("lagst", "low"), ("hogst", "high"))}  # fmt: skip
    return {
        "antal": pd.array(status["value"].to_list(), dtype="Int64"),
        **{name: pd.array(of, dtype="Float64") for name, of in rates.items()},
        "preliminar": [value is True or value == 1 for value in status["preliminary"]],
        "skattad": [value is True or value == 1 for value in status["estimated"]],
        "period": status["period"].astype(str).to_list(),
    }
