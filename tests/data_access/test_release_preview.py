"""The dry run: what the next release would be, and what keeps it from being made."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from data_access import audit
from data_access.approval import approve, unlock
from data_access.connect import writing
from data_access.register import fetch_register, set_entry
from data_access.release_news import read_news
from data_access.release_plan import NothingNew
from data_access.release_preview import is_current, preview_release
from data_access.releasing import make_release
from data_access.schema import POPULATION
from data_access.scope import NotAllowed
from data_access.viewer import Role, Viewer
from indicators.protection.rounding import round_cells
from reporting.kinds import CELLS
from reporting.register import Listing, Split
from reporting.rows import Unit
from tests.data_access.reports import (
    FAR,
    MANAGER,
    MEASURES,
    NATIONAL,
    NEAR,
    Q3,
    READER,
    REGIONAL,
    newest,
    sent,
)
from tests.data_access.test_releasing import SMALL, counts, released, report

OTHER = Unit(NEAR, "atgarder", Q3)
# Publishes by her role, but sees one region: a release is of the whole country
OF_A_PART = Viewer(Role.NATIONELL, frozenset({"pr-nord"}), frozenset({"se"}), subject="del")


def without(unit):
    """The unit is reported anew, with nothing to report."""
    unlock([newest(unit).id], "rättas", viewer=NATIONAL)
    sent({unit: ()}, viewer=NATIONAL)
    approve([newest(unit).id], viewer=NATIONAL)


def by_cell(preview, column):
    cells = preview.cells
    keys = zip(cells["area"], cells["sex"], cells["age"], strict=True)
    return dict(zip(keys, cells[column], strict=True))


def test_it_tells_raw_and_protected_and_how_far_it_is_and_writes_nothing(engine):
    report()
    before, noted = counts(), len(audit.search_audit(viewer=MANAGER))
    told = []
    preview = preview_release(viewer=NATIONAL, tell=lambda *step: told.append(step))
    assert told == [(0, 1), (1, 1)]
    assert (preview.number, preview.base, preview.is_safe) == (1, 5, True)
    assert sorted(by_cell(preview, "count").values()) == [0, 1, 2, 3, 4, 12]
    assert set(preview.cells["what"]) == {"ny"}
    assert set(preview.cost["level"]) >= {"lpo", "riket"}
    assert counts() == before
    assert len(audit.search_audit(viewer=MANAGER)) == noted
    make_release(viewer=NATIONAL)
    assert by_cell(preview, "value") == released(1)
    with pytest.raises(NothingNew):
        preview_release(viewer=NATIONAL)


def test_beside_the_last_release_it_tells_what_is_new_changed_and_gone(sqlite_engine):
    report()
    report(OTHER)
    report(Unit("lpo-medelpad", "atgarder", Q3))
    make_release(viewer=NATIONAL)
    report(OTHER, SMALL | {"k_12_14": 40})
    report(Unit(FAR, "atgarder", Q3))
    without(Unit("lpo-medelpad", "atgarder", Q3))
    preview = preview_release(viewer=NATIONAL)
    assert preview.cells["what"].value_counts().to_dict() == {
        "lika": 11,
        "ny": 6,
        "andrad": 1,
        "borta": 6,
    }
    assert by_cell(preview, "before")[NEAR, "kvinna", "12-14"] in (0, 5)
    assert by_cell(preview, "value")[NEAR, "kvinna", "12-14"] == 40


def test_nobody_else_sees_what_is_not_protected(sqlite_engine):
    report()
    preview = preview_release(viewer=NATIONAL)
    for viewer in (READER, REGIONAL, MANAGER, OF_A_PART):
        with pytest.raises(NotAllowed):
            preview_release(viewer=viewer)
        with pytest.raises(NotAllowed):
            is_current(preview, viewer=viewer)
        with pytest.raises(NotAllowed):
            read_news(viewer=viewer)
        with pytest.raises(NotAllowed):
            make_release(viewer=viewer)


def test_it_is_current_until_something_else_is_approved_or_the_register_counts_otherwise(
    sqlite_engine,
):
    report()
    preview = preview_release(viewer=NATIONAL)
    assert is_current(preview, viewer=NATIONAL)
    report(cells=dict.fromkeys(CELLS, 30), note="Rättat")
    assert not is_current(preview, viewer=NATIONAL)
    preview = preview_release(viewer=NATIONAL)
    assert is_current(preview, viewer=NATIONAL)
    entry = fetch_register(viewer=NATIONAL).find(Listing.MEASURE, "sspf-insats")
    set_entry(replace(entry, split=Split.NONE), expected=entry.version, viewer=NATIONAL)
    assert not is_current(preview, viewer=NATIONAL)
    assert len(preview_release(viewer=NATIONAL).cells) < len(preview.cells)


def test_what_the_audit_finds_is_told_by_name_and_the_rest_is_shown(sqlite_engine, monkeypatch):
    report()

    def leak(cells, key, base, told):
        protected = round_cells(cells, key, base, told)
        return protected.assign(value=protected["value"].where(cells["count"] != 3, 3))

    monkeypatch.setattr("data_access.release_plan.round_cells", leak)
    preview = preview_release(viewer=NATIONAL)
    assert not preview.is_safe
    row = preview.found[preview.found["finding"] == "shown-small"].iloc[0]
    assert (row["level"], row["code"], row["quarter"]) == ("lpo", MEASURES.area, "2026K3")
    assert (row["sex"], row["age_group"]) == ("kvinna", "18-20")
    assert not {"count", "value", "low", "high"} & set(preview.found.columns)
    assert len(preview.cells) == 6


def test_a_whole_group_is_found(sqlite_engine):
    report(cells=SMALL | {"k_12_14": 40})
    with writing(sqlite_engine) as connection:
        of = (POPULATION.c.sex == "kvinna", POPULATION.c.age_group == "12-14")
        row = update(POPULATION).where(POPULATION.c.area.in_(["2580", "2582"]), *of)
        connection.execute(row.values(persons=20))
    found = preview_release(viewer=NATIONAL).found
    assert found["finding"].to_list() == ["whole-group"]
    assert found["age_group"].to_list() == ["12-14"]
