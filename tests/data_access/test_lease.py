"""What only one may do at a time."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from data_access.connect import reading, writing
from data_access.lease import UnderWay, holding
from data_access.schema_release import LEASE


def held():
    with reading() as connection:
        return connection.scalars(select(LEASE.c.name)).all()


def end_in(**later):
    with writing() as connection:
        connection.execute(update(LEASE).values(until=datetime.now(UTC) + timedelta(**later)))


def test_a_second_one_is_refused_until_the_first_is_done(engine):
    with holding("utgåva"):
        with pytest.raises(UnderWay, match="utgåva is under way"), holding("utgåva"):
            pass
        with holding("annat"):
            assert sorted(held()) == ["annat", "utgåva"]
    assert held() == []
    with holding("utgåva"):
        pass


def test_the_lease_of_one_who_was_killed_ends_by_itself(engine):
    slow = holding("utgåva")
    renew_slow = slow.__enter__()
    end_in(seconds=-1)
    with holding("utgåva") as renew:
        renew()
        with pytest.raises(UnderWay):
            renew_slow()
        slow.__exit__(None, None, None)  # gives back what is its own, and that is nothing now
        assert held() == ["utgåva"]
    assert held() == []


def test_who_renews_keeps_it(engine):
    with holding("utgåva") as renew:
        end_in(seconds=-1)
        renew()
        with pytest.raises(UnderWay), holding("utgåva"):
            pass


def test_it_is_given_back_also_after_an_error(engine):
    with pytest.raises(ZeroDivisionError), holding("utgåva"):
        raise ZeroDivisionError
    assert held() == []
