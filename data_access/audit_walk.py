"""The audit's digests, and one way along its chain. Knows no database."""

import hashlib
import json
from datetime import datetime
from typing import Any, NamedTuple

from data_access import audit_text
from words import _

FIRST = "0" * 64  # what stands as the digest before the very first row
MOST_TOLD = 50  # problems; more are only counted


class Verified(NamedTuple):
    """How the chain is. `problems` are sentences in the run's language; times None when there are
    no rows."""

    ok: bool
    rows: int
    problems: tuple[str, ...]
    last_digest: str
    first_at: datetime | None
    last_at: datetime | None


def digest(row: dict[str, Any]) -> str:
    """The row's digest: all its columns but `digest`; `at` as a moment."""
    told = {name: value for name, value in row.items() if name != "digest"}
    moment = told["at"]
    told["at"] = audit_text.to_moment(moment) if isinstance(moment, datetime) else moment
    written = json.dumps(
        told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=repr
    )
    return hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()


class Walk:
    """One way along the chain: what the next row must be, and what was found wrong so far."""

    def __init__(self, purged: int, before: str):
        self.purged, self.last, self.rows = purged, purged, 0
        # More than one where the row itself is wrong, which is told already
        self.links = {before}
        self.last_digest = before
        self.problems: list[str] = []
        self.more = 0
        self.first_at: datetime | None = None
        self.last_at: datetime | None = None

    def take(self, row: dict[str, Any]) -> None:
        """The next row, by id."""
        here, made = row["id"], digest(row)
        self.rows += 1
        self._take_time(row["at"])
        if made != row["digest"]:
            self._tell(_("Rad {row} är ändrad.").format(row=here))
        if here <= self.purged:
            self._tell(_("Rad {row} finns fast den ska vara gallrad.").format(row=here))
            return
        if here > self.last + 1:
            self._tell(_missing(self.last + 1, here - 1))
        elif made == row["digest"] and row["previous"] not in self.links:
            self._tell(_("Rad {row} följer inte på raden före.").format(row=here))
        self.last, self.last_digest, self.links = here, row["digest"], {made, row["digest"]}

    def end(self, last: Any, told: Any) -> None:
        """The newest row's id and digest as they are told apart from the rows; None = nowhere."""
        if not isinstance(last, int):
            if self.rows:
                self._tell(_("Uppgiften om vilken rad som är den sista saknas."))
        elif last > self.last:
            missing = _missing(self.last + 1, last)
            self._tell(_("{missing} Borttaget i slutet.").format(missing=missing))
        elif last < self.last:
            added = _("Rad {row} står efter den rad som ska vara den sista, {last}.")
            self._tell(added.format(row=self.last, last=last))
        elif told not in self.links:
            self._tell(_("Rad {row}, den sista, är utbytt.").format(row=self.last))

    def told(self) -> Verified:
        """What was found."""
        problems = list(self.problems)
        if self.more:
            problems.append(_("Ytterligare {n} fel.").format(n=self.more))
        return Verified(
            not problems, self.rows, tuple(problems), self.last_digest, self.first_at, self.last_at
        )

    def _take_time(self, moment: Any) -> None:
        if isinstance(moment, datetime):
            self.first_at = self.first_at or moment
            self.last_at = moment

    def _tell(self, problem: str) -> None:
        if len(self.problems) < MOST_TOLD:
            self.problems.append(problem)
        else:
            self.more += 1


def _missing(first: int, last: int) -> str:
    if first == last:
        return _("Rad {row} saknas.").format(row=first)
    return _("Raderna {first}–{last} saknas.").format(first=first, last=last)
