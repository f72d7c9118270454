"""What a reader may be shown of released counts, and what is missing of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from data_access.places import Piece, to_visible
from data_access.viewer import Viewer
from indicators.protection.names import TOTAL, Reason

Divisions = Mapping[str, Sequence[Piece]]  # quarter → the division on its last day


def with_missing(cells: pd.DataFrame, divisions: Divisions) -> pd.DataFrame:
    """The cells, and one that is 'saknas' for each that an LPO has not sent of an entry in a
    quarter of which some LPO has sent it: what is not there must not look like zero."""
    kinds = cells[["listing", "code", "period", "sex", "age"]].drop_duplicates()
    areas = pd.DataFrame(
        [(quarter, piece.lpo) for quarter, pieces in divisions.items() for piece in pieces],
        columns=["period", "area"],
    ).drop_duplicates()
    wanted = kinds.merge(areas, on="period")
    whole = wanted.merge(cells, on=list(wanted.columns), how="outer")
    whole["preliminary"] = whole["preliminary"].eq(True)
    unknown = whole["count"].isna() & whole["gap"].isna()
    whole["count"] = whole["count"].astype("Int64")
    whole["gap"] = whole["gap"].astype("str").where(~unknown, str(Reason.MISSING))
    return whole


def without_crossed(figures: pd.DataFrame, divisions: Divisions) -> pd.DataFrame:
    """The figures, but none of a län that shares an LPO with another: the LPO's count can't be
    shared out, and a sum without it would be too low."""
    crossed = {quarter: _to_crossed(pieces) for quarter, pieces in divisions.items()}
    wrong = pd.Series(
        [
            level == "lan" and code in crossed[_to_quarter(year, quarter, divisions)]
            for level, code, year, quarter in _to_keys(figures)
        ],
        index=figures.index,
        dtype=bool,
    )
    told = figures.copy()
    for name in {"value", "persons"} & set(told.columns):
        told[name] = told[name].mask(wrong)
    told["reason"] = told["reason"].mask(wrong, str(Reason.NOT_APPLICABLE))
    told["rounded"] = told["rounded"] & ~wrong
    return told


def to_seen(figures: pd.DataFrame, divisions: Divisions, viewer: Viewer) -> pd.DataFrame:
    """The figures of areas of which the viewer sees every piece, on the last day of their time."""
    visible = {quarter: to_visible(pieces, viewer) for quarter, pieces in divisions.items()}
    seen = [
        code in visible[_to_quarter(year, quarter, divisions)]
        for _level, code, year, quarter in _to_keys(figures)
    ]
    return figures[pd.Series(seen, index=figures.index, dtype=bool)].reset_index(drop=True)


def _to_keys(figures: pd.DataFrame) -> "zip[tuple[str, str, int, str]]":
    columns = (figures[name] for name in ("level", "code", "year", "quarter"))
    return zip(*columns, strict=True)


def _to_quarter(year: int, quarter: str, divisions: Divisions) -> str:
    """The quarter itself, or the last known of the year."""
    if quarter != TOTAL:
        return quarter
    return max(one for one in divisions if one.startswith(f"{year}K"))


def _to_crossed(pieces: Sequence[Piece]) -> frozenset[str]:
    lan: dict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        lan[piece.lpo].add(piece.lan)
    return frozenset(code for codes in lan.values() if len(codes) > 1 for code in codes)
