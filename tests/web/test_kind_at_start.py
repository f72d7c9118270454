"""A database that must not be shown as it is set up stops the start, with the reason."""

from datetime import date
from pathlib import Path

import pytest

import settings
from data_access import connect, council_events
from tests.served import Served
from tests.viewers import WRITER
from tests.web.data_folder import copy_to


@pytest.fixture
def with_a_real_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder whose database holds one."""
    monkeypatch.setenv("BOB_DATA_DIR", str(copy_to(tmp_path)))
    monkeypatch.delenv("BOB_DATABASE_URL", raising=False)
    settings.load.cache_clear()
    council_events.add_event(
        "lokalt-rad-umea", "vilande", date(2026, 10, 1), viewer=WRITER, source="test"
    )
    connect.dispose(connect.current_address())
    monkeypatch.undo()
    settings.load.cache_clear()
    return tmp_path


def test_a_demonstration_does_not_start_on_real_reports(with_a_real_report: Path) -> None:
    served = Served(with_a_real_report)
    with pytest.raises(RuntimeError, match="did not start"):
        served.start()
    assert "the database holds real reports" in served.log()
    assert served.process is not None
    assert served.process.poll() not in (None, 0)
    assert "Traceback" not in served.log()
