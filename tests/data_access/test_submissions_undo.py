"""Undo: one's own newest sending, as a whole, until it is approved."""

import pytest

from data_access.approval import approve, send_back, unlock
from data_access.drafts import read_draft, save_draft
from data_access.recording import BadRecord
from data_access.scope import OutsideScope
from data_access.submissions import (
    NotUndoable,
    list_own_sendings,
    list_submissions,
    read_revisions,
    undo,
)
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


def draft(unit=MEASURES):
    return read_draft(unit, viewer=REPORTER)


def test_what_was_sent_is_ones_own_draft_again(engine):
    save_draft(MEASURES, {"rows": []}, version=0, viewer=REPORTER)
    number = sent({MEASURES: (FULL,), SECOND: ()})
    assert draft() is None
    assert set(undo(number, "fel", viewer=REPORTER)) == {MEASURES, SECOND}
    content = draft().content
    assert content["rows"][0]["k_12_14"] == "3"
    assert content["rows"][0]["anteckning"] == "Två nya grupper"
    assert (content["nothing"], content["seen"]) == (False, 0)
    assert (draft().saved_by, draft(SECOND).content["nothing"]) == ("rap", True)


def test_the_draft_goes_on_from_what_holds_then(engine):
    sent({MEASURES: (FULL,)})
    undo(sent({MEASURES: (OTHER,)}), "fel", viewer=REPORTER)
    assert draft().content["seen"] == newest().revision == 1
    assert draft().content["rows"] == [{"atgard": "stodfamilj", "k_12_14": "0", "k_15_17": ".."}]


@pytest.mark.parametrize("viewer", [REPORTER, COLLEAGUE])
def test_a_newer_draft_is_never_overwritten(engine, viewer):
    number = sent({MEASURES: (FULL,)})
    save_draft(MEASURES, {"rows": [{"k_12_14": "9"}]}, version=0, viewer=viewer)
    assert undo(number, "fel", viewer=REPORTER) == []
    assert (draft().content, draft().saved_by) == ({"rows": [{"k_12_14": "9"}]}, viewer.subject)


def test_a_refused_undo_brings_nothing_back(engine):
    number = sent({MEASURES: (FULL,), SECOND: ()})
    approve([newest(SECOND).id], viewer=REGIONAL)
    with pytest.raises(NotUndoable):
        undo(number, "fel", viewer=REPORTER)
    assert draft() is None


def own_sendings(viewer=REPORTER, latest=9):
    found = list_own_sendings(viewer=viewer, latest=latest)
    return list(zip(found["sending"], found["state"], found["undoable"], strict=True))


def test_ones_own_sendings_are_listed_also_when_they_no_longer_hold(engine):
    first, second, third = (sent({MEASURES: (row,)}) for row in (FULL, OTHER, FULL))
    theirs = sent({SECOND: ()}, COLLEAGUE)
    undo(third, "fel", viewer=REPORTER)
    assert own_sendings() == [
        (third, "angrad", False), (second, "inlamnad", True), (first, "ersatt", False),
    ]  # fmt: skip
    assert own_sendings(latest=1) == [(third, "angrad", False)]
    assert own_sendings(COLLEAGUE) == [(theirs, "inlamnad", True)]
    approve([newest().id], viewer=REGIONAL)
    assert own_sendings()[1] == (second, "godkand", False)


def test_a_sending_is_listed_with_the_moment_it_was_undone(engine):
    number = sent({MEASURES: (FULL,)})
    undo(number, "fel", viewer=REPORTER)
    row = list_own_sendings(viewer=REPORTER, latest=9).iloc[0]
    told = read_revisions(MEASURES, viewer=REPORTER)[0]
    assert (row["state_at"], row["recorded_at"]) == (told.state_at, told.recorded_at)


def test_sendings_of_areas_that_one_no_longer_reports_are_not_listed(engine):
    sent({MEASURES: (FULL,)})
    areas = frozenset({"lpo-umea"})
    assert own_sendings(Viewer(Role.RAPPORTOR, areas, areas, subject="rap", example=True)) == []
