"""The last failures of this process, for who looks after it: what, when, and how to find it in the
log. No text of an error is kept, since what was asked or written may stand in it."""

from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime
from threading import Lock
from typing import Any, NamedTuple

import metrics

MOST = 20
SEVERE = ("error", "critical")


class Fault(NamedTuple):
    """A failure, or the same `times` in a row, the last at `at`: `what` in our own fixed words,
    `kind` the error's class or '', `reference` what was shown to whom it happened to or '', `id`
    that of the request or run or ''."""

    at: datetime
    what: str
    kind: str
    reference: str
    id: str
    times: int = 1


_kept: deque[Fault] = deque(maxlen=MOST)
_lock = Lock()


def list_faults() -> list[Fault]:
    """The last of them, the newest first."""
    with _lock:
        return list(reversed(_kept))


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
    new = Fault(datetime.now(UTC), what, kind, reference, own)
    with _lock:
        # a database that is away fails at every retry: that must not push out all else
        same = bool(_kept) and _to_same(_kept[-1]) == _to_same(new)
        _kept.append(new._replace(times=_kept.pop().times + 1) if same else new)


def _to_same(fault: Fault) -> tuple[str, str, str]:
    """What makes two of them the same; each that was shown to somebody is one by itself."""
    return fault.what, fault.kind, fault.reference


def _to_kind(error: Any) -> str:
    if isinstance(error, tuple):
        error = error[1]
    return type(error).__name__ if isinstance(error, BaseException) else ""
