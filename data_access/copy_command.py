"""`python -m data_access copy FROM TO`: both stores into an empty database, compared row by row."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable

import settings
from data_access import unfinished
from data_access.audit_walk import Verified
from data_access.copy_errors import CopyError
from data_access.copy_progress import Progress
from data_access.copying import Copied, compare, copy_stores
from data_access.stores import Stores, open_stores, to_shown
from words import _, plural


def main(arguments: list[str]) -> int:
    """Copy as told. 0 when all of it is there and is the same, 1 when not, which is said; 2 when
    the arguments can't be understood. Raises DatabaseUnavailable, WrongSchema."""
    parser = _parser()
    try:
        asked = parser.parse_args(arguments)
    except SystemExit as left:
        return int(left.code or 0)
    source = open_stores(asked.source, asked.from_raw)
    to = open_stores(asked.to, asked.to_raw)
    return guarded(lambda: _copy(source, to, anew=asked.anew), source, to)


def guarded(work: Callable[[], int], *opened: Stores) -> int:
    """What the work answers, 1 when something named stops it, which is told; all is closed."""
    try:
        return work()
    except CopyError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(_("Avbrutet. Det som hann kopieras är inte helt."), file=sys.stderr)
        return 1
    finally:
        for stores in opened:
            stores.dispose()


def tell_chain(found: Verified) -> int:
    """Tell of the audit's chain; 0 when it is whole. Where it is not it wasn't before either,
    since all rows are the same."""
    if found.ok:
        print(_("Granskningsloggens kedja är hel: {n} rader.").format(n=found.rows))
        return 0
    told = _("Granskningsloggens kedja är bruten i kopian, som i det som kopierades:")
    print(told, file=sys.stderr)
    for problem in found.problems:
        print(f"- {problem}", file=sys.stderr)
    return 1


def tell_copied(copied: Copied) -> None:
    """How much it was."""
    sums = [one for tables in copied.sums.values() for one in tables.values()]
    rows = plural("{n} rad", "{n} rader", sum(one.rows for one in sums))
    told = _("{rows} i {tables} tabeller, alla jämförda och lika.")
    print(told.format(rows=rows, tables=len(sums)))


def _copy(source: Stores, to: Stores, *, anew: bool) -> int:
    if anew:
        unfinished.throw_away(to)
    told = Progress()
    copied = copy_stores(source, to, told)
    to.dispose()  # what is compared is read from the disk
    found = compare(to, copied, told)
    unfinished.finish(to)
    print(_("{source} är kopierad till {to}.").format(source=_shown(source), to=_shown(to)))
    tell_copied(copied)
    if settings.load().raw_database_url:
        told_raw = _("BOB_RAW_DATABASE_URL är satt: sätt den till {raw} när BOB_DATABASE_URL byts.")
        print(told_raw.format(raw=to_shown(to.raw)))
    return tell_chain(found)


def _shown(stores: Stores) -> str:
    return to_shown(stores.main)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m data_access copy")
    parser.add_argument("source", metavar="FROM", help="SQLAlchemy address of the database")
    parser.add_argument("to", metavar="TO", help="that of an empty one, of the same engine or not")
    raw = "address of the store of what is reported %s; else beside, or as the settings say"
    parser.add_argument("--from-raw", default="", help=raw % "of FROM")
    parser.add_argument("--to-raw", default="", help=raw % "of TO")
    parser.add_argument(
        "--anew", action="store_true", help="throw away an unfinished copy in TO, and begin anew"
    )
    return parser
