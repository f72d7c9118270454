"""What has been done for individuals, and how many it has reached."""

from collections.abc import Mapping

import pandas as pd

from data_access.areas import fetch_areas
from data_access.released_rates import fetch_newest
from indicators.protection.method import Method
from pages.measure_reads import MEASURE, fetch_entries, fetch_measures
from pages.measure_sent_reads import fetch_reporting
from pages.reads import fetch_names
from reports.content.asked import Asked
from reports.content.parts import see, to_chart, to_table
from reports.document.blocks import Block, Chart, Paragraph, Table, to_line
from ui import bars, measure_tables, measure_words
from ui.measure_words import marks
from ui.release_words import protection_words
from ui.tables import level_name
from ui.trend_choice import AGES, SEXES, age_name, sex_name
from ui.trend_points import period_name, reason_name
from words import _

MOST_QUARTERS = 6  # side by side
NO_ROWS = pd.DataFrame({"value": [], "reason": []})
_BELOW = {"riket": "polisregion", "polisregion": "polisomrade"}


def to_blocks(asked: Asked) -> list[Block]:
    """The newest quarter by kind, sex and age, quarter by quarter, and part by part."""
    newest = to_newest(asked)
    rows = to_rows(asked, newest) if newest else NO_ROWS
    if newest is None or rows.empty or rows["value"].isna().all():
        return [Paragraph(to_line(to_nothing(asked, rows, newest)))]
    picture, kinds = to_picture(asked, rows, newest), to_kinds(asked, rows, newest)
    ages, quarters = to_ages(asked, rows, newest), to_quarters(asked, rows, newest)
    parts = to_parts(asked, rows, newest)
    of = (asked.area.level, asked.area.code, (newest,), asked.known_on)
    sent = fetch_reporting(*of, **_held(asked))
    told = [measure_words.reporting(*sent), measure_words.caution(year=False)]
    return [
        see(to_said(asked, rows, newest), picture, kinds),
        Paragraph(to_line(" ".join(told))),
        picture,
        kinds,
        see(_("Ålder för ålder och kvartal för kvartal."), ages, quarters),
        ages,
        quarters,
        *parts,
    ]


def to_newest(asked: Asked) -> str | None:
    """The newest quarter of the period that the release tells measures of."""
    newest = fetch_newest(MEASURE, str(asked.last), **_held(asked))
    return newest if newest in asked.periods else None


def to_rows(asked: Asked, newest: str) -> pd.DataFrame:
    """Every kind in the quarter, those that reach most first."""
    return measure_tables.in_order(_rows(asked, newest, "quarter")).reset_index(drop=True)


def to_names(rows: pd.DataFrame, asked: Asked) -> dict[str, str]:
    """Code → name of the kinds; one that the register has not stands under its code."""
    entries = fetch_entries(viewer=asked.viewer)
    return {code: code for code in rows["entry"]} | {c: one.name for c, one in entries.items()}


def to_said(asked: Asked, rows: pd.DataFrame, newest: str) -> str:
    """Which kind reaches most (markdown)."""
    names = to_names(rows, asked)
    return measure_words.headline(rows, names, asked.place, period_name(newest))


def to_nothing(asked: Asked, rows: pd.DataFrame, newest: str | None) -> str:
    """Why there is nothing to tell."""
    if newest is None:
        return _("Inga insatser är publicerade för {period} i utgåvan.").format(period=asked.period)
    return measure_words.nothing(rows, asked.place, period_name(newest))


def to_picture(asked: Asked, rows: pd.DataFrame, newest: str) -> Chart:
    """A bar each kind."""
    names = to_names(rows, asked)
    drawing = bars.to_bars(measure_tables.to_bars(rows, names, ""), _("Individer"))
    caption = _("Individer per insats {period}, {area}")
    told = to_said(asked, rows, newest)
    named = caption.format(period=period_name(newest), area=asked.title)
    return to_chart(asked, "insatser", named, drawing, told)


def to_kinds(asked: Asked, rows: pd.DataFrame, newest: str) -> Table:
    """A row a kind: individuals, per 1,000 with interval, girls and boys."""
    by_sex = _rows(asked, newest, "quarter", "sex")
    frame = measure_tables.to_kinds(rows, by_sex, to_names(rows, asked))
    frame[_("Individer")] = _told(rows, list(rows["entry"]), {})
    for sex in SEXES:
        frame[sex_name(sex)] = _told(by_sex, list(rows["entry"]), {"sex": sex})
    why = [reason_name(str(one)) or _("saknas") for one in rows["rate_reason"]]
    for name in (_("Per 1 000"), _("lägst"), _("högst")):
        frame[name] = frame[name].astype(object).where(frame[name].notna(), pd.Series(why))
    caption = _("Individer som insatser nådde {period}, {area}")
    named = caption.format(period=period_name(newest), area=asked.title)
    places = {_("Per 1 000"): 2, _("lägst"): 2, _("högst"): 2}
    return to_table(asked, "insatser", named, frame, _rule(asked), decimals=places)


