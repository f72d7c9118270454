"""In which format an answer is given: by `?format=`, else by the Accept header."""

from collections.abc import Sequence
from typing import NamedTuple

from web.api.problems import Problem
from words import _


class Format(NamedTuple):
    """A format: its word in an address, its media type with and without parameters, what a file of
    it is called at its end, whether it is binary, and other types that mean it too."""

    name: str
    media_type: str
    ending: str
    is_binary: bool = False
    also: tuple[str, ...] = ()

    @property
    def plain_type(self) -> str:
        """The media type without its parameters."""
        return self.media_type.partition(";")[0].strip()


def choose(formats: Sequence[Format], wanted: str | None, accept: str) -> Format:
    """The format to answer in; the first is meant when nothing is asked for. Raises Problem when
    there is none that may be."""
    if wanted is not None:
        found = [one for one in formats if one.name == wanted]
    elif not accept.strip():
        found = list(formats[:1])
    else:
        found = _by_accept(formats, accept)
    if not found:
        names = ", ".join(f"{one.name} ({one.plain_type})" for one in formats)
        raise Problem("inget-sadant-format", _("Format som finns: {names}.").format(names=names))
    return found[0]


def _by_accept(formats: Sequence[Format], accept: str) -> list[Format]:
    """Those that may be, the best liked first."""
    offers = [to_offer(part) for part in accept.lower().split(",")]
    liked = [(max((_like(one, offer) for offer in offers), default=(0, 0.0))[1], one)
             for one in formats]  # fmt: skip
    order = sorted(range(len(liked)), key=lambda place: (-liked[place][0], place))
    return [liked[place][1] for place in order if liked[place][0] > 0]


def _like(one: Format, offer: tuple[str, float]) -> tuple[int, float]:
    """(how closely the offer names it, how much it is liked)."""
    name, quality = offer
    types = (one.plain_type, *one.also)
    if name in types:
        return 3, quality
    if any(name == f"{of.partition('/')[0]}/*" for of in types):
        return 2, quality
    return (1, quality) if name == "*/*" else (0, 0.0)


def to_offer(part: str) -> tuple[str, float]:
    """A part of an Accept header: (what it names, how much it is liked)."""
    name, *rest = (piece.strip() for piece in part.split(";"))
    qualities = [piece[2:] for piece in rest if piece.startswith("q=")]
    try:
        quality = float(qualities[0]) if qualities else 1.0
    except ValueError:
        quality = 0.0
    return name, quality if 0 <= quality <= 1 else 0.0
