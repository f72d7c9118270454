"""The overview's headline figures: the same as what its bars and the map say."""

from datetime import date

import pytest

from data_access.viewer import DEMONSTRATION
from pages.overview_reads import fetch_headline
from pages.reads import fetch_status
from tests.pages.alike import all_alike
from tests.pages.conftest import show
from tests.pages.test_trends_page import said

__all__ = ["all_alike"]

DAYS = [date(2024, 12, 31), date(2025, 6, 30), date(2026, 11, 1)]


@pytest.mark.parametrize("day", DAYS)
def test_the_headline_of_prioritised_areas_is_the_sum_of_the_regions(example_data, day):
    """An area that a council covers in part counts neither here nor there."""
    regions = fetch_status("prioriterade", "polisregion", day, viewer=DEMONSTRATION)
    whole = fetch_headline(day, None, None, viewer=DEMONSTRATION)
    assert whole.prioritised == regions["counted_over"].sum() > 0
    assert whole.prioritised_established == regions["covered"].sum() > 0
    for row in regions.to_dict("records"):
        one = fetch_headline(day, row["code"], None, viewer=DEMONSTRATION)
        assert (one.prioritised_established, one.prioritised) == (
            row["covered"],
            row["counted_over"],
        )


def test_a_choice_without_areas_has_nothing_prioritised(example_data):
    nothing = fetch_headline(DAYS[-1], "pr-nord", "12", viewer=DEMONSTRATION)
    assert (nothing.prioritised_established, nothing.prioritised, nothing.areas) == (0, 0, 0)


def test_a_choice_without_areas_says_so_and_counts_nothing(example_data):
    page = show("oversikt", region="pr-nord", lan="12")
    said = "Inget område ligger både i polisregion Nord och i Skåne län."
    assert [one.value.startswith(said) for one in page.warning] == [True]
    for one in page.metric[:4]:
        assert (one.value, one.delta) == ("ej tillämpligt", "")
        assert not one.proto.delta_description
    assert "Urvalet har inga områden." in [one.value for one in page.caption]


@pytest.mark.parametrize(
    ("since", "day", "sign", "colour"),
    [("2025-09-30", "2025-11-01", "−", "red"), ("2025-06-30", "2025-09-30", "+", "green")],
)
def test_a_decline_is_not_drawn_as_an_advance(example_data, since, day, sign, colour):
    """The sign is a true minus, which Streamlit does not read as one."""
    page = show("oversikt", region="pr-ost", sedan=since, dag=day)
    first = page.metric[0]
    assert first.delta.startswith(sign)
    told = first.proto.MetricColor.Name(first.proto.color)
    assert told == colour.upper()


def opened(**parameters):
    page = show("oversikt", dag="2026-11-01", sedan="2026-10-01", **parameters)
    assert not page.exception
    return page


def numbers(page):
    return {one.label: one.value for one in page.metric}


def test_all_established_is_all_of_all(all_alike):
    all_alike("etablerat", DAYS[-1])
    page = opened(region="pr-syd")
    of = fetch_headline(DAYS[-1], "pr-syd", None, viewer=DEMONSTRATION).prioritised
    assert f"**{of} av {of} prioriterade lokalpolisområden**" in said(page)
    assert numbers(page)["Områden med etablerat råd"] == "20 av 20"
    assert numbers(page)["Unga 12–20 år där råd finns"] == "100\N{NO-BREAK SPACE}%"
    assert "Uppgift saknas" not in said(page)


def test_none_established_is_none_of_all_and_not_missing(all_alike):
    all_alike("kartlaggning", DAYS[-1])
    page = opened()
    assert "**0 av " in said(page) and "färre än 1 oktober 2026" in said(page)
    assert numbers(page)["Områden med etablerat råd"] == "0 av 95"
    assert numbers(page)["Unga 12–20 år där råd finns"] == "0\N{NO-BREAK SPACE}%"
    assert "Uppgift saknas" not in said(page)


def test_before_anything_was_known_nothing_is_prioritised_and_all_is_missing(example_data):
    page = show("oversikt", dag="2023-11-09", sedan="2023-11-09")
    assert not page.exception
    assert "Inget område i urvalet är bedömt som prioriterat 9 november 2023." in said(page)
    assert "Uppgift saknas för" in said(page)


def test_an_area_that_is_there_for_a_part_of_the_time_is_counted_while_it_is(example_data):
    """Norrmalm ceased when the division changed."""
    before = show("oversikt", dag="2024-12-31", sedan="2024-10-01")
    assert numbers(before)["Områden med etablerat råd"].endswith(" av 94")
    after = show("oversikt", dag="2025-06-30", sedan="2024-10-01")
    assert numbers(after)["Områden med etablerat råd"].endswith(" av 95")
