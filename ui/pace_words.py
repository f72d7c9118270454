"""What Etablering says in words: how far, how fast, where it leads, what has stalled."""

from collections.abc import Sequence
from datetime import date

from indicators.forecast import FEWEST_LEFT, FEWEST_NEW, Forecast, Lead, Unsaid
from indicators.pace import Stalled, Wait, to_median
from indicators.periods import Quarter, period_name
from ui import formats
from ui.headings import as_text, to_list
from ui.palette import stage_label
from words import _, plural

_MOST_NAMES = 5


def nothing(*, prioritised: bool) -> str:
    """Said where no area lies in the choice."""
    if prioritised:
        return _("Inget område i urvalet är bedömt som prioriterat.")
    return _("Inget lokalpolisområde ligger i urvalet.")


def how_far(established: int, areas: int, on: date, *, prioritised: bool, part: int = 0) -> str:
    """How many of the areas have an established council, `part` of them in a part alone."""
    of = (
        plural("{n} prioriterat lokalpolisområde", "{n} prioriterade lokalpolisområden", areas)
        if prioritised
        else plural("{n} lokalpolisområde", "{n} lokalpolisområden", areas)
    )
    said = _("**{n} av {of}** har ett etablerat råd {day}").format(
        n=formats.number(established), of=of, day=formats.day(on)
    )
    if not part:
        return f"{said}."
    return said + plural(
        ", {n} av dem bara i en del av området.", ", {n} av dem bara i delar av området.", part
    )


def one_area(name: str, stage: str | None, since: date | None, days: int | None) -> str:
    """Where a single area stands, and since when."""
    if stage is None:
        return _("**{name}**: uppgift saknas.").format(name=as_text(name))
    said = _("**{name}** är **{stage}** sedan {day}.").format(
        name=as_text(name), stage=stage_label(stage), day=formats.day(since)
    )
    if days is None:
        return said
    more = plural("Inget har hörts på {n} dag.", "Inget har hörts på {n} dagar.", days)
    return f"{said} {more}"


def where_to(all_of: Lead, prioritised: Lead | None) -> str:
    """Where the pace leads by the next deadline, or why nothing is said of it. `prioritised` is
    told beside all where its pace is enough for it."""
    if isinstance(all_of.ahead, Unsaid):
        return _unsaid(all_of.ahead)
    said = _("Om takten håller är **{how_many}** av {of} etablerade den {day}").format(
        how_many=_to_range(all_of),
        of=plural("{n} område", "{n} områden", all_of.areas),
        day=formats.day(all_of.ahead.day),
    )
    if prioritised is None or isinstance(prioritised.ahead, Unsaid):
        return f"{said}."
    more = _(", och **{how_many}** av {n} prioriterade.")
    return said + more.format(how_many=_to_range(prioritised), n=prioritised.areas)


def _to_range(lead: Lead) -> str:
    if isinstance(lead.ahead, Unsaid):
        return formats.NONE
    low, high = lead.established + lead.ahead.low, lead.established + lead.ahead.high
    return _("mellan {low} och {high}").format(low=low, high=high) if low < high else str(high)


def basis(found: Forecast) -> str:
    """What the range rests on."""
    return _(
        "Takten: {new} nya {since}–{until}. Intervallet rymmer slumpen (95 %) och förutsätter att "
        "inget råd upphör; {left} områden återstår."
    ).format(
        new=formats.number(found.new),
        since=period_name(str(found.since)),
        until=period_name(str(found.until)),
        left=formats.number(found.left),
    )


def _unsaid(why: Unsaid) -> str:
    return {
        Unsaid.NO_DEADLINE: _("Ingen frist är beslutad efter dagen, så ingen riktning anges."),
        Unsaid.SHORT: _(
            "Vart takten leder anges först när det finns fyra hela kvartal att räkna på."
        ),
        Unsaid.FEW_LEFT: _(
            "Färre än {n} områden återstår att etablera, så ingen riktning anges."
        ).format(n=FEWEST_LEFT),
        Unsaid.FEW_NEW: _(
            "Färre än {n} områden etablerades de senaste fyra kvartalen. Det är för få för "
            "att säga vart takten leder."
        ).format(n=FEWEST_NEW),
    }[why]


