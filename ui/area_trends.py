"""The table of an area's counted indicators, a line of each over time in it."""

from collections.abc import Sequence
from typing import Any, Protocol

import pandas as pd
import streamlit as st

from indicators.periods import period_name
from indicators.protection.method import Method
from ui import formats, paper, sheet
from ui.headings import as_text
from ui.map_figures import to_notes
from ui.release_words import protection_words
from words import _


class Short(Protocol):
    """An indicator of the area, as `pages.area_trend_reads` has it."""

    name: str
    rates: Sequence[float | None]
    newest: Any
    before: float | None
    chance: bool | None


class Told(Protocol):
    """A release as it is named."""

    number: int
    method: Method
    base: int


def change_words(one: Short) -> str:
    """What became of it in a year: direction, and whether it may be chance."""
    if one.before is None or one.chance is None:
        return _("kan inte jämföras")
    now = float(one.newest["per_10_000"])
    if one.chance:
        return _("kan vara slump")
    return _("högre, mer än slumpen") if now > one.before else _("lägre, mer än slumpen")


def to_newest_run(rates: Sequence[float | None]) -> list[float]:
    """The last rates that follow each other without a gap: a line in a table has none. Nothing when
    it is but one, which would be drawn as a level line."""
    known = [place for place, rate in enumerate(rates) if rate is not None]
    run: list[float] = []
    for place in range(known[-1] if known else -1, -1, -1):
        rate = rates[place]
        if rate is None:
            break
        run.insert(0, rate)
    return run if len(run) > 1 else []


def protected(names: Sequence[str]) -> str:
    """Which indicators have no figure because they are protected (markdown); '' when none is."""
    if not names:
        return ""
    told = ", ".join(as_text(formats.in_sentence(one)) for one in names)
    return _("Skyddat, visas inte av hänsyn till enskilda: {names}.").format(names=told)


def show(shorts: Sequence[Short], name: str, release: Told) -> None:
    """A row an indicator, and of which release, protected how."""
    table = pd.DataFrame(
        {
            _("Indikator"): [one.name for one in shorts],
            _("Per 10 000"): [round(float(one.newest["per_10_000"]), 1) for one in shorts],
            _("Period"): [period_name(one.newest["period"]) for one in shorts],
            _("Över tid"): [to_newest_run(one.rates) for one in shorts],
            _("Ett år före"): pd.Series([one.before for one in shorts], dtype="Float64").round(1),
            _("Skillnad"): [change_words(one) for one in shorts],
            _("Att veta"): [", ".join(to_notes(one.newest)) for one in shorts],
        }
    )
    st.caption(
        _("Per 10 000 unga, senaste kvartal med en siffra. Utgåva {n}. {protection}").format(
            n=release.number, protection=protection_words(release.base, release.method)
        )
    )
    number = sheet.to_number_column(1)
    with paper.twinned(table.drop(columns=_("Över tid")), "unga"):
        st.dataframe(
            table,
            hide_index=True,
            height="content",
            placeholder=formats.NONE,
            column_config={
                _("Per 10 000"): number,
                _("Ett år före"): number,
                _("Över tid"): st.column_config.LineChartColumn(y_min=0, width=130),
            },
            alt=_("Indikatorer för {name}, senaste kvartal och ett år före").format(name=name),
        )
