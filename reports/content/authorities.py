"""The work of each authority as it shows in what has been reported: meetings, staff and money.

What an authority itself says of its work is for it to write: it has a heading of its own for that.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from data_access.register import fetch_register
from indicators import resources
from indicators.participation import State
from indicators.resources import NEED
from pages.resource_reads import Resources, to_resources
from reporting.register import Listing
from reports.content.asked import Asked
from reports.content.goals import of_regions
from reports.content.participation import to_totals, to_untold
from reports.content.parts import NONE, see, to_table
from reports.content.work import to_work
from reports.document.blocks import Block, Heading, Paragraph, Table, to_line
from ui import meeting_words, resource_words
from ui.headings import as_text
from ui.meeting_choice import LOCAL, REGIONAL
from ui.work_choice import MONEY, STAFF
from words import _

# An authority of the register → the actor that it is in the councils, where that has another code
ACTORS = {
    "polismyndigheten": "polisen",
    "lansstyrelserna": "lansstyrelsen",
    "regioner": "halso-och-sjukvarden",
}
Cell = Mapping[Any, Any]


class Councils(NamedTuple):
    """Actor → its sum over the period, and what there is of an actor that has none."""

    cells: Mapping[str, Cell]
    others: State = State.NOT_LISTED

    def find(self, authority: str) -> Cell | None:
        """The sum of the actor that an authority is; None where the reports have no such actor."""
        return self.cells.get(ACTORS.get(authority, authority))


class Worked(NamedTuple):
    """What has been reported of the authorities (code → name): local and regional meetings of each
    actor, and the year's resources."""

    names: dict[str, str]
    local: Councils
    regional: Councils
    resources: Resources


def to_blocks(asked: Asked) -> list[Block]:
    """All beside each other, and then each in a sentence under its own heading."""
    worked = to_worked(asked)
    table = to_overview(asked, worked)
    said = _(
        "Här står det som syns i det rapporterade: deltagande i rådens möten {period} och resurser "
        "{year}. Myndighetens egen beskrivning av genomfört arbete skrivs under dess rubrik."
    ).format(period=asked.period, year=worked.resources.year or "–")
    parts: list[Block] = []
    for code, name in worked.names.items():
        parts += [Heading(name, 2), Paragraph(to_line(to_said(code, worked)))]
    return [see(f"{said} {of_regions(asked)}", table), table, *parts]


def to_worked(asked: Asked) -> Worked:
    """What is told of each of the register's authorities that holds on the day."""
    listed = fetch_register(viewer=asked.viewer).of(Listing.AUTHORITY, asked.day)
    local, regional = (to_councils(asked, councils) for councils in (LOCAL, REGIONAL))
    names = {one.code: one.name for one in listed}
    return Worked(names, local, regional, to_resources(to_work(asked)))


def to_councils(asked: Asked, councils: str) -> Councils:
    """Each actor's meetings in the local or the regional councils."""
    totals, _actors = to_totals(asked, councils)
    if totals.empty:
        return Councils({}, to_untold(asked, councils))
    return Councils({str(row["aktor"]): row for row in totals.to_dict("records")})


def to_overview(asked: Asked, worked: Worked) -> Table:
    """A row an authority."""
    year = worked.resources.year
    frame = pd.DataFrame(
        {
            _("Myndighet"): list(worked.names.values()),
            _("Möten i lokala råd"): [_to_meetings(worked.local, one) for one in worked.names],
            _("Möten i regionala råd"): [
                _to_meetings(worked.regional, one) for one in worked.names
            ],
        },
        dtype="object",
    )
    decimals = {}
    if year:
        sums = {amount: _to_sums(worked, amount) for amount in (STAFF, MONEY)}
        staff = _("Årsarbetskrafter {year}").format(year=year)
        frame[staff] = list(sums[STAFF].values())
        frame[_("Kronor {year}").format(year=year)] = list(sums[MONEY].values())
        decimals[staff] = 1
    caption = _("Myndigheternas deltagande och resurser, {area}").format(area=asked.title)
    note = _("Ett streck: myndigheten står inte i rapporterna i den formen.")
    return to_table(asked, "myndigheter", caption, frame, note, decimals=decimals)


def _to_meetings(councils: Councils, code: str) -> str:
    cell = councils.find(code)
    if cell is None:
        is_noted = councils.others is State.NOT_LISTED  # below the table
        return NONE if is_noted else meeting_words.state_name(councils.others)
    share = meeting_words.value_name(cell)
    return share if pd.isna(cell["share"]) else f"{meeting_words.sums(cell)} ({share})"


def _to_sums(worked: Worked, amount: str) -> dict[str, object]:
    found = resources.to_sums(worked.resources.rows, amount, list(worked.names))
    return dict(zip(worked.names, found["total"], strict=True))


def to_said(code: str, worked: Worked) -> str:
    """What is told of one authority (markdown)."""
    name, met, gaps = as_text(worked.names[code]), [], {}
    for councils, where in (
        (worked.local, _("de lokala råden")),
        (worked.regional, _("de regionala råden")),
    ):
        cell = councils.find(code)
        if cell is None or pd.isna(cell["share"]):
            gaps[where] = councils.others if cell is None else State(cell["state"])
            continue
        words = _("{share} av mötena i {where} ({sums})")
        told = {"share": meeting_words.value_name(cell), "sums": meeting_words.sums(cell)}
        met.append(words.format(where=where, **told))
    said = [_("{name} var med vid {parts}.").format(name=name, parts=_(" och ").join(met))]
    words = _("I {where}: {state}.")
    why = [words.format(where=at, state=meeting_words.state_name(of)) for at, of in gaps.items()]
    if not met and set(gaps.values()) == {State.NOT_LISTED}:
        why = [_("{name} är ingen av aktörerna i rådens rapporter.").format(name=name)]
    return " ".join([*(said if met else []), *why, *_to_resources_said(code, worked)])


def _to_resources_said(code: str, worked: Worked) -> list[str]:
    found = worked.resources
    if not found.year:
        return [_("Resurser är inte rapporterade.")]
    sums = {one: _to_sums(worked, one)[code] for one in (STAFF, MONEY, NEED + STAFF)}
    if pd.isna(sums[STAFF]):  # type: ignore[call-overload]
        return [_("Resurser {year}: uppgift saknas.").format(year=found.year)]
    told = _("Resurser {year}: {staff}").format(
        year=found.year, staff=resource_words.with_unit(float(str(sums[STAFF])), STAFF)
    )
    if pd.notna(sums[MONEY]):  # type: ignore[call-overload]
        told += f", {resource_words.with_unit(float(str(sums[MONEY])), MONEY)}"
    need = sums[NEED + STAFF]
    if pd.isna(need):  # type: ignore[call-overload]
        return [f"{told}."]
    ahead = _("Angett behov {year}: {need}.").format(
        year=int(found.year) + 1, need=resource_words.with_unit(float(str(need)), STAFF)
    )
    return [f"{told}.", ahead]
