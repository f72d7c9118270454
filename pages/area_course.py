"""How far an area's local police areas have come, which have stalled, and what is covered."""

import streamlit as st

from data_access.area import Area
from data_access.viewer import Viewer
from indicators import pace
from indicators.courses import Course
from indicators.stages import ESTABLISHED
from pages.chosen_reads import count_partly, fetch_chosen
from pages.coverage_reads import fetch_covered
from pages.reads import fetch_names
from ui import area_card, pace_words
from ui.choice import Choice
from ui.pace_choice import ALL
from words import plural


def show(area: Area, choice: Choice, viewer: Viewer) -> None:
    """Whether the area has stalled; of several how many are established, and which have."""
    found = fetch_chosen(choice.day, None, None, area.code, ALL, viewer=viewer)
    here = pace.to_existing(found, choice.day)
    if area.level == "lpo":
        said = "".join(_to_one(one, choice) for one in here)
    else:
        said = _to_several(here, choice, viewer)
    if said:
        st.markdown(said)
    if area.level in ("lpo", "kommun"):
        young, parts = fetch_covered(area.level, area.code, choice.day, viewer=viewer)
        st.markdown(area_card.covered_words(young, parts))


def _to_one(course: Course, choice: Choice) -> str:
    """Of an area on its way, whether anything is heard of it; nothing of others."""
    last = course.heard_by(choice.day)
    if last is None or course.stage_on(choice.day) not in pace.ON_THE_WAY:
        return ""
    stalled = bool(pace.find_stalled([course], choice.day))
    return area_card.heard_words(last.day, choice.day, stalled=stalled)


def _to_several(here: list[Course], choice: Choice, viewer: Viewer) -> str:
    """How many are established, how many have stalled, and which."""
    on = choice.day
    if not here:
        return pace_words.nothing(prioritised=False)
    names = fetch_names(on, viewer=viewer)["lpo"]
    stages = pace.count_stages(here, on)
    stalled = pace.find_stalled(here, on)
    missing = [names[one.code] for one in here if one.stage_on(on) is None]
    part = count_partly(here, on, viewer=viewer)
    far = pace_words.how_far(stages[ESTABLISHED], len(here), on, prioritised=False, part=part)
    told = pace_words.stalled(stalled, pace.STILL_DAYS, missing)
    lines = [f"- {pace_words.stalled_one(one, names[one.course.code])}" for one in stalled]
    most = lines[: area_card.MOST_STALLED]
    if len(lines) > len(most):
        most.append(plural("- {n} till", "- {n} till", len(lines) - len(most)))
    return "\n\n".join([f"{far} {told}", "\n".join(most)])
