"""Täckning: every figure once more by plain loops, the edges, and what is asked of the database."""

from datetime import date

import pandas as pd
import pytest

import clock
from data_access import cache
from data_access.establishment import fetch_pieces
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from geodata.division import FIRST_DAY
from indicators.coverage import SHARES
from indicators.coverage_course import to_days
from pages import coverage_reads, map_reads, reads
from tests.indicators.naive_coverage import count, to_gap_rows, to_groups
from tests.pages.conftest import show
from tests.pages.drawn import to_frames
from ui import coverage_choice
from ui.coverage_choice import measure_name

READER = DEMONSTRATIONS[Role.LASARE]
DAY = date(2026, 11, 1)
ADDRESSES = {
    "the country": {},
    "a region": {"region": "pr-nord"},
    "a lan that areas cross": {"lan": "12"},
    "both": {"region": "pr-syd", "lan": "10"},
    "all covered": {"lan": "09"},
    "the old division": {"dag": "2024-12-31"},
    "the first day": {"dag": "2023-11-09"},
    "compared with a day": {"sedan": "2025-03-31"},
}


def opened(**parameters):
    page = show("tackning", **{"dag": DAY.isoformat(), **parameters})
    assert not page.exception
    assert not page.error
    return page


def said(page):
    return "\n".join(str(one.value) for one in [*page.markdown, *page.info, *page.caption])


def rows_of(day, region=None, lan=None, viewer=READER):
    """The pieces within the choice, as plain rows."""
    rows = fetch_pieces(day, viewer=viewer).to_dict("records")
    for row in rows:
        for name in ("prioritised", "stage", "since", "reason"):
            row[name] = None if pd.isna(row[name]) else row[name]
    within = [row for row in rows if region in (None, row["polisregion"])]
    return [row for row in within if lan in (None, row["lan"])]


def chosen(parameters):
    day = date.fromisoformat(parameters.get("dag", DAY.isoformat()))
    return rows_of(day, parameters.get("region"), parameters.get("lan"))


def whole(numbers):
    covered, over = numbers
    if not over:
        return None
    rounded = round(covered / over * 100)
    if rounded == 100 and covered < over:
        return 99
    return 1 if rounded == 0 and covered else rounded


def table_with(page, column):
    (found,) = [one.value for one in page.dataframe if column in one.value.columns]
    return found


def or_none(value):
    return None if pd.isna(value) else value


@pytest.mark.parametrize("parameters", ADDRESSES.values(), ids=ADDRESSES)
def test_the_four_shares_equal_a_plain_count(example_data, parameters):
    page, rows = opened(**parameters), chosen(parameters)
    table = table_with(page, "Andel av").set_index("Andel av")
    names = [measure_name(measure) for measure in SHARES]
    bars = [one for one in to_frames(page) if "before_told" in one.columns]
    (bars,) = (one for one in bars if one["name"].tolist() == names)
    for place, measure in enumerate(SHARES):
        covered, over = count(rows, measure)
        row, bar = table.loc[measure_name(measure)], bars.iloc[place]
        assert (row["Med råd"], row["Av"]) == (covered, over)
        assert or_none(row["Nu, %"]) == whole((covered, over))
        assert or_none(bar["share"]) == (covered / over if over else None)
        swedish = f"{covered:,} av {over:,}".replace(",", "\N{NO-BREAK SPACE}")
        assert (swedish in bar["told"]) is bool(over)


@pytest.mark.parametrize("parameters", ADDRESSES.values(), ids=ADDRESSES)
def test_the_list_equals_a_plain_search(example_data, parameters):
    page, rows = opened(**parameters), chosen(parameters)
    expected = to_gap_rows(rows)
    if not expected:
        assert not [one for one in page.dataframe if "Hittills" in one.value.columns]
        return
    table = table_with(page, "Hittills")
    day = date.fromisoformat(parameters.get("dag", DAY.isoformat()))
    names = reads.fetch_names(day, viewer=READER)["lpo"]
    need = {"ja": True, "nej": False, "ej bedömt": None}
    total = sum(young for _need, young, *_ in expected.values())
    order = sorted(expected, key=lambda code: (expected[code][0] is not True, -expected[code][1]))
    so_far = 0
    for code, row in zip(order, table.to_dict("records"), strict=True):
        wanted, young, stage, since, partly = expected[code]
        so_far += young
        assert row["Område"] == names[code]
        assert (need[row["Prioriterat"]], row["Unga"]) == (wanted, young)
        assert or_none(row["Sedan"]) == since
        assert (row["Steg"] == "uppgift saknas") is (stage is None)
        assert row["Andel"] == whole((young, total))
        assert row["Hittills"] == whole((so_far, total))
        assert ("råd i resten" in row["Att veta"]) is partly
        assert "skattad" in row["Att veta"]


