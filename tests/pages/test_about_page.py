"""Om uppgifterna: what is said to come from public sources does, and is not what was reported."""

from datetime import date

import pytest

from data_access.councils import add_event
from data_access.viewer import DEMONSTRATIONS, Role
from pages.about_reads import fetch_public_events
from tests.viewers import WRITER

pytestmark = pytest.mark.usefixtures("example_data_of_own")


def test_what_was_reported_is_not_told_as_publicly_known():
    lead = DEMONSTRATIONS[Role.NATIONELL]
    before = fetch_public_events(viewer=lead)
    council = "lokalt-rad-haninge-nynashamn"
    add_event(council, "vilande", date.today(), viewer=WRITER, source="Inlämning 1")
    after = fetch_public_events(viewer=lead)
    assert len(after) == len(before) > 0
    assert "Inlämning 1" not in set(after["source"])
