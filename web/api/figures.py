"""Figures of a release: one indicator, one level, in open formats."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

import clock
from data_access.frames import swedish
from data_access.newest_change import fetch_recorded
from data_access.released_rates import fetch_rates
from data_access.viewer import Viewer
from indicators.periods import Quarter, period_name
from indicators.protection.names import AGES, SEXES, TOTAL
from reports.open_data.delimited import to_csv
from reports.open_data.figures import MEASURES, Dataset, to_table
from reports.open_data.jsonstat import to_jsonstat
from reports.open_data.parquet import to_parquet
from reports.open_data.rows import to_rows
from ui.trend_choice import age_name, sex_name
from web.api import places
from web.api.asked import BASE, Asked
from web.api.figure_question import QUARTER, Question, check_seen, to_question
from web.api.forms import CSV, JSONSTAT, to_json
from web.api.kept import Made
from web.api.language import mark_kept
from web.api.parameters import MOST_ROWS, wrong
from web.api.problems import Problem
from web.api.released import to_kept
from words import _, in_language, said

MOST_CELLS = 1_000_000  # a cube of places; more is a file of a hundred megabytes


def make_figures(asked: Asked) -> Made:
    """The answer. Raises Problem, DatabaseUnavailable."""
    question = to_question(asked)
    viewer = asked.asker.viewer
    check_seen(question, asked)
    dataset = to_dataset(question, viewer)
    body, links = _to_body(dataset, asked)
    headers = [*links, _to_disposition(question, asked)]
    is_latest = asked.values["utgava"] is None
    if is_latest:
        own = asked.path.replace("/latest/", f"/{question.release.number}/")
        headers.append(("Content-Location", asked._replace(root="", path=own).to_address()))
    return Made(
        body,
        asked.form.media_type,
        fetch_recorded(viewer=viewer),
        tuple(headers),
        is_fixed=not is_latest,
        is_binary=asked.form.is_binary,
    )


def to_dataset(question: Question, viewer: Viewer) -> Dataset:
    """The figures, and what is told of them. Raises Problem when they are too many."""
    entry, release = question.entry, question.release
    table = to_table(_fetch(question, viewer))
    names = _to_names(table, question)
    cells = len(MEASURES)
    for codes in names.values():
        cells *= len(codes)
    if cells > MOST_CELLS:
        raise Problem("for-stort-svar", _("Välj färre områden, perioder, kön eller åldrar."))
    return Dataset(
        code=entry.code,
        name=entry.name,
        definition=entry.definition,
        unit=said(entry.unit),
        source=entry.source,
        rule=entry.counting_rule,
        table=table,
        names=names,
        release=release.number,
        updated=release.made_at,
        is_example=release.is_example,
        level=question.level,
        absent=_to_absent(names),
        kept=to_kept(entry, viewer),
    )


def _fetch(question: Question, viewer: Viewer) -> pd.DataFrame:
    """The rates of every split that is asked for, of those areas, periods, sexes and ages."""
    told = []
    for split in _to_splits(question):
        found = fetch_rates(
            str(question.entry.listing),
            question.entry.code,
            question.level,
            split,
            release=question.release.number,
            viewer=viewer,
        )
        told.append(_kept(found, question))
    return pd.concat(told, ignore_index=True)


def _to_splits(question: Question) -> list[tuple[str, ...]]:
    time = ("quarter",) if question.by == QUARTER else ()
    splits = []
    for by_sex in sorted({sex != TOTAL for sex in question.sexes}):
        for by_age in sorted({age != TOTAL for age in question.ages}):
            own = (("sex",) if by_sex else ()) + (("age_group",) if by_age else ())
            splits.append((*time, *own))
    return splits


def _kept(found: pd.DataFrame, question: Question) -> pd.DataFrame:
    kept = found["sex"].isin(question.sexes) & found["age_group"].isin(question.ages)
    if question.areas:
        kept &= found["code"].isin(question.areas)
    if question.by == QUARTER:
        days = found["quarter"].map(lambda one: Quarter.parse(str(one)).last)
        kept &= days.between(question.first, question.last)
    else:
        kept &= found["year"].between(question.first.year, question.last.year)
    return found[kept.astype(bool)]


def _to_names(table: pd.DataFrame, question: Question) -> dict[str, dict[str, str]]:
    """Key → code → name: areas in Swedish order, the rest in their own."""
    areas = {str(code): places.to_name(str(code)) for code in table["area"].unique()}
    ordered = sorted(areas, key=lambda code: (swedish(areas[code]), code))
    sexes = [sex for sex in (TOTAL, *SEXES) if sex in question.sexes]
    ages = [age for age in (TOTAL, *AGES) if age in question.ages]
    return {
        "area": {code: areas[code] for code in ordered},
        "period": {one: period_name(one) for one in sorted(table["period"].unique())},
        "sex": {sex: sex_name(sex) for sex in sexes},
        "age": {age: age_name(age) for age in ages},
    }


def _to_absent(names: dict[str, dict[str, str]]) -> frozenset[tuple[str, str]]:
    """(area, period) of areas that were none at the end of the period."""
    known = places.to_known()
    spans = {one: _to_span(one) for one in names["period"]}
    return frozenset(
        (code, one)
        for code in names["area"]
        for one, (first, last) in spans.items()
        if not places.overlaps(known[code], first, last)
    )


def _to_span(period: str) -> tuple[date, date]:
    """A quarter is told of the division of its last day; a year has several."""
    if "K" in period:
        return (Quarter.parse(period).last,) * 2
    return date(int(period), 1, 1), date(int(period), 12, 31)


def _to_body(dataset: Dataset, asked: Asked) -> tuple[bytes, Sequence[tuple[str, str]]]:
    paged = {"limit", "offset", "dialekt"} & asked.values.keys()
    if paged and asked.form is not CSV:
        raise wrong(sorted(paged)[0], _("gäller bara format=csv"))
    if asked.form is JSONSTAT:
        return to_json(to_jsonstat(dataset)), ()
    rows = to_rows(dataset)
    if asked.form is not CSV:
        return to_parquet(rows, _to_told(dataset)), ()
    limit, offset = asked.values.get("limit", MOST_ROWS), asked.values.get("offset", 0)
    page = rows.iloc[offset : offset + limit]
    body = to_csv(page, spreadsheet=asked.values.get("dialekt") == "excel")
    return body, asked.to_links(len(rows), limit, offset)


def _to_told(dataset: Dataset) -> dict[str, object]:
    return {
        "indikator": dataset.code,
        "definition": dataset.definition,
        "kalla": dataset.source,
        "rakneregel": dataset.rule,
        "utgava": dataset.release,
        "utgavedag": clock.day_of(dataset.updated).isoformat(),
        "exempeldata": dataset.is_example,
        "dokumentation": in_language(f"{BASE}/"),
    } | mark_kept(dataset.kept)


def _to_disposition(question: Question, asked: Asked) -> tuple[str, str]:
    name = f"{question.entry.code}-{question.level}-utgava-{question.release.number}"
    kind = "inline" if asked.form is JSONSTAT else "attachment"
    return "Content-Disposition", f'{kind}; filename="{name}.{asked.form.ending}"'
