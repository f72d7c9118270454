"""`python -m data_access release`: make a release of what is approved."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from data_access.by_hand import to_operator
from data_access.engine import ensure_prepared
from data_access.release_errors import STOPPED, to_reason
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
        print(told.format(reason=_to_words(to_reason(error))), file=sys.stderr)
        return 1
    print("\n" + _("Utgåva {n} är publicerad.").format(n=number))
    return 0


def _to_words(reason: str) -> str:
    """Why, and what to do, for who runs the service."""
    trial = _("Prova utgåvan på Granska och publicera för att se vilka.")
    setting = _("{name} är en annan än i den förra utgåvan. Sätt tillbaka den.")
    return {
        "under-way": _("någon annan gör en just nu. Försök igen om en stund."),
        "personal-note": _("anteckningen ser ut att peka ut en person. Skriv den utan."),
        "no-key": _("BOB_PROTECTION_KEY saknas eller är för kort."),
        "key-changed": setting.format(name="BOB_PROTECTION_KEY"),
        "base-changed": setting.format(name="BOB_PROTECTION_BASE"),
        "method-changed": setting.format(name="BOB_PROTECTION_METHOD"),
        "unsafe": _("skyddskontrollen fann tal som går att räkna ut.") + " " + trial,
        "not-protected": _("så många tal går inte att dölja säkert.") + " " + trial,
        "whole-group": _("ett tal är lika stort som hela gruppen.") + " " + trial,
        "unfit": _("något i de godkända uppgifterna går inte att publicera.") + " " + trial,
    }[reason]


def _tell(done: int, of: int) -> None:
    print(f"\r[{done}/{of}]", end="", flush=True)
