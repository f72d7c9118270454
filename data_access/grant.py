"""`python -m data_access grant`: give a person access, so that there is a first administratör."""

import sys
from argparse import ArgumentParser
from typing import NoReturn

from data_access.by_hand import to_operator
from data_access.engine import DatabaseUnavailable, WrongSchema
from data_access.people import BadAccess, UnknownCodes, ensure_person, set_access
from data_access.viewer import Role
from words import _


class _BadArguments(ValueError):
    """What was typed can't be understood; the message says how to type it."""


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _BadArguments(f"{self.format_usage()}{message}")


def main(arguments: list[str]) -> int:
    """Grant as told by ISSUER SUBJECT ROLE [--areas CODES] [--reports CODES] [--label TEXT];
    0 when it is done, 1 when it is refused, 2 when the arguments can't be understood."""
    try:
        asked = _parser().parse_args(arguments)
    except _BadArguments as error:
        print(error, file=sys.stderr)
        return 2
    areas, reports = asked.areas.split(","), asked.reports.split(",")
    try:
        set_access(
            asked.issuer,
            asked.subject,
            Role(asked.role),
            [code for code in areas if code],
            [code for code in reports if code],
            label=asked.label,
            viewer=to_operator(str(Role.ADMIN), []),
        )
        person = ensure_person(asked.issuer, asked.subject)
    except (BadAccess, DatabaseUnavailable, WrongSchema) as error:
        codes = f" {', '.join(error.codes)}" if isinstance(error, UnknownCodes) else ""
        print(f"{error}{codes}", file=sys.stderr)
        return 1
    told = _("{person} är nu {role}.")
    print(told.format(person=person, role=asked.role))
    return 0


def _parser() -> ArgumentParser:
    parser = _Parser(prog="python -m data_access grant", add_help=False)
    parser.add_argument("issuer", metavar="ISSUER")
    parser.add_argument("subject", metavar="SUBJECT")
    parser.add_argument("role", metavar="ROLE", choices=[str(role) for role in Role])
    parser.add_argument("--areas", default="", help="codes with commas between")
    parser.add_argument("--reports", default="", help="codes with commas between")
    parser.add_argument("--label", default="")
    return parser
