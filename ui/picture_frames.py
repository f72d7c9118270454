"""Tables and charts as JSON that is kept for good, and back again."""

import json
from typing import Any

import pandas as pd

from ui.chart_base import Drawing


def to_table(table: pd.DataFrame) -> dict[str, Any]:
    """The table's columns and rows, None where there is nothing."""
    told: dict[str, Any] = json.loads(
        table.to_json(orient="split", index=False, double_precision=12, date_format="iso")
    )
    return {"columns": told["columns"], "rows": told["data"]}


def from_table(kept: dict[str, Any]) -> pd.DataFrame:
    """The table as it was; numbers with nothing among them are floats."""
    return pd.DataFrame(kept["rows"], columns=kept["columns"])


def to_drawing(drawing: Drawing) -> dict[str, Any]:
    """A chart with its data, by name."""
    return {
        "spec": json.loads(json.dumps(dict(drawing.spec))),
        "data": {name: to_table(frame) for name, frame in drawing.data.items()},
        "parameters": dict(drawing.parameters),
    }


def from_drawing(kept: dict[str, Any]) -> Drawing:
    """The chart as it was."""
    data = {name: from_table(table) for name, table in kept["data"].items()}
    return Drawing(kept["spec"], data, kept["parameters"])