@pytest.mark.parametrize(
    ("per", "parameters"),
    [
        *((per, {}) for per in coverage_choice.ALLOWED["per"]),
        ("polisomrade", {"lan": "12"}),
        ("polisregion", {"dag": "2023-11-09"}),
    ],
)
def test_every_group_equals_a_plain_count(example_data, per, parameters):
    page = opened(per=per, **parameters)
    groups = to_groups(chosen(parameters), per)
    day = date.fromisoformat(parameters.get("dag", DAY.isoformat()))
    names = reads.fetch_names(day, viewer=READER)[per]
    table = table_with(page, coverage_choice.per_name(per)).set_index(coverage_choice.per_name(per))
    assert set(table.index) == {names[code] for code in groups}
    columns = ("Prioriterade", "Områden", "Kommuner", "Unga")
    for code, rows in groups.items():
        row = table.loc[names[code]]
        for measure, name in zip(SHARES, columns, strict=True):
            covered, over = count(rows, measure)
            assert (row[f"{name} med råd"], row[f"{name}, alla"]) == (covered, over)
            assert or_none(row[f"{name}, %"]) == whole((covered, over))
        assert ("inga prioriterade områden" in row["Att veta"]) is (
            count(rows, "prioriterade")[1] == 0
        )


@pytest.mark.parametrize("measure", coverage_choice.ALLOWED["av"])
def test_the_bars_of_groups_are_sorted_and_those_with_nothing_say_so(example_data, measure):
    page = opened(per="polisomrade", av=measure)
    bars = [one for one in to_frames(page) if "before_told" in one.columns]
    (groups,) = (one for one in bars if len(one) > len(SHARES))
    shares = groups["share"].tolist()
    known = [one for one in shares if not pd.isna(one)]
    assert known == sorted(known)
    assert shares[: len(known)] == known
    for row in groups[groups["share"].isna()].to_dict("records"):
        assert row["told"].startswith("inga ")


@pytest.mark.parametrize("parameters", [{}, {"region": "pr-stockholm"}, {"lan": "10"}])
def test_every_quarter_equals_a_plain_count_of_its_day(example_data, parameters):
    page = opened(**parameters)
    table = table_with(page, "Dag").set_index("Dag")
    days = to_days(FIRST_DAY, DAY)
    assert sorted(table.index) == list(days)
    columns = ("Prioriterade", "Områden", "Kommuner", "Unga")
    for day in days:
        rows, row = rows_of(day, **parameters), table.loc[day]
        for measure, name in zip(SHARES, columns, strict=True):
            covered, over = count(rows, measure)
            assert (row[f"{name} med råd"], row[f"{name}, alla"]) == (covered, over)
            assert or_none(row[f"{name}, %"]) == whole((covered, over))


def test_the_first_screen_says_how_far_how_it_was_and_where_most_are_without(example_data):
    page, rows = opened(), rows_of(DAY)
    covered, over = count(rows, "prioriterade")
    then = count(rows_of(date(2025, 11, 1)), "prioriterade")
    gaps = sorted((young for _n, young, *_ in to_gap_rows(rows).values()), reverse=True)
    answer = page.markdown[0].value
    assert answer.startswith(
        f"**{covered} av {over} prioriterade områden ({whole((covered, over))}"
    )
    assert "1 november 2026" in answer
    assert f"Den 1 november 2025 var det {then[0]} av {then[1]}" in answer
    assert f"de tio områdena med flest rymmer {whole((sum(gaps[:10]), sum(gaps)))}" in answer


def test_prioritised_alone_are_listed_when_asked(example_data):
    table = table_with(opened(visa="prioriterade"), "Hittills")
    assert set(table["Prioriterat"]) == {"ja"}
    everything = table_with(opened(), "Hittills")
    assert len(everything) > len(table)
    assert everything.iloc[: len(table)]["Hittills"].tolist() == table["Hittills"].tolist()


