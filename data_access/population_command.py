"""`python -m data_access population FILE` or `--fetch`: SCB's population by year, checked first."""

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

import clock
from data_access.by_hand import to_operator
from data_access.engine import ensure_prepared
from data_access.population_import import TakenIn, take_in
from data_access.viewer import Role
from geodata.checks import Rejected
from geodata.division import division_starts
from geodata.scb.checks import to_checked
from geodata.scb.counts import to_counts
from geodata.telling import show_faults
from words import _

SCB = "scb"
TABLE = "TAB638"  # Folkmängden efter region, civilstånd, ålder och kön


def main(arguments: Sequence[str]) -> int:
    """Take in the file, or what the database answers. 0 when it is in (now or before), 1 when it
    is not, which is said, fault by fault; 2 when the arguments can't be understood. Raises
    DatabaseUnavailable, WrongKind, WrongSchema."""
    asked = _read(arguments)
    if asked is None:
        return 2
    ensure_prepared()
    subject = f"{asked.address} {asked.table}" if asked.fetch else asked.file.name
    try:
        raw = _fetch(asked) if asked.fetch else _read_file(asked.file)
        checked = to_checked(raw, subject, clock.today(), off=asked.off)
    except Rejected as rejected:
        show_faults(rejected)
        return 1
    except OSError as error:
        print(_to_unread(asked, error), file=sys.stderr)
        return 1
    source = _("SCB, folkmängd 31 december ({subject})").format(subject=subject)
    _tell(take_in(to_counts(checked), source, viewer=to_operator(str(Role.ADMIN), [])))
    return 0


def _read_file(file: Path) -> pd.DataFrame:
    from geodata.scb.reading import read_file

    return read_file(file)


def _fetch(asked: Namespace) -> pd.DataFrame:
    from geodata.scb.fetching import fetch_table

    return fetch_table(asked.address, asked.table, asked.years)


def _to_unread(asked: Namespace, error: OSError) -> str:
    if asked.fetch:
        told = _("Den här maskinen når inte databasen ({reason}). Ingenting har ändrats. Hämta")
        told += " " + _("tabellen som fil där nätet når SCB, och läs in filen här.")
        return told.format(reason=error)
    return _("Filen kan inte läsas: {reason}").format(reason=error.strerror or error)


def _tell(taken: TakenIn) -> None:
    if taken.new:
        told = _("Officiell folkmängd är inläst för {years}.")
        print(told.format(years=", ".join(map(str, taken.new))))
    if taken.known:
        told = _("Inget nytt för {years}.")
        print(told.format(years=", ".join(map(str, taken.known))))


def _read(arguments: Sequence[str]) -> Namespace | None:
    """The arguments, understood; None when they can't be, which is then said."""
    parser = _parser()
    try:
        asked = parser.parse_args(arguments)
        if (asked.file is None) != asked.fetch:
            parser.error("give a FILE, or --fetch")
    except SystemExit as left:
        if not left.code:  # help was asked for
            raise
        return None
    return asked


def _parser() -> ArgumentParser:
    first = division_starts("kommun")[0].year
    parser = ArgumentParser(prog="python -m data_access population")
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="JSON-stat 2.0 or CSV")
    parser.add_argument("--fetch", action="store_true", help="ask SCB's database in its place")
    parser.add_argument("--from", dest="address", default=SCB, help="another PxWeb API, version 2")
    parser.add_argument("--table", default=TABLE, help=f"its table; else {TABLE}")
    parser.add_argument(
        "--years",
        type=_to_years,
        default=range(first, clock.today().year),
        help=f"to fetch, as 2020-2024; else from {first}",
    )
    parser.add_argument(
        "--off",
        type=_to_off,
        default=0,
        help="persons that a sum may differ by, where SCB has protected each cell; else 0",
    )
    return parser


def _to_off(text: str) -> int:
    if not re.fullmatch(r"\d{1,6}", text):
        raise ArgumentTypeError("give whole persons, such as 50")
    return int(text)


def _to_years(text: str) -> range:
    found = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text)
    if not found or int(found[2] or found[1]) < int(found[1]):
        raise ArgumentTypeError("give a year, or two with - between: 2020-2024")
    return range(int(found[1]), int(found[2] or found[1]) + 1)
