"""Tables of Trender as files that say what they are."""

from collections.abc import Callable, Sequence
from typing import Protocol

import pandas as pd
import streamlit as st

from indicators.protection.method import Method
from ui.csv_file import to_csv
from ui.trend_choice import TrendChoice, age_name, sex_name
from words import _


class Named(Protocol):
    """An indicator of the register."""

    name: str
    definition: str
    unit: str


class Told(Protocol):
    """A release as it is named."""

    number: int
    method: Method


def to_lines(
    entry: Named, choice: TrendChoice, of: str, release: Told, *, example: bool
) -> list[list[str]]:
    """The rows above the table."""
    measure = _("per 10 000 unga") if choice.is_rate else entry.unit
    lines = [
        [_("Lägesbild bob"), _("Trender")],
        [_("Indikator"), entry.name, measure],
        [_("Definition"), entry.definition],
        [_("Urval"), of, f"{sex_name(choice.sex)} {age_name(choice.age)}"],
        [_("Utgåva"), str(release.number), _to_protection(release)],
    ]
    if example:
        lines.append([_("EXEMPELDATA"), _("Påhittade uppgifter, använd inte som fakta")])
    return lines


def _to_protection(release: Told) -> str:
    if release.method is Method.HIDING:
        return _("exakta tal, små tal och tal som avslöjar dem är skyddade")
    return _("små tal är avrundade")


def show_download(
    table: pd.DataFrame,
    lines: Sequence[Sequence[str]],
    name: str,
    to_maker: Callable[[Callable[[], bytes]], Callable[[], bytes]],
) -> None:
    """The table as a file, made only when somebody asks for it."""
    st.download_button(
        _("Ladda ner tabellen (CSV)"),
        to_maker(lambda: to_csv(table, lines)),
        file_name=f"trender-{name}.csv",
        mime="text/csv",
        on_click="ignore",
    )
