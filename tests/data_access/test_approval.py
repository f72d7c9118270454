"""Approval: many at once or none, who may, and which state leads where."""

import json

import pytest
from sqlalchemy import select

from data_access.approval import WrongState, approve, send_back, unlock
from data_access.connect import reading
from data_access.recording import BadRecord
from data_access.schema import AUDIT
from data_access.scope import NotAllowed, OutsideScope
from data_access.submissions import list_steps, list_submissions, undo
from data_access.viewer import Viewer
from tests.data_access import reports
from tests.data_access.reports import (
    FAR,
    FULL,
    MANAGER,
    MEASURES,
    NATIONAL,
    NEAR,
    OTHER,
    READER,
    REGIONAL,
    REPORTER,
    newest,
    sent,
)

OF = {area: MEASURES._replace(area=area) for area in (MEASURES.area, NEAR, FAR)}


@pytest.fixture
def ids(engine):
    """Submissions of the own area, of another of the region, and of another region."""
    sent(dict.fromkeys(OF.values(), (FULL,)), NATIONAL)
    return [newest(unit).id for unit in OF.values()]


def states():
    return [newest(unit).state for unit in OF.values()]


def approvals():
    with reading() as connection:
        wanted = select(AUDIT).where(AUDIT.c.action == "godkannande").order_by(AUDIT.c.id)
        return [(row.what, json.loads(row.after)) for row in connection.execute(wanted)]


def test_all_that_has_happened_to_a_report_is_told_in_order(engine):
    sent({MEASURES: (FULL,)})
    one = newest().id
    approve([one], viewer=REGIONAL)
    unlock([one], "fel siffra", viewer=REGIONAL)
    sent({MEASURES: (OTHER,)})
    told = [(step.revision, step.state, step.by) for step in list_steps(MEASURES, viewer=REGIONAL)]
    assert told == [(1, "inlamnad", "rap"), (1, "godkand", "reg"), (1, "upplast", "reg"),
                    (2, "inlamnad", "rap")]  # fmt: skip
    assert list_steps(MEASURES, viewer=READER) == []


def test_a_whole_region_at_once(ids):
    approve(ids[:2], viewer=REGIONAL)
    assert states() == ["godkand", "godkand", "inlamnad"]
    lines = list_submissions(viewer=REGIONAL)
    assert list(lines["approved_revision"]) == [1, 1]
    what, after = approvals()[-1]
    assert what == "godkända: 2 enheter"
    assert (after["submissions"], after["own"]) == (ids[:2], False)


def test_ones_own_report_may_be_approved_and_the_audit_says_so(engine):
    sent({MEASURES: (FULL,)}, REGIONAL)
    approve([newest().id], viewer=REGIONAL)
    assert approvals()[-1][1]["own"] is True


@pytest.mark.parametrize(
    ("viewer", "error"), [(READER, NotAllowed), (REPORTER, NotAllowed), (MANAGER, NotAllowed)]
)
def test_who_may_not_approve_takes_no_step(ids, viewer, error):
    before = reports.counts()
    for step in (
        lambda: approve(ids[:1], viewer=viewer),
        lambda: send_back(ids[:1], "summan", viewer=viewer),
        lambda: unlock(ids[:1], "summan", viewer=viewer),
    ):
        with pytest.raises(error):
            step()
    assert reports.counts() == before


def test_one_outside_the_region_and_nothing_is_approved(ids):
    before = reports.counts()
    with pytest.raises(OutsideScope):
        approve(ids, viewer=REGIONAL)
    assert reports.counts() == before
    with reading() as connection:
        last = connection.execute(select(AUDIT).order_by(AUDIT.c.id.desc())).first()
    assert (last.action, last.subject, last.what) == ("nekad", "reg", "godkända: 3 enheter")


def test_what_a_newer_revision_has_replaced_is_not_approved(ids):
    sent({MEASURES: (OTHER,)})
    with pytest.raises(WrongState) as told:
        approve(ids, viewer=NATIONAL)
    assert told.value.ids == (ids[0],)
    assert states() == ["inlamnad"] * 3


def test_what_is_undone_takes_no_step_and_what_it_hid_does(ids):
    number = sent({MEASURES: (OTHER,)})
    newer = newest().id
    undo(number, "fel", viewer=REPORTER)
    with pytest.raises(WrongState) as told:
        approve([newer], viewer=REGIONAL)
    assert told.value.ids == (newer,)
    approve(ids[:1], viewer=REGIONAL)
    assert states()[0] == "godkand"


def test_approved_is_neither_approved_nor_sent_back_again(ids):
    approve(ids, viewer=NATIONAL)
    for step in (
        lambda: approve(ids, viewer=NATIONAL),
        lambda: send_back(ids, "summan", viewer=NATIONAL),
    ):
        with pytest.raises(WrongState) as told:
            step()
        assert told.value.ids == tuple(sorted(ids))


def test_only_what_is_approved_is_unlocked(ids):
    approve(ids[:1], viewer=NATIONAL)
    with pytest.raises(WrongState) as told:
        unlock(ids, "en siffra", viewer=NATIONAL)
    assert told.value.ids == tuple(sorted(ids[1:]))
    assert states() == ["godkand", "inlamnad", "inlamnad"]


def test_sent_back_with_a_reason_and_sent_anew(ids):
    send_back(ids[:1], "  summan stämmer inte ", viewer=REGIONAL)
    assert (newest().state, newest().reason) == ("komplettering", "summan stämmer inte")
    sent({MEASURES: (OTHER,)})
    assert (newest().state, newest().revision, newest().reason) == ("inlamnad", 2, None)
    approve([newest().id], viewer=REGIONAL)
    assert states()[0] == "godkand"


def test_unlocked_with_a_reason_and_sent_anew_the_approved_one_is_remembered(ids):
    approve(ids[:1], viewer=REGIONAL)
    unlock(ids[:1], "en siffra", viewer=REGIONAL)
    assert (newest().state, newest().reason) == ("upplast", "en siffra")
    sent({MEASURES: (OTHER,)})
    line = list_submissions(viewer=REPORTER).iloc[0]
    assert (line["revision"], line["approved_revision"]) == (2, 1)


def test_unlocked_by_mistake_is_approved_as_it_is(ids):
    approve(ids[:1], viewer=REGIONAL)
    unlock(ids[:1], "en siffra", viewer=REGIONAL)
    approve(ids[:1], viewer=REGIONAL)
    assert states()[0] == "godkand"


def test_a_reason_and_something_to_do_are_needed(ids):
    for step in (send_back, unlock):
        with pytest.raises(BadRecord, match="reason"):
            step(ids, " ", viewer=NATIONAL)
    with pytest.raises(BadRecord, match="at least one"):
        approve([], viewer=NATIONAL)
    nobody = Viewer(NATIONAL.role, NATIONAL.areas, NATIONAL.reports, example=True)
    with pytest.raises(BadRecord, match="who"):
        approve(ids, viewer=nobody)
    assert states() == ["inlamnad"] * 3


def test_what_does_not_exist_is_told(ids):
    with pytest.raises(WrongState) as told:
        approve([*ids, 999], viewer=NATIONAL)
    assert told.value.ids == (999,)


def test_the_same_one_twice_is_one(ids):
    approve([ids[0], ids[0]], viewer=NATIONAL)
    assert approvals()[-1][0] == "godkända: 1 enhet"
