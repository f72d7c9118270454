"""A country where every area is alike: for what is all, nothing, or equal."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert, select

from data_access.connect import writing
from data_access.councils import add_council, cover_area
from data_access.establishment import fetch_stages
from data_access.schema import COUNCIL, COUNCIL_EVENT
from data_access.version import forget_version
from data_access.viewer import DEMONSTRATIONS, Role

ON = date(2026, 11, 1)
READER, LEAD = DEMONSTRATIONS[Role.LASARE], DEMONSTRATIONS[Role.NATIONELL]


@pytest.fixture
def all_alike(example_data_of_own):
    """all_alike(stage, day): every area of the country is there from the day."""

    def say(stage, day):
        by = {"viewer": LEAD, "source": "test", "recorded_at": datetime(2024, 1, 1, tzinfo=UTC)}
        found = fetch_stages("lpo", ON, viewer=READER)
        for code in found.loc[found["stage"].isna(), "code"]:
            add_council(f"rad-{code}", code, "lokal", **by)
            cover_area(f"rad-{code}", code, date(2023, 12, 1), **by)
        add_events(lambda _number: stage, [day])

    return say


def add_events(to_stage, days):
    """An event of each council on each of the days."""
    with writing() as connection:
        rows = [
            {
                "council_id": council, "stage": to_stage(number), "effective_on": day,
                "reason": "därför", "source": "test", "is_example": True, "recorded_by": "test",
                "recorded_at": datetime(2026, 10, 1, tzinfo=UTC),
            }
            for (council,) in connection.execute(select(COUNCIL.c.id)).all()
            for number, day in enumerate(days)
        ]  # fmt: skip
        connection.execute(insert(COUNCIL_EVENT), rows)
    forget_version()
