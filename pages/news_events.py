"""What the councils' events since a day are as news."""

from collections.abc import Collection
from datetime import date

from data_access.establishment import fetch_recent
from data_access.viewer import Viewer
from geodata.division import LEVELS
from indicators.establishment import BACKWARD, TO_BESIDE, kind_of_change
from indicators.stages import ESTABLISHED
from pages.within_reads import fetch_within
from ui.news import Kind, News
from ui.palette import stage_label
from words import _

Parameters = tuple[tuple[str, str], ...]


def to_events(
    since: date, on: date, region: str | None, lan: str | None, *, viewer: Viewer
) -> list[News]:
    """Stages that councils came to after `since` up to the day, within the choice."""
    inside = fetch_within(LEVELS, on, region, lan, None, viewer=viewer)
    return to_events_in(since, on, inside, viewer=viewer)


def to_events_in(
    since: date, on: date, inside: Collection[str] | None, *, viewer: Viewer
) -> list[News]:
    """Those of councils that cover any of the areas `inside` (codes; None = everywhere)."""
    events = fetch_recent(since, on, viewer=viewer)
    return [
        _to_news(row, on)
        for row in events.to_dict("records")
        if inside is None or not set(row["codes"].split()).isdisjoint(inside)
    ]


def _to_news(row: dict[str, object], on: date) -> News:
    before, stage = row["before"], str(row["stage"])
    kind = _to_kind(None if before is None else str(before), stage)
    text = _("{council}: {stage}").format(
        council=str(row["council"]).removeprefix(_("Lokalt råd ")), stage=stage_label(stage)
    )
    code = str(row["codes"]).split()[0]
    return News(row["effective_on"], kind, text, "omrade", to_place(code, on))  # type: ignore[arg-type]


def _to_kind(before: str | None, stage: str) -> Kind:
    change = kind_of_change(before, stage)
    if change in (BACKWARD, TO_BESIDE):
        return Kind.BACKWARD
    return Kind.COUNCIL if stage == ESTABLISHED and before != stage else Kind.FORWARD


def to_place(code: str, on: date) -> Parameters:
    """The address's parameters of an area on a day."""
    level = {"se": "riket", "pr": "polisregion", "po": "polisomrade", "lp": "lpo"}.get(code[:2])
    level = level or ("lan" if len(code) == 2 else "kommun")
    return (("omrade", code), ("niva", level), ("dag", on.isoformat()))
