"""`council …`: what happens in the councils of country and regions, by hand and with a source."""

from datetime import date, timedelta

import pytest

import clock
import settings
from data_access.__main__ import main
from data_access.audit import search_audit
from data_access.establishment import fetch_history
from data_access.history import fetch_recent
from tests.viewers import ADMIN, READER

NORTH = "regionalt-rad-nord"
SOURCE = ("--source", "https://polisen.se/nord")
DAY = ("--day", "2026-02-01")
TODAY = date(2026, 11, 1)


@pytest.fixture
def real(empty_engine, monkeypatch):
    """A database that is to hold real reports, made ready."""
    monkeypatch.setenv("BOB_OIDC_METADATA_URL", "https://idp.test/.well-known/openid-configuration")
    settings.load.cache_clear()
    assert main(["prepare"]) == 0


def council(*arguments):
    return main(["council", *arguments])


def stages(area):
    found = fetch_history(area, TODAY, viewer=READER)
    return list(zip(found["stage"], found["effective_on"], strict=True))


def test_a_real_installation_begins_with_the_country_s_and_the_regions_councils(real):
    assert stages("se")[-1] == ("etablerat", date(2024, 5, 31))
    assert stages("pr-nord")[-1] == ("etablerat", date(2024, 5, 31))


def test_what_happens_is_recorded_with_its_source_audited_and_shown(real, capsys):
    assert council("event", NORTH, "vilande", *DAY, *SOURCE, "--reason", "Ny ordförande") == 0
    assert f"är sparad: {NORTH}." in capsys.readouterr().out
    assert stages("pr-nord")[-1] == ("vilande", date(2026, 2, 1))
    last = fetch_recent(date(2026, 1, 1), TODAY, viewer=READER).iloc[0]
    assert (last["codes"], last["stage"], last["source"]) == ("pr-nord", "vilande", SOURCE[1])
    assert not last["is_example"]
    row = search_audit(viewer=ADMIN, action="skrivning").iloc[0]
    assert (row["subject"], NORTH in row["what"]) == ("driften", True)


def test_what_was_wrong_is_corrected_once(real, capsys):
    council("event", NORTH, "vilande", *DAY, *SOURCE)
    wrong = capsys.readouterr().out.split()[1]
    right = ("event", NORTH, "vilande", "--day", "2026-03-01", *SOURCE, "--corrects", wrong)
    assert council(*right) == 0
    assert stages("pr-nord")[-1] == ("vilande", date(2026, 3, 1))
    assert ("vilande", date(2026, 2, 1)) not in stages("pr-nord")
    assert council(*right) == 1
    assert "är rättad redan" in capsys.readouterr().err


def test_a_new_council_is_made_and_covers_its_area(real):
    assert council("create", "nytt-rad", "Nytt råd", "regional", *SOURCE, "--lan", "24") == 0
    assert council("cover", "nytt-rad", "pr-nord", *DAY, *SOURCE) == 0
    assert council("event", "nytt-rad", "planerat", *DAY, *SOURCE) == 0
    assert ("planerat", date(2026, 2, 1)) in stages("pr-nord")
    assert council("cover", "nytt-rad", "pr-nord", "--day", "2026-04-01", *SOURCE, "--ends") == 0


REFUSED = [
    (("event", "finns-inte", "vilande", *DAY), "Inget råd har koden finns-inte."),
    (("event", NORTH, "ej-aktuellt", *DAY), "behöver ett skäl"),
    (("event", NORTH, "vilande", *DAY, "--corrects", "999"), "är rättad redan"),
    (("create", "Råd", "Råd", "regional"), "a–z, siffror och bindestreck"),
    (("create", "a" * 81, "Råd", "regional"), "a–z, siffror och bindestreck"),
    (("create", NORTH, "Råd", "regional"), f"redan ett råd med koden {NORTH}"),
    (("create", "nytt", "Råd", "regional", "--lan", "99"), "Inget område har koden 99"),
    (("create", "nytt", "Råd", "regional", "--lan", "pr-nord"), "ska vara ett län"),
    (("cover", NORTH, "pr-norr", *DAY), "Inget område har koden pr-norr"),
    (("cover", NORTH, "24", *DAY), "Ett råd täcker"),
]


def test_what_is_not_in_order_is_refused_in_swedish_and_changes_nothing(real, capsys):
    before = stages("pr-nord"), stages("se")
    for arguments, said in REFUSED:
        assert council(*arguments, *SOURCE) == 1, arguments
        told = capsys.readouterr().err
        assert told.startswith("Inget är sparat. "), arguments
        assert said in told, arguments
        assert (stages("pr-nord"), stages("se")) == before, arguments
    assert search_audit(viewer=ADMIN, action="skrivning").empty


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("event", NORTH, "vilande", "--day", "i går", *SOURCE), "skriv dagen som"),
        (("event", NORTH, "vilande", "--day", "2023-11-08", *SOURCE), "dagen ska vara mellan"),
        (("event", NORTH, "vilande", *DAY, "--source", " "), "skriv en rad text"),
        (("event", NORTH, "vilande", *DAY, *SOURCE, "--note", "a\nb"), "skriv en rad text"),
        (("event", NORTH, "vilande", *DAY, *SOURCE, "--reason", "anna@kommun.se"), "en person"),
        (("create", "nytt", "x" * 201, "regional", *SOURCE), "högst 200 tecken"),
        (("create", "nytt", "Råd", "lokal", *SOURCE), "LEVEL"),
        (("event", NORTH, "klart", *DAY, *SOURCE), "STAGE"),
        (("event", NORTH, "vilande", *DAY), "--source"),
        ((), "create|cover|event"),
    ],
)
def test_what_is_not_understood_is_said_before_anything_is_asked(capsys, arguments, said):
    assert council(*arguments) == 2
    assert said in capsys.readouterr().err


def test_a_day_ahead_is_refused(capsys):
    day = (clock.today() + timedelta(days=1)).isoformat()
    assert council("event", NORTH, "vilande", "--day", day, *SOURCE) == 2
    assert "dagen ska vara mellan" in capsys.readouterr().err
