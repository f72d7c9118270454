"""What a series says, in sentences: the newest figure, how it differs, what is more than chance.

Direction is one thing and good or bad another: the second is the indicator's own, said by itself.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

import pandas as pd

from indicators.periods import period_name
from indicators.protection.method import Method
from indicators.signals.run_rules import Chart
from ui import formats
from ui.headings import as_text
from ui.release_words import planned_words, protection_words
from ui.trend_choice import QUARTER, TOTAL, TrendChoice, age_name, sex_name
from ui.trend_points import to_marks, value_name
from words import _

Point = Mapping[str, object]


class Told(Protocol):
    """A release as it is named."""

    number: int
    made_at: datetime
    method: Method
    base: int
    is_example: bool


class Defined(Protocol):
    """An indicator as the register has it."""

    definition: str
    counting_rule: str
    source: str
    unit: str
    reporter: str


def newest(point: Point, area: str, choice: TrendChoice) -> str:
    """`**18,0** per 10 000 unga i Sverige 2026 K3 (preliminärt, …).`"""
    values = {
        "value": value_name(point["value"], choice),
        "area": as_text(area),
        "period": period_name(str(point["period"])),
    }
    words = (
        _("**{value} per 10 000 unga** i {area} {period}")
        if choice.is_rate
        else _("**{value}** i {area} {period}")
    )
    marks = to_marks(dict(point), choice)
    return words.format(**values) + (f" ({', '.join(marks)})." if marks else ".")


def nothing(area: str = "", *, crossed: bool = False, protected: bool = False) -> str:
    """Said where no figure can be shown; `crossed` when police areas cross the area's border,
    `protected` when there are some that are not shown."""
    if protected and not crossed:
        return _("Siffrorna i det här urvalet är skyddade.")
    if not area:
        return _("Det finns ingen siffra att visa i det här urvalet.")
    if crossed:
        return _(
            "{area} delar ett lokalpolisområde med ett annat län, så antalet i länet går inte att "
            "räkna fram. Välj ett lokalpolisområde eller en polisregion."
        ).format(area=as_text(area))
    return _("Det finns ingen siffra att visa för {area} i det här urvalet.").format(
        area=as_text(area)
    )


def divided(kommun: str, areas: Sequence[str]) -> str:
    """Said of a kommun that several local police areas share."""
    return _(
        "Antal räknas per lokalpolisområde, och {kommun} ligger i flera: {areas}. Välj ett av dem."
    ).format(kommun=as_text(kommun), areas=", ".join(as_text(one) for one in areas))


def unseen(kommun: str, area: str) -> str:
    """Said of a kommun to who does not see the local police area that it lies in."""
    return _(
        "Antal räknas per lokalpolisområde. {kommun} ligger i {area}, som du inte ser hela."
    ).format(kommun=as_text(kommun), area=as_text(area))


def change(now: Point, then: Point, choice: TrendChoice, *, chance: bool) -> str:
    """How the newest figure differs from that of a year before."""
    up = float(now["value"]) > float(then["value"])  # type: ignore[arg-type]
    same = value_name(now["value"], choice) == value_name(then["value"], choice)
    words = (
        _("Lika som {period} ({value}).")
        if same
        else _("Högre än {period} ({value}); {chance}.")
        if up
        else _("Lägre än {period} ({value}); {chance}.")
    )
    return words.format(
        period=period_name(str(then["period"])),
        value=value_name(then["value"], choice),
        chance=chance_words(chance),
    )


def hidden_newest(points: pd.DataFrame) -> list[str]:
    """Said beside an older figure when that of the newest period is not shown."""
    last = points.iloc[-1]
    if last["reason"] != "skyddat":
        return []
    return [_("Siffran för {period} är skyddad.").format(period=period_name(last["period"]))]


def chance_words(chance: bool) -> str:
    """What a test says of a difference."""
    return (
        _("skillnaden kan vara slump") if chance else _("skillnaden är större än slumpen brukar ge")
    )


def against(now: Point, other: Point, name: str, choice: TrendChoice, *, chance: bool) -> str:
    """How the newest figure differs from that of what it is set against, in the same period."""
    up = float(now["value"]) > float(other["value"])  # type: ignore[arg-type]
    value = value_name(other["value"], choice)
    words = (
        _("Lika som {name} ({value}).")
        if value_name(now["value"], choice) == value
        else _("Högre än {name} ({value}); {chance}.")
        if up
        else _("Lägre än {name} ({value}); {chance}.")
    )
    return words.format(name=as_text(name), value=value, chance=chance_words(chance))


def signals(chart: Chart | None, periods: Sequence[str]) -> list[str]:
    """What in the series is more than chance, a sentence each; one that says so when nothing is."""
    if chart is None:
        return [_("Serien är för kort för att skilja ett mönster från slumpen (minst 8 perioder).")]
    if not chart.signals:
        return [_("Inget i serien är mer än vad slumpen brukar ge.")]
    said = []
    for one in chart.signals:
        first, last = (period_name(periods[at]) for at in (one.first, one.last))
        said.append(_to_words(one.rule, one.up).format(first=first, last=last))
    return said


def _to_words(rule: str, up: bool) -> str:
    return {
        ("avvikare", True): _("**Avvikare:** {first} ligger över det som slumpen brukar ge."),
        ("avvikare", False): _("**Avvikare:** {first} ligger under det som slumpen brukar ge."),
        ("skifte", True): _("**Skifte:** {first}–{last} ligger alla över seriens mitt."),
        ("skifte", False): _("**Skifte:** {first}–{last} ligger alla under seriens mitt."),
        ("trend", True): _("**Trend:** stiger varje period {first}–{last}."),
        ("trend", False): _("**Trend:** sjunker varje period {first}–{last}."),
    }[rule, up]


def polarity(name: str) -> str:
    """Whether higher or lower is better, as the register has it."""
    return {
        "lagre-battre": _("Lägre är bättre."),
        "hogre-battre": _("Högre är bättre."),
    }.get(name, _("Högre eller lägre är i sig varken bättre eller sämre."))


def group(choice: TrendChoice, *, split: bool) -> str:
    """Whom the figures are of: `Flickor 15–17 år`; nothing where it is not counted so."""
    if not split:
        return ""
    whom = _("Unga") if choice.sex == TOTAL else sex_name(choice.sex)
    return f"{whom} {age_name(choice.age)}"


def sources(entry: Defined, release: Told, choice: TrendChoice) -> str:
    """Definition, counting rule, source, release, and how the figures are protected."""
    parts = [as_text(entry.definition), as_text(entry.counting_rule)]
    hides = release.method is Method.HIDING
    if choice.by != QUARTER and not hides:
        parts.append(_("Ett år är summan av dess kvartal; samma person kan räknas i flera av dem."))
    if choice.is_rate:
        parts.append(
            _(
                "Per 10 000 av de unga i samma ålder som bor där uppgifter finns. Befolkning: SCB, "
                "med ungefärliga andelar för delar av Stockholm, Göteborg och Malmö."
            )
        )
    parts.append(
        _("Bandet är ett konfidensintervall på 95 %: vad slumpen kan göra (Byars metod).")
        if hides
        else _(
            "Bandet är ett konfidensintervall på 95 %: vad slumpen (Byars metod) och avrundningen "
            "tillsammans kan göra."
        )
    )
    parts.append(protection_words(release.base, release.method))
    if hides:
        parts.append(planned_words())
    parts.append(
        _("Källa: {reporter} genom rådens rapporter, utgåva {n} ({day}).").format(
            reporter=as_text(entry.reporter),
            n=release.number,
            day=formats.short_day(formats.day_of(release.made_at)),
        )
    )
    return " ".join(parts)
