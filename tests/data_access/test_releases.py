"""What readers get of a release: figures of whole areas, what is missing, and whom they are for."""

import pytest

from data_access.approval import approve
from data_access.released_rates import fetch_rates
from data_access.releases import fetch_releases
from data_access.releasing import make_release
from data_access.viewer import Role, Viewer
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from reporting.values import Gap
from tests.data_access.reports import FAR, MANAGER, NATIONAL, NEAR, OWN, Q3, READER, newest, sent

MEASURE = ("atgard", "sspf-insats")
TWELVE = dict.fromkeys(CELLS, 12)
CROSSED = ("lpo-nybro", "lpo-karlshamn")


def publish_one():
    """Twelve in each cell of an area, sent, approved and published."""
    _publish({OWN: TWELVE})


def publish_various():
    """That, nothing in an area beside it, nothing to count in another, and others elsewhere."""
    apart = dict.fromkeys(CELLS, Gap.NOT_APPLICABLE)
    areas = {OWN: TWELVE, NEAR: dict.fromkeys(CELLS, 0), "lpo-medelpad": apart}
    _publish(areas | {FAR: TWELVE, CROSSED[1]: TWELVE})


def _publish(reported):
    for area, cells in reported.items():
        unit = Unit(area, "atgarder", Q3)
        row = Row({"atgard": MEASURE[1], **cells, "anteckning": "prov"})
        sent({unit: (row,)}, viewer=NATIONAL)
        approve([newest(unit).id], viewer=NATIONAL)
    assert make_release(viewer=NATIONAL, note="Prov") == 1


@pytest.fixture
def one(filled_engine):
    filled_engine(publish_one)


@pytest.fixture
def various(filled_engine):
    filled_engine(publish_various)


def figures(level, viewer=READER, split=("quarter",)):
    found = fetch_rates(*MEASURE, level, split, release=1, viewer=viewer)
    return found.set_index("code")


def test_a_release_says_what_it_is_and_no_figure(one):
    told = fetch_releases(viewer=READER)[0]
    assert (told.number, told.base, told.cells, told.note) == (1, 5, 6, "Prov")
    assert told.is_example
    assert all(one["mean"] is None for one in told.quality)  # too few sums to be told


def test_an_lpo_that_sent_nothing_is_missing_in_every_sum_and_never_zero(one):
    country = figures("riket").loc["se"]
    assert (country["value"], country["parts"], country["missing"]) == (72, 570, 564)
    near = figures("lpo").loc[NEAR]
    assert near["reason"] == "saknas"
    assert near["value"] is None or near.isna()["value"]


def test_a_zero_that_was_reported_is_a_zero_that_may_be_rounded(various):
    near = figures("lpo").loc[NEAR]
    assert (near["value"], near["reason"], near["missing"]) == (0, "ok", 0)
    assert near["rounded"]


def test_a_gap_that_was_reported_keeps_its_word(various):
    assert figures("lpo").loc["lpo-medelpad", "reason"] == "ej-tillampligt"


def test_a_lan_that_shares_an_lpo_has_no_sum(various):
    lan = figures("lan")
    assert lan.loc["25", "value"] == 72
    for code in ("10", "12", "07", "08"):
        assert lan.loc[code, "reason"] == "ej-tillampligt"
        assert lan.isna().loc[code, "value"]


def test_a_reader_of_a_region_sees_its_areas_and_no_sum_beyond_them(various):
    north = Viewer(Role.LASARE, frozenset({"pr-nord"}))
    assert set(figures("polisregion", north).index) == {"pr-nord"}
    assert FAR not in figures("lpo", north).index
    assert figures("riket", north).empty
    alone = Viewer(Role.LASARE, frozenset({OWN}))
    assert set(figures("lpo", alone).index) == {OWN}
    assert figures("polisregion", alone).empty


def test_an_administrator_sees_no_figure(one):
    assert figures("lpo", MANAGER).empty


@pytest.mark.parametrize(("code", "number"), [("finns-inte", 1), ("sspf-insats", 7)])
def test_what_there_is_not_is_empty(one, code, number):
    args = ("atgard", code, "lpo")
    assert fetch_rates(*args, release=number, viewer=READER).empty
