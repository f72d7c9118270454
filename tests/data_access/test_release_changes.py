"""What differs between two releases: told from what they show, to those who see the areas."""

import pytest

from data_access.approval import approve, unlock
from data_access.release_changes import NotCompared, fetch_changes
from data_access.released_rates import fetch_rates
from data_access.releasing import make_release
from data_access.submissions import read_submissions
from data_access.viewer import Role, Viewer
from geodata.division import to_pieces
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from reporting.values import Gap
from tests.data_access.reports import FAR, NATIONAL, NEAR, OWN, Q3, READER, sent

TWELVE = dict.fromkeys(CELLS, 12)


def release(reported):
    """({area: cells}) sent, approved and published; its number."""
    units = {Unit(area, "atgarder", Q3): cells for area, cells in reported.items()}
    if held := read_submissions(units, viewer=NATIONAL):
        unlock([one.id for one in held.values()], "rättas", viewer=NATIONAL)
    row = {"atgard": "sspf-insats", "anteckning": "prov"}
    sent({unit: (Row(row | of),) if of else () for unit, of in units.items()}, viewer=NATIONAL)
    ids = [one.id for one in read_submissions(units, viewer=NATIONAL).values()]
    approve(ids, viewer=NATIONAL)
    return make_release(viewer=NATIONAL)


def changes(level="lpo", before=1, after=2, viewer=READER):
    return fetch_changes(level, before=before, after=after, viewer=viewer)


def release_two():
    """A count that is changed, one that becomes a gap, an area that is new and one that is gone."""
    release({OWN: TWELVE, FAR: TWELVE})
    release({OWN: TWELVE | {"k_12_14": 40, "m_18_20": Gap.MISSING}, NEAR: TWELVE, FAR: {}})


@pytest.fixture
def two(filled_engine):
    filled_engine(release_two)


def test_each_figure_that_differs_is_told_with_both_values(two):
    found = changes()
    assert found["what"].value_counts().to_dict() == {"ny": 6, "borta": 6, "andrad": 2}
    own = found[found["area"] == OWN].set_index(["sex", "age"])
    woman = own.loc[("kvinna", "12-14")]
    assert (woman["before"], woman["after"], woman["after_gap"]) == (12, 40, None)
    man = own.loc[("man", "18-20")]
    assert (man["before"], man["after_gap"]) == (12, "saknas")
    assert own["after"].isna().to_list() == [False, True]
    assert set(found.loc[found["area"] == NEAR, "what"]) == {"ny"}
    assert set(found.loc[found["area"] == FAR, "what"]) == {"borta"}


def test_regions_are_told_by_their_sums(two):
    found = changes("polisregion").set_index("area")
    north = found.loc["pr-nord"]
    assert (north["before"], north["after"], north["what"]) == (72, 60 + 28 + 72, "andrad")
    assert (found.loc["pr-syd", "before"], found.loc["pr-syd", "what"]) == (72, "borta")
    assert set(found["sex"]) == set(found["age"]) == {"totalt"}


def test_the_other_way_round_new_is_gone(two):
    assert changes(before=2, after=1)["what"].value_counts().to_dict() == {
        "borta": 6,
        "ny": 6,
        "andrad": 2,
    }


def test_a_release_beside_itself_differs_in_nothing(two):
    assert changes(before=2, after=2).empty
    assert changes("polisregion", before=1, after=1).empty


def test_only_areas_that_the_viewer_sees_are_told(two):
    north = Viewer(Role.LASARE, frozenset({"pr-nord"}))
    assert set(changes(viewer=north)["area"]) == {OWN, NEAR}
    assert set(changes("polisregion", viewer=north)["area"]) == {"pr-nord"}
    one = Viewer(Role.LASARE, frozenset({OWN}))
    assert set(changes(viewer=one)["area"]) == {OWN}
    assert changes("polisregion", viewer=one).empty


NONE = dict.fromkeys(CELLS, Gap.NOT_APPLICABLE)
GONE = dict.fromkeys(CELLS, Gap.MISSING)
NORTH = sorted(set(to_pieces(Q3.last).query("polisregion == 'pr-nord'")["lpo"]))


def region(before, after):
    """(before, after) of Nord in the comparison, and in its figures."""
    found = changes("polisregion", before, after).set_index("area")
    told = [
        fetch_rates(
            "atgard", "sspf-insats", "polisregion", ("quarter",), release=one, viewer=READER
        )
        for one in (before, after)
    ]
    figures = [one.set_index("code").loc["pr-nord", "reason"] for one in told]
    if "pr-nord" not in found.index:
        return None, figures
    row = found.loc["pr-nord"]
    return [row["before_gap"], row["after_gap"]], figures


def test_a_region_where_nothing_can_be_counted_is_told_so_and_not_as_missing(sqlite_engine):
    release_gaps()
    missing, none = "saknas", "ej-tillampligt"
    assert region(1, 2) == ([missing, none], [missing, none])
    assert region(2, 3) == ([none, missing], [none, missing])
    assert region(3, 4) == (None, [missing, missing])
    assert region(2, 4) == ([none, missing], [none, missing])
    assert region(4, 1) == (None, [missing, missing])


def release_gaps():
    """All of Nord: missing; not applicable; the same but for one, that is missing; that sends no
    row."""
    release(dict.fromkeys(NORTH, GONE) | {FAR: TWELVE})
    release(dict.fromkeys(NORTH, NONE))
    release({NORTH[0]: GONE})
    release({NORTH[0]: {}})


def test_another_level_is_refused_by_name(two):
    with pytest.raises(NotCompared, match="lpo and polisregion, not on 'lan'"):
        changes("lan")
