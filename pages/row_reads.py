"""The rows of single areas, by code, as the panel and the area's own page ask for them."""

from datetime import date
from typing import Any

import pandas as pd

from data_access.cache import cached
from data_access.establishment import fetch_assessments, fetch_stages
from data_access.population import fetch_population
from data_access.viewer import Viewer
from pages.reads import fetch_status


def _to_rows(frame: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Code → row, for asking after single areas: a frame takes a hundred times as long."""
    return {str(row["code"]): row for row in frame.to_dict("records")}


@cached
def fetch_stage_rows(level: str, on: date, *, viewer: Viewer) -> dict[str, dict[str, Any]]:
    """`fetch_stages` by code."""
    return _to_rows(fetch_stages(level, on, viewer=viewer))


@cached
def fetch_status_rows(
    indicator: str, level: str, on: date, *, viewer: Viewer
) -> dict[str, dict[str, Any]]:
    """`fetch_status` by code."""
    return _to_rows(fetch_status(indicator, level, on, viewer=viewer))


@cached
def fetch_need_rows(level: str, on: date, *, viewer: Viewer) -> dict[str, dict[str, Any]]:
    """`fetch_assessments` by code."""
    return _to_rows(fetch_assessments(level, on, viewer=viewer))


@cached
def fetch_population_rows(level: str, on: date, *, viewer: Viewer) -> dict[str, dict[str, Any]]:
    """`fetch_population` by code."""
    return _to_rows(fetch_population(level, on, viewer=viewer))
