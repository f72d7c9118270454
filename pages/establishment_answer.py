"""The answer of Etablering: how far, where the pace leads, and the headline figures."""

from pages.establishment_asked import Asked
from ui import pace_numbers, pace_words
from ui.pace_numbers import Numbers


def to_answer(asked: Asked) -> str:
    """How far, and where the pace leads; of a single area where it stands."""
    found, only = asked.found, asked.only_prioritised
    if len(found.courses) == 1:
        return _to_one(asked)
    base = found.prioritised if only else found.all
    part = 0 if only else found.partly
    far = pace_words.how_far(base.established, base.areas, asked.on, prioritised=only, part=part)
    beside = None if only or not found.prioritised.areas else found.prioritised
    return f"{far} {pace_words.where_to(base, beside)}"


def _to_one(asked: Asked) -> str:
    (one,), found = asked.found.courses, asked.found
    turns = one.turns_by(asked.on)
    days = found.stalled[0].days if found.stalled else None
    since = turns[-1].day if turns else None
    return pace_words.one_area(found.names[one.code], one.stage_on(asked.on), since, days)


def show_numbers(asked: Asked) -> None:
    """The headline figures in a row."""
    pace_numbers.show_numbers(pace_numbers.to_figures(to_numbers(asked)))


def to_numbers(asked: Asked) -> Numbers:
    """What the headline figures are made of."""
    found = asked.found
    return Numbers(
        (found.prioritised.established, found.prioritised.areas),
        sum(found.new.get(quarter, 0) for quarter in found.past),
        found.past,
        found.waits,
        len(found.stalled),
        len(found.courses),
        asked.own.still,
    )
