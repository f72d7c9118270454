"""The table straight from SCB's database, or from another that speaks PxWeb's API version 2."""

from collections.abc import Iterable, Mapping
from typing import Any

import httpx
import pandas as pd
from pxweb import PxApi
from pxweb._internal.client import ApiConfigurationError, ApiVersionError
from pxweb.api import get_known_apis
from requests import RequestException

from geodata.scb.table import (
    ALL,
    AXES,
    SEXES,
    YOUNG,
    NotPopulation,
    name_axis,
    to_age,
    to_axis,
    to_sex,
    to_value_text,
    to_year,
)
from words import _

SECONDS = 15
# what the library raises of an answer that it does not understand; it has no error of its own
_ODD = (
    ApiConfigurationError, ApiVersionError, AttributeError, KeyError, TypeError, ValueError,
)  # fmt: skip
_CONTENTS = "folkmängd"


class Unreachable(OSError):
    """The machine does not reach the database."""

    def __init__(self, address: str, reason: object):
        super().__init__(f"{address}: {reason}")
        self.address, self.reason = address, reason


def fetch_table(address: str, table: str, years: Iterable[int] | None = None) -> pd.DataFrame:
    """`table.AXES` and value as text, one row a cell: each region, both sexes, 12–20 years and
    where the table has it all ages; the years, or None = all that the table has.

    `address` is an API's, or 'scb'. Raises Unreachable, NotPopulation.
    """
    url = get_known_apis().get(address, address).rstrip("/")
    subject = f"{url} {table}"
    _check_reached(url)
    try:
        api = PxApi(url, language="sv", max_workers=1)
        chosen = _choose(api.get_table_variables(table), subject, years)
        rows = api.get_table_data(table, value_codes=chosen, show="code")
    except RequestException as error:
        raise NotPopulation(subject, _to_reason(error)) from error
    except _ODD as error:
        told = _("svarar inte som PxWeb version 2: {reason}")
        raise NotPopulation(subject, told.format(reason=error)) from error
    return _to_frame(rows, subject)


def _check_reached(url: str) -> None:
    """Told within seconds: the library itself waits for as long as the network does."""
    try:
        httpx.get(f"{url}/config", timeout=SECONDS).raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unreachable(url, error) from error


def _choose(
    variables: Mapping[str, Any], subject: str, years: Iterable[int] | None
) -> dict[str, list[str] | str]:
    """Variable → the codes to ask for. Others than ours are left out, which means all of them."""
    wanted = None if years is None else set(years)
    chosen: dict[str, list[str] | str] = {}
    for name, variable in variables.items():
        labels: dict[str, str] = variable["category"]["label"]
        axis = to_axis(name) or to_axis(variable["label"])
        if axis == "region":
            chosen[name] = list(labels)
        elif axis == "sex":
            chosen[name] = [code for code in labels if to_sex(code) in SEXES]
        elif axis == "age":
            chosen[name] = [code for code in labels if to_age(code) in (*YOUNG, ALL)]
        elif axis == "year":
            chosen[name] = [code for code in labels if _is_wanted(code, wanted)]
        elif axis == "contents":
            counts = [code for code, text in labels.items() if text.casefold() == _CONTENTS]
            chosen[name] = counts or list(labels)[:1]
    found = {to_axis(name) or to_axis(variables[name]["label"]) for name in chosen if chosen[name]}
    if missing := [name_axis(axis) for axis in AXES if axis not in found]:
        told = _("har inget att hämta för {axes}")
        raise NotPopulation(subject, told.format(axes=", ".join(missing)))
    return chosen


def _is_wanted(code: str, years: set[int] | None) -> bool:
    year = to_year(code)
    return year is not None and (years is None or year in years)


def _to_frame(rows: list[dict[str, Any]], subject: str) -> pd.DataFrame:
    axes = {to_axis(name): name for name in rows[0]} if rows else {}
    if not set(AXES) <= axes.keys():
        raise NotPopulation(subject, _("svarar inte med region, ålder, kön och år"))
    columns = {axis: [str(row[axes[axis]]) for row in rows] for axis in AXES}
    # not by way of a frame, which makes fractions of a column where a number lacks
    return pd.DataFrame({**columns, "value": [to_value_text(row["value"]) for row in rows]})


def _to_reason(error: Exception) -> str:
    """The first line that says something: the library writes one a field, most of them None."""
    lines = [line for line in str(error).splitlines() if line and not line.endswith(" None")]
    return _("svarar med fel: {reason}").format(reason="; ".join(lines) or type(error).__name__)
