"""Etablering: its figures counted a second time, and that it is right whatever it is asked."""

import json
from collections import Counter
from datetime import date, timedelta
from random import Random

import pandas as pd
import pytest

from data_access import connect
from data_access.cache import forget_answers
from data_access.establishment import (
    fetch_assessments,
    fetch_history,
    fetch_recent,
    fetch_stages,
)
from data_access.version import picture
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from indicators.periods import Quarter
from indicators.stages import ALL_STAGES
from pages.establishment_reads import fetch_establishment
from pages.overview_reads import fetch_headline
from pages.reads import fetch_inside, fetch_names
from tests.pages.alike import add_events, all_alike
from tests.pages.conftest import show
from tests.pages.test_trends_page import alts, charts, said
from tests.statements import listening
from ui.palette import stage_label

__all__ = ["all_alike"]

ON = date(2026, 11, 1)
DAY = {"dag": ON.isoformat()}
READER, LEAD = DEMONSTRATIONS[Role.LASARE], DEMONSTRATIONS[Role.NATIONELL]
WAITING = ("ej-paborjat", "kartlaggning", "planerat", "uppstartat")


def opened(**parameters):
    page = show("etablering", **DAY | parameters)
    assert not page.exception
    return page


def numbers(page):
    return {one.label: (one.value, one.delta) for one in page.metric}


def table(page, first):
    return next(one.value for one in page.dataframe if one.value.columns[0] == first)


def links(page):
    return [one for one in page.get("page_link") if "omrade" in one.proto.query_string]


def stages_on(on, codes=None):
    frame = fetch_stages("lpo", on, viewer=READER)
    frame = frame if codes is None else frame[frame["code"].isin(codes)]
    return dict(zip(frame["code"], frame["stage"], strict=True))


def test_the_first_screen_says_how_far_and_where_it_leads(example_data):
    page = opened()
    headline = fetch_headline(ON, None, None, viewer=READER)
    stages = Counter(stages_on(ON).values())
    words = said(page)
    assert f"**{stages['etablerat']} av 95 lokalpolisområden** har ett etablerat råd" in words
    assert f"{headline.partly} av dem bara i en del av området" in words
    assert headline.established + headline.partly == stages["etablerat"]
    shown, _below = numbers(page)["Prioriterade med etablerat råd"]
    assert shown == f"{headline.prioritised_established} av {headline.prioritised}"
    assert "Om takten håller är **mellan" in words and "den 10 december 2026" in words


@pytest.mark.parametrize("where", [{}, {"region": "pr-syd"}, {"lan": "01"}, {"region": "pr-nord"}])
def test_every_quarter_is_what_its_last_day_says(example_data, where):
    rows = table(opened(**where), "Kvartal").to_dict("records")
    assert len(rows) == 13
    for row in rows:
        last = min(Quarter.parse(row["Kvartal"].replace(" ", "")).last, ON)
        assert row["Läget"] == last
        inside = fetch_inside("lpo", last, where.get("region"), where.get("lan"), viewer=READER)
        counted = Counter(stages_on(last, set(inside)).values())
        for stage in (*ALL_STAGES, None):
            assert row[stage_label(stage).capitalize()] == counted[stage], (row, stage)
        assert row["Alla områden"] == sum(counted.values())


def test_each_region_is_as_plain_loops_count_it(example_data):
    page = opened()
    rows = table(page, "Polisregion").set_index("Polisregion")
    stages, names = stages_on(ON), fetch_names(ON, viewer=READER)["polisregion"]
    assert list(rows.index) == list(names.values())
    stalled = 0
    for code, name in names.items():
        inside = fetch_inside("lpo", ON, code, None, viewer=READER)
        row, still, longest = rows.loc[name], 0, 0
        assert (row["Etablerade"], row["Av"]) == (
            sum(stages[one] == "etablerat" for one in inside), len(inside),
        )  # fmt: skip
        for one in inside:
            events = fetch_history(one, ON, viewer=READER)
            own = set(events["effective_on"])
            if stages[one] in WAITING and (ON - max(own)).days >= 180:
                still, longest = still + 1, max(longest, (ON - max(own)).days)
        stalled += still
        assert row["Stannat av"] == still, name
        assert still == 0 or row["Längst, dagar"] == longest, name
    assert numbers(page)["Har stannat av"][0] == str(stalled)
    new = sum(int(rows[one].sum()) for one in ("2025 K4", "2026 K1", "2026 K2", "2026 K3"))
    assert numbers(page)["Nya, fyra hela kvartal"] == (str(new), "2025 K4–2026 K3")
    assert rows["Nya, fyra kvartal"].sum() == new


