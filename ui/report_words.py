"""Values, fields, rows and states of what is reported, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from clock import ZONE
from indicators.periods import Quarter
from indicators.reporting import (
    APPROVED,
    DRAFT,
    MISSING,
    PUBLISHED,
    REPLACED,
    RETURNED,
    SENT,
    UNDONE,
    UNLOCKED,
)
from reporting.kinds import FIXED, Field, Kind, Type, kinds, option_labels
from reporting.register import Register
from reporting.rows import Unit
from reporting.values import Gap, Value
from reporting.written import option_name
from ui.review_numbers import number
from words import _


@dataclass(frozen=True)
class Names:
    """What codes are called: the register, areas' and kommuner's names by code; `on` is the day
    on which a choice must hold, `own` are the kommuner that may be chosen."""

    register: Register
    areas: Mapping[str, str] = field(default_factory=dict)
    kommuner: Mapping[str, str] = field(default_factory=dict)
    on: date = date.max
    own: frozenset[str] = frozenset()

    def value(self, one: Field, value: Value | None) -> str:
        """A field's value; nothing where there is none: a dash is a way to write `saknas`."""
        if value is None:
            return ""
        if isinstance(value, Gap):
            return _("saknas") if value is Gap.MISSING else _("ej tillämpligt")
        if isinstance(value, (int, float)):
            return number(value)
        if isinstance(value, date):
            return value.isoformat()
        return self.option(one, value) if one.type in (Type.CHOICE, Type.KOMMUN) else value

    def option(self, one: Field, code: str) -> str:
        """A choice's or a kommun's name; an unknown code as it is."""
        return option_name(one, code, self.register, self.kommuner)

    def options(self, one: Field) -> dict[str, str]:
        """What may be chosen in a field: code → name."""
        if one.type is Type.KOMMUN:
            return {code: self.kommuner.get(code, code) for code in sorted(self.own)}
        if one.options in FIXED:
            return option_labels(one.options)
        return {entry.code: entry.name for entry in self.register.of(one.options, self.on)}

    def row(self, kind: Kind, identity: Sequence[str]) -> str:
        """What a row is about, e.g. `Socialtjänsten`; empty parts are left out."""
        pairs = zip(kind.keys, identity, strict=False)
        return ", ".join(self.option(one, code) for one, code in pairs if code)

    def unit(self, unit: Unit) -> str:
        """`Deltagande, Luleå-Boden, 2026 K3`."""
        area = self.areas.get(unit.area, unit.area)
        return f"{kind_title(unit.kind)}, {area}, {unit.period.name}"


def kind_title(code: str) -> str:
    """The kind's title; an unknown code as it is."""
    known = kinds()
    return known[code].title if code in known else code


def field_label(kind: Kind, name: str) -> str:
    """The field's label; an unknown name as it is."""
    return next((one.label for one in kind.fields if one.name == name), name)


def state_name(state: str) -> str:
    """The state of a unit, in words."""
    return {
        MISSING: _("inte inlämnad"),
        DRAFT: _("utkast"),
        SENT: _("inlämnad"),
        RETURNED: _("komplettering begärd"),
        APPROVED: _("godkänd"),
        PUBLISHED: _("publicerad"),
        UNLOCKED: _("upplåst"),
        UNDONE: _("ångrad"),
        REPLACED: _("ersatt av en nyare"),
    }.get(state, state)


def told_state(state: str, release: int | None, *, replaced: bool = False) -> str:
    """The state of a revision with the release that it is published in: `publicerad i utgåva 3`.
    One that is unlocked is told as that too, until another has `replaced` it."""
    if release is None:
        return state_name(state)
    published = _("publicerad i utgåva {n}").format(n=release)
    if state == APPROVED or replaced:
        return published
    return f"{state_name(state)}, {published}"


def late_rule() -> str:
    """What is counted as late, as `indicators.reporting.is_late` has it."""
    return _(
        "Försenad är en rapport vars sista dag har passerat utan att den har kommit, eller "
        "som väntar på komplettering efter den dagen."
    )


def channel_name(channel: str) -> str:
    """How something was sent."""
    names = {"formular": _("formulär"), "fil": _("kalkylblad"), "import": _("import")}
    return names.get(channel, channel)


def quarter_words(period: Quarter) -> str:
    """`tredje kvartalet 2026`."""
    words = (
        _("första kvartalet {year}"),
        _("andra kvartalet {year}"),
        _("tredje kvartalet {year}"),
        _("fjärde kvartalet {year}"),
    )
    return words[period.number - 1].format(year=period.year)


def clock(at: datetime, now: datetime) -> str:
    """`14:32` on the same day, else `2026-11-01 14:32`; Swedish time. Both are aware."""
    here, today = at.astimezone(ZONE), now.astimezone(ZONE).date()
    return here.strftime("%H:%M" if here.date() == today else "%Y-%m-%d %H:%M")