def wait(waits: Sequence[Wait]) -> tuple[str, str]:
    """(median in days, over whom it is counted)."""
    median = to_median(waits)
    reached = sum(one.reached for one in waits)
    over = _("{reached} som nått dit och {waiting} på väg").format(
        reached=formats.number(reached), waiting=formats.number(len(waits) - reached)
    )
    return (formats.NONE if median is None else plural("{n} dag", "{n} dagar", median)), over


def stalled(found: Sequence[Stalled], still: int, missing: Sequence[str]) -> str:
    """How many have stalled, and of how many nothing is known."""
    if found:
        areas = plural("{n} område", "{n} områden", len(found))
        said = _("**{areas}** på väg har inte hörts av på {still} dagar eller mer.")
        said = said.format(areas=areas, still=still)
    else:
        said = _("Inget område på väg har varit tyst i {still} dagar eller mer.")
        said = said.format(still=still)
    return f"{said} {no_data(missing)}" if missing else said


def no_data(missing: Sequence[str]) -> str:
    """Of which areas there is no data, by name where they are few."""
    if len(missing) <= _MOST_NAMES:
        return _("Uppgift saknas för {names}.").format(names=to_list(missing, _MOST_NAMES))
    return plural("Uppgift saknas för {n} område.", "Uppgift saknas för {n} områden.", len(missing))


def stalled_one(one: Stalled, name: str) -> str:
    """A stalled area, how long, and what came last (markdown)."""
    days = plural("{n} dag", "{n} dagar", one.days)
    return _("**{name}** {days} · {stage} {day}").format(
        name=as_text(name),
        days=days,
        stage=stage_label(one.last.stage),
        day=formats.short_day(one.last.day),
    )


def partly(count: int) -> str:
    """That some areas have a council in a part of them alone."""
    return plural(
        "I {n} av de etablerade områdena täcker rådet bara en del; det räknas inte bland de "
        "prioriterade.",
        "I {n} av de etablerade områdena täcker råden bara en del; de räknas inte bland de "
        "prioriterade.",
        count,
    )


def course(established: Sequence[int], on: date) -> str:
    """What the bars say: from how many to how many."""
    return _("Etablerade områden vid kvartalets slut: {first} i början, {last} den {day}.").format(
        first=established[0], last=established[-1], day=formats.day(on)
    )


def fastest(new: Sequence[tuple[str, int]], past: Sequence[Quarter]) -> str:
    """Who has established most in the quarters of the pace, and who none."""
    if not past or not new:
        return _("Det finns inget helt kvartal att räkna på än.")
    most = max(count for _name, count in new)
    when = f"{period_name(str(past[0]))}–{period_name(str(past[-1]))}"
    if not most:
        return _("Inget område etablerades {when}.").format(when=when)
    names = [name for name, count in new if count == most]
    words = (
        _("Flest nya {when}: **{name}**, {n}.")
        if len(names) == 1
        else _("Flest nya {when}: **{name}**, {n} var.")
    )
    said = words.format(when=when, name=to_list(names), n=most)
    none = [as_text(name) for name, count in new if not count]
    return said + (" " + _("Inga nya: {names}.").format(names=", ".join(none)) if none else "")


def more_stalled(count: int) -> str:
    """That there are more than the list holds."""
    return plural(
        "{n} område till finns överst under Område för område.",
        "{n} områden till finns överst under Område för område.",
        count,
    )


def group(name: str, established: int, areas: int, silent: int) -> str:
    """A group's title: how many are established, and how many have stalled."""
    said = _("{name}: {n} av {of} etablerade").format(
        name=name, n=formats.number(established), of=formats.number(areas)
    )
    return said if not silent else _("{said}, {n} har stannat av").format(said=said, n=silent)
