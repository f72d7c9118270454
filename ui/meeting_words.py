"""What is said of councils' meetings, in sentences computed from the data."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from indicators.participation import INVITED, MEMBER, State, to_rarest
from indicators.periods import period_name, year_before
from ui import formats
from ui.headings import as_text, to_list
from ui.meeting_choice import REGIONAL, MeetingChoice, window_name
from words import _, plural

ALL, SCHOOLS, HEALTH_CARE = "alla", "skola", "vard"
FOLLOWED = (SCHOOLS, HEALTH_CARE)
Cell = Mapping[Any, Any]
Names = Mapping[str, str]


def group_name(group: str, form: str = MEMBER) -> str:
    """A headline's group in words."""
    return {
        ALL: _("Alla adjungerade") if form == INVITED else _("Alla medlemmar"),
        SCHOOLS: _("Skolan"),
        HEALTH_CARE: _("Hälso- och sjukvården"),
    }[group]


def state_name(state: str) -> str:
    """What there is in place of a share, in words; '' for a share, which its number says."""
    return {
        State.ZERO: formats.share(0),
        State.NO_MEETING: _("inget möte"),
        State.MISSING: _("uppgift saknas"),
        State.NOT_APPLICABLE: _("ej tillämpligt"),
        State.NOT_LISTED: _("inte med"),
        State.NOT_REPORTED: _("inte rapporterat"),
        State.NO_COUNCIL: _("inget råd"),
    }.get(State(state), "")


def value_name(cell: Cell) -> str:
    """A cell's share, or the word of why there is none."""
    return state_name(cell["state"]) if pd.isna(cell["share"]) else formats.share(cell["share"])


def sums(cell: Cell) -> str:
    """`211 av 502 möten`: what a share is made of."""
    held = int(cell["held"])
    words = plural("möte", "möten", held)
    numbers = {"attended": formats.number(cell["attended"]), "held": formats.number(held)}
    return _("{attended} av {held} {meetings}").format(**numbers, meetings=words)


def basis(cell: Cell, asked: MeetingChoice) -> str:
    """Numerator and denominator of a share, and what is left out of them; '' without a share."""
    if pd.isna(cell["share"]):
        return ""
    held, gaps = int(cell["held"]), int(cell["gaps"])
    said = _("Täljare {attended} möten med, nämnare {held} hållna möten, i {councils}.").format(
        attended=formats.number(cell["attended"]),
        held=formats.number(held),
        councils=councils(int(cell["councils"]), asked.councils),
    )
    if not gaps:
        return said
    left = _("{n} rader utan uppgift är inte med i summan.").format(n=gaps)
    return f"{said} {left}"


def councils(count: int, kind: str) -> str:
    """`61 lokala råd`."""
    if kind == REGIONAL:
        return plural("{n} regionalt råd", "{n} regionala råd", count)
    return plural("{n} lokalt råd", "{n} lokala råd", count)


def answer(totals: pd.DataFrame, actors: Names, place: str, asked: MeetingChoice) -> str:
    """Who is most often missing, in a sentence; '' without any share."""
    rarest, known = to_rarest(totals), totals[totals["share"].notna()]
    if rarest.empty:
        return ""
    first = rarest.iloc[0]
    when = {"place": as_text(place), "window": window_name(asked.window)}
    share = formats.share(first["share"])
    whom = group_name(ALL, asked.form)
    if first["share"] == 1:
        return _("**{whom} var med vid alla möten** i {place} {window}.").format(whom=whom, **when)
    if len(rarest) == len(known) > 1:
        words = _("{whom} kom lika ofta: **{share}** av mötena i {place} {window}.")
        return words.format(whom=whom, share=share, **when)
    words = _(
        "Oftast frånvarande: **{names}**, med vid **{share}** av mötena i {place} {window} ({of})."
    )
    of = _("{sums} i {councils}").format(
        sums=sums(first), councils=councils(int(first["councils"]), asked.councils)
    )
    if len(rarest) > 1:
        of = _("var och en")
    names = to_list([actors[code] for code in rarest["aktor"]])
    return words.format(names=names, share=share, of=of, **when)


def lowest(cells: pd.DataFrame, totals: pd.DataFrame, columns: Names) -> str:
    """Where the one who is most often missing is most often missing; '' when there are not
    several places to compare, or several who are."""
    actors = to_rarest(totals)["aktor"]
    own = (
        cells[(cells["aktor"] == actors.iloc[0]) & cells["share"].notna()] if len(actors) else cells
    )
    rarest = to_rarest(own)
    if len(actors) != 1 or len(rarest) == len(own):
        return ""
    share = formats.share(rarest.iloc[0]["share"])
    found = to_list([columns[code] for code in rarest["of"]])
    return _("Lägst i {found}: {share}.").format(found=found, share=share)


