"""The tables that say the same as the pictures of Täckning."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date

import pandas as pd

from indicators.coverage import SHARES
from ui import formats
from ui.coverage_choice import measure_name, short_name
from ui.coverage_words import Counts, definition, nothing_of
from ui.palette import need_label, stage_label
from ui.sheet import Beside
from words import _

Names = Mapping[str, str]  # code → name


def to_shares(now: Counts, then: Counts, since: date) -> pd.DataFrame:
    """A row a share: what it is of, percent, covered, counted over, percent then, and the change
    in percentage points (nothing when one of them is not known)."""
    return pd.DataFrame(
        {
            _("Andel av"): [measure_name(name) for name in now],
            _("Nu, %"): _percent([one.share for one in now.values()]),
            since.isoformat(): _percent([then[name].share for name in now]),
            _("Ändring, p.e."): to_points(
                [one.share for one in now.values()], [then[name].share for name in now]
            ),
            _("Med råd"): [one.covered for one in now.values()],
            _("Av"): [one.counted_over for one in now.values()],
        }
    )


def to_points(now: list[float], then: list[float]) -> "pd.Series[int]":
    """Changes in whole percentage points; NA where one of the two is not known."""
    pairs = zip(now, then, strict=True)
    return pd.Series(pd.array([formats.points(*pair) for pair in pairs], dtype="Int64"))


def to_gaps(gaps: pd.DataFrame, names: Names) -> pd.DataFrame:
    """A row an area without an established council, in the order of `indicators.gaps`."""
    rows = gaps.to_dict("records")
    return pd.DataFrame(
        {
            _("Område"): [names[row["lpo"]] for row in rows],
            _("Unga"): gaps["young"].to_list(),
            _("Prioriterat"): [need_label(row["prioritised"]) for row in rows],
            _("Steg"): [stage_label(row["stage"]) for row in rows],
            _("Sedan"): [row["since"] for row in rows],
            _("Andel"): _percent(gaps["share"].to_list()),
            _("Hittills"): _percent(gaps["cumulated"].to_list()),
            _("Att veta"): [_note(row["estimated"], row["partly"]) for row in rows],
        }
    )


def _note(estimated: bool, partly: bool) -> str:
    marks = [_("skattad")] if estimated else []
    return ", ".join([*marks, _("råd i resten")] if partly else marks)


def to_set_aside(found: pd.DataFrame, names: Names) -> pd.DataFrame:
    """A row an area that is to have no council of its own, with the reason."""
    rows = found.to_dict("records")
    return pd.DataFrame(
        {
            _("Område"): [names[row["lpo"]] for row in rows],
            _("Skäl"): [row["reason"] for row in rows],
            _("Sedan"): [row["since"] for row in rows],
            _("Unga"): found["young"].to_list(),
            _("Prioriterat"): [need_label(row["prioritised"]) for row in rows],
            _("Att veta"): [_note(row["estimated"], partly=False) for row in rows],
        }
    )


def to_groups(groups: pd.DataFrame, order: list[str], level: str, names: Names) -> pd.DataFrame:
    """A row a group, the codes in that order: each share's percent, covered and counted over, and
    what there is nothing to count over of."""
    table = pd.DataFrame({level: [names[code] for code in order]})
    table = table.join(_to_columns(groups.set_index("code"), order))
    table[_("Att veta")] = [_nothing(groups[groups["code"] == code]) for code in order]
    return table


def _nothing(own: pd.DataFrame) -> str:
    return ", ".join(nothing_of(name) for name in own.loc[own["counted_over"] == 0, "measure"])


def to_course(course: pd.DataFrame) -> pd.DataFrame:
    """A row a day, the newest first, with each share's percent, covered and counted over."""
    days = sorted(set(course["day"]), reverse=True)
    return pd.DataFrame({_("Dag"): days}).join(_to_columns(course.set_index("day"), days))


def _to_columns(counts: pd.DataFrame, order: Sequence[Hashable]) -> pd.DataFrame:
    """Percent of each share, and then what each was counted from; a row for each of the index."""
    of = {name: counts[counts["measure"] == name].reindex(order) for name in SHARES}
    table = {
        _("{name}, %").format(name=short_name(measure)): _percent(own["share"].to_list())
        for measure, own in of.items()
    }
    for measure, own in of.items():
        name = short_name(measure)
        table[_("{name} med råd").format(name=name)] = _counts(own["covered"])
        table[_("{name}, alla").format(name=name)] = _counts(own["counted_over"])
    return pd.DataFrame(table)


def to_beside(table: pd.DataFrame) -> Beside:
    """Of `to_groups` or `to_course`: shares in per cent, and what there is nothing to count over of
    where a share is none."""
    shares = {name: of for name in table if name.endswith("%") and (of := measure_of(name))}
    gaps = pd.DataFrame("", index=table.index, columns=table.columns, dtype=object)
    for name, measure in shares.items():
        gaps[name] = nothing_of(measure)
    return Beside(gaps, tuple(shares), columns=_to_meanings())


def _to_meanings() -> dict[str, str]:
    found = {}
    for measure in SHARES:
        name = short_name(measure)
        found[_("{name}, %").format(name=name)] = definition(measure)
        found[_("{name} med råd").format(name=name)] = _("Täljaren: antalet som täcks.")
        found[_("{name}, alla").format(name=name)] = _("Nämnaren: antalet som andelen räknas av.")
    return found


def beside_shares(now: Counts, table: pd.DataFrame) -> Beside:
    """The same of `to_shares`."""
    percents, then = tuple(table.columns[1:3]), str(table.columns[2])
    words = [nothing_of(name) for name in now]
    meaning = _("Andelen {day}, i procent.").format(day=then)
    gaps = pd.DataFrame(dict.fromkeys(table, words), dtype=object)
    return Beside(gaps, percents, columns={then: meaning})


def measure_of(column: str) -> str | None:
    """The share that a column of `to_groups` or `to_course` is of; None of what is of none."""
    for measure in SHARES:
        name = short_name(measure)
        named = (_("{name}, %"), _("{name} med råd"), _("{name}, alla"))
        if column in [one.format(name=name) for one in named]:
            return measure
    return None


def _counts(numbers: "pd.Series[int]") -> "pd.Series[int]":
    return numbers.astype("Int64").reset_index(drop=True)


def _percent(shares: list[float]) -> "pd.Series[int]":
    return pd.Series(pd.array([formats.whole_percent(one) for one in shares], dtype="Int64"))