def test_what_is_new_is_the_first_time_and_never_by_a_new_division(example_data):
    """Over each day with an event and the last of each quarter: who is established that day and
    never was before."""
    before, new, names = set(), Counter(), {"lpo-norra-innerstaden", "lpo-lidingo-kungsholmen"}
    first = date(2023, 11, 8)
    events = set(fetch_recent(first, ON, viewer=READER)["effective_on"])
    quarters = Quarter.range(Quarter.of(first), Quarter.of(ON))
    for on in sorted(events | {min(one.last, ON) for one in quarters} | {date(2025, 1, 1)}):
        for code, stage in stages_on(on).items():
            if stage == "etablerat" and code not in before:
                before.add(code)
                if not (code in names and on == date(2025, 1, 1)):
                    new[str(Quarter.of(on)).replace("K", " K")] += 1
    rows = table(opened(), "Polisregion")
    quarters = [name for name in rows.columns if " K" in name]
    assert {one: int(rows[one].sum()) for one in quarters if rows[one].sum()} == new


def test_all_95_areas_stand_in_the_charts_once_and_what_has_stalled_first(example_data):
    page = opened()
    rows = [to_rows(chart) for chart in charts(page) if "spans" in chart["datasets"]]
    assert len(rows) == 7
    names = [name for of_region in rows for name in of_region]
    assert sorted(names) == sorted(fetch_names(ON, viewer=READER)["lpo"].values())
    areas = table(page, "Område").set_index("Område")
    assert len(areas) == 95
    for of_region in rows:
        days = [areas.loc[name, "Stannat av, dagar"] for name in of_region]
        still = [one for one in days if not pd.isna(one)]
        assert still == sorted(still, reverse=True) and days[: len(still)] == still
        told = [areas.loc[name, "Steg"] for name in of_region]
        first = told.index("etablerat")
        assert set(told[first:]) == {"etablerat"}


def to_rows(chart):
    return list(dict.fromkeys(row["name"] for row in chart["datasets"]["spans"]))


def test_the_table_of_areas_says_what_each_area_says(example_data):
    areas = table(opened(), "Område")
    stages, names = stages_on(ON), fetch_names(ON, viewer=READER)["lpo"]
    found = dict(zip(areas["Område"], areas["Steg"], strict=True))
    assert found == {names[code]: stage_label(stage) for code, stage in stages.items()}


def test_what_has_stalled_leads_to_its_page(example_data):
    page = opened(stilla="90")
    found = links(page)
    assert len(found) == 8 and "till finns överst" in said(page)
    assert all("stilla=90" in one.proto.query_string for one in found)
    more, fewer = (int(numbers(opened(stilla=days))["Har stannat av"][0]) for days in ("90", "365"))
    assert more > fewer > 0


def test_only_prioritised_areas_can_be_counted(example_data):
    page = opened(bas="prioriterade")
    frame = fetch_assessments("lpo", ON, viewer=READER)
    prioritised = {
        code for code, is_so in zip(frame["code"], frame["prioritised"], strict=True) if is_so
    }
    row = table(page, "Kvartal").iloc[0]
    counted = Counter(stages_on(ON, prioritised).values())
    assert row["Alla områden"] == len(prioritised)
    assert row["Etablerat"] == counted["etablerat"]
    assert f"av {len(prioritised)} prioriterade lokalpolisområden**" in said(page)
    assert "Sverige, prioriterade" in json.dumps(charts(page), ensure_ascii=False)


def test_a_single_area_says_where_it_stands_and_since_when(example_data):
    page = opened(omrade="lpo-norra-innerstaden")
    since = stages_on(ON)["lpo-norra-innerstaden"]
    assert f"**Norra innerstaden** är **{stage_label(since)}** sedan 24 augusti 2024." in said(page)
    (chart,) = charts(page)
    (span,) = chart["datasets"]["spans"]  # not before the area was there
    assert span["since"] == "2025-01-01"
    assert not page.metric
    assert [one.proto.label for one in links(page)] == ["Allt om området"]


def test_an_area_of_which_nothing_is_known_says_so(example_data):
    missing = next(code for code, stage in stages_on(ON).items() if stage is None)
    page = opened(omrade=missing)
    assert ": uppgift saknas." in said(page)
    assert table(page, "Område")["Sedan"].isna().all()


def test_a_region_and_a_county_that_do_not_meet_are_told(example_data):
    page = opened(region="pr-nord", lan="12")
    assert "Inget lokalpolisområde ligger i urvalet." in said(page)
    assert not charts(page)


