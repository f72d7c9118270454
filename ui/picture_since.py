"""What has become of the figures of a lägesbild since its day, and why when that is known."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import streamlit as st

from indicators.periods import period_name
from ui import formats
from ui.headings import as_text
from ui.palette import stage_label
from ui.picture_figures import RATE, to_difference
from words import _, plural

MOST_EVENTS = 6
Part = Mapping[str, Any]


class Since(NamedTuple):
    """A figure then and now. `revised` is that of the picture's own day as it is known now; None
    where there is none any more."""

    then: Part
    now: Part | None
    revised: Part | None


class Event(NamedTuple):
    """A council that has taken a step since."""

    day: date
    council: str
    stage: str


class Reasons(NamedTuple):
    """What may have changed a figure: events of the area's councils, the newest release (number,
    day) when it is another than the picture's, and the area's last day when it has ceased."""

    events: Sequence[Event]
    release: tuple[int, date | None] | None
    ceased: date | None = None


def headline(found: Sequence[Since]) -> str:
    """How many figures are others today."""
    if not found:
        return _("Lägesbilden har inga siffror att följa.")
    changed = sum(is_changed(one) for one in found)
    if not changed:
        return plural(
            "Siffran är densamma i dag.", "Alla {n} siffror är desamma i dag.", len(found)
        )
    told = plural("**{n} siffra är en annan i dag**", "**{n} siffror är andra i dag**", changed)
    return _("{told}, av {of}.").format(told=told, of=len(found))


def is_changed(one: Since) -> bool:
    """Whether the figure is told in another way today."""
    return one.now is None or one.now["value"] != one.then["value"]


def to_why(one: Since, reasons: Reasons) -> str:
    """Why a figure is another one, as far as is known."""
    said = []
    if one.now is None and reasons.ceased:
        day = formats.short_day(reasons.ceased)
        return _("Området fanns till och med {day}.").format(day=day)
    if is_revised(one) and one.revised is not None:
        said.append(_to_revised(one.then, one.revised))
    if one.then["unit"] == RATE:
        said += _to_release_words(one, reasons)
    if one.now is not None and one.now["note"] != one.then["note"] and one.then["unit"] != RATE:
        said.append(_("Underlaget är ett annat: {note}").format(note=one.now["note"] or "–"))
    return " ".join(said)


def is_revised(one: Since) -> bool:
    """Whether the figure of the picture's own day is another one by what is known now."""
    then, now = one.then, one.revised
    return now is not None and now["value"] != then["value"] and now["period"] == then["period"]


def to_line(one: Since, reasons: Reasons) -> str:
    """A figure then and now as a line of a list (markdown)."""
    title, then = as_text(one.then["title"]), as_text(one.then["value"])
    why = as_text(to_why(one, reasons))
    if not is_changed(one):
        told = _("- {title}: oförändrat, {then}. {why}")
        return told.format(title=title, then=then, why=why).strip()
    now = one.now
    difference = _("kan inte jämföras") if now is None else to_difference(one.then, now)
    told = _("- {title}: {then} → **{now}** ({difference}). {why}")
    return told.format(
        title=title,
        then=then,
        now=as_text(formats.NONE if now is None else now["value"]),
        difference=as_text(difference),
        why=why,
    ).strip()


def show(found: Sequence[Since], reasons: Reasons, on: date) -> None:
    """The sentence, and what has changed figure by figure."""
    st.header(_("Ändrat sedan dess"), anchor=False)
    st.markdown(headline(found))
    lines = [to_line(one, reasons) for one in found]
    if lines:
        st.markdown("\n".join(lines))
        st.caption(_("Nu är läget {day}.").format(day=formats.day(on)))
    if any(is_changed(one) and one.then["unit"] != RATE for one in found):
        show_events(reasons.events)


def _to_revised(then: Part, now: Part) -> str:
    """That more is known of the same day or period now."""
    what = period_name(then["period"]) if then["period"] else _("lägesbildens dag")
    told = _("För {what} är den nu {value}: uppgifter har kommit in eller rättats efteråt.")
    return told.format(what=what, value=now["value"])


def _to_release_words(one: Since, reasons: Reasons) -> list[str]:
    said = []
    if one.now is not None and one.now["period"] != one.then["period"]:
        said.append(_("Nyare period: {period}.").format(period=period_name(one.now["period"])))
    if reasons.release is not None:
        number, day = reasons.release
        told = _("Utgåva {n} kom {day}.").format(n=number, day=formats.short_day(day))
        said.append(told)
    return said


def show_events(events: Sequence[Event]) -> None:
    """What the area's councils have done since, which is why their figures are others."""
    if not events:
        return
    st.markdown(_("**Det här har hänt sedan dess:**"))
    told = [
        f"- {formats.short_day(one.day)} · {as_text(one.council)}: {stage_label(one.stage)}"
        for one in events
    ]
    st.markdown("\n".join(told[:MOST_EVENTS]))
    more = len(told) - MOST_EVENTS
    if more > 0:
        with st.expander(plural("{n} händelse till", "{n} händelser till", more)):
            st.markdown("\n".join(told[MOST_EVENTS:]))
