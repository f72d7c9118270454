"""Released figures as JSON-stat: valid, whole, and the same figures when read back."""

import json
from datetime import UTC, datetime
from itertools import product

import pandas as pd
import pytest
from jsonstat_validator import validate_jsonstat
from pyjstat import pyjstat

from indicators.protection import names
from reports.open_data.figures import COLUMNS, KEYS, MEASURES, Dataset
from reports.open_data.jsonstat import SHOWN, to_jsonstat, to_status_names

NAMES = {
    "area": {"lpo-umea": "Umeå", "lpo-lulea-boden": "Luleå-Boden"},
    "period": {"2026K1": "2026 K1", "2026K2": "2026 K2"},
    "sex": {"kvinna": "Flickor och kvinnor", "man": "Pojkar och män"},
    "age": {"12-14": "12–14 år"},
}


def row(area, period, sex, count, reason="ok", **more):
    plain = {"area": area, "period": period, "sex": sex, "age": "12-14", "count": count}
    rate = {"per_10_000": None, "low": None, "high": None, "persons": 1000.0}
    said = {"reason": reason, "rate_reason": reason, "estimated": False}
    said |= {"rounded": False, "complete": True, "parts": 6, "missing": 0}
    return plain | rate | said | more


ROWS = [
    row("lpo-umea", "2026K1", "kvinna", 0, per_10_000=0.0, low=0.0, high=12.3456, rounded=True,
        complete=False),
    row("lpo-umea", "2026K1", "man", 15, "preliminart", per_10_000=150.0, low=84.0, high=247.4),
    row("lpo-umea", "2026K2", "kvinna", None, "skyddat", persons=None),
    row("lpo-umea", "2026K2", "man", None, "saknas", persons=None),
    row("lpo-lulea-boden", "2026K1", "kvinna", None, "ej-tillampligt", persons=None),
    row("lpo-lulea-boden", "2026K1", "man", 5, rate_reason="skyddat"),
    row("lpo-lulea-boden", "2026K2", "man", 10, per_10_000=100.0, low=48.0, high=184.0,
        estimated=True),
]  # fmt: skip


def dataset(rows=ROWS, **more):
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    plain = {
        "code": "misstankta", "name": "Misstänkta", "definition": "Vad det är.", "unit": "personer",
        "source": "Polisen", "rule": "En gång per kvartal.", "table": table, "names": NAMES,
        "release": 3, "updated": datetime(2026, 11, 1, 12, tzinfo=UTC), "is_example": True,
        "level": "lpo",
    }  # fmt: skip
    return Dataset(**plain | more)


def to_cells(document):
    """Codes → (value, status), found by the format's own rule."""
    codes = [document["dimension"][one]["category"]["index"] for one in document["id"]]
    return {
        of: (document["value"][place], document["status"].get(str(place)))
        for place, of in enumerate(product(*codes))
    }


def test_it_is_valid_and_says_what_it_is():
    document = json.loads(json.dumps(to_jsonstat(dataset())))
    assert validate_jsonstat(document)
    assert document["extension"]["release"] == 3
    assert document["updated"] == "2026-11-01T12:00:00Z"
    assert any("EXEMPELDATA" in one for one in document["note"])
    assert not any("EXEMPEL" in one for one in to_jsonstat(dataset(is_example=False))["note"])


def test_every_figure_is_where_its_codes_say_and_every_gap_says_why():
    cells = to_cells(to_jsonstat(dataset()))
    assert len(cells) == 2 * 2 * 2 * 1 * len(MEASURES)
    of = ("lpo-umea", "2026K1", "kvinna", "12-14")
    assert cells[*of, "count"] == (0, "avrundad ofullstandig")
    assert cells[*of, "high"] == (12.35, "avrundad ofullstandig")
    assert cells["lpo-umea", "2026K1", "man", "12-14", "count"] == (15, "preliminart")
    assert cells["lpo-umea", "2026K2", "kvinna", "12-14", "count"] == (None, "skyddat")
    assert cells["lpo-umea", "2026K2", "man", "12-14", "count"] == (None, "saknas")
    shown = ("lpo-lulea-boden", "2026K1", "man", "12-14")
    assert cells[*shown, "count"] == (5, None)
    assert cells[*shown, "per_10_000"] == (None, "skyddat")
    estimated = ("lpo-lulea-boden", "2026K2", "man", "12-14")
    assert cells[*estimated, "count"] == (10, None)
    assert cells[*estimated, "per_10_000"] == (100.0, "skattad")
    never = ("lpo-lulea-boden", "2026K2", "kvinna", "12-14", "count")
    assert cells[never] == (None, "saknas")
    for value, status in cells.values():
        assert set((status or "").split()) <= set(to_status_names())
        assert value is not None or status


def test_an_area_that_was_not_there_is_not_missing():
    absent = frozenset({("lpo-lulea-boden", "2026K2")})
    cells = to_cells(to_jsonstat(dataset(absent=absent)))
    assert cells["lpo-lulea-boden", "2026K2", "kvinna", "12-14", "count"][1] == "ej-tillampligt"
    assert cells["lpo-lulea-boden", "2026K2", "man", "12-14", "count"] == (10, None)


def test_another_reader_of_the_format_finds_the_same():
    document = to_jsonstat(dataset())
    frame = pyjstat.Dataset.read(json.dumps(document)).write("dataframe", naming="id")
    found = {
        tuple(one[key] for key in (*KEYS, "measure")): one["value"]
        for one in frame.to_dict("records")
    }
    for codes, (value, _status) in to_cells(document).items():
        assert found[codes] == value or (value is None and pd.isna(found[codes]))


def test_no_figures_are_an_empty_document_that_is_valid():
    nothing = {key: {} for key in KEYS}
    document = to_jsonstat(dataset([], names=nothing))
    assert document["value"] == [] and document["size"][:4] == [0, 0, 0, 0]


@pytest.mark.parametrize("name", ["area", "period"])
def test_a_code_that_has_no_name_is_an_error_and_never_left_out(name):
    with pytest.raises(KeyError):
        to_jsonstat(dataset(names=NAMES | {name: {}}))


def test_the_reasons_with_a_figure_are_those_of_protection():
    assert tuple(names.SHOWN) == SHOWN
