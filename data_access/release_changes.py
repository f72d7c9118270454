"""What differs between two releases, told from what they show and from nothing else."""

import pandas as pd
from sqlalchemy import (
    Connection,
    Select,
    String,
    Subquery,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
)

from data_access.area import keep_pieces
from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import to_frame
from data_access.places import to_visible
from data_access.schema import AREA
from data_access.schema_release import RELEASE, RELEASED_COUNT, RELEASED_SUM
from data_access.viewer import Viewer
from indicators.periods import Quarter
from indicators.protection.method import Method
from indicators.protection.names import TOTAL, Reason

NEW, CHANGED, GONE = "ny", "andrad", "borta"
LEVELS = ("lpo", "polisregion")
KEYS = ("listing", "code", "area", "period", "sex", "age")
COLUMNS = dict.fromkeys(KEYS, "str") | {
    "before": "Int64",
    "before_gap": "object",
    "after": "Int64",
    "after_gap": "object",
    "what": "str",
}


class NotCompared(LookupError):
    """Releases are not compared on the level."""

    def __init__(self, level: str):
        super().__init__(f"releases are compared on {' and '.join(LEVELS)}, not on {level!r}")


@cached
def fetch_changes(level: str, *, before: int, after: int, viewer: Viewer) -> pd.DataFrame:
    """The figures that differ between two releases, in areas that the viewer sees: listing, code,
    area, period, sex, age, before and after (what each shows; NA with a gap beside it, or where it
    is not there), what ('ny', 'andrad', 'borta'). On 'lpo' each innermost cell (of exact figures
    the sum of each quarter), on 'polisregion' the sum of each quarter. Raises NotCompared,
    DatabaseUnavailable."""
    if level not in LEVELS:
        raise NotCompared(level)
    with reading() as connection:
        then, now = (
            _to_figures(level, one, name, _read_method(connection, one))
            for one, name in ((before, "a"), (after, "b"))
        )
        rows = [
            tuple(row) for asked in _to_questions(then, now) for row in connection.execute(asked)
        ]
        visible = {
            period: to_visible(keep_pieces(connection, Quarter.parse(period).last, viewer), viewer)
            for period in {str(row[KEYS.index("period")]) for row in rows}
        }
    found = to_frame(rows, COLUMNS)
    seen = [area in visible[one] for area, one in zip(found["area"], found["period"], strict=True)]
    kept = found[pd.Series(seen, index=found.index, dtype=bool)]
    return kept.sort_values(list(KEYS), ignore_index=True)


def _to_questions(then: Subquery, now: Subquery) -> tuple[Select[tuple[object, ...]], ...]:
    """What is new or changed, and what is gone."""
    same = [then.c[name] == now.c[name] for name in KEYS]
    differs = or_(*(then.c[name].is_distinct_from(now.c[name]) for name in ("value", "gap")))
    is_new = then.c.listing.is_(None)
    return (
        select(
            *(now.c[name] for name in KEYS),
            *(then.c.value, then.c.gap, now.c.value, now.c.gap),
            case((is_new, NEW), else_=CHANGED),
        )
        .select_from(now.outerjoin(then, and_(*same)))
        .where(or_(is_new, differs)),
        select(
            *(then.c[name] for name in KEYS),
            *(then.c.value, then.c.gap, null(), null(), literal(GONE)),
        )
        .select_from(then.outerjoin(now, and_(*same)))
        .where(now.c.listing.is_(None)),
    )


def _read_method(connection: Connection, release: int) -> str | None:
    return connection.scalar(select(RELEASE.c.method).where(RELEASE.c.id == release))


def _to_figures(level: str, release: int, name: str, method: str | None) -> Subquery:
    """What a release shows on the level: `KEYS`, value, gap. The region of an LPO is that of its
    polisområde: one that changes gets a code of its own."""
    if method == Method.HIDING:
        return _to_sums(level, release, name)
    cell = RELEASED_COUNT.c
    if level == "lpo":
        shown = (*(cell[key] for key in KEYS), cell["count"].label("value"), cell.gap)
        return select(*shown).where(cell.release == release).subquery(name)
    lpo, omrade = AREA.alias(), AREA.alias()
    value = func.sum(cell["count"])
    by = (cell.listing, cell.code, omrade.c.parent, cell.period)
    return (
        select(
            *(cell.listing, cell.code, omrade.c.parent.label("area"), cell.period),
            *(literal(TOTAL, String).label(key) for key in ("sex", "age")),
            value.label("value"),
            case((value.is_(None), str(Reason.MISSING))).label("gap"),
        )
        .join(lpo, lpo.c.code == cell.area)
        .join(omrade, omrade.c.code == lpo.c.parent)
        .where(cell.release == release)
        .group_by(*by)
        .subquery(name)
    )


def _to_sums(level: str, release: int, name: str) -> Subquery:
    """The same of exact figures: their sums, all sexes and ages together."""
    one = RELEASED_SUM.c
    shown = (*(one[key] for key in KEYS), one["count"].label("value"), one.gap)
    wanted = (one.release == release, one.level == level, one.sex == TOTAL, one.age == TOTAL)
    return select(*shown).where(*wanted).subquery(name)
