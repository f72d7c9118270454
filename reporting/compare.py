"""What changes, value by value, when a unit is sent again."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.kinds import Kind
from reporting.rows import Row, identity
from reporting.totals import without_totals
from reporting.values import Gap, Value

NEW, CHANGED, REMOVED, SAME = "ny", "andrad", "borttagen", "lika"


@dataclass(frozen=True)
class Change:
    """One field of one row, before and after; None = it was not answered, or there was no row."""

    identity: tuple[str, ...]
    field: str
    before: Value | None
    after: Value | None

    @property
    def what(self) -> str:
        """ny, andrad, borttagen or lika."""
        if is_same(self.before, self.after):
            return SAME
        if self.before is None:
            return NEW
        return REMOVED if self.after is None else CHANGED


def compare(kind: Kind, before: Sequence[Row], after: Sequence[Row]) -> list[Change]:
    """Every answered field of both, in the order of the new rows, then the removed ones.

    Rows are the same row when their identities are; of several with one identity the last counts.
    Key fields tell which row it is and are left out, but for the last of a row that has nothing
    else. Totals that only repeat their six cells are left out on both sides: they are not stored.
    Time is linear in the rows.
    """
    old = {identity(kind, row): without_totals(row).values for row in before}
    new = {identity(kind, row): without_totals(row).values for row in after}
    found = []
    for key in {**new, **old}:
        was, now = old.get(key, {}), new.get(key, {})
        answered = [one for one in kind.fields if one.name in was or one.name in now]
        told = [one for one in answered if not one.is_key] or answered[-1:]
        found += [Change(key, one.name, was.get(one.name), now.get(one.name)) for one in told]
    return found


def is_same(one: Value | None, other: Value | None) -> bool:
    """Whether both mean the same: 3 and 3.0 do; a gap and the text of its code do not."""
    if isinstance(one, Gap) or isinstance(other, Gap):
        return one is other
    return one == other
