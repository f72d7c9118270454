"""How the product runs, gathered: from the databases and from this process."""

from collections.abc import Iterator
from datetime import UTC, datetime

import metrics
import settings
from data_access import cache
from data_access.follower import State as Standby
from data_access.migrations import HEAD
from data_access.operations import Operations, StoreState, read_operations
from data_access.viewer import Viewer
from pages.operation_kept_facts import to_kept_lines
from reports import jobs
from ui import operation_kept, operation_words
from ui.operations import Line, Section, State
from web import faults
from words import _

_STANDBY = {Standby.ANSWERS: State.GOOD, Standby.BEHIND: State.LOOK}


def to_sections(*, viewer: Viewer) -> list[Section]:
    """All of it. Raises NotAllowed, DatabaseUnavailable."""
    found, now = read_operations(viewer=viewer), datetime.now(UTC)
    return [
        Section(_("Databaser"), list(_to_database_lines(found))),
        Section(_("Den här processen"), list(_to_process_lines(now))),
        Section(_("Kopior och utrymme"), list(to_kept_lines(found, now))),
        Section(_("Inlämningar och utgåvor"), list(_to_work_lines(found, now))),
    ]


def _to_database_lines(found: Operations) -> Iterator[Line]:
    yield from (_to_store_line(one) for one in found.stores)
    if found.standby:
        told, lag = found.standby
        yield operation_words.standby(_to_told(told), lag, _STANDBY.get(told, State.BAD))


def _to_told(state: Standby) -> str:
    words = {
        Standby.ANSWERS: _("svarar"),
        Standby.BEHIND: _("ligger efter"),
        Standby.AWAY: _("svarar inte"),
        Standby.OTHER: _("är en annan databas eller har en annan roll"),
    }
    return words[state]


def _to_store_line(one: StoreState) -> Line:
    pool = one.pool
    return operation_words.store(
        one.name,
        one.kind,
        one.seconds,
        one.bytes,
        fits=one.revision == one.wanted,
        use=operation_words.connections(pool.out, pool.most) if pool else "",
        full=pool.out / pool.most if pool else 0.0,
    )


def _to_process_lines(now: datetime) -> Iterator[Line]:
    yield operation_words.process(metrics.STARTED, now, settings.VERSION, HEAD)
    yield operation_words.answers(*cache.count_asked())
    yield operation_words.reports(*jobs.count_made())
    kept = faults.list_faults()
    yield operation_kept.faults(sum(one.times for one in kept), kept[0].at if kept else None, now)


def _to_work_lines(found: Operations, now: datetime) -> Iterator[Line]:
    standing = found.standing
    count, oldest = (standing.waiting, standing.oldest) if standing else (None, None)
    yield operation_words.waiting(count, oldest, now)
    yield from (operation_words.lease(one.name, one.until, now) for one in found.leases)
    if standing:
        yield operation_words.newest(
            _("Senaste inlämning"), standing.sent_at, _("Inget har lämnats in än.")
        )
    yield operation_words.newest(
        _("Senaste utgåva"), found.released_at, _("Ingen utgåva finns än."), found.release
    )
