"""Goals as cells of a matrix and as tables."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

import pandas as pd

from indicators.goals import Outcomes, Terms, Verdict
from indicators.periods import period_name
from ui import formats
from ui.goal_words import (
    baseline_words,
    judgement_name,
    level_name,
    outcome_words,
    sign,
    start_words,
    status_name,
    status_words,
    target_words,
    terms_words,
    value_name,
    verdict_words,
    why_name,
)
from words import _, said

Names = Mapping[str, str]  # code → name


class Entry(Protocol):
    """A goal as the register has it."""

    code: str
    name: str
    unit: str


class Told(Protocol):
    """What a region itself says."""

    judgement: str | None
    text: str | None


class Standing(Protocol):
    """A goal in a region."""

    entry: Entry
    terms: Terms | None
    region: str
    verdict: Verdict
    outcomes: Outcomes
    told: Told
    counted: int | None


def to_cells(standings: Sequence[Standing], regions: Names) -> pd.DataFrame:
    """A cell a goal and region: row, column, kind, told, about."""
    rows = [
        (
            one.entry.name,
            regions[one.region],
            sign(one.verdict.status),
            sign(one.verdict.status),
            f"{one.entry.name}, {regions[one.region]}: {verdict_words(one.verdict)}",
        )
        for one in standings
    ]
    return pd.DataFrame(rows, columns=["row", "column", "kind", "told", "about"])


def to_goals(standings: Sequence[Standing]) -> pd.DataFrame:
    """A row a goal: its level, where it starts, what is to be reached."""
    goals = {one.entry.code: one for one in standings}.values()
    return pd.DataFrame(
        {
            _("Mål"): [one.entry.name for one in goals],
            _("Nivå"): [level_name(one.terms.level if one.terms else None) for one in goals],
            _("Utgångsläge"): [baseline_words(one.terms) for one in goals],
            _("Målvärde"): [terms_words(one.terms, said(one.entry.unit)) for one in goals],
        }
    )


def to_table(standings: Sequence[Standing], regions: Names) -> pd.DataFrame:
    """A row a goal and region, with all that its status rests on."""
    verdicts = [one.verdict for one in standings]
    numbers = {
        _("Utfall"): [one.outcome for one in verdicts],
        _("Räknat här"): [one.counted for one in standings],
        _("Vägen"): [one.path for one in verdicts],
        _("Utgångsläge"): [one.baseline for one in verdicts],
        _("Målvärde"): [one.target for one in verdicts],
    }
    quarters = [one.quarter for one in verdicts]
    return pd.DataFrame(
        {
            _("Mål"): [one.entry.name for one in standings],
            _("Nivå"): [level_name(one.terms.level if one.terms else None) for one in standings],
            _("Polisregion"): [regions[one.region] for one in standings],
            _("Bedömning"): [status_name(one.status) for one in verdicts],
            _("Skäl"): [why_name(one.why) for one in verdicts],
            **{name: pd.Series(of, dtype="float64").round(1) for name, of in numbers.items()},
            _("Kvartal"): [period_name(str(one)) if one else None for one in quarters],
            _("Slutdag"): [one.terms.due_on if one.terms else None for one in standings],
            _("Regionens bedömning"): [judgement_name(one.told.judgement) for one in standings],
            _("Regionens text"): [one.told.text for one in standings],
        }
    )


def to_own(standings: Sequence[Standing]) -> pd.DataFrame:
    """A row a goal of one region, in words: where it starts, where it should be and is, what is to
    be reached, and how it stands."""
    verdicts = [one.verdict for one in standings]
    return pd.DataFrame(
        {
            _("Mål"): [f"{one.entry.name} ({said(one.entry.unit)})" for one in standings],
            _("Nivå"): [level_name(one.terms.level if one.terms else None) for one in standings],
            _("Bedömning"): [status_words(one) for one in verdicts],
            _("Utfall"): [outcome_words(one) for one in verdicts],
            _("Räknat här"): [formats.number(one.counted) for one in standings],
            _("Vägen"): [value_name(one.path) for one in verdicts],
            _("Utgångsläge"): [start_words(one.terms, one.verdict) for one in standings],
            _("Målvärde"): [target_words(one.terms, one.verdict) for one in standings],
        },
        dtype="object",
    )


def to_matrix(standings: Sequence[Standing], regions: Names) -> pd.DataFrame:
    """A row a goal, a column a region: how it stands there."""
    signs = {(one.entry.name, one.region): sign(one.verdict.status) for one in standings}
    goals = list(dict.fromkeys(one.entry.name for one in standings))
    columns = {name: [signs[goal, code] for goal in goals] for code, name in regions.items()}
    return pd.DataFrame({_("Mål"): goals, **columns}, dtype="object")


def to_gaps(table: pd.DataFrame) -> pd.DataFrame:
    """Why a region has no outcome in a quarter, as `table` (of `to_course`)."""
    word = _("uppgift saknas")
    return pd.DataFrame(word, index=table.index, columns=table.columns, dtype=object)


def to_course(standings: Sequence[Standing], regions: Names, on: date) -> pd.DataFrame:
    """A row a quarter of one goal, the newest first, a column a region."""
    columns = {
        regions[one.region]: {
            str(quarter): value for quarter, value in one.outcomes.items() if quarter.last <= on
        }
        for one in standings
    }
    table = pd.DataFrame(columns, dtype="float64").sort_index(ascending=False).round(1)
    return table.rename(index=period_name).reset_index(names=_("Kvartal"))
