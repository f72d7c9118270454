"""Om uppgifterna: what is said to come from public sources does, and is not what was reported."""

from datetime import date

import pytest

from data_access.councils import add_event
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.coverage import SHARES
from pages.about_reads import fetch_public_events
from tests.pages.conftest import show
from tests.viewers import WRITER
from ui.coverage_choice import measure_name

pytestmark = pytest.mark.usefixtures("example_data_of_own")


def test_what_was_reported_is_not_told_as_publicly_known():
    lead = DEMONSTRATIONS[Role.NATIONELL]
    before = fetch_public_events(viewer=lead)
    council = "lokalt-rad-haninge-nynashamn"
    add_event(council, "vilande", date.today(), viewer=WRITER, source="Inlämning 1")
    after = fetch_public_events(viewer=lead)
    assert len(after) == len(before) > 0
    assert "Inlämning 1" not in set(after["source"])


def test_how_coverage_is_counted_is_told_for_each_share():
    (table,) = [one.value for one in show("om").table if "Täckt till en del" in str(one.value)]
    assert {measure_name(one) for one in SHARES} <= set(table["Begrepp"])


def test_it_leads_to_open_data():
    assert any("(/api/v1/)" in text.value for text in show("om").markdown)
