"""The outlines are built once a run: exact ones in memory, the map's files in a directory."""

from datetime import date

import geopandas as gpd
import pytest

from geodata import boundaries, store
from geodata.division import load_areas

NOW = date(2025, 1, 1)


@pytest.fixture(scope="session")
def source():
    return boundaries.load_kommuner()


@pytest.fixture(scope="session")
def kommuner(source):
    return boundaries.mend(source)


@pytest.fixture(scope="session")
def pieces(kommuner):
    return boundaries.build_pieces(kommuner)


@pytest.fixture(scope="session")
def lpos(pieces):
    return boundaries.dissolve(pieces.shapes, pieces.lpos[NOW])


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    directory = tmp_path_factory.mktemp("areas")
    lines: list[str] = []
    return directory, store.ensure_outlines(directory, lines.append), lines


@pytest.fixture
def right(lpos):
    """A right file's table: our own exact outlines, as an authority would name them."""
    areas = load_areas()
    names = dict(zip(areas["code"], areas["name"], strict=True))
    columns = {"LOKALPOLIS": [f"LPO {names[code]}" for code in lpos], "OBJEKT": range(len(lpos))}
    return gpd.GeoDataFrame(columns, geometry=list(lpos.values()), crs=boundaries.METRES)
