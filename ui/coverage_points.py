"""What bars of Täckning need of its counts: a row a bar, now and then."""

import pandas as pd

from indicators.coverage import Count
from ui.coverage_choice import measure_name
from ui.coverage_words import Counts, told
from words import _

COLUMNS = ("name", "told", "share", "before", "before_told")


def to_rows(now: Counts, then: Counts) -> pd.DataFrame:
    """A row a share: name, told, share, before, before_told."""
    rows = [
        (
            measure_name(name),
            told(name, count),
            count.share,
            then[name].share,
            told(name, then[name]),
        )
        for name, count in now.items()
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def to_group_rows(now: pd.DataFrame, then: pd.DataFrame, measure: str) -> pd.DataFrame:
    """A row a group of one share: code and the columns of `to_rows`, the lowest first and those
    with nothing to count over last. A group that was not there then has no `before`."""
    before = _to_counts(then, measure)
    own = now[now["measure"] == measure]
    names = dict(zip(own["code"], own["name"], strict=True))
    rows = [
        (code, names[code], told(measure, count), count.share, *_to_before(before, code, measure))
        for code, count in _to_counts(now, measure).items()
    ]
    found = pd.DataFrame(rows, columns=["code", *COLUMNS])
    order = {code: place for place, code in enumerate(sorted(names, key=names.__getitem__))}
    found = found.assign(place=found["code"].map(order))
    return found.sort_values(["share", "place"], na_position="last", ignore_index=True)


def _to_before(before: dict[str, Count], code: str, measure: str) -> tuple[float, str]:
    if code not in before:
        return float("nan"), _("fanns inte")
    return before[code].share, told(measure, before[code])


def _to_counts(groups: pd.DataFrame, measure: str) -> dict[str, Count]:
    own = groups[groups["measure"] == measure]
    numbers = zip(own["code"], own["covered"], own["counted_over"], own["partly"], strict=True)
    return {code: Count(int(a), int(b), int(c)) for code, a, b, c in numbers}
