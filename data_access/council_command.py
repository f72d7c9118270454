"""`python -m data_access council …`: the national and regional councils, and how far they are.

The local ones are told of in reports.
"""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from datetime import date

import clock
from data_access.by_hand import to_operator
from data_access.council_events import add_event
from data_access.councils import BadCouncil, UnknownCouncil, add_council, cover_area
from data_access.engine import ensure_prepared
from data_access.recording import BadRecord
from data_access.viewer import Role, Viewer
from geodata.division import FIRST_DAY, UnknownArea
from indicators.stages import ALL_STAGES
from reporting.personal import find_personal
from words import _

LEVELS = ("nationell", "regional")
LONGEST = 200  # signs of a name
LONGEST_TEXT = 2000


def main(arguments: Sequence[str]) -> int:
    """Record it. 0 when it is done, 1 when it is refused, which is said; 2 when the arguments
    can't be understood. Raises DatabaseUnavailable, WrongKind, WrongSchema."""
    try:
        asked = _parser().parse_args(arguments)
    except SystemExit as left:
        if not left.code:  # help was asked for
            raise
        return 2
    ensure_prepared()
    do: Callable[[Namespace, Viewer], int] = asked.do
    try:
        number = do(asked, to_operator(str(Role.NATIONELL), ["se"]))
    except (BadRecord, UnknownArea, UnknownCouncil) as error:
        told = _("Inget är sparat. {said}").format(said=_to_words(error, asked))
        print(told, file=sys.stderr)
        return 1
    print(_("Rad {n} är sparad: {council}.").format(n=number, council=asked.council))
    return 0


def _create(asked: Namespace, viewer: Viewer) -> int:
    return add_council(
        asked.council,
        asked.name,
        asked.level,
        convener=asked.convener,
        coordinating_lan=asked.lan,
        source=asked.source,
        viewer=viewer,
    )


def _cover(asked: Namespace, viewer: Viewer) -> int:
    return cover_area(
        asked.council,
        asked.area,
        asked.day,
        covers=not asked.ends,
        source=asked.source,
        viewer=viewer,
    )


def _event(asked: Namespace, viewer: Viewer) -> int:
    return add_event(
        asked.council,
        asked.stage,
        asked.day,
        note=asked.note,
        reason=asked.reason,
        supersedes=asked.corrects,
        source=asked.source,
        viewer=viewer,
    )


def _to_words(error: Exception, asked: Namespace) -> str:
    if isinstance(error, UnknownCouncil):
        return _("Inget råd har koden {code}.").format(code=asked.council)
    if isinstance(error, UnknownArea):
        return _("Inget område har koden {code} den dagen.").format(code=error.code)
    if isinstance(error, BadCouncil):
        return {
            "code": _("Skriv rådets kod med a–z, siffror och bindestreck, högst 80 tecken."),
            "code-taken": _("Det finns redan ett råd med koden {code}.").format(code=asked.council),
            "reason": _("Steget ej-aktuellt behöver ett skäl: --reason."),
        }[error.reason]
    return {
        _create: _("Det samordnande länet ska vara ett län, till exempel 24."),
        _cover: _("Ett råd täcker ett lokalpolisområde, en kommun, en polisregion eller landet."),
        _event: _("Raden som rättas finns inte på rådet, eller är rättad redan."),
    }[asked.do]


def _to_day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(_("skriv dagen som 2026-11-27")) from error
    if not FIRST_DAY <= day <= clock.today():
        told = _("dagen ska vara mellan {first} och i dag")
        raise ArgumentTypeError(told.format(first=FIRST_DAY))
    return day


def _to_text(text: str, longest: int = LONGEST_TEXT) -> str:
    if not text.strip() or len(text) > longest or not text.isprintable():
        told = _("skriv en rad text, högst {n} tecken")
        raise ArgumentTypeError(told.format(n=longest))
    if find_personal(text):
        raise ArgumentTypeError(_("texten ser ut att peka ut en person; skriv den utan"))
    return text.strip()


def _to_name(text: str) -> str:
    return _to_text(text, LONGEST)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m data_access council")
    verbs = parser.add_subparsers(required=True, metavar="create|cover|event")
    create, cover, event = (verbs.add_parser(name) for name in ("create", "cover", "event"))
    for verb, do in ((create, _create), (cover, _cover), (event, _event)):
        verb.set_defaults(do=do)
        verb.add_argument("council", metavar="CODE", help="as regionalt-rad-nord")
        verb.add_argument("--source", type=_to_text, required=True, help="where it is told")
    create.add_argument("name", metavar="NAME", type=_to_name)
    create.add_argument("level", metavar="LEVEL", choices=LEVELS, help=" or ".join(LEVELS))
    create.add_argument("--convener", type=_to_text)
    create.add_argument("--lan", metavar="CODE", help="the län that coordinates it, as 24")
    cover.add_argument("area", metavar="AREA", help="as pr-nord, or se")
    cover.add_argument("--ends", action="store_true", help="from that day it no longer does")
    event.add_argument("stage", metavar="STAGE", choices=ALL_STAGES, help=", ".join(ALL_STAGES))
    event.add_argument("--note", type=_to_text)
    event.add_argument("--reason", type=_to_text, help="why, shown beside the stage")
    event.add_argument("--corrects", type=int, metavar="ROW", help="the event that was wrong")
    for verb in (cover, event):
        verb.add_argument("--day", type=_to_day, required=True, help="the first that it holds")
    return parser
