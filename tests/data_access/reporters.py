"""Reporters at work, in threads or in processes of their own."""

from collections.abc import Sequence
from typing import Any

from data_access.raw.delivery import deliver
from data_access.submissions import Locked, SentMeanwhile, read_submissions, send
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter
from reporting.rows import Row, Unit
from tests.data_access.import_child import use

PERIOD = Quarter(2026, 3)
KINDS = ("hinder", "exempel")


def to_reporter(area: str, subject: str) -> Viewer:
    """A reporter of the area."""
    own = frozenset({area})
    return Viewer(Role.RAPPORTOR, own, own, subject=subject, example=True)


def to_units(area: str, words: str) -> dict[Unit, tuple[Row, ...]]:
    """Two units whose every text has the words, so that a mixture of two sendings shows."""
    texts: Any = ({"kategori": "sekretess", "niva": "inom", "beskrivning": words},)
    texts += ({"rubrik": words, "metod": "annan", "evidens": "okand", "beskrivning": words},)
    return {
        Unit(area, kind, PERIOD): (Row(values | {"anteckning": words}),)
        for kind, values in zip(KINDS, texts, strict=True)
    }


def see(area: str, viewer: Viewer) -> dict[Unit, int]:
    """The revision of each of the area's units that the reporter sees."""
    found = read_submissions(to_units(area, "."), viewer=viewer)
    return {unit: one.revision for unit, one in found.items()}


def try_send(area: str, subject: str, expected: dict[Unit, int]) -> str:
    """The revision that it became, or the name of what stopped it."""
    viewer = to_reporter(area, subject)
    try:
        send(to_units(area, subject), expected=expected, viewer=viewer, source="t", channel="fil")
    except (SentMeanwhile, Locked) as error:
        return type(error).__name__
    return "sent"


def send_in_turn(area: str, subjects: Sequence[str]) -> list[str]:
    """Sends by each of them, each having seen what the one before sent."""
    return [try_send(area, who, see(area, to_reporter(area, who))) for who in subjects]


def send_until_sent(area: str, subject: str) -> int:
    """How many times it was tried until nobody else came first."""
    tries = 1
    while try_send(area, subject, see(area, to_reporter(area, subject))) != "sent":
        tries += 1
    return tries


def work(address: str, name: str, arguments: Sequence[Any], start: Any, told: Any) -> None:
    """One of the functions above, or `deliver`, for each of the arguments when the others are
    ready too; tells the answers, or what was raised."""
    use(address)
    act = {"until": send_until_sent, "turn": send_in_turn, "deliver": deliver}[name]
    try:
        start.wait(60)
        told.send([act(*one) for one in arguments])
    except Exception as error:
        told.send(repr(error))
