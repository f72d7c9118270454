"""Where young people live without an established council, and where none is to be.

Counted on the pieces of `indicators.coverage`, which also have stage (None = no data), since,
reason (of ej aktuellt) and estimated (whether the young are). A local police area that a council
covers in part is there with the rest of it alone.
"""

from collections.abc import Iterable

import pandas as pd

from indicators.stages import NOT_NEEDED, RANK

GAP_COLUMNS = (
    "lpo", "prioritised", "young", "share", "cumulated", "stage", "since", "partly", "estimated",
)  # fmt: skip
ASIDE_COLUMNS = ("lpo", "prioritised", "young", "since", "reason", "estimated")


def to_gaps(pieces: pd.DataFrame) -> pd.DataFrame:
    """The LPO without an established council where one may come: lpo, prioritised (True, False or
    None = not assessed), young who live without, their share of all such young (0–1, NA when
    there are none) and the share of those down to here, stage (the furthest, None = no data),
    since (the first day of it), partly (a council covers the rest), estimated (some of young are).

    Prioritised ones come first, then by number of young. Where a council is not needed there is
    no gap.
    """
    is_set_aside = pieces["stage"] == NOT_NEEDED
    without = pieces[~pieces["covered"].astype(bool) & ~is_set_aside]
    reached = set(pieces.loc[pieces["covered"].astype(bool), "lpo"])
    rows = [
        {
            "lpo": lpo,
            "partly": lpo in reached,
            "prioritised": to_joint(group["prioritised"]),
            "young": int(group["young"].sum()),
            "estimated": bool(group["estimated"].any()),
        }
        | _to_furthest(group)
        for lpo, group in without.groupby("lpo")
    ]
    return _with_shares(_ranked(rows, GAP_COLUMNS))


def to_set_aside(pieces: pd.DataFrame) -> pd.DataFrame:
    """The LPO, or the parts of them, where a council is not needed: lpo, prioritised, young,
    since, reason, estimated; in the order of `to_gaps`."""
    rows = [
        {
            "lpo": lpo,
            "prioritised": to_joint(group["prioritised"]),
            "young": int(group["young"].sum()),
            "since": min(group["since"]),
            "reason": " · ".join(dict.fromkeys(group["reason"])),
            "estimated": bool(group["estimated"].any()),
        }
        for lpo, group in pieces[pieces["stage"] == NOT_NEEDED].groupby("lpo")
    ]
    return _ranked(rows, ASIDE_COLUMNS)


def share_of_largest(gaps: pd.DataFrame, number: int) -> float:
    """The share of the gaps' young who live in the `number` LPO with most of them; NaN of none."""
    young = gaps["young"].astype("float64")
    return float(young.nlargest(number).sum() / young.sum()) if young.sum() else float("nan")


def to_joint(assessed: Iterable[object]) -> bool | None:
    """One assessment of parts: a prioritised one decides, then any that is assessed."""
    known = {bool(one) for one in assessed if not pd.isna(one)}  # type: ignore[call-overload]
    return max(known) if known else None


def _to_furthest(pieces: pd.DataFrame) -> dict[str, object]:
    """The stage that has come furthest, and the first day of it; None of both without data."""
    known = pieces[pieces["stage"].notna()]
    if known.empty:
        return {"stage": None, "since": None}
    stage = max(known["stage"], key=RANK.__getitem__)
    return {"stage": stage, "since": min(known.loc[known["stage"] == stage, "since"])}


def _ranked(rows: list[dict[str, object]], columns: tuple[str, ...]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(columns), dtype=object)
    first = [one is True for one in frame["prioritised"]]
    order = frame.assign(first=first, young=frame["young"].astype("int64"))
    order = order.sort_values(["first", "young", "lpo"], ascending=[False, False, True])
    return order.drop(columns="first").reset_index(drop=True)


def _with_shares(gaps: pd.DataFrame) -> pd.DataFrame:
    total = gaps["young"].sum()
    young = gaps["young"].astype("Float64")
    share = young / total if total else young.mask(young.notna())
    return gaps.assign(
        share=share,
        cumulated=young.cumsum() / total if total else share,
        partly=gaps["partly"].astype(bool),
    )
