"""A file of the table, in whichever of its forms."""

import json
from pathlib import Path

import pandas as pd

from geodata.scb.jsonstat import read_cube
from geodata.scb.px_csv import read_csv
from geodata.scb.table import NotPopulation
from words import _

MOST_BYTES = 200 * 1024**2


def read_file(path: Path) -> pd.DataFrame:
    """`table.AXES` and value as text, one row a cell. Raises NotPopulation, OSError."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        told = _("är {size} MB stor; högst {most} MB läses")
        most = MOST_BYTES // 1024**2
        raise NotPopulation(str(path), told.format(size=-(-size // 1024**2), most=most))
    return read_bytes(path.read_bytes(), str(path))


def read_bytes(data: bytes, subject: str) -> pd.DataFrame:
    """As `read_file`, of what it holds."""
    plain = data.removeprefix(b"\xef\xbb\xbf").strip()
    if not plain:
        raise NotPopulation(subject, _("är tom"))
    if plain[:1] not in (b"{", b"["):
        return read_csv(data, subject)
    try:
        cube = json.loads(plain)
    except (ValueError, RecursionError) as error:
        raise NotPopulation(subject, _("är ingen hel JSON")) from error
    return read_cube(cube, subject)