def test_no_prioritised_areas_are_told_and_are_no_zero(example_data):
    page = opened(bas="prioriterade", dag="2023-11-09")
    assert "bedömt som prioriterat" in said(page)
    assert numbers(opened(dag="2023-11-09"))["Prioriterade med etablerat råd"][0] == "–"


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"dag": "2023-11-09"}, "fyra hela kvartal"),
        ({"dag": "2024-12-31"}, "mellan"),
        ({"region": "pr-nord"}, "för få för att säga vart takten leder"),
        ({"region": "pr-stockholm"}, "återstår att etablera"),
    ],
)
def test_where_it_leads_is_said_only_when_it_can_be(example_data, parameters, words):
    assert words in said(opened(**parameters)).split("\n")[0]


@pytest.mark.parametrize(("name", "value"), [("bas", "[x](y)"), ("stilla", "0"), ("stilla", "-1")])
def test_an_unknown_value_is_told_and_the_page_is_shown(example_data, name, value):
    page = opened(**{name: value})
    assert len(page.warning) == 1 and name in page.warning[0].value
    assert "[x](y)" not in page.warning[0].value
    assert charts(page) and name not in page.query_params
    assert not page.run().warning


def test_each_chart_says_its_finding_its_day_and_that_it_is_made_up(example_data):
    page = opened()
    assert len(charts(page)) == 9 and all(alts(page))
    for chart in charts(page):
        assert "Läget 2026-11-01" in chart["title"]["subtitle"][0]
        assert chart["title"]["subtitle"][-1] == "EXEMPELDATA"


def test_decisions_and_deadlines_are_marked_up_to_the_next(example_data):
    chart = next(one for one in charts(opened()) if "bars" in one["datasets"])
    marks = chart["datasets"]["marks"]
    assert [mark["kind"] for mark in marks] == [
        "beslut", "frist", "redovisning", "redovisning", "beslut", "stöd", "frist", "frist",
    ]  # fmt: skip
    (ahead,) = chart["datasets"]["ahead"]
    now = stages_on(ON)
    assert now and ahead["low"] >= Counter(now.values())["etablerat"]


@pytest.mark.parametrize("scope", ["pr-nord", "po-norrbotten", "lpo-lulea-boden"])
def test_who_sees_a_part_sees_nothing_of_the_rest(example_data, monkeypatch, scope):
    viewer = Viewer(Role.LASARE, frozenset({scope}), subject="n", example=True)
    monkeypatch.setitem(DEMONSTRATIONS, Role.LASARE, viewer)
    page = opened()
    text = said(page) + json.dumps(charts(page), ensure_ascii=False)
    text += "".join(one.value.to_csv() for one in page.dataframe)
    for foreign in ("Sverige", "Stockholm", "Malmö"):
        assert foreign not in text, foreign
    assert "Luleå" in text


def test_when_all_are_established_nothing_remains(all_alike):
    all_alike("etablerat", ON)
    page = opened()
    assert "**95 av 95 lokalpolisområden**" in said(page)
    assert "Färre än 5 områden återstår" in said(page)
    assert numbers(page)["Har stannat av"][0] == "0"
    assert not links(page)


def test_when_none_is_to_have_a_council_it_is_no_shortfall(all_alike):
    all_alike("ej-aktuellt", ON)
    page = opened()
    assert "**0 av 95 lokalpolisområden**" in said(page)
    assert "Färre än 5 områden återstår" in said(page)
    assert numbers(page)["Har stannat av"][0] == "0"
    assert table(page, "Kvartal").iloc[0]["Ej aktuellt"] == 95


def count_asked(ask):
    with listening(connect.engine()) as asked:
        ask()
    return asked


def test_the_number_of_questions_is_the_same_for_twenty_years(example_data_of_own):
    def ask():
        forget_answers()
        with picture():  # the version is read once
            assert fetch_establishment(ON, None, None, None, "alla", 180, viewer=READER)

    before = count_asked(ask)
    days = [date(2003, 11, 9) + timedelta(days=91 * number) for number in range(80)]
    add_events(lambda number: Random(number).choice(ALL_STAGES), days)
    assert len(count_asked(ask)) == len(before) <= 15
    assert count_asked(ask_again) == []


def ask_again():
    """Other choices of the same day are put together from what is kept."""
    with picture():
        for region in fetch_names(ON, viewer=READER)["polisregion"]:
            assert fetch_establishment(ON, region, None, None, "alla", 90, viewer=READER)


def test_the_page_asks_a_set_number_of_questions_and_a_choice_none(example_data_of_own):
    page = opened()
    asked = count_asked(lambda: page.selectbox(key="f_region").select("pr-nord").run())
    assert not page.exception and page.query_params["region"] == "pr-nord"
    assert asked == []
    forget_answers()
    assert len(count_asked(page.run)) <= 26
