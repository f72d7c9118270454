"""The overview's headline figures: the same as what its bars and the map say."""

from datetime import date

import pytest

from data_access.viewer import DEMONSTRATION
from pages.overview_reads import fetch_headline
from pages.reads import fetch_status
from tests.pages.conftest import show

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
