"""Reads figures back from what pages draw, as somebody would who knows the address alone.

Each reader gives rows as `margins.COLUMNS` name them, so that the audit can take them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa
from streamlit.testing.v1 import AppTest

from tests.leaks import ARROW
from tests.pages.test_map_page import to_maps, to_payload

TOTAL = "totalt"
RATE = re.compile(r"(\d+,\d) per 10\N{NO-BREAK SPACE}?\s?000 unga")
FINEST = 0.05  # what a rate with one decimal leaves open
Row = dict[str, Any]
Names = Mapping[str, str]  # name → code


def to_frames(app: AppTest) -> Iterator[pd.DataFrame]:
    """Every table of the page, and every chart's data."""
    ways = [app._tree]
    while ways:
        block = ways.pop()
        yield from _in_message(getattr(block, "proto", None))
        ways += list(getattr(block, "children", {}).values())


def _in_message(message: Any) -> Iterator[pd.DataFrame]:
    for field, value in message.ListFields() if hasattr(message, "ListFields") else ():
        if isinstance(value, bytes) and value.startswith(ARROW):
            yield pa.ipc.open_stream(value).read_all().to_pandas()
        elif field.message_type is None or field.message_type.GetOptions().map_entry:
            continue
        else:
            for one in value if field.is_repeated else (value,):
                yield from _in_message(one)


def _to_row(period: str, code: str, value: Any, whom: tuple[str, str]) -> Row:
    """A figure of an area and a period (`2026 K3`, `2026K3` or `2026`)."""
    quarter = period.replace(" ", "")
    whole = "K" not in quarter
    return {
        "year": int(quarter[:4]),
        "quarter": TOTAL if whole else quarter,
        "code": code,
        "sex": whom[0],
        "age_group": whom[1],
        "value": value,
    }


def read_course(app: AppTest, whose: Callable[[str], tuple[str, tuple[str, str]]]) -> Iterator[Row]:
    """Counts of lines, in charts and tables; `whose` tells a line's area, sex and age."""
    for frame in to_frames(app):
        if {"series", "period", "value"} <= set(frame.columns):
            for row in frame.to_dict("records"):
                code, whom = whose(row["series"])
                yield _to_row(row["period"], code, row["value"], whom)
        elif "Period" in frame.columns:
            for name in set(frame.columns) - {"Period", "lägst", "högst", "Att veta"}:
                code, whom = whose(name)
                for period, value in zip(frame["Period"], frame[name], strict=True):
                    yield _to_row(period, code, value, whom)


def read_areas(app: AppTest, names: Names, period: str, whom: tuple[str, str]) -> Iterator[Row]:
    """Counts of areas in the table, and those that a funnel's rates can be counted back to."""
    for frame in to_frames(app):
        if "Antal" in frame.columns:
            for name, value in zip(frame["Område"], frame["Antal"], strict=True):
                yield _to_row(period, names[name], value, whom)
        elif {"name", "persons", "rate"} <= set(frame.columns):
            count = (frame["rate"] * frame["persons"] / 10_000).round()
            for name, value in zip(frame["name"], count, strict=True):
                yield _to_row(period, names[name], value, whom)


def read_measure(app: AppTest, name: str, code: str, period: str) -> Iterator[Row]:
    """Counts of a measure in the tables of kinds, quarters, and sex and age."""
    sexes = {"Flickor": "kvinna", "Pojkar": "man"}
    for frame in to_frames(app):
        if "Insats" in frame.columns and "Individer" in frame.columns:
            own = frame[frame["Insats"] == name].iloc[0]
            yield _to_row(period, code, own["Individer"], (TOTAL, TOTAL))
            for told, sex in sexes.items():
                yield _to_row(period, code, own[told], (sex, TOTAL))
        elif {"Kön", "Individer"} <= set(frame.columns):
            for row in frame.to_dict("records"):
                age = row["Ålder"].removesuffix(" år").replace("–", "-")
                yield _to_row(period, code, row["Individer"], (sexes[row["Kön"]], age))
        elif {"Period", "Individer"} <= set(frame.columns):
            for at, value in zip(frame["Period"], frame["Individer"], strict=True):
                yield _to_row(at, code, value, (TOTAL, TOTAL))


def read_map(app: AppTest, names: Names, persons: Mapping[str, float]) -> Iterator[Row]:
    """Counts of areas in the map's table, and those that its texts can be counted back to."""
    values = to_payload(to_maps(app)[0])["counted"]["values"]
    periods = {code: re.search(r"\d{4} K\d", text) for code, text in values.items()}
    for code, text in values.items():
        rate, period = RATE.search(text), periods[code]
        if rate and period and persons[code] * FINEST / 10_000 < 0.5:
            count = round(float(rate[1].replace(",", ".")) * persons[code] / 10_000)
            yield _to_row(period[0], code, count, (TOTAL, TOTAL))
    (frame,) = (one for one in to_frames(app) if "Antal" in one.columns)
    for name, value in zip(frame.iloc[:, 0], frame["Antal"], strict=True):
        found = periods.get(names[name])
        if found:
            yield _to_row(found[0], names[name], value, (TOTAL, TOTAL))


def to_table(rows: list[Row], indicator: str, level: str) -> pd.DataFrame:
    """The rows as a table of a release's figures."""
    table = pd.DataFrame(rows).assign(indicator=indicator, level=level)
    return table.assign(value=table["value"].astype("Float64"))
