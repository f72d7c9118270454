"""The headline shares of Deltagande, explained."""

from collections.abc import Collection
from functools import partial

import pandas as pd

from indicators.participation import State
from pages import meeting_groups, meeting_reads, newest_report
from pages.explaining import Explain
from pages.meeting_groups import GROUPS, NOW
from pages.meeting_parts import Shown
from ui import gap_words, meeting_headline, meeting_words
from ui.explain import Explained
from ui.meeting_choice import window_name
from ui.meeting_words import ALL, FOLLOWED, group_name, state_name, value_name
from ui.sheet import release_name


def of_headline(shown: Shown) -> dict[str, Explain]:
    """All, school and health care, in the chosen quarters."""
    found = shown.found.headline.index
    return {
        group_name(group, shown.asked.form): partial(_of_group, shown, group)
        for group in (ALL, *FOLLOWED)
        if (NOW, group) in found
    }


def _of_group(shown: Shown, group: str) -> Explained:
    cell, asked = shown.found.headline.loc[(NOW, group)], shown.asked
    when, units = window_name(asked.window), to_now(shown)
    told = explain(shown, cell, group_name(group, asked.form), when, units, GROUPS.get(group))
    definition = meeting_headline.to_help(cell, group, asked)
    complete = meeting_words.completeness(shown.found.to_complete(), asked)
    return told._replace(definition=definition, basis="", state=complete)


def explain(
    shown: Shown,
    cell: pd.Series,
    name: str,
    when: str,
    units: pd.DataFrame,
    actors: Collection[str] | None,
) -> Explained:
    """A share that is made of the units' reports of the actors (None = all)."""
    return Explained(
        name,
        value_name(cell),
        meeting_words.definition(),
        meeting_words.basis(cell, shown.asked),
        when,
        release_name(shown.release.number, shown.release.made_at),
        gap_words.to_meaning([state_name(cell["state"])]),
        _to_changed(shown, units, actors),
    )


def to_now(shown: Shown) -> pd.DataFrame:
    """The councils of the quarters that are counted."""
    spans = meeting_groups.to_spans(shown.found.place.units, shown.asked)
    return spans[spans["span"] == NOW]


def _to_changed(shown: Shown, units: pd.DataFrame, actors: Collection[str] | None) -> str:
    """When the newest report came of those that are in the sum."""
    release, viewer = shown.release.number, shown.viewer
    rows = meeting_reads.fetch_rows(release=release, viewer=viewer)
    rows = rows[(rows["form"] == shown.asked.form) & (rows["state"] == State.SHARE)]
    if actors is not None:
        rows = rows[rows["aktor"].isin(actors)]
    told = rows.merge(units[["area", "period"]], on=["area", "period"])
    return newest_report.to_words(meeting_reads.KIND, told, release, viewer)
