"""What Översikt draws: headline figures, shares of each region, milestones."""

from datetime import date

import pandas as pd
import streamlit as st

from ui import cards, formats, overview_words
from ui.choice import Choice
from ui.headings import as_text
from ui.overview_words import Headline
from words import _, plural


def show_headline(now: Headline, then: Headline, milestones: pd.DataFrame, choice: Choice) -> None:
    """The figures in a row, each with its change since the chosen day."""
    since = _("sedan {day}").format(day=formats.short_day(choice.since))
    with cards.place("oversikt"):
        _metric(
            _("Områden med etablerat råd"),
            overview_words.of_all(now.established, now.areas),
            now.established - then.established if now.areas else None,
            since,
            overview_words.established_means(),
        )
        _metric(
            _("Prioriterade med råd"),
            overview_words.of_all(now.prioritised_established, now.prioritised),
            now.prioritised_established - then.prioritised_established if now.prioritised else None,
            since,
            overview_words.prioritised_rule(),
        )
        _metric(
            _("Unga 12–20 år där råd finns"),
            overview_words.young_share(now),
            formats.points(now.share_young, then.share_young),
            "",
            now.young_basis + " " + _("Läs mer under Om uppgifterna."),
            formats.points_change(now.share_young, then.share_young),
        )
        _metric(
            _("Polisregioner med lokala råd"),
            overview_words.of_all(now.regions_with, now.regions),
            now.regions_with - then.regions_with if now.regions else None,
            since,
            overview_words.regions_mean(),
        )
        _show_next(milestones, choice.day)
    if said := " ".join(overview_words.to_notes(now)):
        st.caption(said)


def _metric(
    label: str,
    value: str,
    change: float | None,
    described: str,
    definition: str,
    told: str | None = None,
) -> None:
    """`told` is the change in words, where it is not a number; nothing of an unknown one."""
    delta = None
    if change is None:
        described = ""
    else:
        delta = told or formats.change(change) or _("oförändrat")
    st.metric(
        label,
        value,
        delta=delta,
        # by name: Streamlit sees no decline in a true minus sign
        delta_color=("green" if change > 0 else "red") if change else "off",
        delta_arrow="off",
        delta_description=described or None,
        help=definition,
        border=True,
        width=232,
    )


def _show_next(milestones: pd.DataFrame, day: date) -> None:
    coming = milestones[milestones["day"] >= day]
    if coming.empty:
        st.metric(_("Nästa milstolpe"), _("ingen beslutad"), border=True, width=232)
        return
    first = coming.iloc[0]
    left = (first["day"] - day).days
    st.metric(
        _("Nästa milstolpe"),
        plural("om {n} dag", "om {n} dagar", left) if left else _("i dag"),
        delta=formats.day(first["day"]),
        delta_color="off",
        delta_arrow="off",
        help=as_text(first["event"]),
        border=True,
        width=232,
    )


def show_shares(now: pd.DataFrame, then: pd.DataFrame) -> None:
    """A bar an area: established among the prioritised, with the change in number."""
    if now.empty:
        st.caption(_("Urvalet har inga områden."))
    before = then.set_index("code")["covered"]
    for row in now.to_dict("records"):
        name = as_text(row["name"])
        if pd.isna(row["share"]):
            st.progress(0.0, text=_("**{name}**: inga prioriterade områden").format(name=name))
            continue
        change = formats.change(row["covered"] - before.get(row["code"], 0))
        text = _("**{name}**: {n} av {of} ({share})").format(
            name=name,
            n=formats.number(row["covered"]),
            of=formats.number(row["counted_over"]),
            share=formats.share(row["share"]),
        )
        st.progress(float(row["share"]), text=f"{text}, {change}" if change else text)


def show_milestones(milestones: pd.DataFrame, day: date) -> None:
    """Those to come and the three latest, with source."""
    past, coming = milestones[milestones["day"] < day], milestones[milestones["day"] >= day]
    for row in pd.concat([past.tail(3), coming]).to_dict("records"):
        ahead = row["day"] >= day
        left = (row["day"] - day).days
        when = plural(" (om {n} dag)", " (om {n} dagar)", left) if ahead and left else ""
        mark = "**" if ahead else ""
        st.markdown(f"- {mark}{formats.short_day(row['day'])}{when}{mark} {as_text(row['event'])}")
