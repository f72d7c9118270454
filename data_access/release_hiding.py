"""Exact figures for a release: what is hidden, beside all that earlier releases told."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from data_access.connect import reading
from data_access.raw.counted import COUNTED
from data_access.raw.released import read_released, read_released_units
from data_access.release_cells import to_placed
from data_access.release_groups import read_groups
from data_access.release_plan import Part, Plan
from data_access.release_sums import read_sums, to_figures
from indicators.protection.group_facts import check_sums
from indicators.protection.joint_plan import Earlier
from indicators.protection.planned_tables import SHOWN, to_plannable
from indicators.protection.suppression import NotProtected, suppress_quarters

QUARTER = ["indicator", "quarter"]
Version = tuple[str, str, frozenset[int]]  # kind, period, submissions


def hide(raw: pd.DataFrame, plan: Plan) -> Iterator[Part]:
    """Every quarter of every indicator: its planned sums, hidden and audited together with all
    that was told of the quarter before. Raises DatabaseUnavailable."""
    earlier = [_by_quarter(one) for one in read_earlier(plan)]
    parts = list(to_plannable(raw).groupby(QUARTER, sort=True))
    for number, (key, found) in enumerate(parts, start=1):
        cells = found.reset_index(drop=True)
        before = [one[key] for one in earlier if key in one]
        problem, figures = None, pd.DataFrame(columns=list(SHOWN))
        try:
            figures = suppress_quarters(cells, plan.base, before)
        except NotProtected as error:
            problem = error
        yield Part(cells, figures, number, len(parts), problem)


def check_whole_sums(raw: pd.DataFrame) -> None:
    """Raises WholeGroup when a sum holds all who live in its group, DatabaseUnavailable."""
    check_sums(raw, read_groups(raw["quarter"]))


def read_earlier(plan: Plan) -> list[Earlier]:
    """What each release before was made of and what it told, the newest first; of a quarter that
    is made of the same reports as in a newer one only the newer. Unprotected counts: for the
    release job alone. Raises DatabaseUnavailable."""
    seen: set[Version] = set()
    found = []
    for release in plan.releases:
        versions = _read_versions(release.token)
        known = [one for version in versions & seen for one in version[2]]
        given = read_released(release.token, plan.split, besides=known)
        seen |= versions
        if not given.cells.empty:
            cells = to_plannable(to_placed(given.cells))
            with reading() as connection:
                told = to_figures(read_sums(connection, release.id))
            own = cells[QUARTER].drop_duplicates()
            found.append(Earlier(cells, told.merge(own, on=QUARTER)))
    return found


def _read_versions(token: str) -> set[Version]:
    made_of: dict[tuple[str, str], set[int]] = defaultdict(set)
    for (_area, kind, period), submission in read_released_units(token, COUNTED).items():
        made_of[kind, period].add(submission)
    return {(*key, frozenset(submissions)) for key, submissions in made_of.items()}


def _by_quarter(earlier: Earlier) -> dict[object, Earlier]:
    figures = dict(list(earlier.figures.groupby(QUARTER)))
    return {
        key: Earlier(cells.reset_index(drop=True), figures[key].reset_index(drop=True))
        for key, cells in earlier.cells.groupby(QUARTER)
        if key in figures
    }
