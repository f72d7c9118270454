"""`python -m data_access release`: make a release of what is approved."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from data_access.by_hand import to_operator
from data_access.engine import ensure_prepared
from data_access.release_errors import STOPPED
from data_access.releasing import NothingNew, make_release
from data_access.viewer import Role
from words import _


def main(arguments: Sequence[str]) -> int:
    """Make it; 0 when it is made or nothing is new, 1 when it could not be made, which is said.
    Raises DatabaseUnavailable, WrongKind, WrongSchema."""
    parser = ArgumentParser(prog="python -m data_access release")
    parser.add_argument("--note", default="", help="what is said of the release")
    asked = parser.parse_args(arguments)
    ensure_prepared()
    viewer = to_operator(str(Role.NATIONELL), ["se"])
    try:
        number = make_release(viewer=viewer, note=asked.note, tell=_tell)
    except NothingNew as error:
        print(_("Inget nytt är godkänt sedan utgåva {n}.").format(n=error.number))
        return 0
    except STOPPED as error:
        told = _("Ingen utgåva gjordes: {reason}")
        print(told.format(reason=error), file=sys.stderr)
        return 1
    print("\n" + _("Utgåva {n} är publicerad.").format(n=number))
    return 0


def _tell(done: int, of: int) -> None:
    print(f"\r[{done}/{of}]", end="", flush=True)
