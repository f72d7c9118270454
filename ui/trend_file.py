"""What tables of Trender say of themselves in files."""

from datetime import date, datetime
from typing import Protocol

from indicators.protection.method import Method
from ui.sheet import release_name
from ui.trend_choice import TrendChoice, age_name, sex_name
from words import _, said


class Named(Protocol):
    """An indicator of the register."""

    name: str
    definition: str
    unit: str


class Told(Protocol):
    """A release as it is named."""

    number: int
    made_at: datetime
    method: Method


class Day(Protocol):
    """The shown day."""

    day: date


class Asked(Protocol):
    """What is shown in Trender: its own choice, the day, the release."""

    @property
    def trend(self) -> TrendChoice: ...
    @property
    def choice(self) -> Day: ...
    @property
    def release(self) -> Told: ...


def to_lines(entry: Named, asked: Asked, of: str, *, example: bool) -> tuple[tuple[str, ...], ...]:
    """The rows above the table."""
    choice, release = asked.trend, asked.release
    measure = _("per 10 000 unga") if choice.is_rate else said(entry.unit)
    lines = (
        (_("Lägesbild bob"), _("Trender")),
        (_("Indikator"), entry.name, measure),
        (_("Definition"), entry.definition),
        (_("Urval"), of, f"{sex_name(choice.sex)} {age_name(choice.age)}"),
        (_("Dag"), asked.choice.day.isoformat()),
        (_("Källa"), release_name(release.number, release.made_at), _to_protection(release)),
    )
    if example:
        return (*lines, (_("EXEMPELDATA"), _("Påhittade uppgifter, använd inte som fakta")))
    return lines


def _to_protection(release: Told) -> str:
    if release.method is Method.HIDING:
        return _("exakta tal; små tal, och tal som avslöjar dem, visas inte")
    return _("små tal är avrundade")