def completeness(complete: Cell | None, asked: MeetingChoice) -> str:
    """How much of what the councils owe is there."""
    if complete is None or not complete["owed"] + complete["beside"]:
        return _("Inget råd i urvalet hade startat, så inget ska rapporteras.")
    came, owed = int(complete["came"]), int(complete["owed"])
    if asked.quarters > 1:
        words = _("{came} av {owed} kvartalsrapporter som råden ska lämna finns i utgåvan.")
    else:
        words = _("{came} av {councils} som ska rapportera finns i utgåvan.")
    said = [words.format(came=came, owed=owed, councils=councils(owed, asked.councils))]
    if complete["beside"]:
        said.append(
            plural(
                "{n} rapport är från ett råd som inte behövde lämna någon.",
                "{n} rapporter är från råd som inte behövde lämna någon.",
                int(complete["beside"]),
            )
        )
    if complete["partly"] and came:
        said.append(_("Bara delvis rapporterat: andelarna kan bli andra när resten kommer."))
    return " ".join(said)


def nothing(complete: Cell | None, place: str, asked: MeetingChoice, newest: str | None) -> str:
    """Why there is nothing to show of the quarter; `newest` is the last that has been reported."""
    when = {"place": as_text(place), "window": window_name(asked.window)}
    if complete is None or not complete["owed"] + complete["beside"]:
        return _("Inget råd i {place} hade startat {window}.").format(**when)
    if not complete["came"] + complete["beside"]:
        words = _(
            "Inget råd i {place} har rapporterat deltagande {window}. Det är inte frånvaro: ingen "
            "vet ännu vilka som kom."
        )
        last = _("Senast rapporterat: {newest}.")
        said = words.format(**when)
        return f"{said} {last.format(newest=period_name(newest))}" if newest else said
    whom = _("adjungerade") if asked.form == INVITED else _("medlemmar")
    words = _(
        "Råden i {place} har rapporterat {window}, men inget möte där deltagandet kan räknas för "
        "{whom}."
    )
    return words.format(whom=whom, **when)


def course(quarters: pd.DataFrame, group: str, place: str) -> str:
    """A group's newest share over time, that of a year before, and its lowest and highest."""
    name = group_name(group)
    known = quarters[(quarters["aktor"] == group) & quarters["share"].notna()]
    if known.empty:
        words = _("**{name}**: ingen andel i {place} ({why}).")
        states = dict.fromkeys(quarters.loc[quarters["aktor"] == group, "state"])
        why = ", ".join(state_name(state) for state in states)
        return words.format(name=name, place=as_text(place), why=why)
    now, by_period = known.iloc[-1], known.set_index("of")["share"]
    words = _("**{name}** var med vid {share} av mötena {period} ({sums})")
    told = {"name": name, "share": formats.share(now["share"]), "period": period_name(now["of"])}
    said = words.format(sums=sums(now), **told)
    before = year_before(now["of"])
    if before in by_period:
        said += _(", ett år tidigare {share}").format(share=formats.share(by_period[before]))
    if len(known) > 1:
        low = by_period.astype("float64").idxmin()
        said += _("; lägst {share} {period}").format(
            share=formats.share(by_period[low]), period=period_name(str(low))
        )
    return said + "."


def left_out(count: int) -> str:
    """How many areas are not counted, for no council of theirs had begun; '' for none."""
    if not count:
        return ""
    return plural(
        "{n} område där inget råd hade startat är inte med. Det är ingen brist i sig.",
        "{n} områden där inget råd hade startat är inte med. Det är ingen brist i sig.",
        count,
    )


def no_areas() -> str:
    """Where region, län and area have no council in common."""
    return _("Inget råd ligger i allt som är valt. Ta bort ett av valen.")


def before_all(*, has_release: bool) -> str:
    """Said before there is anything to show."""
    if has_release:
        return _("Råden rapporterar från och med första kvartalet 2024. Välj en senare dag.")
    return _(
        "Ingen utgåva är publicerad än, så det finns inget deltagande att visa. Det kommer när den "
        "nationella samordnaren publicerar den första."
    )


def definition() -> str:
    """What the figures are, for files."""
    return _(
        "Möten som aktören deltog i, delat med hållna möten, summerat över råden. Det som saknas "
        "eller inte är rapporterat är inte med i summan."
    )
