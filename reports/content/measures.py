"""What has been done for individuals, and how many it has reached."""

import pandas as pd

from data_access.areas import fetch_areas
from indicators.periods import period_name
from indicators.protection.method import Method
from pages.measure_reads import fetch_measures
from pages.measure_sent_reads import fetch_reporting
from pages.reads import fetch_names
from reports.content import reached
from reports.content.asked import Asked
from reports.content.parts import see, to_chart, to_table
from reports.content.reached import Reached, to_counts
from reports.document.blocks import Block, Chart, Paragraph, Table, to_line
from ui import bars, measure_place_words, measure_tables, measure_words
from ui.place_words import level_name
from ui.release_words import protection_words
from ui.trend_choice import AGES, SEXES, age_name, sex_name
from ui.trend_points import reason_name
from words import _

MOST_QUARTERS = 6  # side by side
_BELOW = {"riket": "polisregion", "polisregion": "polisomrade"}


def to_blocks(asked: Asked) -> list[Block]:
    """The newest quarter by kind, sex and age, quarter by quarter, and part by part."""
    found, said = reached.find(asked), reached.to_said(asked)
    if found is None or not found.is_known:
        return [Paragraph(to_line(said))]
    picture, kinds = to_picture(found, said), to_kinds(found)
    ages, quarters = to_ages(found), to_quarters(found)
    return [
        see(said, picture, kinds),
        Paragraph(to_line(to_sent(found))),
        picture,
        kinds,
        see(_("Ålder för ålder och kvartal för kvartal."), ages, quarters),
        ages,
        quarters,
        *to_parts(found),
    ]


def to_sent(found: Reached) -> str:
    """Who has sent measures, and how the figures are read."""
    asked = found.asked
    of = (asked.area.level, asked.area.code, (found.newest,))
    sent = fetch_reporting(*of, release=asked.release.number, viewer=asked.viewer)
    return f"{measure_words.reporting(*sent)} {measure_words.caution(year=False)}"


def to_picture(found: Reached, said: str) -> Chart:
    """A bar each kind."""
    told = measure_tables.to_bars(found.rows, found.names, "")
    drawing = bars.to_bars(told, _("Individer"))
    caption = _("Individer per insats {period}, {area}")
    named = caption.format(period=found.quarter, area=found.asked.title)
    return to_chart(found.asked, "insatser", named, drawing, said)


def to_kinds(found: Reached) -> Table:
    """A row a kind: individuals, per 1,000 with interval, girls and boys."""
    by_sex = found.read("quarter", "sex")
    frame = measure_tables.to_kinds(found.rows, by_sex, found.names)
    frame[_("Individer")] = to_counts(found.rows, found.kinds, {})
    for sex in SEXES:
        frame[sex_name(sex)] = to_counts(by_sex, found.kinds, {"sex": sex})
    why = [reason_name(str(one)) or _("saknas") for one in found.rows["rate_reason"]]
    rates = (_("Per 1 000"), _("lägst"), _("högst"))
    for name in rates:
        frame[name] = frame[name].astype(object).where(frame[name].notna(), pd.Series(why))
    caption = _("Individer som insatser nådde {period}, {area}")
    named = caption.format(period=found.quarter, area=found.asked.title)
    places = dict.fromkeys(rates, 2)
    return to_table(found.asked, "insatser", named, frame, _rule(found), decimals=places)


def to_ages(found: Reached) -> Table:
    """A row a kind, a column an age group."""
    by_age = found.read("quarter", "age_group")
    columns = {age_name(age): to_counts(by_age, found.kinds, {"age_group": age}) for age in AGES}
    caption = _("Individer efter ålder {period}, {area}")
    named = caption.format(period=found.quarter, area=found.asked.title)
    return to_table(found.asked, "insatser-alder", named, _to_frame(found, columns), _rule(found))


def to_quarters(found: Reached) -> Table:
    """A row a kind, a column a quarter of the period, the last ones of a long one."""
    periods = [one for one in found.asked.periods if one <= found.newest][-MOST_QUARTERS:]
    rows = reached.read_quarters(found, tuple(periods))
    columns = {period_name(one): to_counts(rows, found.kinds, {"quarter": one}) for one in periods}
    caption = _("Individer per insats, kvartal för kvartal, {area}")
    named = caption.format(area=found.asked.title)
    note = _("Samma individ kan räknas i flera kvartal.")
    frame = _to_frame(found, columns)
    return to_table(found.asked, "insatser-kvartal", named, frame, _rule(found), note)


def to_parts(found: Reached) -> list[Block]:
    """Per 1,000 in each region of the country, or each polisområde of a region."""
    asked, level = found.asked, _BELOW.get(found.asked.area.level)
    if level is None:
        return []
    areas = fetch_names(asked.day, viewer=asked.viewer)[level]
    held = {"release": asked.release.number, "viewer": asked.viewer}
    rates = fetch_measures(level, (found.newest,), ("quarter",), **held)
    inside = _to_inside(asked, level)
    own = rates[rates["code"].isin(inside)].reset_index(drop=True)
    if own.empty:
        return []
    rounds = asked.release.method is Method.ROUNDING
    cells = measure_tables.to_cells(own, found.names, areas)
    columns = [areas[code] for code in inside if code in set(own["code"])]
    frame = measure_tables.to_grid(cells, [found.names[one] for one in found.kinds], columns)
    caption = _("Insatser per 1 000 unga {period}, per {level}, {area}").format(
        period=found.quarter, level=level_name(level).lower(), area=asked.title
    )
    table = to_table(
        asked, "insatser-delar", caption, frame, measure_place_words.cells(rounds=rounds)
    )
    return [see(measure_place_words.spread(cells, areas, rounds=rounds), table), table]


def _to_inside(asked: Asked, level: str) -> list[str]:
    found = fetch_areas(asked.day, level, viewer=asked.viewer)
    is_in = (asked.area.level == "riket") | (found["polisregion"] == asked.area.code)
    return list(found.loc[is_in, "code"])


def _to_frame(found: Reached, columns: dict[str, list[object]]) -> pd.DataFrame:
    named = {_("Insats"): [found.names[one] for one in found.kinds]}
    return pd.DataFrame(named | columns, dtype="object")


def _rule(found: Reached) -> str:
    release = found.asked.release
    return protection_words(release.base, release.method)
