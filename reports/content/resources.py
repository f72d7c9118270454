"""What the work has taken, and what is asked for next, per authority and region."""

from collections.abc import Sequence

import pandas as pd

from indicators import resources
from indicators.periods import period_name
from indicators.resources import NEED
from pages.resource_reads import Resources, to_authorities, to_resources
from reports.content.asked import Asked
from reports.content.goals import of_regions
from reports.content.parts import see, to_table
from reports.content.work import to_work
from reports.document.blocks import Block, Heading, Paragraph, to_line
from ui import resource_tables, resource_words
from ui.work_choice import MONEY, STAFF
from words import _

AMOUNTS = (STAFF, MONEY)


def to_blocks(asked: Asked, level: int = 2) -> list[Block]:
    """The year's staff and money per authority and region, and the need of the year after."""
    found = to_resources(to_work(asked))
    if not found.year or not found.regions.names:
        return [Paragraph(to_line(to_nothing(asked)))]
    ahead = _("Bedömt behov {year}").format(year=int(found.year) + 1)
    return [
        Heading(_("Resurser och kostnader {year}").format(year=found.year), level),
        Paragraph(to_line(f"{resource_words.reading()} {of_regions(asked)}".strip())),
        *(block for amount in AMOUNTS for block in to_used(asked, found, amount)),
        Heading(ahead, level),
        *(block for amount in AMOUNTS for block in to_ahead(asked, found, amount)),
    ]


def to_nothing(asked: Asked) -> str:
    """Why there is nothing to tell."""
    told = _("Inga resurser är rapporterade för ett helt år till och med {period}.")
    return told.format(period=period_name(str(asked.last)))


def to_used(asked: Asked, found: Resources, amount: str) -> list[Block]:
    """Each authority's sum, and what it is in each region."""
    regions, names = found.regions.names, to_authorities(found, asked.viewer)
    sums = resource_tables.in_order(resources.to_sums(found.rows, amount, list(names)))
    reported = len(found.reported)
    said = resource_words.headline(sums, names, found.year, amount, reported, len(regions))
    owing = [name for code, name in regions.items() if code not in found.reported]
    caption = _("{amount} {year} per myndighet, {area}").format(
        amount=resource_words.amount_name(amount), year=found.year, area=asked.title
    )
    frame = _to_frame(found, sums, amount, names)
    table = to_table(asked, f"resurser-{amount}", caption, frame, decimals=_places(frame, amount))
    return [see(f"{said} {resource_words.owing(owing)}".strip(), table), table]


def _to_frame(
    found: Resources, sums: pd.DataFrame, amount: str, names: dict[str, str]
) -> pd.DataFrame:
    """A row an authority: each region's figure or the word of why there is none, and the sum."""
    values = resource_tables.to_values(found.rows)
    frame = pd.DataFrame({_("Myndighet"): [names[one] for one in sums["myndighet"]]})
    for region, name in found.regions.names.items():
        rows = [values.get((one, region), {}) for one in sums["myndighet"]]
        frame[name] = pd.Series([_to_value(row, amount) for row in rows], dtype="object")
    frame[_("Summa")] = sums["total"].to_list()
    frame[_("Polisregioner med uppgift")] = sums["regions"].to_list()
    return frame


def _to_value(row: object, amount: str) -> object:
    held: dict[str, object] = dict(row)  # type: ignore[call-overload]
    value = held.get(amount)
    return resource_tables.to_gap(held, amount) if value is None else float(str(value))


def to_ahead(asked: Asked, found: Resources, amount: str) -> list[Block]:
    """What is asked for the year after, beside what was used."""
    names = to_authorities(found, asked.viewer)
    needs = resources.to_sums(found.rows, NEED + amount, list(names))
    used = resources.to_sums(found.rows, amount, list(names)).set_index("myndighet")["total"]
    needs, year = resource_tables.in_order(needs), int(found.year)
    said = _to_ahead_said(needs, amount, year + 1, found)
    if needs["total"].isna().all():
        return [Paragraph(to_line(said))]
    frame = pd.DataFrame(
        {
            _("Myndighet"): [names[one] for one in needs["myndighet"]],
            _("Använt {year}").format(year=year): used.reindex(needs["myndighet"]).to_list(),
            _("Behov {year}").format(year=year + 1): needs["total"].to_list(),
            _("Polisregioner med behov"): needs["regions"].to_list(),
        }
    )
    name = resource_words.amount_name(amount)
    caption = _("Behov av {amount} {year} per myndighet, {area}").format(
        amount=name.lower(), year=year + 1, area=asked.title
    )
    note = _("Behovet är det som polisregionerna har angett i årets rapport.")
    places = _places(frame, amount)
    table = to_table(asked, f"behov-{amount}", caption, frame, note, decimals=places)
    return [see(said, table), table]


def _to_ahead_said(needs: pd.DataFrame, amount: str, year: int, found: Resources) -> str:
    known, of = needs.dropna(subset=["total"]), len(found.regions.names)
    if known.empty:
        return _("Inget behov av {amount} är angivet för {year}.").format(
            amount=resource_words.amount_name(amount).lower(), year=year
        )
    told = _("För {year} har {regions} angett ett behov av sammanlagt **{sum}**.")
    whole = resource_words.with_unit(float(known["total"].sum()), amount)
    given = found.rows.loc[found.rows[NEED + amount].notna(), "area"].nunique()
    regions = resource_words.of_regions(int(given), of)
    return told.format(year=year, sum=whole, regions=regions)


def _places(frame: pd.DataFrame, amount: str) -> dict[str, int]:
    of_regions = {_("Polisregioner med uppgift"), _("Polisregioner med behov")}
    counted: Sequence[str] = [name for name in frame.columns if name not in of_regions]
    return dict.fromkeys(counted[1:], 1 if amount == STAFF else 0)
