"""Who did what to a report, and why."""

from datetime import UTC, datetime
from types import SimpleNamespace

from ui.report_steps import to_table


def test_each_step_tells_who_in_which_role_and_why_newest_first():
    at = datetime(2026, 11, 2, 11, tzinfo=UTC)
    sent = SimpleNamespace(
        revision=1, state="inlamnad", at=at, by="a1", role="rapportor", reason=None
    )
    back = SimpleNamespace(
        revision=1, state="komplettering", at=at, by="b2", role="regional-samordnare", reason="Se s"
    )
    rows = to_table([sent, back]).to_dict("records")
    assert [row["Steg"] for row in rows] == ["komplettering begärd", "inlämnad"]
    assert rows[0]["Vem"] == "regional samordnare (b2)" and rows[0]["Skäl"] == "Se s"
    assert rows[0]["När"].startswith("2026-11-02 12:00")