def to_ages(asked: Asked, rows: pd.DataFrame, newest: str) -> Table:
    """A row a kind, a column an age group."""
    by_age, kinds = _rows(asked, newest, "quarter", "age_group"), list(rows["entry"])
    names = to_names(rows, asked)
    columns = {age_name(age): _told(by_age, kinds, {"age_group": age}) for age in AGES}
    frame = pd.DataFrame({_("Insats"): [names[one] for one in kinds], **columns}, dtype="object")
    caption = _("Individer efter ålder {period}, {area}")
    named = caption.format(period=period_name(newest), area=asked.title)
    return to_table(asked, "insatser-alder", named, frame, _rule(asked))


def to_quarters(asked: Asked, rows: pd.DataFrame, newest: str) -> Table:
    """A row a kind, a column a quarter of the period, the last ones of a long one."""
    periods = [one for one in asked.periods if one <= newest][-MOST_QUARTERS:]
    found = fetch_measures(asked.area.level, tuple(periods), ("quarter",), **_held(asked))
    own, kinds = found[found["code"] == asked.area.code], list(rows["entry"])
    names = to_names(rows, asked)
    columns = {period_name(one): _told(own, kinds, {"quarter": one}) for one in periods}
    frame = pd.DataFrame({_("Insats"): [names[one] for one in kinds], **columns}, dtype="object")
    caption = _("Individer per insats, kvartal för kvartal, {area}").format(area=asked.title)
    note = _("Samma individ kan räknas i flera kvartal.")
    return to_table(asked, "insatser-kvartal", caption, frame, _rule(asked), note)


def to_parts(asked: Asked, rows: pd.DataFrame, newest: str) -> list[Block]:
    """Per 1,000 in each region of the country, or each polisområde of a region."""
    level = _BELOW.get(asked.area.level)
    if level is None:
        return []
    areas = fetch_names(asked.day, viewer=asked.viewer)[level]
    rates = fetch_measures(level, (newest,), ("quarter",), **_held(asked))
    inside = _inside(asked, level, areas)
    own = rates[rates["code"].isin(inside)].reset_index(drop=True)
    if own.empty:
        return []
    names = to_names(rows, asked)
    rounds = asked.release.method is Method.ROUNDING
    cells = measure_tables.to_cells(own, names, areas)
    columns = [areas[code] for code in inside if code in set(own["code"])]
    frame = measure_tables.to_grid(cells, [names[one] for one in rows["entry"]], columns)
    caption = _("Insatser per 1 000 unga {period}, per {level}, {area}").format(
        period=period_name(newest), level=level_name(level).lower(), area=asked.title
    )
    table = to_table(asked, "insatser-delar", caption, frame, measure_words.cells(rounds=rounds))
    return [see(measure_words.spread(cells, areas, rounds=rounds), table), table]


def _inside(asked: Asked, level: str, areas: Mapping[str, str]) -> list[str]:
    if asked.area.level == "riket":
        return list(areas)
    found = fetch_areas(asked.day, level, viewer=asked.viewer)
    return list(found.loc[found["polisregion"] == asked.area.code, "code"])


def _rows(asked: Asked, newest: str, *split: str) -> pd.DataFrame:
    found = fetch_measures(asked.area.level, (newest,), split, **_held(asked))
    return found[found["code"] == asked.area.code].reset_index(drop=True)


def _told(found: pd.DataFrame, kinds: list[str], where: Mapping[str, str]) -> list[object]:
    """Each kind's count, or the word of why there is none."""
    for name, value in where.items():
        found = found[found[name] == value]
    rows = {str(row["entry"]): row for row in found.to_dict("records")}
    return [_to_count(rows.get(one)) for one in kinds]


def _to_count(row: Mapping[object, object] | None) -> object:
    if row is None:
        return reason_name("saknas")
    if pd.isna(row["value"]):  # type: ignore[call-overload]
        return reason_name(str(row["reason"])) or marks(row)  # type: ignore[arg-type]
    return int(float(str(row["value"])))


def _rule(asked: Asked) -> str:
    return protection_words(asked.release.base, asked.release.method)


def _held(asked: Asked) -> dict[str, object]:
    return {"release": asked.release.number, "viewer": asked.viewer}
