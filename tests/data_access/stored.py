"""A few rows in every table of both stores, with what engines keep in ways of their own."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import func, insert, select

from data_access.api_tokens import create_api_token, list_api_tokens
from data_access.connect import writing
from data_access.drafts import save_draft
from data_access.people import ensure_person, set_access
from data_access.picture_steps import withdraw
from data_access.raw.released import note_released
from data_access.raw.schema import REPORTED_VALUE
from data_access.raw.store import writing_raw
from data_access.schema import (
    API_TOKEN_END,
    LEASE,
    POPULATION_COUNT,
    POPULATION_EDITION,
    RELEASE,
    USER_SESSION,
)
from data_access.stores import PARTS, Stores
from data_access.tokens import create_token, end_token, list_tokens
from data_access.viewer import DEMONSTRATION_PREFIX, Role, Viewer
from tests.data_access import reports
from tests.data_access.pictures import published
from tests.data_access.released import add_release, add_sum
from tests.data_access.reports import EVENT, EVENTS, FULL, MEASURES, NATIONAL, newest, sent

AT = datetime(2026, 11, 2, 8, 0, 0, 120, tzinfo=UTC)  # 120 microseconds
# Signs that files, COPY or JSON write in another way, and one outside the basic plane
TEXT = 'tabb\t, rad\nrad\r, \\N \\. "citat" \', å é \u2028 😀 \x7f'
NUMBERS = (0.1, -0.0, 1e300, 5e-324, 2.0**53 + 2, 3.0)
PLAYER = Viewer(
    Role.ADMIN, frozenset(), subject=f"{DEMONSTRATION_PREFIX}administrator", example=True
)


def fill_all() -> None:
    """Something in every table, all of it example data."""
    _add_people()
    add_release()
    add_sum()
    with writing() as connection:
        told = {"as_of": date(2024, 12, 31), "has_total": True, "source": "test"}
        told |= {"recorded_at": AT, "recorded_by": "test"}
        key = connection.execute(insert(POPULATION_EDITION).values(told)).inserted_primary_key
        count = {"edition": key[0], "area": "2580", "sex": "k", "age_group": "12-14"}
        connection.execute(insert(POPULATION_COUNT).values(count | {"persons": 0}))
        lease = {"name": "prov", "holder": "h", "until": AT}
        connection.execute(insert(LEASE).values(lease))
    published()
    withdraw(published(), "Fel siffra", expected=1, viewer=NATIONAL)
    _add_reports()


def _add_people() -> None:
    set_access("https://idp", "ett", Role.LASARE, ("se",), (), label="L", viewer=PLAYER)
    person = ensure_person("https://idp", "ett")
    with writing() as connection:
        for number in range(2):
            row = {"id": str(number), "person": person, "started_at": AT, "seen_at": AT}
            ended = AT if number else None
            connection.execute(insert(USER_SESSION).values(row | {"ended_at": ended}))
    last = datetime.now(UTC).date() + timedelta(days=9)
    for _number in range(2):
        create_token("Läsare", viewer=reports.READER)
        create_api_token("Någon", ("pr-nord",), ("lagforda@*",), last, viewer=PLAYER)
    end_token(list_tokens(viewer=reports.READER)[0].id, viewer=reports.READER)
    row = {"token": list_api_tokens(viewer=PLAYER)[0].id, "ended_at": AT, "ended_by": "test"}
    with writing() as connection:  # by hand: where people sign in, one made in play doesn't hold
        connection.execute(insert(API_TOKEN_END).values(row))


def _add_reports() -> None:
    sent({MEASURES: (FULL,), EVENTS: (EVENT,)}, NATIONAL)
    unit = MEASURES._replace(kind="hinder")
    save_draft(unit, {"rader": []}, version=0, viewer=reports.REPORTER)
    with writing() as connection:
        token = connection.scalar(select(RELEASE.c.token))
    note_released(token, [newest().id])
    with writing_raw() as connection:
        place = {"submission": newest().id, "row": 9}
        values = [{"field": f"f{one}", "number": value} for one, value in enumerate(NUMBERS)]
        for one in [*values, {"field": "Å", "text": TEXT}, {"field": "a", "gap": "saknas"}]:
            connection.execute(insert(REPORTED_VALUE).values(place | one))


def to_counts(stores: Stores) -> dict[str, int]:
    """How many rows each table has."""
    found = {}
    for part, engine in zip(PARTS, stores, strict=True):
        with engine.connect() as connection:
            for table in part.metadata.sorted_tables:
                asked = select(func.count()).select_from(table)
                found[table.name] = connection.scalar(asked) or 0
    return found


def address_of(stores: Stores) -> str:
    """The main database's address."""
    return stores.main.url.render_as_string(hide_password=False)


class Silent:
    """Told how far a copy has come, and tells nobody."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], int] = {}

    def begin(self, _doing: str, rows: dict[tuple[str, str], int]) -> None:
        """Keeps which tables there are."""
        self.rows = rows

    def go_on(self, part: str, table: str, rows: int) -> None:
        """Nothing."""

    def end(self, part: str, table: str) -> None:
        """Nothing."""
