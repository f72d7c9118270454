"""What pages draw of the example's release, read back and attacked together with its cells."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pandas as pd
import pytest

from data_access.released_rates import fetch_rates
from data_access.viewer import DEMONSTRATIONS, Role
from geodata.division import load_areas
from indicators.protection import attack
from indicators.protection.attack import UnsafeRelease
from indicators.protection.attack_knowledge import Release
from tests.data_access.test_what_leaves import BASE, release_example, to_released
from tests.pages import drawn
from tests.pages.conftest import show
from tests.web.data_folder import Fill

READER = DEMONSTRATIONS[Role.LASARE]
TOTAL, SEXES, AGES = drawn.TOTAL, ("kvinna", "man"), ("12-14", "15-17", "18-20")
WHOM = [*product((TOTAL, *SEXES), (TOTAL, *AGES))]
NEWEST = "2026K3"
PLACES = {
    "lpo": "lpo-lulea-boden", "polisomrade": "po-skaraborg", "polisregion": "pr-nord", "lan": "25",
}  # fmt: skip
MAPS = ("lpo", "polisomrade", "polisregion", "lan")


@pytest.fixture
def example(filled: Callable[[Fill], Path]) -> int:
    """The example's own release, of its two last quarters; its number."""
    filled(release_example)
    return 1


def to_names(level: str) -> dict[str, str]:
    """Name → code of the level's areas of today."""
    areas = load_areas()
    now = areas[(areas["level"] == level) & areas["valid_to"].isna()]
    return dict(zip(now["name"], now["code"], strict=True))


def ask(page: str, indicator: str, **more: str):
    """The page as a reader."""
    shown = show(page, roll="lasare", indikator=indicator, **more)
    assert not shown.exception
    return shown


def to_split(cells: pd.DataFrame) -> bool:
    """Whether it is counted by sex and age."""
    return bool((cells["sex"] != TOTAL).any())


def to_drawn(indicator: str, number: int, *, split: bool) -> Iterator[tuple[str, list]]:
    """(level, rows) of every view; of sex, age and place another choice for each indicator."""
    sex, age = WHOM[number % len(WHOM)] if split else (TOTAL, TOTAL)
    whom = {"kon": sex, "alder": age}
    names = to_names("lpo")
    page = ask("trender", indicator, bild="omraden", **whom)
    yield "lpo", list(drawn.read_areas(page, names, NEWEST, (sex, age)))
    regions = to_names("polisregion")
    page = ask("trender", indicator, bild="regioner", matt="antal", **whom)
    yield "polisregion", list(drawn.read_course(page, lambda name: (regions[name], (sex, age))))
    level, place = list(PLACES.items())[number % len(PLACES)]
    by = ("kvartal", "ar")[number % 2]
    page = ask("trender", indicator, matt="antal", omrade=place, tid=by, mot="inget", **whom)
    yield level, list(drawn.read_course(page, lambda _name: (place, (sex, age))))
    if split:
        page = ask("trender", indicator, bild="kon", matt="antal", omrade=place)
        yield level, list(drawn.read_course(page, lambda name: (place, to_whom(name))))
    yield from to_mapped(indicator, MAPS[number % len(MAPS)])


def to_whom(name: str) -> tuple[str, str]:
    """`Flickor 12–14 år` → who that is."""
    sex, age, _years = name.split(" ")
    return {"Flickor": "kvinna", "Pojkar": "man"}[sex], age.replace("–", "-")


def to_mapped(indicator: str, level: str) -> Iterator[tuple[str, list]]:
    """What the map tells of the level."""
    rates = fetch_rates("indikator", indicator, level, ("quarter",), release=1, viewer=READER)
    newest = rates[rates["quarter"] == NEWEST].set_index("code")["persons"]
    page = ask("karta", indicator, niva=level)
    yield level, list(drawn.read_map(page, to_names(level), newest.to_dict()))


def to_measured(measure: str, number: int) -> Iterator[tuple[str, list]]:
    """(level, rows) of a measure on Insatser och mål, in the country and in another place for each
    measure, of the quarter or the year."""
    level, place = list(PLACES.items())[number % len(PLACES)]
    by, period = (("kvartal", NEWEST), ("ar", NEWEST[:4]))[number % 2]
    for of, code, chosen in (("riket", "se", {}), (level, place, {"omrade": place})):
        asked = {"atgard": measure, "tid": by, "dag": "2026-11-25", **chosen}
        page = show("insatser", roll="lasare", **asked)
        assert not page.exception
        name = page.header[-1].value.replace("\\", "")
        yield of, list(drawn.read_measure(page, name, code, period))


def to_tables(entry: tuple[str, str], cells: pd.DataFrame, number: int) -> list[pd.DataFrame]:
    """All that pages draw of an entry, as tables of figures."""
    if entry[0] == "atgard":
        of_all = to_measured(entry[1], number)
    else:
        of_all = to_drawn(entry[1], number, split=to_split(cells))
    own = cells["indicator"].iloc[0]
    return [drawn.to_table(rows, own, level) for level, rows in of_all if rows]


def test_all_that_pages_draw_of_the_example_tells_no_more_than_its_cells(example):
    figures, levels = 0, set()
    counted = list(to_released(example).items())[::2]  # enough for every choice to come
    for number, (entry, cells) in enumerate(counted):
        tables = to_tables(entry, cells, number)
        attack.check([Release(cells, tables)], BASE)
        figures += sum(int(table["value"].notna().sum()) for table in tables)
        levels |= {level for table in tables for level in table["level"]}
    assert {listing for (listing, _code), _cells in counted} == {"atgard", "indikator"}
    assert len(counted) > 12
    assert figures > 1_200
    assert levels == {*PLACES, "riket"}


def test_one_figure_that_is_drawn_otherwise_is_found(example):
    """Else the test above could not fail."""
    entry = ("indikator", "misstankta-ran")
    cells = to_released(example)[entry]
    for table in to_tables(entry, cells, 0):
        place = table["value"].notna().to_numpy().argmax()
        table.loc[table.index[place], "value"] += 1
        with pytest.raises(UnsafeRelease, match="1 × not-its-sum"):
            attack.check([Release(cells, [table])], BASE)
