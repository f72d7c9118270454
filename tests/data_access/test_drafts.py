"""Drafts: shared, and nobody's is overwritten unseen."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from data_access.drafts import DraftChanged, drop_draft, list_drafts, read_draft, save_draft
from data_access.raw.schema import DRAFT
from data_access.raw.store import reading_raw
from data_access.recording import BadRecord
from data_access.scope import NotAllowed, OutsideScope
from data_access.submissions import read_submissions
from reporting.rows import Unit
from tests.data_access.reports import (
    COLLEAGUE,
    FULL,
    MANAGER,
    MEASURES,
    NATIONAL,
    NEAR,
    OWN,
    Q3,
    READER,
    REGIONAL,
    REPORTER,
    sent,
)

CONTENT = {"rader": [{"k_12_14": 3, "anteckning": "å ä ö 😀"}], "steg": 2}


def save(version=0, content=None, viewer=REPORTER, unit=MEASURES):
    return save_draft(unit, content or CONTENT, version=version, viewer=viewer).version


def test_a_draft_comes_back_as_it_was_saved_and_is_no_report(engine):
    assert save() == 1
    draft = read_draft(MEASURES, viewer=REPORTER)
    assert (draft.unit, draft.version, draft.content) == (MEASURES, 1, CONTENT)
    assert draft.saved_by == "rap"
    assert read_submissions([MEASURES], viewer=REPORTER) == {}


def test_a_colleague_goes_on_with_it(engine):
    save()
    assert save(1, {"steg": 3}, COLLEAGUE) == 2
    draft = read_draft(MEASURES, viewer=REPORTER)
    assert (draft.content, draft.saved_by) == ({"steg": 3}, "kollega")


def test_who_saved_second_is_told_what_is_there(engine):
    save()
    save(1, {"steg": 3}, COLLEAGUE)
    for version in (0, 1):
        with pytest.raises(DraftChanged) as told:
            save(version)
        assert (told.value.current.version, told.value.current.content) == (2, {"steg": 3})
    assert save(2) == 3


def test_of_two_who_save_at_once_one_is_told(engine):
    barrier = threading.Barrier(2)

    def begin(viewer):
        barrier.wait(10)
        try:
            return save(viewer=viewer)
        except DraftChanged as error:
            return error.current.saved_by

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(begin, (REPORTER, COLLEAGUE)))
    assert answers in ([1, "rap"], ["kollega", 1])


def test_a_form_left_open_never_overwrites_a_draft_begun_after_it_was_sent(engine):
    stale = save()
    sent({MEASURES: (FULL,)})
    with pytest.raises(DraftChanged) as told:
        save(stale)
    assert told.value.current is None
    new = save(0, {"steg": 1}, COLLEAGUE)
    assert new > stale
    with pytest.raises(DraftChanged):
        save(stale)


def test_a_dropped_draft_is_gone(engine):
    save()
    drop_draft(MEASURES, version=1, viewer=COLLEAGUE)
    drop_draft(MEASURES, version=1, viewer=COLLEAGUE)
    assert read_draft(MEASURES, viewer=REPORTER) is None
    assert list_drafts(viewer=REPORTER) == []
    with pytest.raises(DraftChanged):
        save(1)


def test_a_draft_that_another_has_saved_since_is_not_dropped(engine):
    save()
    save(1, {"steg": 2}, COLLEAGUE)
    with pytest.raises(DraftChanged) as told:
        drop_draft(MEASURES, version=1, viewer=REPORTER)
    assert told.value.current.saved_by == COLLEAGUE.subject
    assert read_draft(MEASURES, viewer=REPORTER).version == 2


def test_a_sending_leaves_a_draft_that_another_has_saved(engine):
    save(viewer=COLLEAGUE)
    sent({MEASURES: (FULL,)})
    assert read_draft(MEASURES, viewer=REPORTER).saved_by == COLLEAGUE.subject


def test_drafts_are_seen_by_those_who_answer_for_the_area(engine):
    save()
    save(viewer=REGIONAL, unit=MEASURES._replace(area=NEAR))
    save(viewer=REGIONAL, unit=Unit("pr-nord", "hinder", Q3))
    found = {who.subject: len(list_drafts(viewer=who)) for who in (REPORTER, REGIONAL, NATIONAL)}
    assert found == {"rap": 1, "reg": 3, "nat": 3}
    for viewer in (READER, MANAGER):
        assert list_drafts(viewer=viewer) == []
        assert read_draft(MEASURES, viewer=viewer) is None
    assert read_draft(MEASURES._replace(area=NEAR), viewer=REPORTER) is None
    assert [draft.unit.area for draft in list_drafts(viewer=REGIONAL)] == ["pr-nord", NEAR, OWN]


def test_who_may_not_report_saves_and_drops_nothing(engine):
    save()
    for viewer, error in ((READER, NotAllowed), (MANAGER, NotAllowed)):
        with pytest.raises(error):
            save(1, viewer=viewer)
        with pytest.raises(error):
            drop_draft(MEASURES, version=1, viewer=viewer)
    with pytest.raises(OutsideScope):
        save(unit=MEASURES._replace(area=NEAR))
    assert read_draft(MEASURES, viewer=REPORTER).version == 1


@pytest.mark.parametrize(
    "content", [{"a": {1, 2}}, {"a": float("nan")}, {"a": Q3}, {"a": "x" * 2_000_001}]
)
def test_what_can_not_be_kept_is_refused(sqlite_engine, content):
    with pytest.raises(BadRecord):
        save(content=content)
    with pytest.raises(BadRecord, match="no kind"):
        save(unit=MEASURES._replace(kind="annat"))


PERSONAL = {"beskrivning": "Ring Anna på 070-174 06 35", "rubrik": "811218-9876", "evidens": "god"}


def test_what_points_out_a_person_is_left_out_and_told(engine):
    content = {"rows": [{"rubrik": "Skolan"}, PERSONAL], "nothing": False, "seen": 0}
    unit = Unit(OWN, "exempel", Q3)
    saved = save_draft(unit, content, version=0, viewer=REPORTER)
    assert [(one.path, one.found) for one in saved.unkept] == [
        (("rows", 1, "beskrivning"), ("telefon",)),
        (("rows", 1, "rubrik"), ("personnummer",)),
    ]
    kept = read_draft(unit, viewer=REPORTER).content
    assert kept == content | {"rows": [{"rubrik": "Skolan"}, {"evidens": "god"}]}
    with reading_raw() as connection:
        stored = " ".join(connection.scalars(select(DRAFT.c.content)))
    assert "Anna" not in stored
    assert "811218" not in stored


def test_a_later_saving_takes_away_nothing_else_of_the_draft(engine):
    save()
    saved = save_draft(MEASURES, CONTENT | {"mer": "a@b.se"}, version=1, viewer=REPORTER)
    assert (saved.version, len(saved.unkept)) == (2, 1)
    assert read_draft(MEASURES, viewer=REPORTER).content == CONTENT