def test_where_a_council_is_not_needed_is_no_gap_but_has_a_reason(example_data):
    page = opened()
    table = table_with(page, "Skäl")
    assert len(table) and table["Skäl"].str.len().gt(0).all()
    listed = table_with(page, "Hittills")
    assert not set(table["Område"]) & set(listed["Område"])


def test_with_nothing_prioritised_there_is_no_zero_percent_of_it(example_data):
    page = opened(dag="2023-11-09")
    assert "Inget område i Sverige är bedömt som prioriterat" in page.markdown[0].value
    assert "Prioriterade områden: inga prioriterade områden." in said(page)
    notes = [one for one in to_frames(page) if list(one.columns) == ["told"]]
    assert sorted(one["told"].tolist() for one in notes) == [
        *[[]] * 3,
        ["inga prioriterade områden"],
    ]


def test_where_all_is_covered_there_is_no_list(example_data):
    page = opened(lan="09")
    words = said(page)
    assert "Inga unga bor utan etablerat råd där ett sådant kan bli aktuellt." in words
    assert "(100\N{NO-BREAK SPACE}%)" in words
    assert "Inget område är utan etablerat råd" in words


def test_a_choice_without_areas_says_so_and_draws_nothing(example_data):
    page = opened(region="pr-nord", lan="12")
    assert page.markdown[0].value == "Inget område ligger i urvalet."
    assert not page.dataframe
    assert not page.get("vega_lite_chart")


def test_a_series_over_a_new_division_says_so(example_data):
    assert "2025-03-31" in said(opened(region="pr-stockholm"))
    assert "ny indelning" in said(opened(region="pr-stockholm"))
    assert "ny indelning" not in said(opened(region="pr-nord"))


@pytest.mark.parametrize("name", coverage_choice.ALLOWED)
def test_a_bad_choice_gives_a_sentence_and_the_usual(example_data, name):
    page = opened(**{name: "<b>finns inte</b>"})
    (warning,) = page.warning
    assert "finns inte" in warning.value and "<b>" not in warning.value.replace("\\<", "")
    assert name not in page.query_params


def test_a_year_ago_is_compared_with_unless_a_day_is_asked_for(example_data):
    page = opened()
    assert page.date_input(key="f_sedan").value == date(2025, 11, 1)
    assert "sedan" not in page.query_params
    page = opened(sedan="2026-03-31")
    assert page.date_input(key="f_sedan").value == date(2026, 3, 31)


def test_every_chart_is_told_and_no_percent_is_made_up(example_data):
    page = opened()
    charts = page.get("vega_lite_chart")
    assert len(charts) == 6
    for chart in charts:
        assert len(chart.proto.alt) > 20 and "*" not in chart.proto.alt


def test_a_selected_area_has_its_row_and_a_way_to_all_about_it(example_data):
    page = opened(omrade="lpo-lund")
    assert any("Allt om Lund" in link.proto.label for link in page.get("page_link"))


def test_a_narrow_scope_is_shown_no_group_that_it_sees_in_part(example_data):
    asker = Viewer(Role.LASARE, frozenset({"po-malmo"}))
    for per, codes in (("polisomrade", {"po-malmo"}), ("polisregion", set()), ("lan", set())):
        found = coverage_reads.fetch_groups(per, DAY, None, None, viewer=asker)
        assert set(found["code"]) == codes
    rows = rows_of(DAY, viewer=asker)
    assert {row["polisomrade"] for row in rows} == {"po-malmo"}
    counts = coverage_reads.fetch_counts(DAY, None, None, viewer=asker)
    assert {name: one[:2] for name, one in counts.items()} == {
        name: count(rows, name) for name in SHARES
    }


MOST = 41  # the frame's, two days and all quarters at once


def test_the_number_of_questions_does_not_follow_the_quarters(example_data, asked):
    numbers = []
    for day in (date(2025, 6, 30), DAY):
        page = show("tackning", dag=day.isoformat())
        cache.forget_answers()
        map_reads.fetch_packet("lpo", day, clock.today(), viewer=READER)  # Karta's own
        asked.clear()
        page.run()
        assert not page.exception
        numbers.append(len(asked))
    assert numbers[0] == numbers[1] <= MOST, numbers


def test_another_group_asks_the_database_nothing_but_its_version(example_data, asked):
    page = opened()
    asked.clear()
    page.query_params["per"] = "lan"
    page.run()
    assert asked == []
