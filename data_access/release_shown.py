"""What a release shows on a level, as it is asked of the database."""

from sqlalchemy import Integer, String, Subquery, case, func, literal, select

from data_access.release_cells import KEYS
from data_access.schema import AREA
from data_access.schema_release import RELEASED_COUNT, RELEASED_SUM
from indicators.protection.method import Method
from indicators.protection.names import TOTAL, Reason

NEW, CHANGED, GONE = "ny", "andrad", "borta"  # beside another release
_NONE = literal(0, Integer).label("empty")


def to_shown(level: str, release: int, name: str, method: str | None) -> Subquery:
    """What a release shows on the level: `KEYS`, value, gap, and of a region's gap that is
    'ej-tillampligt' in how many LPO it is so (else 0). The region of an LPO is that of its
    polisområde: one that changes gets a code of its own."""
    if method == Method.HIDING:
        return _to_sums(level, release, name)
    cell = RELEASED_COUNT.c
    if level == "lpo":
        shown = (*(cell[key] for key in KEYS), cell["count"].label("value"), cell.gap)
        return select(*shown, _NONE).where(cell.release == release).subquery(name)
    lpo, omrade = AREA.alias(), AREA.alias()
    value = func.sum(cell["count"])
    is_empty = func.sum(case((cell.gap == str(Reason.NOT_APPLICABLE), 0), else_=1)) == 0
    gap = case((is_empty, str(Reason.NOT_APPLICABLE)), else_=str(Reason.MISSING))
    by = (cell.listing, cell.code, omrade.c.parent, cell.period)
    return (
        select(
            *(cell.listing, cell.code, omrade.c.parent.label("area"), cell.period),
            *(literal(TOTAL, String).label(key) for key in ("sex", "age")),
            value.label("value"),
            case((value.is_(None), gap)).label("gap"),
            case((is_empty, func.count(func.distinct(cell.area))), else_=0).label("empty"),
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
    return select(*shown, _NONE).where(*wanted).subquery(name)
