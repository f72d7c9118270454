"""What is told of what the product leaves behind: backups, room, the audit, failures. Pure."""

from datetime import date, datetime, timedelta

import clock
from ui import formats
from ui.operations import Line, State
from words import _, plural

OLDEST_BACKUP, FAR_TOO_OLD = timedelta(hours=26), timedelta(hours=72)
LITTLE, TOO_LITTLE = 0.15, 0.05  # of a disk that is free
LEAST = 1_000_000_000  # bytes that must be free, however large the disk
PLENTY = 20_000_000_000  # bytes that are enough for years, however large the disk
RECENT = timedelta(hours=1)  # that a failure is worth a look


def backup(at: datetime | None, now: datetime, *, is_set: bool, is_read: bool) -> Line:
    """The newest backup, by its age."""
    label = _("Säkerhetskopia")
    advice = _("Kör `python -m data_access backup MAPP` varje natt. Se docs/operate.md.")
    if not is_set:
        advice = _("Sätt `BOB_BACKUP_DIR` till mappen med kopior, så visas den nyastes ålder här.")
        return Line(label, State.LOOK, _("Okänt: ingen mapp för kopior är angiven."), advice)
    if not is_read:
        advice = _("Kontrollera att mappen i `BOB_BACKUP_DIR` finns och får läsas.")
        return Line(label, State.BAD, _("Mappen med kopior går inte att läsa."), advice)
    if at is None:
        return Line(label, State.BAD, _("Ingen hel kopia finns."), advice)
    hours = round((now - at) / timedelta(hours=1))
    age = plural("{n} timme", "{n} timmar", hours)
    told = _("{moment}, {age} gammal.").format(moment=formats.moment(at), age=age)
    old = now - at
    state = State.BAD if old > FAR_TOO_OLD else State.LOOK if old > OLDEST_BACKUP else State.GOOD
    return Line(label, state, told, advice)


def disk(label: str, free: int | None, total: int) -> Line:
    """What is free of a disk; None = it can't be read."""
    if free is None:
        return Line(label, State.BAD, _("Går inte att läsa."), _("Kontrollera att mappen finns."))
    told = _("{free} av {total} är ledigt ({share}).")
    share = free / total if total else 0.0
    told = told.format(
        free=formats.size(free), total=formats.size(total), share=formats.share(share)
    )
    scarce = free < PLENTY
    bad = (scarce and share < TOO_LITTLE) or free < LEAST
    state = State.BAD if bad else State.LOOK if scarce and share < LITTLE else State.GOOD
    return Line(label, state, told, _("Frigör utrymme. När disken är full går inget att spara."))


def one_disk() -> Line:
    """Backups on the disk of what they are copies of."""
    advice = _("Lägg kopiorna på en annan disk eller maskin: annars går de förlorade tillsammans.")
    return Line(_("Kopiornas disk"), State.LOOK, _("Samma disk som datamappens."), advice)


def audit_kept(oldest: datetime | None, first_kept: date, days: int) -> Line:
    """From when the audit's rows are, against how long they are to be kept."""
    label = _("Granskningsloggen")
    kept = plural("Rader sparas i {n} dag.", "Rader sparas i {n} dagar.", days)
    if oldest is None:
        return Line(label, State.NONE, _("Inga rader än.") + " " + kept)
    told = _("Äldsta raden är från {day}.").format(day=formats.short_day(formats.day_of(oldest)))
    is_old = clock.day_of(oldest) < first_kept
    advice = _("Kör `python -m data_access purge-audit`: äldre rader ska gallras.")
    return Line(label, State.LOOK if is_old else State.GOOD, f"{told} {kept}", advice)


def faults(count: int, last: datetime | None, now: datetime) -> Line:
    """Whether something has failed of late."""
    label = _("Fel")
    if last is None:
        return Line(label, State.GOOD, _("Inga sedan processen startade."))
    told = _("{n}, det senaste {moment}.").format(
        n=plural("{n} fel", "{n} fel", count), moment=formats.moment(last)
    )
    advice = _("Se tabellen längst ned, och raden med samma id i loggen.")
    return Line(label, State.LOOK if now - last < RECENT else State.GOOD, told, advice)
