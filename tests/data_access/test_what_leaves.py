"""All that leaves with a release, read together as somebody outside would."""

from itertools import product

import pandas as pd
import pytest
from sqlalchemy import func, select

from data_access import example_door
from data_access.connect import reading
from data_access.engine import engine as main_engine
from data_access.release_cells import read_told, to_protected
from data_access.released_rates import fetch_rates
from data_access.schema import METADATA, RELEASE, RELEASED_COUNT
from indicators.protection import attack
from indicators.protection.attack import UnsafeRelease
from indicators.protection.attack_knowledge import Release
from indicators.protection.margins import COLUMNS
from indicators.protection.names import LEVELS
from tests.data_access.released_country import (
    BASE,
    LARGE,
    SPLITS,
    publish_country,
    to_raw,
    to_true,
    to_untold,
)
from tests.data_access.reports import READER
from tests.indicators.protection.places import to_margins_of
from tests.numbers import to_numbers

KEYS = [name for name in COLUMNS if name not in ("value", "reason", "parts", "missing", "rounded")]


def to_released(number):
    """(listing, code) → the protected cells of all that a release holds."""
    with reading() as connection:
        cells = read_told(connection, number)
    named = cells.groupby(["listing", "code"], sort=True)
    return {key: to_protected(found.reset_index(drop=True)) for key, found in named}


def to_tables(entry, number):
    """Every figure that pages can ask for of an entry."""
    asked = [
        fetch_rates(*entry, level, split, release=number, viewer=READER)
        for level in LEVELS
        for split in SPLITS
    ]
    return [found for found in asked if not found.empty]


def check_together(number, entries):
    """The audit of the cells and all figures of them, entry by entry; how many figures. Raises
    UnsafeRelease."""
    figures = 0
    for entry, cells in entries.items():
        tables = to_tables(entry, number)
        figures += sum(int(table["value"].notna().sum()) for table in tables)
        attack.check([Release(cells, tables)], BASE)
    return figures


@pytest.fixture
def country(filled):
    filled(publish_country)
    return 1


def release_example():
    """The example's own release, of its two last quarters."""
    assert example_door.main(["--since", "2026K2"]) == 0


@pytest.fixture
def example(filled):
    filled(release_example)
    return 1


def to_kinds(released):
    """Of each list's entries, by sex and age and not, the one with the most gaps: all others of
    the kind are told by the same rules."""
    found = {}
    for (listing, code), cells in released.items():
        kind = listing, (cells["sex"] == "totalt").all()
        gaps = cells["value"].isna().sum()
        if kind not in found or gaps > found[kind][0]:
            found[kind] = gaps, (listing, code)
    return {entry: released[entry] for _gaps, entry in found.values()}


def test_all_figures_of_the_example_tell_no_more_than_its_cells(example):
    entries = to_kinds(to_released(example))
    assert len(entries) == 3
    assert check_together(example, entries) > 10_000


def test_all_figures_of_a_country_tell_no_more_than_its_cells(country):
    assert check_together(country, to_released(country)) > 10_000


def leak(table, true):
    """The table with one true figure in place of what is told."""
    both = table[KEYS].merge(true[[*KEYS, "value"]], on=KEYS, how="left")["value"].to_numpy()
    value = table["value"].astype("Int64")
    differs = (value != pd.array(both, dtype="Int64")).fillna(value=False)
    assert differs.any()
    place = differs.to_numpy().argmax()
    leaked = table.copy()
    leaked.loc[table.index[place], "value"] = int(both[place])
    return leaked


def test_one_true_figure_among_them_is_found_at_every_level(country):
    true, released = to_true(), to_released(country)
    for level, split in product(LEVELS, [(), ("quarter", "sex", "age_group")]):
        for entry, cells in released.items():
            asked = fetch_rates(*entry, level, split, release=country, viewer=READER)
            attack.check([Release(cells, [asked])], BASE)
            with pytest.raises(UnsafeRelease) as found:
                attack.check([Release(cells, [leak(asked, true)])], BASE)
            assert "1 × not-its-sum" in str(found.value), (entry, level, split)


def test_one_true_figure_that_others_publish_narrows_a_cell(country):
    """Told elsewhere it contradicts nothing, and is still found."""
    ((entry, cells), *_) = to_released(country).items()
    true = to_true()
    of_one = true[(true["level"] == "lpo") & (true["indicator"] == cells["indicator"].iloc[0])]
    whole = of_one[(of_one[["quarter", "sex", "age_group"]] != "totalt").all(axis=1)]
    small = whole[whole["value"].between(1, BASE - 1)].iloc[[0]]
    with pytest.raises(UnsafeRelease, match="narrowed"):
        attack.check([Release(cells, to_tables(entry, country), elsewhere=[small])], BASE)


def test_a_rate_tells_no_other_count_than_its_figure(country):
    for entry in to_released(country):
        for level in LEVELS:
            rates = fetch_rates(*entry, level, ("quarter",), release=country, viewer=READER)
            told = rates[rates["per_10_000"].notna()]
            assert len(told)
            count = told["per_10_000"] * told["persons"] / 10_000
            assert (count.astype(float).round() == told["value"].astype(float)).all()


def to_text(table):
    with reading(main_engine()) as connection:
        return "\n".join(str(tuple(row)) for row in connection.execute(select(table)))


def test_the_database_that_readers_are_answered_from_holds_no_count_as_reported(country):
    untold = to_untold(country)
    assert len(untold) > 1000
    held = {name: set(to_numbers(to_text(table))) for name, table in METADATA.tables.items()}
    for name, numbers in held.items():
        assert not untold & numbers, name
    large = {one for one in held[RELEASED_COUNT.name] if one >= LARGE}
    assert len(large) > 500  # else this could not fail
    small = RELEASED_COUNT.c["count"].between(1, BASE - 1)
    with reading() as connection:
        asked = select(func.count()).select_from(RELEASED_COUNT)
        assert connection.scalar(asked.where(small)) == 0
        assert connection.scalar(select(RELEASE.c.base)) == BASE


def test_what_was_reported_has_small_counts_in_every_margin(country):
    """Else the tests above would protect nothing."""
    raw = to_raw()
    small = raw["value"].between(1, BASE - 1)
    assert 0.4 < small.mean() < 0.6
    told = to_margins_of(raw, SPLITS, BASE)
    assert set(told["level"]) == set(LEVELS)
