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
from ui.trend_points import Line, to_marks, to_part_year, value_name
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
        return _("Siffrorna i det här valet är skyddade.")
    if not area:
        return _("Det finns ingen siffra att visa i det här valet.")
    if crossed:
        return _(
            "{area} delar ett lokalpolisområde med ett annat län, så antalet i länet går inte att "
            "räkna fram. Välj ett lokalpolisområde eller en polisregion."
        ).format(area=as_text(area))
    return _("Det finns ingen siffra att visa för {area} i det här valet.").format(
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


def outside(areas: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Which areas lie outside the funnel's outer limits."""
    over, under = (
        [as_text(names[code]) for code in areas.loc[areas["place"] == place, "code"]]
        for place in ("over", "under")
    )
    if not over and not under:
        return _("Inget område skiljer sig från snittet mer än slumpen brukar ge.")
    parts = []
    if over:
        parts.append(_("**Över snittet, mer än slumpen:** {names}.").format(names=", ".join(over)))
    if under:
        parts.append(
            _("**Under snittet, mer än slumpen:** {names}.").format(names=", ".join(under))
        )
    return "  \n".join(parts)


def known(areas: int, of: int) -> str:
    """How many areas of the level have a figure."""
    return _("{n} av {of} områden har en siffra.").format(n=areas, of=of)


def pale() -> str:
    """What the pale points of the funnel are."""
    return _("Bleka punkter ligger utanför valet, men räknas in i snittet.")


def spread(lines: Sequence[Line], choice: TrendChoice) -> str:
    """The highest and the lowest of the newest period that all have; says nothing of chance."""
    figures = [line.points.set_index("period")["value"].dropna() for line in lines]
    shared = sorted(set.intersection(*(set(one.index) for one in figures))) if figures else []
    if len(lines) < 2 or not shared:
        return ""
    values = sorted(
        (float(one[shared[-1]]), line.name) for one, line in zip(figures, lines, strict=True)
    )
    (least, low), (most, high) = values[0], values[-1]
    if value_name(least, choice) == value_name(most, choice):
        return _("{period} är alla lika ({value}).").format(
            period=period_name(shared[-1]), value=value_name(most, choice)
        )
    return _(
        "{period} är det högst för **{high}** ({most}) och lägst för **{low}** ({least})."
    ).format(
        period=period_name(shared[-1]),
        high=as_text(high),
        most=value_name(most, choice),
        low=as_text(low),
        least=value_name(least, choice),
    )


def grey_line() -> str:
    """What the line is that all small charts have."""
    return _("Den grå streckade linjen är Sverige.")


def funnel(dispersion: float, method: Method) -> str:
    """How to read the funnel."""
    words = _(
        "Den vågräta linjen är snittet för alla områden som visas. Ju färre som bor i ett område, "
        "desto mer gör slumpen. Av hundra områden som inte skiljer sig hamnar 95 innanför den "
        "streckade gränsen och nästan alla innanför den heldragna (99,8 %)."
    )
    if method is Method.ROUNDING:
        words += " " + _(
            "Det tunna strecket vid en punkt är vad avrundningen kan ha flyttat; når det in över "
            "en gräns räknas området som innanför den."
        )
    if dispersion > 1:
        words += " " + _(
            "Områdena skiljer sig {times} gånger mer än bara slumpen gör, och gränserna är vidgade "
            "för det."
        ).format(times=formats.decimal(dispersion**0.5))
    return words


def panels(lines: Sequence[Line], choice: TrendChoice) -> str:
    """The newest figure of each of several lines."""
    said = []
    for line in lines:
        known = line.points[line.points["value"].notna()]
        if known.empty:
            said.append(_("- {name}: ingen siffra").format(name=as_text(line.name)))
            continue
        last = known.iloc[-1]
        said.append(
            _("- {name}: **{value}** {period}{marks}").format(
                name=as_text(line.name),
                value=value_name(last["value"], choice),
                period=period_name(last["period"]),
                marks=_to_short_marks(last, choice),
            )
        )
    return "\n".join(said)


def _to_short_marks(point: Point, choice: TrendChoice) -> str:
    part_year = to_part_year(point, choice)
    marks = [
        (point["preliminary"], _("preliminärt")),
        (part_year, part_year),
        (point["incomplete"] and not part_year, _("delvis rapporterat")),
        (point["rounded"], _("kan vara avrundat")),
    ]
    told = [words for holds, words in marks if holds]
    return f" ({', '.join(told)})" if told else ""


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
        _("Bandet är 95 % säkerhet: vad slumpen kan göra (Byars metod).")
        if hides
        else _(
            "Bandet är 95 % säkerhet: vad slumpen (Byars metod) och avrundningen tillsammans kan "
            "göra."
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
