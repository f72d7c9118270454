"""How the work is followed up: goals with target values, what is reported by whom and how often,
and what is next."""

import pandas as pd

from data_access.milestones import fetch_milestones
from reporting.kinds import Every, Kind, kinds
from reports.content import goals, missing
from reports.content.asked import Asked
from reports.content.parts import see, to_words
from reports.document.blocks import Block, Bullets, Heading, Table
from ui import formats
from ui.place_words import level_name
from words import _


def to_blocks(asked: Asked) -> list[Block]:
    """Goals, reports, what is missing, and milestones ahead."""
    terms, kinds_of = goals.to_terms(asked), to_reports()
    return [
        Heading(_("Gemensamma mål"), 2),
        see(_("Målen följs kvartal för kvartal mot en rak väg till målvärdet."), terms),
        terms,
        Heading(_("Rapportering"), 2),
        see(
            _(
                "Det som följs rapporteras av råden själva, kontrolleras, godkänns och publiceras "
                "i numrerade utgåvor som aldrig ändras."
            ),
            kinds_of,
        ),
        kinds_of,
        Heading(_("Vad som saknas, och från vem"), 2),
        *missing.to_blocks(asked),
        *to_ahead(asked),
    ]


def to_reports() -> Table:
    """A row a kind of report: what it holds, who reports, how often."""
    every = {Every.QUARTER: _("varje kvartal"), Every.YEAR: _("varje år")}
    rows = [
        (one.title, one.explanation, _to_who(one), every[one.every]) for one in kinds().values()
    ]
    columns = [_("Rapport"), _("Innehåll"), _("Rapporteras av"), _("Hur ofta")]
    frame = pd.DataFrame(rows, columns=columns)
    return to_words("rapportering", _("Vad som rapporteras"), frame)


def _to_who(kind: Kind) -> str:
    if kind.owed_by:
        return ", ".join(level_name(one).lower() for one in kind.owed_by)
    return _("den som vill: {levels}").format(
        levels=", ".join(level_name(one).lower() for one in kind.levels)
    )


def to_ahead(asked: Asked) -> list[Block]:
    """The milestones after the report's day."""
    found = fetch_milestones(viewer=asked.viewer)
    ahead = found[found["day"] > asked.day]
    if ahead.empty:
        return []
    lines = [(f"{formats.day(row['day'])}: {row['event']}",) for row in ahead.to_dict("records")]
    return [Heading(_("Milstolpar framöver"), 2), Bullets(tuple(lines))]
