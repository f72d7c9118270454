"""Parts of an area's picture, used beside the map and on the area's own page."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from geodata.division import FIRST_DAY
from indicators.coverage import Count
from ui import formats, paper, population_words, timeline
from ui.classes import Row
from ui.headings import as_text
from ui.map_indicators import all_indicators
from ui.palette import need_label, stage_label
from ui.place_words import level_name
from words import _, plural

MOST_STALLED = 5  # areas that are named


def show_heading(name: str, level: str, *told: str) -> None:
    """Name and kind of the area, and what more is told of it (plain text)."""
    st.header(as_text(name), anchor=False)
    st.caption(" · ".join([level_name(level), *map(as_text, told)]))


def show_stage(stage: Row, councils: dict[str, timeline.Marks], first: date, day: date) -> None:
    """Stage on the day, and for each council its stages since the first day as a bar."""
    now = None if pd.isna(stage["stage"]) else stage["stage"]
    text = f"**{stage_label(now).capitalize()}**"
    if now:
        text += " " + _("sedan {day}").format(day=formats.day(stage["since"]))
    notes = []
    if not pd.isna(stage["councils"]) and stage["councils"]:
        notes.append(as_text(stage["councils"]))
    if stage["partly"] is True:
        notes.append(_("Rådet täcker delar av området."))
    if not pd.isna(stage["reason"]) and stage["reason"]:
        notes.append(_("Skäl: {reason}").format(reason=as_text(stage["reason"])))
    st.markdown("  \n".join([text, *(f":small[{note}]" for note in notes)]))
    if not councils:
        st.caption(_("Inga händelser är rapporterade."))
        return
    with st.container(key="tidslinjer"):
        for council, marks in councils.items():
            picture, said = timeline.stage_timeline(marks, first, day)
            if len(councils) > 1:
                st.caption(as_text(council))
            if day > first:
                st.image(picture, alt=said, width="stretch")
            st.caption(said)


Kommuner = tuple[tuple[str, str, str], ...]


def show_people_and_parts(
    people: Row, lpos: tuple[tuple[str, str], ...], kommuner: Kommuner, level: str
) -> None:
    """Who lives in the area and what it consists of. One text, since each element of a page
    costs as much as a query; a long list is folded."""
    parts, folded = _to_parts(lpos, kommuner, level)
    st.markdown("\n\n".join(filter(None, (_to_population(people), parts))))
    if folded:
        with st.expander(folded[0]):
            st.markdown(folded[1])
        if len(kommuner) <= paper.MOST:
            with paper.on_paper("delar"):
                st.markdown(f"**{folded[0]}:** {folded[1]}")


def _to_population(people: Row) -> str:
    text = _("**{persons}** invånare · **{young}** unga 12–20 år").format(
        persons=formats.number(people["persons"]), young=formats.number(people["young"])
    )
    persons = population_words.persons_note(people["status"], people["as_of"])
    young = population_words.young_note(people["young_status"], people["young_as_of"])
    return f"{text}  \n:small[{persons} {young}]"


def _to_parts(
    lpos: tuple[tuple[str, str], ...], kommuner: Kommuner, level: str
) -> tuple[str, tuple[str, str] | None]:
    """The parts in a text, or a list's title and text when it is too long to stand open."""
    if level == "kommun":
        names = [as_text(name) for _code, name in lpos]
        return _("**Lokalpolisområde:** {names}").format(names=", ".join(names)), None
    names = [
        as_text(name) + (_(" (del: {part})").format(part=as_text(part)) if part else "")
        for _code, name, part in kommuner
    ]
    title = plural("{n} kommun", "{n} kommuner", len({code for code, _n, _p in kommuner}))
    listed = ", ".join(names)
    return (f"**{title}:** {listed}", None) if len(names) <= 6 else ("", (title, listed))


def show_need(need: Row) -> None:
    """The area's need assessment, with its day and reason."""
    text = _("**Prioriterat:** {answer}").format(answer=need_label(need["prioritised"]))
    if not pd.isna(need["since"]):
        text += ", " + _("sedan {day}").format(day=formats.day(need["since"]))
    st.markdown(text)
    if not pd.isna(need["reason"]) and need["reason"]:
        st.caption(as_text(need["reason"]))


def heard_words(last: date, day: date, *, stalled: bool) -> str:
    """Whether an area on its way has stalled, and when it was heard of last."""
    days = plural("{n} dag", "{n} dagar", (day - last).days)
    if stalled:
        words = _("**Har stannat av:** inget har hörts på {days}, sedan {last}.")
    else:
        words = _("Har inte stannat av: något hördes senast {last}, för {days} sedan.")
    return words.format(days=days, last=formats.day(last))


def covered_words(young: Count, covered: Sequence[bool]) -> str:
    """How much of an area an established council covers: by its parts, and by who lives there."""
    if not covered:
        return _("**Täckning:** uppgift saknas.")
    if all(covered):
        return _("**Täckning:** hela området täcks av ett etablerat råd.")
    if not any(covered):
        return _("**Täckning:** inget av området täcks av ett etablerat råd.")
    return _("**Täckning:** en del av området, med {share} av dess unga 12–20 år.").format(
        share=formats.share(young.share)
    )


def show_shares(rows: dict[str, Row]) -> None:
    """A bar for each share, by the indicator's key."""
    for key, row in rows.items():
        label = all_indicators()[key].label
        if pd.isna(row["share"]):
            st.progress(0.0, text=_("{label}: inget att räkna på").format(label=label))
            continue
        text = _("{label}: **{share}** ({covered} av {of})").format(
            label=label,
            share=formats.share(row["share"]),
            covered=formats.number(row["covered"]),
            of=formats.number(row["counted_over"]),
        )
        st.progress(float(row["share"]), text=text)


def show_validity(first: date, last: date | None) -> None:
    """The days on which the area exists, when it has not always been there."""
    if last is not None:
        st.caption(_("Området fanns till och med {day}.").format(day=formats.day(last)))
    elif first > FIRST_DAY:
        st.caption(_("Området finns sedan {day}.").format(day=formats.day(first)))
