"""The headline shares of Deltagande, explained."""

from functools import partial

from pages.explaining import Explain
from pages.meeting_groups import NOW
from pages.meeting_parts import Shown
from ui import meeting_headline, meeting_words
from ui.explain import Explained
from ui.meeting_choice import window_name
from ui.meeting_words import ALL, FOLLOWED, group_name, value_name
from ui.sheet import release_name


def of_headline(shown: Shown) -> dict[str, Explain]:
    """All, school and health care, in the chosen quarters."""
    found = shown.found.headline.index
    return {
        group_name(group, shown.asked.form): partial(_explain, shown, group)
        for group in (ALL, *FOLLOWED)
        if (NOW, group) in found
    }


def _explain(shown: Shown, group: str) -> Explained:
    cell, asked = shown.found.headline.loc[(NOW, group)], shown.asked
    return Explained(
        group_name(group, asked.form),
        value_name(cell),
        meeting_headline.to_help(cell, group, asked),
        "",
        window_name(asked.window),
        release_name(shown.release.number, shown.release.made_at),
        meeting_words.completeness(shown.found.to_complete(), asked),
        "",
    )
