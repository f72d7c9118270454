"""What the reporter's page reads: her own areas, what she owes, and the unit of an address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from data_access.drafts import list_drafts
from data_access.owed import list_owed
from data_access.viewer import Viewer
from indicators.periods import BadPeriod, Quarter
from indicators.reporting import MISSING
from reporting.kind_periods import is_asked_in
from reporting.kinds import kinds
from reporting.obligations import to_periods
from reporting.rows import Unit
from ui.report_owed import mark_drafts
from words import _


@dataclass(frozen=True)
class Asked:
    """The unit that the address asks for, or None with what is wrong if something is; `areas`
    are code → name of the reporter's own of the unit's period."""

    unit: Unit | None = None
    problem: str = ""
    areas: Mapping[str, str] = field(default_factory=dict)


def to_asked(parameters: Mapping[str, str], today: date, *, viewer: Viewer) -> Asked:
    """The unit of the address, once it is one that the viewer may report. Raises
    DatabaseUnavailable."""
    area, kind = parameters.get("enhet"), parameters.get("slag")
    if not area or not kind:
        return Asked()
    try:
        period = Quarter.parse(parameters.get("period", ""))
    except BadPeriod:
        period = None
    if period is None or period not in to_periods(today):
        said = _("Perioden i adressen går inte att rapportera. Välj en rapport i listan.")
        return Asked(problem=said)
    areas = read_areas(period, today, viewer=viewer)
    if area not in areas:
        said = _("Du rapporterar inte för området i adressen under {period}.")
        return Asked(problem=said.format(period=period.name))
    known = kinds().get(kind)
    if known is None or areas[area][1] not in known.levels or not is_asked_in(known, period):
        said = _("Rapporten i adressen finns inte för området och perioden. Välj en i listan.")
        return Asked(problem=said)
    return Asked(Unit(area, kind, period), areas={code: one[0] for code, one in areas.items()})


def read_areas(period: Quarter, today: date, *, viewer: Viewer) -> dict[str, tuple[str, str]]:
    """Code → (name, level) of the viewer's own areas of the period: each of them owes something
    of every quarter. Raises DatabaseUnavailable."""
    owed = list_owed(viewer=viewer, periods=[period], today=today)
    told = zip(owed["area"], owed["name"], owed["level"], strict=True)
    return {code: (name, level) for code, name, level in told}


def read_owed(today: date, *, viewer: Viewer) -> pd.DataFrame:
    """What the viewer owes of every period that has ended, as `mark_drafts` orders it, and of the
    running one what has been sent already. Raises DatabaseUnavailable."""
    owed = list_owed(viewer=viewer, periods=to_periods(today), today=today)
    running = str(Quarter.of(today))
    owed = owed[(owed["period"] != running) | (owed["state"] != MISSING)]
    drafts = {draft.unit for draft in list_drafts(viewer=viewer)}
    return mark_drafts(owed, drafts)
