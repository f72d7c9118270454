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


def test_a_fill_goes_on_where_it_was_stopped_and_leaves_what_visitors_do_alone(fill, monkeypatch):
    unit = Unit("pr-nord", "hinder", Quarter.parse(LAST))
    sent({unit: ()}, NATIONAL)

    def stop(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(example_door, "approve", stop)
        fill()
    assert "godkand" not in set().union(*states().values())
    with holding(JOB):  # a visitor who publishes at the same time
        assert fill("--at-start") == 0
    check_story()
    assert read_submissions([unit], viewer=NATIONAL)[unit].recorded_by == NATIONAL.subject
    assert fetch_releases(viewer=NATIONAL) == ()
    assert fill("--at-start") == 0
    assert len(fetch_releases(viewer=NATIONAL)) == 1


def check_story():
    """Every file has passed the checks, and is looked at as far as the story goes."""
    found = states()
    assert len(found) > 50
    assert found["pr-nord"] == {"godkand", "inlamnad"}  # what the visitor sent is not
    assert found["pr-stockholm"] == {"godkand"}
    assert all(found[region] == {"inlamnad"} for region in UNDER_WAY)
    assert "komplettering" in set().union(*found.values())
    assert NOT_SENT not in found
    assert SENT_BACK in found


def test_nothing_is_filled_in_where_reports_are_real(fill, monkeypatch, capsys):
    monkeypatch.setattr(settings.Settings, "example", property(lambda _: False))
    assert fill("--at-start") == 0
    assert fill() == 2
    assert "riktiga" in capsys.readouterr().err
