"""`python -m data_access restore FOLDER [TO]`: a backup into an empty database."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from data_access import connect, unfinished
from data_access.backup_manifest import Manifest
from data_access.copy_command import guarded, tell_chain, tell_copied
from data_access.copy_progress import Progress
from data_access.health import health
from data_access.prepare import prepare
from data_access.restore import Restored, restore
from data_access.stores import Stores, is_current, open_stores, to_shown
from words import _, plural


def main(arguments: list[str]) -> int:
    """Restore, and where it is the database of the settings make it ready. 0 when all of it is
    there and may be served, 1 when not, which is said; 2 when the arguments can't be understood.
    Raises DatabaseUnavailable, WrongKind, WrongSchema."""
    try:
        asked = _parser().parse_args(arguments)
    except SystemExit as left:
        return int(left.code or 0)
    address = asked.to or connect.current_address()
    to = open_stores(address, asked.to_raw)
    return guarded(lambda: _restore(asked, to, serves=is_current(address)), to)


def _restore(asked: Namespace, to: Stores, *, serves: bool) -> int:
    if asked.anew:
        unfinished.throw_away(to)
    restored = restore(asked.backup, to, Progress())
    at = _to_moment(restored.manifest)
    print(_("Säkerhetskopian från {at} är återställd till {to}.").format(
        at=at, to=to_shown(to.main)
    ))  # fmt: skip
    tell_copied(restored.copied)
    _tell_people(restored, at)
    is_whole = tell_chain(restored.chain) == 0
    if not serves:
        told = _(
            "Peka ut den med BOB_DATABASE_URL ({raw} med BOB_RAW_DATABASE_URL, om den är satt)"
        )
        told += " " + _("och kör: python -m data_access prepare")
        print(told.format(raw=to_shown(to.raw)))
        return 0 if is_whole else 1
    to.dispose()
    prepare(connect.engine())
    found = health()
    if found["reason"]:
        print(found["reason"], file=sys.stderr)
        return 1
    print(_("Databasen är klar."))
    return 0 if is_whole else 1


def _tell_people(restored: Restored, at: str) -> None:
    """What of people is as it was then, and must be gone through by somebody."""
    told = plural(
        "{n} öppen session är avslutad.", "{n} öppna sessioner är avslutade.", restored.sessions
    )
    print(told, _("Alla loggar in på nytt."))
    if restored.keys:
        told = plural("{n} nyckel gäller", "{n} nycklar gäller", restored.keys)
        told += _(", också de som avslutats efter {at}. Gå igenom sidan Nycklar.")
        print(told.format(at=at))
    told = _("Behörigheter och spärrar är som de var {at}. Gå igenom sidan Användare.")
    print(told.format(at=at))


def _to_moment(manifest: Manifest) -> str:
    return f"{manifest.made_at:%Y-%m-%d %H:%M:%S} UTC"


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m data_access restore")
    parser.add_argument("backup", metavar="FOLDER", type=Path, help="a backup: …/bob-2026-…Z")
    parser.add_argument(
        "to", metavar="TO", nargs="?", default="",
        help="SQLAlchemy address of an empty database; else that of the settings",
    )  # fmt: skip
    parser.add_argument(
        "--to-raw", default="",
        help="that of the store of what is reported; else beside, or as the settings say",
    )  # fmt: skip
    parser.add_argument(
        "--anew", action="store_true", help="throw away an unfinished copy there, and begin anew"
    )
    return parser
