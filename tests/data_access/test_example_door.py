"""The example reports come in by the door that people's files go through."""

import pytest

import settings
from data_access import example_door
from data_access.example_door import NOT_SENT, SENT_BACK, UNDER_WAY
from data_access.lease import holding
from data_access.releases import fetch_releases
from data_access.releasing import JOB
from data_access.submissions import list_submissions, read_submissions
from data_access.viewer import DEMONSTRATIONS, Role
from indicators.periods import Quarter
from reporting.rows import Unit
from tests.data_access.reports import sent

LAST = str(example_door.LAST)
NATIONAL = DEMONSTRATIONS[Role.NATIONELL]


@pytest.fixture
def fill(sqlite_engine, tmp_path, monkeypatch):
    monkeypatch.setenv("BOB_DATA_DIR", str(tmp_path))
    settings.load.cache_clear()
    return lambda *more: example_door.main(["--since", LAST, *more])


def states():
    found = list_submissions(viewer=NATIONAL, periods=[example_door.LAST])
    return found.groupby("area")["state"].agg(set).to_dict()


def test_every_file_passes_the_checks_and_is_looked_at_as_far_as_the_story_goes(fill):
    assert fill() == 0
    found = states()
    assert found["pr-nord"] == {"godkand"}
    assert all(found[region] == {"inlamnad"} for region in UNDER_WAY)
    assert "komplettering" in set().union(*found.values())
    assert NOT_SENT not in found
    assert SENT_BACK in found


def test_a_fill_that_was_stopped_goes_on_where_it_was(fill, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(example_door, "approve", stop)
        fill()
    assert "godkand" not in set().union(*states().values())
    assert fill("--at-start") == 0
    assert states()["pr-nord"] == {"godkand"}


def test_a_visitor_who_publishes_at_the_same_time_is_left_to_it(fill):
    with holding(JOB):
        assert fill("--at-start") == 0
    assert fetch_releases(viewer=NATIONAL) == ()
    assert fill("--at-start") == 0
    assert len(fetch_releases(viewer=NATIONAL)) == 1


def test_what_a_visitor_has_sent_is_left_alone(fill):
    unit = Unit("pr-nord", "hinder", Quarter.parse(LAST))
    sent({unit: ()}, NATIONAL)
    assert fill() == 0
    assert read_submissions([unit], viewer=NATIONAL)[unit].recorded_by == NATIONAL.subject
    assert len(states()) > 50


def test_nothing_is_filled_in_where_reports_are_real(fill, monkeypatch, capsys):
    monkeypatch.setattr(settings.Settings, "example", property(lambda _: False))
    assert fill("--at-start") == 0
    assert fill() == 2
    assert "riktiga" in capsys.readouterr().err
