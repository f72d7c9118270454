"""`python -m data_access import FILE…`: files in bulk, by the same door and the same checks."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

import clock
from data_access.by_hand import to_operator
from data_access.engine import DatabaseUnavailable, ensure_prepared
from data_access.import_progress import show_bar, tell, write_report
from data_access.importing import REFUSED, Outcome, import_file, to_failure
from data_access.viewer import RIGHTS, BadViewer, Right, Role
from indicators.periods import BadPeriod, Quarter
from words import _

COUNTRY = "se"


def main(arguments: Sequence[str]) -> int:
    """Import as told. 0 when every file is in (now or before), 1 when one is not, 2 when the
    arguments can't be understood. With --report the outcome of each file is written as JSON after
    every file. Raises DatabaseUnavailable, WrongKind, WrongSchema before the first file."""
    asked = _read(arguments)
    if asked is None:
        return 2
    ensure_prepared()
    outcomes = [Outcome(str(file)) for file in asked.files]
    try:
        write_report(asked.report, outcomes)
        for _number in _run(asked, outcomes):
            write_report(asked.report, outcomes)
    except OSError as error:
        told = _("Rapporten kan inte skrivas: {reason}").format(reason=error)
        print(told, file=sys.stderr)
        return 1
    return 0 if all(one.is_in for one in outcomes) else 1


def _run(asked: Namespace, outcomes: list[Outcome]) -> Iterator[int]:
    """Each file in turn, its outcome put in its place. Stops where the database is away."""
    total = len(asked.files)
    for number, file in enumerate(asked.files, start=1):
        with show_bar(number - 1, total):
            outcome, is_away = _import(file, asked)
        outcomes[number - 1] = outcome
        tell(outcome, number, total)
        yield number
        if is_away:
            told = _("Databasen är borta. Kör samma kommando igen när den är tillbaka.")
            print(told, file=sys.stderr)
            return


def _import(file: Path, asked: Namespace) -> tuple[Outcome, bool]:
    """The file's outcome, and whether the database is away."""
    outcome = Outcome(str(file), REFUSED)
    try:
        data = file.read_bytes()
        found = import_file(
            data,
            str(file),
            default=asked.period,
            viewer=asked.viewer,
            warnings=asked.accept_warnings,
        )
        return found, False
    except OSError as error:
        wrong = _("Filen kan inte läsas: {reason}").format(reason=error.strerror or error)
        outcome.remarks.append(to_failure(wrong, "unreadable"))
        return outcome, False
    except DatabaseUnavailable as error:
        wrong = _("Databasen går inte att nå: {reason}").format(reason=error.reason)
        right = _("Kör samma kommando igen: det som redan är inläst läses inte in en gång till.")
        outcome.remarks.append(to_failure(wrong, "database-away", right))
        return outcome, True


def _read(arguments: Sequence[str]) -> Namespace | None:
    """The arguments, understood; None when they can't be, which is then said."""
    try:
        asked = _parser().parse_args(arguments)
        asked.viewer = to_operator(asked.role, asked.areas.split(","))
    except SystemExit as left:
        if not left.code:  # help was asked for
            raise
        return None
    except BadViewer as error:
        print(error, file=sys.stderr)
        return None
    return asked


def _parser() -> ArgumentParser:
    roles = [str(role) for role in Role if Right.REPORT in RIGHTS[role]]
    parser = ArgumentParser(prog="python -m data_access import")
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument("--as", dest="role", required=True, choices=roles)
    parser.add_argument("--areas", default=COUNTRY, help="codes, comma separated; else the country")
    parser.add_argument(
        "--period",
        type=_to_period,
        default=Quarter.of(clock.today()),
        help="as 2026K3, for rows that name none; else this quarter",
    )
    parser.add_argument("--accept-warnings", action="store_true", help="take them in without notes")
    parser.add_argument("--report", type=Path, help="file for the outcome as JSON")
    return parser


def _to_period(text: str) -> Quarter:
    try:
        return Quarter.parse(text)
    except BadPeriod as error:
        raise ArgumentTypeError(str(error)) from error
