"""The last failures of this process, for who looks after it: what, when, and how to find it in the
log. No text of an error is kept, since what was asked or written may stand in it."""

from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import metrics

MOST = 20
SEVERE = ("error", "critical")


class Fault(NamedTuple):
    """One failure: `what` in our own fixed words, `kind` the error's class or '', `reference` what
    was shown to whom it happened to or '', `id` that of the request or run or ''."""

    at: datetime
    what: str
    kind: str
    reference: str
    id: str


_kept: deque[Fault] = deque(maxlen=MOST)


def list_faults() -> list[Fault]:
    """The last of them, the newest first."""
    return sorted(_kept, key=lambda one: one.at, reverse=True)


def forget() -> None:
    """Forget them all, for tests."""
    _kept.clear()


def keep(line: Mapping[str, Any], what: str) -> None:
    """Keep a line of the log that is severe, before its error has become text."""
    if line.get("level") not in SEVERE:
        return
    kind = _to_kind(line.get("exc_info"))
    metrics.FAILURES.labels(kind or "none").inc()
    reference, own = str(line.get("reference", "")), str(line.get("id", ""))
    _kept.append(Fault(datetime.now(UTC), what, kind, reference, own))


def _to_kind(error: Any) -> str:
    if isinstance(error, tuple):
        error = error[1]
    return type(error).__name__ if isinstance(error, BaseException) else ""
