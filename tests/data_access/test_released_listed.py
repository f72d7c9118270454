"""Rates of every entry of a list at once: the same as of each by itself, in one question."""

import pandas as pd
import pytest

from data_access.approval import approve
from data_access.cache import forget_answers
from data_access.released_rates import fetch_listed, fetch_newest, fetch_rates
from data_access.releasing import make_release
from data_access.submissions import read_submissions
from data_access.version import picture
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter
from reporting.rows import Row, Unit
from reporting.values import Gap
from tests.data_access.exact import NORTH, hide, spread
from tests.data_access.reports import FAR, NATIONAL, OWN, Q3, READER, sent
from tests.statements import listening

ENTRIES = ("sspf-insats", "orossamtal", "mentorskap")
SOUTH = Viewer(Role.LASARE, frozenset({"pr-syd"}))
NEW = (str(Q3),)
WAYS = [("lpo", ("quarter",)), ("polisregion", ()), ("riket", ("quarter", "sex", "age_group"))]


def publish(*quarters):
    """A release of three measures, of which one has a gap, each in other areas."""
    for quarter in quarters:
        units = {}
        for place, area in enumerate((*NORTH, FAR)):
            of = [ENTRIES[0], *(ENTRIES[1:2] if area == OWN else ())]
            rows = [
                Row({"atgard": one, **spread(1801 + 61 * place), "anteckning": "x"}) for one in of
            ]
            missing = dict.fromkeys(spread(0), Gap.MISSING)
            rows.append(Row({"atgard": ENTRIES[2], **missing, "anteckning": "x"}))
            units[Unit(area, "atgarder", quarter)] = tuple(rows)
        sent(units, viewer=NATIONAL)
        approve(
            [one.id for one in read_submissions(units, viewer=NATIONAL).values()], viewer=NATIONAL
        )
    return make_release(viewer=NATIONAL)


def publish_rounded():
    publish(Quarter(2026, 2), Q3)


def publish_hidden():
    publish(Quarter(2026, 2), Q3)


# Counts of one table, and sums of another, asked for in the same way
@pytest.fixture(
    params=[
        ("sqlite", "avrundning", publish_rounded),
        ("postgresql", "undertryckning", publish_hidden),
    ],
    ids=["counts", "sums"],
)
def released(request, make_database, use_database, monkeypatch):
    kind, method, fill = request.param
    hide(monkeypatch, method)
    use_database(make_database(kind, fill=fill), is_own=True)
    return 1


def test_each_entry_is_told_as_by_itself(released):
    for level, split in WAYS:
        check_each(released, level, split, READER)
    for level in ("lpo", "riket"):
        check_each(released, level, dict(WAYS)[level], SOUTH)


def check_each(released, level, split, viewer):
    periods = NEW if "quarter" in split else ("2026K2", str(Q3))
    found = fetch_listed("atgard", level, split, periods, release=released, viewer=viewer)
    assert set(found["entry"]) == (set(ENTRIES) if len(found) else set())
    assert found.empty is (viewer is SOUTH and level == "riket")
    for entry, own in found.groupby("entry"):
        alone = fetch_rates("atgard", entry, level, split, release=released, viewer=viewer)
        alone = alone[alone["quarter"].isin([*NEW, "totalt"])].reset_index(drop=True)
        listed = own.drop(columns="entry").reset_index(drop=True)
        pd.testing.assert_frame_equal(listed, alone, check_dtype=False)


def test_a_quarter_that_the_release_has_nothing_of_is_empty(released):
    assert fetch_listed(
        "atgard", "lpo", ("quarter",), ("2026K1",), release=released, viewer=READER
    ).empty


def test_the_newest_is_that_of_the_release_up_to_the_asked(released):
    def newest(last, listing="atgard", release=released):
        return fetch_newest(listing, last, release=release, viewer=READER)

    assert newest("2026K4") == newest("2026K3") == "2026K3"
    assert newest("2026K2") == "2026K2"
    assert newest("2026K1") is None
    assert newest("2026K4", "indikator") is None
    assert newest("2026K4", release=99) is None


def count_statements(ask):
    forget_answers()
    with listening() as asked, picture():
        ask()
    return len(asked)


def test_all_of_them_are_read_by_as_few_statements_as_one(sqlite_engine):
    of = {"release": publish(Q3), "viewer": READER}
    one = count_statements(lambda: fetch_rates("atgard", ENTRIES[0], "lpo", (), **of))
    assert count_statements(lambda: fetch_listed("atgard", "lpo", (), NEW, **of)) == one > 0
