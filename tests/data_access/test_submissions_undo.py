"""Undo: one's own newest sending, as a whole, until it is approved."""

import pytest

from data_access.approval import approve, send_back, unlock
from data_access.recording import BadRecord
from data_access.scope import OutsideScope
from data_access.submissions import NotUndoable, list_submissions, read_revisions, undo
from data_access.viewer import Role, Viewer
from reporting.rows import Unit
from tests.data_access import reports
from tests.data_access.reports import (
    COLLEAGUE,
    FULL,
    MEASURES,
    NATIONAL,
    OTHER,
    OWN,
    Q3,
    REGIONAL,
    REPORTER,
    newest,
    sent,
)

SECOND = Unit(OWN, "exempel", Q3)


def test_the_revision_before_holds_again(engine):
    sent({MEASURES: (FULL,)})
    number = sent({MEASURES: (OTHER,)})
    undo(number, "fel kvartal", viewer=REPORTER)
    assert (newest().revision, newest().rows, newest().state) == (1, (FULL,), "inlamnad")
    told = read_revisions(MEASURES, viewer=REPORTER)
    assert [(one.revision, one.state, one.reason) for one in told] == [
        (1, "inlamnad", None),
        (2, "angrad", "fel kvartal"),
    ]


def test_one_after_the_other_down_to_nothing_and_up_again(engine):
    numbers = [sent({MEASURES: (row,)}) for row in (FULL, OTHER, FULL)]
    for number in reversed(numbers):
        undo(number, "fel", viewer=REPORTER)
    assert newest() is None
    assert list_submissions(viewer=REPORTER).empty
    sent({MEASURES: (OTHER,)})
    assert (newest().revision, newest().rows) == (4, (OTHER,))


def test_all_of_its_units_or_none(engine):
    number = sent({MEASURES: (FULL,), SECOND: ()})
    sent({SECOND: ()}, COLLEAGUE)
    with pytest.raises(NotUndoable, match="exempel"):
        undo(number, "fel", viewer=REPORTER)
    assert newest().state == "inlamnad"


def test_only_ones_own_and_only_once(engine):
    number = sent({MEASURES: (FULL,)})
    for viewer in (COLLEAGUE, REGIONAL, NATIONAL):
        with pytest.raises(NotUndoable, match="your own"):
            undo(number, "fel", viewer=viewer)
    with pytest.raises(NotUndoable, match="your own"):
        undo(number + 1, "fel", viewer=REPORTER)
    undo(number, "fel", viewer=REPORTER)
    with pytest.raises(NotUndoable, match="already"):
        undo(number, "fel", viewer=REPORTER)


def test_an_older_one_only_when_the_newer_is_undone(engine):
    first = sent({MEASURES: (FULL,)})
    second = sent({MEASURES: (OTHER,)})
    with pytest.raises(NotUndoable):
        undo(first, "fel", viewer=REPORTER)
    undo(second, "fel", viewer=REPORTER)
    undo(first, "fel", viewer=REPORTER)
    assert newest() is None


def test_not_what_has_been_approved_even_when_unlocked(engine):
    number = sent({MEASURES: (FULL,), SECOND: ()})
    approve([newest(SECOND).id], viewer=REGIONAL)
    for _ in range(2):
        with pytest.raises(NotUndoable, match="approved"):
            undo(number, "fel", viewer=REPORTER)
        if newest(SECOND).state == "godkand":
            unlock([newest(SECOND).id], "en siffra", viewer=REGIONAL)
    assert (newest().state, newest(SECOND).state) == ("inlamnad", "upplast")


def test_what_was_sent_back_can_be_undone(engine):
    number = sent({MEASURES: (FULL,)})
    send_back([newest().id], "summan", viewer=REGIONAL)
    undo(number, "fel", viewer=REPORTER)
    assert newest() is None


def test_a_reason_is_needed(engine):
    number = sent({MEASURES: (FULL,)})
    with pytest.raises(BadRecord, match="reason"):
        undo(number, "  ", viewer=REPORTER)
    assert newest().state == "inlamnad"


def test_not_where_one_no_longer_reports(engine):
    number = sent({MEASURES: (FULL,)})
    areas = frozenset({"lpo-umea"})
    moved = Viewer(Role.RAPPORTOR, areas, areas, subject="rap", example=True)
    before = reports.counts()
    with pytest.raises(OutsideScope):
        undo(number, "fel", viewer=moved)
    assert reports.counts() == before
