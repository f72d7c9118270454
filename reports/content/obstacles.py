"""What stands in the way: by category, within and between levels, by region, in their own words."""

import pandas as pd

from data_access.register import fetch_register
from indicators import obstacles
from pages.obstacle_reads import Obstacles, to_obstacles
from pages.reporter_reads import to_names_of
from reporting.register import Listing
from reports.content.asked import Asked
from reports.content.goals import of_regions, to_regions
from reports.content.parts import see, to_table
from reports.content.work import to_work
from reports.document.blocks import Block, Paragraph, Table, to_line
from ui import obstacle_tables, obstacle_words
from words import _, plural

MOST_TEXTS = 60


def to_blocks(asked: Asked) -> list[Block]:
    """The period's obstacles counted, and the reports' own words of its last quarters."""
    found = to_found(asked)
    if not found.periods:
        return [Paragraph(to_line(to_said(asked, found)))]
    counted, texts = to_counted(asked, found), to_texts(asked, found)
    names = to_names_of(viewer=asked.viewer)
    told = obstacle_words.nothing_said(found.units, names, to_owing(asked, found))
    return [
        see(f"{to_said(asked, found)} {of_regions(asked)}", counted),
        *([Paragraph(to_line(told))] if told else []),
        counted,
        *texts,
    ]


def to_found(asked: Asked) -> Obstacles:
    """What the area and those in it have reported in the period."""
    found = to_obstacles(to_work(asked))
    rows = found.rows[found.rows["period"].isin(asked.periods)]
    units = found.units[found.units["period"].isin(asked.periods)]
    return Obstacles(rows, units, tuple(sorted(set(units["period"]))))


def to_categories(asked: Asked, found: Obstacles) -> dict[str, str]:
    """Code → name; what the register has not stands under its code."""
    names = fetch_register(viewer=asked.viewer).names(Listing.OBSTACLE)
    return {code: code for code in found.rows["kategori"]} | names


def to_owing(asked: Asked, found: Obstacles) -> list[str]:
    """The regions that have not reported in any quarter of the period."""
    return [code for code in to_regions(asked) if code not in set(found.units["area"])]


def to_said(asked: Asked, found: Obstacles) -> str:
    """How many, which is the most common, and who has reported (markdown)."""
    if not found.periods:
        none = _("Ingen har rapporterat om hinder {period}. Det är inte samma sak som inga hinder.")
        return none.format(period=asked.period)
    regions = to_regions(asked)
    reported = len(regions) - len(to_owing(asked, found))
    categories = to_categories(asked, found)
    of = (found.rows, categories, found.periods, reported, len(regions))
    return obstacle_words.headline(*of)


def to_counted(asked: Asked, found: Obstacles) -> Table:
    """A row a category: within and between levels, and a column a region."""
    regions, categories = to_regions(asked), to_categories(asked, found)
    order = obstacle_tables.to_order(found.rows, categories)
    counts = obstacles.to_counts(found.rows, ("kategori", "niva"))
    cells = obstacles.to_cells(found.rows, list(found.units["area"]), order, list(regions))
    frame = obstacle_tables.to_grid(cells, counts, categories, regions)
    caption = _("Rapporterade hinder {period}, {area}")
    named = caption.format(period=asked.period, area=asked.title)
    gap = obstacle_words.count_name(None)
    return to_table(asked, "hinder", named, frame, obstacle_words.reading(), gap=gap)


def to_texts(asked: Asked, found: Obstacles) -> list[Block]:
    """The reports' own words, the newest first."""
    areas = to_names_of(viewer=asked.viewer)
    rows = found.rows[found.rows["beskrivning"].notna()]
    if rows.empty:
        return []
    rows = rows.sort_values("period", ascending=False, kind="stable")
    frame = obstacle_tables.to_texts(rows.head(MOST_TEXTS), to_categories(asked, found), areas)
    caption = _("Hinder med rapporternas egna ord, {area}").format(area=asked.title)
    rest = len(rows) - len(frame)
    more = plural(
        "{n} äldre hinder till finns i utgåvan.", "{n} äldre hinder till finns i utgåvan.", rest
    )
    table = to_table(asked, "hinder-ord", caption, _in_short(frame), more if rest else "")
    return [see(_("Med rapporternas egna ord, de senaste först."), table), table]


def _in_short(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[[_("Kvartal"), _("Område"), _("Kategori"), _("Nivå"), _("Beskrivning")]]
