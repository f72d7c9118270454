"""What differs between two releases, told from what they show and from nothing else."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd
from sqlalchemy import Connection, Select, Subquery, and_, case, literal, null, or_, select

from data_access.area import keep_pieces
from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import to_frame
from data_access.places import Piece, to_visible
from data_access.release_cells import KEYS
from data_access.release_shown import CHANGED, GONE, NEW, to_shown
from data_access.schema_release import RELEASE
from data_access.viewer import Viewer
from indicators.periods import Quarter
from indicators.protection.names import Reason

LEVELS = ("lpo", "polisregion")
COLUMNS = dict.fromkeys(KEYS, "str") | {
    "before": "Int64",
    "before_gap": "object",
    "after": "Int64",
    "after_gap": "object",
    "what": "str",
}
_READ = COLUMNS | dict.fromkeys(("before_empty", "after_empty"), "Int64")


class NotCompared(LookupError):
    """Releases are not compared on the level."""

    def __init__(self, level: str):
        super().__init__(f"releases are compared on {' and '.join(LEVELS)}, not on {level!r}")


@cached
def fetch_changes(level: str, *, before: int, after: int, viewer: Viewer) -> pd.DataFrame:
    """The figures that differ between two releases, in areas that the viewer sees: listing, code,
    area, period, sex, age, before and after (what each shows; NA with a gap beside it, or where it
    is not there), what ('ny', 'andrad', 'borta'). On 'lpo' each innermost cell (of exact figures
    the sum of each quarter), on 'polisregion' the sum of each quarter: 'ej-tillampligt' when all
    its LPO say so, as in `released_rates`. Raises NotCompared, DatabaseUnavailable."""
    if level not in LEVELS:
        raise NotCompared(level)
    with reading() as connection:
        then, now = (
            to_shown(level, one, name, _read_method(connection, one))
            for one, name in ((before, "a"), (after, "b"))
        )
        rows = [
            tuple(row) for asked in _to_questions(then, now) for row in connection.execute(asked)
        ]
        divisions = {
            period: keep_pieces(connection, Quarter.parse(period).last, viewer)
            for period in {str(row[KEYS.index("period")]) for row in rows}
        }
    found = _with_missing(to_frame(rows, _READ), divisions)
    visible = {period: to_visible(pieces, viewer) for period, pieces in divisions.items()}
    seen = [area in visible[one] for area, one in zip(found["area"], found["period"], strict=True)]
    kept = found[pd.Series(seen, index=found.index, dtype=bool)]
    return kept.sort_values(list(KEYS), ignore_index=True)


def _with_missing(found: pd.DataFrame, divisions: Mapping[str, Sequence[Piece]]) -> pd.DataFrame:
    """The rows that differ when an LPO that has sent nothing is missing in the sum of its region,
    whatever the others say."""
    regions = {
        period: Counter({piece.lpo: piece.polisregion for piece in pieces}.values())
        for period, pieces in divisions.items()
    }
    places = zip(found["period"], found["area"], strict=True)
    size = pd.Series([regions[one][area] for one, area in places], index=found.index, dtype="int64")
    told = found[list(COLUMNS)].copy()
    for side in ("before", "after"):
        empty = found[f"{side}_empty"].fillna(0)
        told[f"{side}_gap"] = told[f"{side}_gap"].mask(
            (empty > 0) & (empty < size), str(Reason.MISSING)
        )
    is_same = told["before_gap"].notna() & told["before_gap"].eq(told["after_gap"])
    return told[~is_same]


def _to_questions(then: Subquery, now: Subquery) -> tuple[Select[tuple[object, ...]], ...]:
    """What is new or changed, and what is gone."""
    same = [then.c[name] == now.c[name] for name in KEYS]
    shown = ("value", "gap", "empty")
    differs = or_(*(then.c[name].is_distinct_from(now.c[name]) for name in shown))
    is_new = then.c.listing.is_(None)
    return (
        select(
            *(now.c[name] for name in KEYS),
            *(then.c.value, then.c.gap, now.c.value, now.c.gap),
            case((is_new, NEW), else_=CHANGED),
            *(then.c.empty, now.c.empty),
        )
        .select_from(now.outerjoin(then, and_(*same)))
        .where(or_(is_new, differs)),
        select(
            *(then.c[name] for name in KEYS),
            *(then.c.value, then.c.gap, null(), null(), literal(GONE)),
            *(then.c.empty, null()),
        )
        .select_from(then.outerjoin(now, and_(*same)))
        .where(now.c.listing.is_(None)),
    )


def _read_method(connection: Connection, release: int) -> str | None:
    return connection.scalar(select(RELEASE.c.method).where(RELEASE.c.id == release))
