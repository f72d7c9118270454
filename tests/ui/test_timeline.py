"""The bar of a council's stages: unbroken, well formed, and the same in words."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indicators.stages import ALL_STAGES
from ui import timeline

FIRST, LAST = date(2023, 11, 9), date(2026, 11, 1)
SVG = "{http://www.w3.org/2000/svg}"


def history(*events: tuple[date, str | None]) -> timeline.Marks:
    """Events in order of time."""
    return list(events)


days = st.dates(FIRST - timedelta(days=100), LAST + timedelta(days=100))
histories = st.lists(st.tuples(days, st.sampled_from([*ALL_STAGES, None])), max_size=12).map(
    lambda events: history(*sorted(events, key=lambda event: event[0]))
)
periods = st.tuples(st.dates(FIRST, LAST), st.dates(FIRST, LAST)).map(sorted)


@given(histories, periods)
def test_spans_have_no_gap_and_no_overlap_and_cover_the_whole_time(events, period):
    first, last = period
    spans = timeline.to_spans(events, first, last)
    if first == last:
        assert spans == []
        return
    assert spans[0][0] == first
    assert spans[-1][1] == last
    assert all(start < end for start, end, _stage in spans)
    assert all(one[1] == next_[0] for one, next_ in pairwise(spans))


@given(histories, periods)
def test_each_day_of_a_span_has_the_stage_of_the_last_event_so_far(events, period):
    first, last = period
    for start, _end, stage in timeline.to_spans(events, first, last):
        before = [found for day, found in events if day <= start]
        expected = before[-1] if before else None
        assert stage == expected


@given(histories, periods)
def test_the_picture_is_well_formed_and_stays_inside_its_frame(events, period):
    svg, _said = timeline.stage_timeline(events, *period)
    root = ET.fromstring(svg)  # noqa: S314  our own text
    assert root.tag == f"{SVG}svg"
    assert root.get("width") == "100%"
    bars = root.findall(f"{SVG}rect")
    assert len(bars) == len(timeline.to_spans(events, *period))
    for bar in bars:
        left, wide = (float(bar.get(name).removesuffix("%")) for name in ("x", "width"))
        assert left >= 0
        assert left + wide <= 100.02


def test_the_bar_begins_with_missing_until_the_first_event():
    spans = timeline.to_spans(history((date(2024, 5, 1), "planerat")), FIRST, LAST)
    assert spans == [(FIRST, date(2024, 5, 1), None), (date(2024, 5, 1), LAST, "planerat")]


def test_an_event_before_the_first_day_holds_from_the_first_day():
    spans = timeline.to_spans(history((date(2020, 1, 1), "etablerat")), FIRST, LAST)
    assert spans == [(FIRST, LAST, "etablerat")]


def test_of_two_events_on_a_day_the_last_holds():
    day = date(2024, 5, 1)
    spans = timeline.to_spans(history((day, "planerat"), (day, "etablerat")), FIRST, LAST)
    assert [stage for _start, _end, stage in spans] == [None, "etablerat"]


def test_the_words_name_each_stage_with_its_day():
    events = history((date(2024, 5, 1), "kartlaggning"), (date(2025, 2, 3), "etablerat"))
    _svg, said = timeline.stage_timeline(events, FIRST, LAST)
    assert said == "2024-05-01 kartläggning · 2025-02-03 etablerat"


def test_the_words_name_the_stage_that_was_reached_on_the_shown_day_itself():
    events = history((date(2024, 5, 1), "kartlaggning"), (LAST, "etablerat"))
    _svg, said = timeline.stage_timeline(events, FIRST, LAST)
    assert "etablerat" in said


def test_a_picture_always_has_words():
    """An empty alternative text hides the picture from those who hear the page."""
    _svg, said = timeline.stage_timeline(history((FIRST, "kartlaggning")), FIRST, FIRST)
    assert said
