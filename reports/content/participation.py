"""Who takes part: each actor's meetings in the period, and where school and care are away."""

import pandas as pd

from indicators.absence import to_absences
from indicators.participation import MEMBER, State, to_cells, to_completeness
from indicators.periods import Quarter
from pages import meeting_groups, meeting_place, meeting_reads
from pages.meeting_groups import GROUPS, NOW
from pages.reads import fetch_names
from reports.content.asked import Asked
from reports.content.parts import see, to_table
from reports.document.blocks import Block, Paragraph, Table, to_line
from ui import meeting_tables, meeting_words
from ui.meeting_choice import LOCAL, REGIONAL, MeetingChoice, councils_name
from words import _


def to_blocks(asked: Asked) -> list[Block]:
    """Local councils, the regional ones where the area holds any, and who is away."""
    kinds = (LOCAL,) if asked.area.level in ("lpo", "lan") else (LOCAL, REGIONAL)
    return [*(block for one in kinds for block in to_councils(asked, one)), *to_away(asked)]


def to_meeting(asked: Asked, councils: str) -> MeetingChoice:
    """The period's quarters, of those who are members."""
    return MeetingChoice(asked.last, len(asked.periods), councils, MEMBER)


def to_councils(asked: Asked, councils: str) -> list[Block]:
    """Who is most often missing, how much has come, and each actor's sums."""
    totals, actors = to_totals(asked, councils)
    complete = meeting_words.completeness(to_complete(asked, councils), to_meeting(asked, councils))
    said = f"{to_said(asked, councils, totals, actors)} {complete}"
    if totals.empty:
        return [Paragraph(to_line(said))]
    table = to_actor_table(asked, councils, totals, actors)
    return [see(said, table), table]


def to_said(asked: Asked, councils: str, totals: pd.DataFrame, actors: dict[str, str]) -> str:
    """Who is most often missing (of `to_totals`), or why that can't be told (markdown)."""
    choice = to_meeting(asked, councils)
    said = meeting_words.answer(totals, actors, asked.place, choice)
    if said:
        return said
    newest = meeting_reads.find_newest(to_units(asked, councils))
    why = (to_complete(asked, councils), asked.place, choice, str(newest) if newest else None)
    return meeting_words.nothing(*why)


def to_actor_table(
    asked: Asked, councils: str, totals: pd.DataFrame, actors: dict[str, str]
) -> Table:
    """A row an actor, the one who is most often missing first."""
    frame = meeting_tables.to_cells(totals, actors, {NOW: asked.period}, _("Period"))
    why = [meeting_words.state_name(state) or "–" for state in totals["state"]]
    for name in (_("Procent"), _("Deltog i"), _("Hållna möten")):
        frame[name] = frame[name].astype(object).where(frame[name].notna(), pd.Series(why))
    caption = _("Deltagande {period}, {councils}, {area}").format(
        period=asked.period, councils=councils_name(councils).lower(), area=asked.title
    )
    shown = frame.drop(columns=[_("Period"), _("Att veta")])
    return to_table(asked, f"deltagande-{councils}", caption, shown, _("Medlemmar i råden."))


def to_totals(asked: Asked, councils: str) -> tuple[pd.DataFrame, dict[str, str]]:
    """Each member's sum over the period as `participation.to_cells` has it, the rarest first, and
    code → name of the actors."""
    now, rows = _to_now(asked, councils)
    actors = meeting_groups.to_actors(rows, now, asked.viewer)
    totals = to_cells(rows, now, "span", list(actors))
    return totals.sort_values("share", kind="stable", ignore_index=True), actors


def to_untold(asked: Asked, councils: str) -> State:
    """What there is of an actor that no council has told of in the period."""
    now, rows = _to_now(asked, councils)
    states = to_cells(rows, now, "span", [""])["state"]
    return State(states.iloc[0]) if len(states) else State.NO_COUNCIL


def _to_now(asked: Asked, councils: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The period's units and the rows of their members."""
    spans = meeting_groups.to_spans(to_units(asked, councils), to_meeting(asked, councils))
    now = spans[spans["span"] == NOW]
    every = meeting_reads.fetch_rows(release=asked.release.number, viewer=asked.viewer)
    return now, every[(every["form"] == MEMBER) & every["period"].isin(now["period"])]


def to_units(asked: Asked, councils: str) -> pd.DataFrame:
    """The area's councils in every quarter."""
    asked_for = (asked.choice, councils, asked.release.number, asked.viewer, asked.known_on)
    return meeting_place.to_units(*asked_for)


def to_complete(asked: Asked, councils: str) -> dict[str, object] | None:
    """How much of what should have come in the period is there."""
    spans = meeting_groups.to_spans(to_units(asked, councils), to_meeting(asked, councils))
    found = to_completeness(spans.assign(period=spans["span"])).set_index("period")
    return found.loc[NOW].to_dict() if NOW in found.index else None


def to_away(asked: Asked) -> list[Block]:
    """Local councils where school or health care has been away two quarters running."""
    units = to_units(asked, LOCAL)
    rows = meeting_reads.fetch_rows(release=asked.release.number, viewer=asked.viewer)
    last: Quarter = asked.last
    away = {group: to_absences(rows, units, codes, last) for group, codes in GROUPS.items()}
    names = fetch_names(asked.day, viewer=asked.viewer)
    region = dict(zip(units["area"], units["region"].map(names["polisregion"]), strict=True))
    frame = meeting_tables.to_absences(away, names["lpo"], region)
    if frame.empty:
        none = _("Skola och hälso- och sjukvård har inte varit borta två kvartal i rad i något råd")
        return [Paragraph(to_line(f"{none} {_('där det kan bedömas')}."))]
    caption = _("Råd där skola eller vård har varit borta två kvartal i rad, {area}")
    shown = frame.drop(columns=[_("Räknas inte"), _("Polisregion")])
    table = to_table(asked, "borta", caption.format(area=asked.title), shown)
    said = _("I {n} fall har skola eller hälso- och sjukvård varit borta två kvartal eller mer.")
    return [see(said.format(n=len(shown)), table), table]
