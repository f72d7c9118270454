"""How the next release would look, for who makes it: raw and protected side by side, and audited.

Unprotected counts: what is here is shown to who may publish, and is never stored or exported.
"""

from typing import NamedTuple

import pandas as pd

from data_access.raw.released import read_approved_units
from data_access.raw.told_reports import RELEASED
from data_access.release_audit import read_before, read_sums_before
from data_access.release_cells import KEYS, SEPARATOR, to_placed
from data_access.release_hiding import check_whole_sums
from data_access.release_making import Tell, count_parts, to_parts
from data_access.release_memory import to_split
from data_access.release_plan import Part, Plan, check_whole, to_plan
from data_access.release_reports import to_told
from data_access.release_shown import CHANGED, GONE, NEW
from data_access.scope import check_makes_releases
from data_access.viewer import Viewer
from indicators.protection.findings import COLUMNS as FOUND
from indicators.protection.findings import to_found
from indicators.protection.group_facts import WholeGroup
from indicators.protection.margins import to_margin
from indicators.protection.method import Method
from indicators.protection.names import IDENTITY, Reason
from indicators.protection.quality import to_deviation, to_hidden

SAME = "lika"
_SIDE = (*IDENTITY, "count", "value", "reason")
_SHORT = (*KEYS, "reason", "what")  # few values each


class Preview(NamedTuple):
    """A release that is not made: the number it would get and what it would be made of
    (submissions, and `split`, what the register has as counted by sex and age); `reports` (those
    without counts) as `release_reports.to_told`; `cells`: `KEYS`, count (what was reported), value
    (what would be shown), reason, before (what the last release shows) and what ('ny', 'andrad',
    'borta', 'lika'), innermost cells or, of exact figures, each LPO's sums; `cost` as
    `quality.to_deviation`, or `quality.to_hidden`; `found`: what the audit found, by name and
    without counts."""

    number: int
    method: Method
    base: int
    submissions: frozenset[int]
    split: frozenset[tuple[str, str]]
    reports: pd.DataFrame
    cells: pd.DataFrame
    cost: pd.DataFrame
    found: pd.DataFrame

    @property
    def is_safe(self) -> bool:
        """Whether the audit found nothing."""
        return self.found.empty


def preview_release(*, viewer: Viewer, tell: Tell = lambda _done, _of: None) -> Preview:
    """Plan, protect and audit the next release, and write nothing. Raises NotAllowed, NothingNew,
    MethodChanged, CellError, NoKey, KeyChanged, BaseChanged, DatabaseUnavailable."""
    check_makes_releases(viewer)
    plan = to_plan(viewer)
    placed = to_placed(plan.given.cells)
    tell(0, count_parts(placed, plan))
    reports = to_told(plan.reports)
    parts = []
    for part in to_parts(placed, plan):
        parts.append(part)
        tell(part.number, part.of)
    if not parts:  # reports without counts alone
        no_cells = pd.DataFrame(columns=[*KEYS, "count", "value", "reason", "before", "what"])
        nothing_found = pd.DataFrame(columns=list(FOUND))
        return Preview(*_to_made_of(plan), reports, no_cells, pd.DataFrame(), nothing_found)
    raw = pd.concat([part.raw for part in parts], ignore_index=True)
    protected = pd.concat([part.protected for part in parts], ignore_index=True)
    is_exact = plan.method is Method.HIDING
    return Preview(
        *_to_made_of(plan),
        reports,
        _to_exact_cells(raw, protected, plan) if is_exact else _to_cells(raw, protected, plan),
        to_hidden(protected) if is_exact else to_deviation(raw, protected),
        _to_all_found(parts, placed, protected, plan),
    )


def is_current(preview: Preview, *, viewer: Viewer) -> bool:
    """Whether what is approved, and how the register has it counted, is what the preview was made
    of. Raises NotAllowed, DatabaseUnavailable."""
    check_makes_releases(viewer)
    approved = frozenset(read_approved_units(RELEASED).values())
    return approved == preview.submissions and frozenset(to_split(viewer)) == preview.split


def _to_made_of(
    plan: Plan,
) -> tuple[int, Method, int, frozenset[int], frozenset[tuple[str, str]]]:
    return plan.number, plan.method, plan.base, plan.submissions, frozenset(plan.split)


def _to_all_found(
    parts: list[Part], placed: pd.DataFrame, protected: pd.DataFrame, plan: Plan
) -> pd.DataFrame:
    problems = [to_found(part.problem) for part in parts if part.problem]
    try:
        if plan.method is Method.HIDING:
            check_whole_sums(placed)
        else:
            check_whole(protected, plan)
    except WholeGroup as error:
        problems.append(to_found(error))
    if not problems:
        return pd.DataFrame(columns=list(FOUND))
    return pd.concat(problems, ignore_index=True)


def _to_cells(raw: pd.DataFrame, protected: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    then = read_before(plan.releases).reindex(columns=[*IDENTITY, "value", "reason"])
    now = protected[[*IDENTITY, "value", "reason"]].assign(count=raw["count"])
    return _compared(now, then)


def _to_exact_cells(raw: pd.DataFrame, figures: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """Every LPO's sum; where the audit found something in a quarter, nothing of it is shown."""
    by = ["indicator", "level", "code", "quarter", "sex", "age_group"]
    true = to_margin(raw.rename(columns={"count": "value"}), "lpo", ("quarter",), plan.base)
    shown = figures[[*by, "value", "reason"]]
    now = true[[*by, "value"]].rename(columns={"value": "count"}).merge(shown, how="left", on=by)
    now["reason"] = now["reason"].fillna(str(Reason.PROTECTED))
    return _compared(_to_parts(now), _to_parts(read_sums_before(plan.releases)))


def _to_parts(figures: pd.DataFrame) -> pd.DataFrame:
    own = figures[figures["level"] == "lpo"].rename(columns={"code": "part"})
    return own[[name for name in _SIDE if name in own.columns]]


def _compared(now: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    """What would be shown (and was reported) beside what is, `IDENTITY`, value and reason."""
    then = then.rename(columns={"value": "before", "reason": "before_reason"})
    both = now.merge(then, on=list(IDENTITY), how="outer", indicator="what")
    both["what"] = _to_what(both)
    names = both["indicator"].str.split(SEPARATOR, n=1, expand=True)
    told = both.assign(listing=names[0], code=names[1]).rename(
        columns={"part": "area", "quarter": "period", "age_group": "age"}
    )
    kept = told[[*KEYS, "count", "value", "reason", "before", "what"]]
    numbers = dict.fromkeys(("count", "value", "before"), "Int64")
    return kept.astype(numbers | dict.fromkeys(_SHORT, "category"))


def _to_what(both: pd.DataFrame) -> pd.Series:
    told = both["what"].map({"left_only": NEW, "right_only": GONE, "both": CHANGED}).astype("str")
    same = both["value"].eq(both["before"]).fillna(value=False).astype(bool)
    same |= both["value"].isna() & both["before"].isna() & both["reason"].eq(both["before_reason"])
    return told.mask(same & (told == CHANGED), SAME)
