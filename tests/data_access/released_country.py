"""A release of a whole country whose counts are told apart from every other number.

Half of the innermost counts are 1–4, which are rounded; the others are so large that a sum with one
of them is larger than any number of people, days or areas. A table of counts shows itself by them.
"""

from collections.abc import Iterator
from itertools import product

import pandas as pd

from data_access import cache
from data_access.approval import approve
from data_access.population_import import take_in
from data_access.raw.released import read_approved
from data_access.release_cells import to_placed
from data_access.release_memory import to_split
from data_access.released_rates import fetch_rates
from data_access.releasing import make_release
from data_access.submissions import read_submissions
from geodata.division import load_areas
from indicators.periods import Quarter
from indicators.protection.names import AGES, LEVELS, SEXES
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from tests.data_access.reports import MANAGER, NATIONAL, READER, sent
from tests.indicators.protection.places import to_margins_of

BASE = 5
LARGE = 20_000_000  # the country has half as many inhabitants
INHABITANTS = 900_000_007  # of a kommun, in each sex and age group
QUARTERS = (Quarter(2026, 2), Quarter(2026, 3))
KINDS = {"atgarder": "atgard", "indikatorer": "indikator"}
ENTRIES = {"atgard": "sspf-insats", "indikator": "misstankta-grova-brott"}
SPLITS = (
    (), ("quarter",), ("sex",), ("age_group",), ("quarter", "sex"), ("quarter", "age_group"),
    ("sex", "age_group"), ("quarter", "sex", "age_group"),
)  # fmt: skip


def publish_country() -> int:
    """Report, approve and release it; the release's number. There live more than are counted: a
    count that holds all of its group would be refused."""
    take_in({2025: dict.fromkeys(_to_groups(), INHABITANTS)}, "prov", viewer=MANAGER)
    units = dict(_to_units())
    sent(units, viewer=NATIONAL)
    ids = [one.id for one in read_submissions(units, viewer=NATIONAL).values()]
    approve(ids, viewer=NATIONAL)
    number = make_release(viewer=NATIONAL)
    cache.forget_answers()
    return number


def _to_groups() -> Iterator[tuple[str, str, str]]:
    areas = load_areas()
    kommuner = areas.loc[areas["level"] == "kommun", "code"]
    yield from product(kommuner, SEXES, AGES)


def _to_units() -> Iterator[tuple[Unit, tuple[Row, ...]]]:
    areas = load_areas()
    now = areas[(areas["level"] == "lpo") & areas["valid_to"].isna()]
    for place, area in enumerate(now["code"]):
        for order, quarter in enumerate(QUARTERS):
            for kind, listing in KINDS.items():
                counts = {name: _to_count(place, order, n) for n, name in enumerate(CELLS)}
                texts = {"anteckning": "prov"} if kind == "atgarder" else {}
                row = Row({listing: ENTRIES[listing]} | counts | texts)
                yield Unit(area, kind, quarter), (row,)


def _to_count(place: int, order: int, cell: int) -> int:
    if (place + order + cell) % 2:
        return (place + 2 * cell + order) % (BASE - 1) + 1
    return LARGE + 1_000 * place + 100 * order + 10 * cell


def to_raw() -> pd.DataFrame:
    """The cells as reported, with `value` as protected ones have."""
    return to_placed(read_approved(to_split(READER)).cells).rename(columns={"count": "value"})


def to_true() -> pd.DataFrame:
    """Every sum of what was reported, as `margins.COLUMNS`."""
    return to_margins_of(to_raw(), SPLITS, BASE)


def to_told(number: int) -> pd.DataFrame:
    """Every figure of the release that a reader of the country may ask for."""
    asked = [
        fetch_rates(*entry, level, split, release=number, viewer=READER)
        for entry in ENTRIES.items()
        for level in LEVELS
        for split in SPLITS
    ]
    return pd.concat([one for one in asked if not one.empty], ignore_index=True)


def to_untold(number: int) -> frozenset[int]:
    """The large sums of what was reported that no figure of the release is: none may be seen."""
    return _to_large(to_true()) - _to_large(to_told(number))


def _to_large(figures: pd.DataFrame) -> frozenset[int]:
    return frozenset(int(one) for one in figures["value"].dropna() if one >= LARGE)
