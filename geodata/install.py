"""Puts an authority's own LPO boundaries in the place of the built ones, or changes nothing."""

import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import geopandas as gpd

from geodata import file_checks, files, store
from geodata.checks import Rejected
from geodata.division import division_of


def check(path: Path, choice: files.Choice, on: date) -> gpd.GeoDataFrame:
    """The file's areas (kod, geometry in EPSG:3006) when nothing is wrong, else checks.Rejected."""
    table = files.load_file(path, choice, on)
    if faults := file_checks.check_file(table, on):
        raise Rejected(str(path), faults)
    return table


def install(
    path: Path, choice: files.Choice, on: date, directory: Path, report: Callable[[str], None]
) -> list[store.Outlines]:
    """Checks the file, builds the outlines from it, and only then makes it the one in use."""
    table = check(path, choice, on)
    start = division_of("lpo", on)
    existed = directory.exists()
    directory.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=directory, prefix=".install-") as beside:
            copy = Path(beside) / store.own_name(start)
            table.sort_values("kod").to_file(copy, driver="GPKG", layer="lpo", engine="pyogrio")
            own = store.find_own(directory) | {start: copy}
            digest = store.to_digest(directory, own)
            store.build_into(directory, digest, own, report)
            os.replace(copy, directory / store.own_name(start))
    finally:
        if not existed and not any(directory.iterdir()):
            directory.rmdir()
    return store.to_outlines(directory, store.to_digest(directory))
