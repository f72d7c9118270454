"""Areas' stages over time: the course of each local police area, made of what its councils told.

What `data_access.stages` asks of one day, for all days at once; the tests hold the two equal.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from indicators.stages import to_furthest

_NEVER, _ALWAYS = date.max, date.min
_DAY = timedelta(days=1)


class Part(NamedTuple):
    """A kommun's part in an LPO, and the days on which it is that (last None = open)."""

    kommun: str
    lpo: str
    polisomrade: str
    polisregion: str
    lan: str
    first: date
    last: date | None


class Told(NamedTuple):
    """A live event: the stage of a council from a day."""

    council: int
    name: str
    stage: str
    day: date


class Cover(NamedTuple):
    """That a council covers an area, or no longer does, from a day; `born` is the area's first."""

    council: int
    area: str
    covers: bool
    day: date
    born: date


class Turn(NamedTuple):
    """A day from which another stage holds; None = no data."""

    day: date
    stage: str | None


class Heard(NamedTuple):
    """What a council has told of the area: from which day, what, and its name."""

    day: date
    stage: str
    council: str


@dataclass(frozen=True)
class Course:
    """An LPO from its first day to its last (None = open). `lan` and `kommuner` are codes of all
    that it has touched, separated by a space. Turns before the first day are those of councils
    that have been its from the beginning, under an older division."""

    code: str
    polisomrade: str
    polisregion: str
    lan: str
    kommuner: str
    first: date
    last: date | None
    turns: tuple[Turn, ...]
    heard: tuple[Heard, ...]

    def holds(self, on: date) -> bool:
        """Whether the area exists on the day."""
        return self.first <= on and (self.last is None or on <= self.last)

    def at(self, level: str) -> str:
        """Code of the area of a police level that it lies in, its own at 'lpo'."""
        return self.code if level == "lpo" else str(getattr(self, level))

    def turns_by(self, on: date) -> tuple[Turn, ...]:
        """The turns until the day."""
        return self.turns[: bisect_right(self.turns, on, key=lambda turn: turn.day)]

    def stage_on(self, on: date) -> str | None:
        """The stage on the day, None = no data."""
        turns = self.turns_by(on)
        return turns[-1].stage if turns else None

    def heard_by(self, on: date) -> Heard | None:
        """The last that was told by the day."""
        place = bisect_right(self.heard, on, key=lambda one: one.day)
        return self.heard[place - 1] if place else None

    def first_at(self, stages: Sequence[str], on: date) -> Turn | None:
        """The first turn to one of the stages by the day."""
        return next((turn for turn in self.turns_by(on) if turn.stage in stages), None)


def to_courses(
    parts: Iterable[Part], events: Iterable[Told], covers: Iterable[Cover]
) -> list[Course]:
    """The course of every LPO of every day, by code. Events and covers come in order of time; of
    several on one day the last speaks."""
    told = _to_told(events)
    spans = _to_spans(covers)
    by_lpo: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        by_lpo[part.lpo].append(part)
    return [_to_course(code, by_lpo[code], spans, told) for code in sorted(by_lpo)]


class _Span(NamedTuple):
    """The days on which a council covers an area: from, and the first day after."""

    council: int
    start: date
    end: date


def _to_told(events: Iterable[Told]) -> dict[int, list[Told]]:
    """Council → what it told, one a day."""
    by_day: dict[int, dict[date, Told]] = defaultdict(dict)
    for event in events:
        by_day[event.council][event.day] = event
    return {council: list(days.values()) for council, days in by_day.items()}


def _to_spans(covers: Iterable[Cover]) -> dict[str, list[_Span]]:
    """Area → spans. One that begins with the area has no beginning: the first day of a new
    division breaks nothing."""
    by_day: dict[tuple[str, int], dict[date, Cover]] = defaultdict(dict)
    for cover in covers:
        by_day[cover.area, cover.council][cover.day] = cover
    spans: dict[str, list[_Span]] = defaultdict(list)
    for (area, council), days in by_day.items():
        start: date | None = None
        for cover in days.values():
            if cover.covers and start is None:
                start = _ALWAYS if cover.day <= cover.born else cover.day
            elif not cover.covers and start is not None:
                spans[area].append(_Span(council, start, cover.day))
                start = None
        if start is not None:
            spans[area].append(_Span(council, start, _NEVER))
    return spans


def _to_course(
    code: str,
    parts: Sequence[Part],
    spans: Mapping[str, Sequence[_Span]],
    told: Mapping[int, Sequence[Told]],
) -> Course:
    first = min(part.first for part in parts)
    ends = [part.last or _NEVER for part in parts]
    last = None if max(ends) == _NEVER else max(ends)
    own = [*spans.get(code, ())]
    for part in parts:
        own += [_within(span, part, first) for span in spans.get(part.kommun, ())]
    tracks = [_to_track(told.get(span.council, ()), span) for span in own if span.start < span.end]
    heard = {one for track in tracks for one in track if one.stage is not None}
    return Course(
        code=code,
        polisomrade=parts[0].polisomrade,
        polisregion=parts[0].polisregion,
        lan=" ".join(sorted({part.lan for part in parts})),
        kommuner=" ".join(sorted({part.kommun for part in parts})),
        first=first,
        last=last,
        turns=tuple(turn for turn in _to_turns(tracks) if turn.day <= (last or _NEVER)),
        heard=tuple(Heard(step.day, step.stage, step.name) for step in sorted(heard) if step.stage),
    )


def _within(span: _Span, part: Part, first: date) -> _Span:
    """The days on which a council of the kommun covers its part of the LPO."""
    start = max(span.start, part.first) if part.first > first else span.start
    return _Span(span.council, start, min(span.end, part.last + _DAY) if part.last else span.end)


class _Step(NamedTuple):
    day: date
    stage: str | None
    name: str


def _to_track(told: Sequence[Told], span: _Span) -> list[_Step]:
    """A council's stages over an area, from the day on which it covers it."""
    place = bisect_right(told, span.start, key=lambda one: one.day)
    steps = [_Step(span.start, told[place - 1].stage, told[place - 1].name)] if place else []
    steps += [_Step(one.day, one.stage, one.name) for one in told[place:] if one.day < span.end]
    return steps if span.end == _NEVER else [*steps, _Step(span.end, None, "")]


def _to_turns(tracks: Sequence[Sequence[_Step]]) -> list[Turn]:
    """When the furthest of the tracks becomes another."""
    changes: dict[date, list[tuple[int, str | None]]] = defaultdict(list)
    for number, track in enumerate(tracks):
        for step in track:
            changes[step.day].append((number, step.stage))
    now: dict[int, str | None] = {}
    turns: list[Turn] = []
    for day in sorted(changes):
        now.update(changes[day])
        stage = to_furthest([one for one in now.values() if one])
        if stage != (turns[-1].stage if turns else None):
            turns.append(Turn(day, stage))
    return turns
