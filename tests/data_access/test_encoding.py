"""A PostgreSQL database of another encoding than UTF-8 is refused in words, and told as such."""

from collections.abc import Callable

import pytest

from data_access import prepare
from data_access.engine import WrongSchema, engine
from data_access.health import health
from tests.conftest import new_name
from tests.postgres import Postgres
from web.readiness import WRONG_SCHEMA, Readiness


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
def test_a_database_of_another_encoding_is_refused(
    encoding: str, postgresql: Postgres, use_database: Callable[[str], None]
) -> None:
    name = new_name()
    made = f"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{encoding}' LOCALE 'C'"
    postgresql.tell(made)
    use_database(postgresql.get_uri(name))
    with pytest.raises(WrongSchema, match=f"teckenkodningen {encoding}; gör om den"):
        prepare.prepare(engine())
    assert health()["status"] == "fel"
    readiness = Readiness(lambda: prepare.prepare(engine()))
    readiness.begin()
    assert readiness.tell() == WRONG_SCHEMA
