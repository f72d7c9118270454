"""A file brought in from the command line: by the same reading and checks, all or nothing."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from data_access.kind import WrongKind
from data_access.receiving import Received, receive
from data_access.scope import NotAllowed, OutsideScope
from data_access.submissions import BadRecord, Locked, SentMeanwhile, has_digest, send
from data_access.viewer import Viewer
from geodata.division import UnknownArea
from indicators.periods import Quarter
from reporting.kinds import kinds
from reporting.remarks import Remark, Severity
from reporting.rows import Unit
from words import _

NOT_TRIED, READ, ALREADY, REFUSED = "inte prövad", "inläst", "redan inläst", "avvisad"
SERIOUS = (Severity.ERROR, Severity.WARNING)
MOST_TOLD = 10  # units in a text


@dataclass
class Outcome:
    """What became of one file; `remarks` are the errors and warnings that stopped it, or that it
    was taken in with, for machines."""

    file: str
    status: str = NOT_TRIED
    sending: int | None = None
    units: int = 0
    rows: int = 0
    remarks: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_in(self) -> bool:
        """Whether the file is in, now or since before."""
        return self.status in (READ, ALREADY)


def import_file(
    data: bytes,
    name: str,
    *,
    default: Quarter,
    viewer: Viewer,
    warnings: bool = False,
    recorded_at: datetime | None = None,
) -> Outcome:
    """One file, all or nothing; one that is in already is left as it is, so that an import that
    was stopped can be run again. `default` is the period of rows that name none. `warnings` = take
    it in without the notes that they ask for. Raises DatabaseUnavailable."""
    received = receive(data, default=default, viewer=viewer)
    rows = sum(map(len, received.units.values()))
    outcome = Outcome(name, REFUSED, units=len(received.units), rows=rows)
    if has_digest(received.digest, received.units, viewer=viewer):
        outcome.status = ALREADY
        return outcome
    outcome.remarks = [to_record(one) for one in received.remarks if one.severity in SERIOUS]
    if received.is_whole and (warnings or not received.count(Severity.WARNING)):
        _send(received, outcome, viewer, recorded_at)
    return outcome


def to_record(remark: Remark) -> dict[str, Any]:
    """The remark for machines: only texts and numbers."""
    told = asdict(remark)
    told["place"] = remark.place._asdict()
    told["unit"] = None if remark.unit is None else [str(part) for part in remark.unit]
    return told


def to_failure(wrong: str, code: str, right: str = "") -> dict[str, Any]:
    """What stopped a file that is no remark on what it holds."""
    return to_record(Remark(Severity.ERROR, code, wrong, right))


def _send(
    received: Received, outcome: Outcome, viewer: Viewer, recorded_at: datetime | None
) -> None:
    try:
        outcome.sending = send(
            received.units,
            expected=received.expected,
            viewer=viewer,
            source="Import av fil",
            channel="import",
            digest=received.digest,
            recorded_at=recorded_at,
        )
        outcome.status = READ
    except Locked as error:
        wrong = _("Godkänt och låst: {units}.").format(units=_tell(error.units))
        right = _("Be den som har godkänt att låsa upp, eller ta bort raderna.")
        outcome.remarks.append(to_failure(wrong, "locked", right))
    except SentMeanwhile as error:
        wrong = _("Någon annan har rapporterat under tiden: {units}.")
        right = _("Jämför med det som finns nu och läs in filen igen om den ska gälla.")
        told = wrong.format(units=_tell(error.units))
        outcome.remarks.append(to_failure(told, "sent-meanwhile", right))
    except (BadRecord, NotAllowed, OutsideScope, UnknownArea, WrongKind) as error:
        wrong = _("Filen kan inte lagras: {reason}").format(reason=_to_words(error))
        outcome.remarks.append(to_failure(wrong, "not-stored"))


def _to_words(error: Exception) -> str:
    if isinstance(error, NotAllowed | OutsideScope):
        return error.told
    if isinstance(error, UnknownArea):
        return _("inget område har koden {code} den dagen.").format(code=error.code)
    if isinstance(error, WrongKind):
        return _("exempeldata och riktiga rapporter får inte blandas.")
    return _("något i den går inte att spara ({detail}).").format(detail=error)


def _tell(units: Iterable[Unit]) -> str:
    all_of = list(units)
    told = [f"{kinds()[unit.kind].title} {unit.area} {unit.period}" for unit in all_of[:MOST_TOLD]]
    return ", ".join(told) + (" …" if len(all_of) > MOST_TOLD else "")
