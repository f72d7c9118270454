"""`python -m data_access backup FOLDER`: a backup of both stores, made while people work."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, datetime
from pathlib import Path

from data_access import connect
from data_access.backup import make_backup, remove_old
from data_access.copy_command import guarded, tell_chain, tell_copied
from data_access.copy_progress import Progress
from data_access.stores import Stores, open_stores
from words import _


def main(arguments: list[str]) -> int:
    """Back up what the settings name. 0 when it is there and whole, 1 when not, which is said, or
    when the audit's chain is broken; 2 when the arguments can't be understood. Raises
    DatabaseUnavailable, WrongSchema."""
    try:
        asked = _parser().parse_args(arguments)
    except SystemExit as left:
        return int(left.code or 0)
    source = open_stores(connect.current_address())
    return guarded(lambda: _back_up(source, asked), source)


def _back_up(source: Stores, asked: Namespace) -> int:
    made = make_backup(source, asked.folder, datetime.now(UTC), Progress())
    kinds = ", ".join(made.copied.kinds) or _("ingenting rapporterat")
    print(_("Säkerhetskopian är hel: {folder} ({kinds}).").format(folder=made.folder, kinds=kinds))
    tell_copied(made.copied)
    if asked.keep:
        for gone in remove_old(asked.folder, asked.keep, made.copied.kinds):
            print(_("Borttagen: {folder}").format(folder=gone))
    return tell_chain(made.chain)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m data_access backup")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where backups are kept")
    parser.add_argument(
        "--keep", type=_to_keep, default=0, help="remove all but the newest so many of this kind"
    )
    return parser


def _to_keep(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("give how many to keep, 1 or more")
    return int(text)
