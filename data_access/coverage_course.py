"""The pieces of the country on many days at once, for shares over time."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
from sqlalchemy import Boolean, Connection, Date

from data_access.assessments import Assessment, to_piece_assessment
from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import to_frame
from data_access.latest import all_told, clocks, statement
from data_access.places import Piece, group, read_pieces_on_each, to_seen
from data_access.population_editions import read_young_on_each
from data_access.viewer import Viewer
from geodata.population import to_parts
from indicators.held import to_held
from indicators.stages import ESTABLISHED

COLUMNS = dict.fromkeys(("kommun", "lpo", "polisomrade", "polisregion", "lan"), "str") | {
    "young": "float64",
    "covered": "bool",
    "prioritised": "object",
    "day": "object",
}
_STAGES = statement(all_told("council_event", "t.council_id, t.stage", "stage"), effective_on=Date)
COVERS = statement(
    all_told("council_area", "t.council_id, t.area_code, t.covers", "covers", corrects=False),
    covers=Boolean,
    effective_on=Date,
)
_ASSESSED = statement(
    all_told("area_assessment", "t.area_code, t.prioritised", "prioritised"),
    prioritised=Boolean,
    effective_on=Date,
)
Pieces = tuple[Piece, ...]


@cached
def fetch_pieces_on_each(
    days: tuple[date, ...], *, known_on: date | None = None, viewer: Viewer
) -> pd.DataFrame:
    """Every piece on each of the days, as `fetch_pieces` has it on one: day, kommun, lpo,
    polisomrade, polisregion, lan, young, covered, prioritised. The number of questions is the
    same however many the days. Raises DatabaseUnavailable."""
    ordered = sorted(set(days))
    if not ordered:
        return to_frame([], COLUMNS)
    with reading() as connection:
        pieces = read_pieces_on_each(connection, ordered)
        established = read_established(connection, ordered, known_on)
        assessed = read_assessed(connection, ordered, known_on)
        kommuner = read_young_on_each(connection, ordered)
    seen: dict[tuple[Pieces, int], list[tuple[Piece, int]]] = {}
    rows: list[tuple[object, ...]] = []
    for at, day in enumerate(ordered):
        key = tuple(pieces[at]), id(kommuner[at])  # few of them: divisions and populations
        if key not in seen:
            seen[key] = _to_seen(pieces[at], kommuner[at], viewer)
        covered, assessed_then = established[at], assessed[at]
        for piece, young in seen[key]:
            is_covered = piece.lpo in covered or piece.kommun in covered
            need = to_piece_assessment(piece, assessed_then).prioritised
            rows.append((*piece[:5], young, is_covered, need, day))
    return to_frame(rows, COLUMNS)


def _to_seen(
    pieces: Sequence[Piece], kommuner: dict[str, int], viewer: Viewer
) -> list[tuple[Piece, int]]:
    """The pieces that the viewer sees, in order, with the young of each."""
    young = _to_young(pieces, kommuner)
    return [(piece, young[piece]) for piece in sorted(to_seen(pieces, viewer))]


def read_established(
    connection: Connection, days: Sequence[date], known_on: date | None
) -> list[set[str]]:
    """The areas that an established council covers, on each of the days."""
    bound = clocks(days[-1], known_on)
    said = [(row[0], row[1], row[2]) for row in connection.execute(_STAGES, bound)]
    stages: list[dict[int, str]] = to_held(said, days)
    told = [((row[0], row[1]), row[2], row[3]) for row in connection.execute(COVERS, bound)]
    return [
        {
            area
            for (council, area), covers in held.items()
            if covers and stage.get(council) == ESTABLISHED
        }
        for held, stage in zip(to_held(told, days), stages, strict=True)
    ]


def read_assessed(
    connection: Connection, days: Sequence[date], known_on: date | None
) -> list[dict[str, Assessment]]:
    """The assessment of each area that has one, on each of the days; of it only the answer."""
    bound = clocks(days[-1], known_on)
    told = [
        (row[0], Assessment(prioritised=row[1]), row[2])
        for row in connection.execute(_ASSESSED, bound)
    ]
    return to_held(told, days)


def _to_young(pieces: Sequence[Piece], kommuner: dict[str, int]) -> dict[Piece, int]:
    """The kommuner's young over their pieces by share, as `population.to_piece_counts` has them."""
    young: dict[Piece, int] = {}
    for code, parts in group(pieces, "kommun").items():
        counts = to_parts(kommuner.get(code, 0), [piece.share for piece in parts])
        young |= dict(zip(parts, counts, strict=True))
    return young
