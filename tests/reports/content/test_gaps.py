"""What has not come is told as that: never as nothing, never as somebody else's, never silently."""

from datetime import UTC, datetime

import pytest

from data_access.register import fetch_register
from reporting.register import Listing
from reports.content import authorities, obstacles, participation, resources, summary, youth
from reports.content.making import to_document
from reports.document.blocks import Table
from reports.document.grid import to_grid
from tests.data_access.exact import INDICATOR, NORTH, hide, publish
from tests.data_access.released_work import add_work
from tests.data_access.released_years import QUARTERS, add_years
from tests.pages.meetings import to_row
from tests.pages.test_obstacles_page import row as to_obstacle
from tests.pages.test_trends_page import change_rule
from tests.reports.content import reading
from tests.reports.filling import LAST, READER, ask
from ui.meeting_choice import LOCAL

NONE_HELD = [to_row("polisen", 0, 0), to_row("skolan", 4, 3)]
POLICE, PRISONS = "Polismyndigheten", "Kriminalvården"


def add_meetings():
    """A local council has held no meeting with the police; no regional one has reported."""
    add_work([("deltagande", "lpo-umea", "2026K3", NONE_HELD)])


def add_nothing():
    """A release in which nobody has reported anything."""
    add_work()


def add_needs():
    """Two regions, each of which tells the need of another authority alone."""
    of = {"arsarbetskrafter": 2.0, "kronor": 900_000}
    told = [("pr-nord", "polismyndigheten", 4.0), ("pr-syd", "skolverket", 5.0)]
    add_work(
        ("resurser", area, "2025K4", [of | {"myndighet": code, "behov_arsarbetskrafter": need}])
        for area, code, need in told
    )


def add_obstacles():
    """A region that has told of nothing and later of three, one that is silent while an area in it
    is not, and areas."""
    three = [to_obstacle("mandat", "inom")] * 3
    told = [("pr-nord", "2026K1", []), ("pr-nord", "2026K2", three), ("lpo-umea", "2026K3", [])]
    told += [("lpo-lund", "2026K3", [to_obstacle("resurser", "inom")])]
    add_work(("hinder", area, period, rows) for area, period, rows in told)


def add_silence():
    """A council that has held no meeting at all."""
    add_work([("deltagande", "lpo-umea", "2026K3", [to_row("polisen", 0, 0)])])


def add_hidden():
    """One person in each area of a region, where small counts are hidden."""
    publish(dict.fromkeys(NORTH, 1), LAST, INDICATOR)


def to_authorities(code="lpo-umea"):
    """Name → (row of the table, what is said) of each authority."""
    blocks = authorities.to_blocks(ask(code, first=LAST))
    rows = reading.rows(reading.tables(blocks)[f"tabell-myndigheter-{code}"])
    said = ["".join(line) for line in list(reading.lines(blocks))[1:]]
    return {row["Myndighet"]: (row, told) for row, told in zip(rows, said, strict=True)}


def test_an_actor_without_a_meeting_is_told_as_that(filled):
    filled(add_meetings)
    row, said = to_authorities()[POLICE]
    assert (row["Möten i lokala råd"], row["Möten i regionala råd"]) == (
        "inget möte", "inte rapporterat",
    )  # fmt: skip
    assert "I de lokala råden: inget möte. I de regionala råden: inte rapporterat." in said
    assert "ingen av aktörerna" not in said
    row, said = to_authorities()[PRISONS]
    assert (row["Möten i lokala råd"], row["Möten i regionala råd"]) == ("–", "inte rapporterat")
    assert "I de lokala råden: inte med. I de regionala råden: inte rapporterat." in said


@pytest.mark.parametrize(("code", "local"), [("se", "inte rapporterat"), ("lpo-umea", "inget råd")])
def test_before_any_report_nobody_is_told_to_be_no_actor(filled, code, local):
    filled(add_nothing)
    found = to_authorities(code)
    assert len(found) == len(fetch_register(viewer=READER).of(Listing.AUTHORITY, LAST.last))
    for row, said in found.values():
        assert row["Möten i lokala råd"] == local
        assert row["Möten i regionala råd"] == "inte rapporterat"
        assert f"I de lokala råden: {local}. I de regionala råden: inte rapporterat." in said
        assert "ingen av aktörerna" not in said


@pytest.mark.parametrize("code", ["se", "lpo-umea"])
def test_a_report_of_nothing_can_be_written_all_the_same(filled, code):
    filled(add_nothing)
    document = to_document(ask(code, first=LAST))
    grids = [to_grid(one) for one in document.blocks if isinstance(one, Table)]
    assert len(grids) > 5
    assert all(one.headings for one in grids)


def test_a_need_is_of_all_regions_that_have_told_any(filled):
    filled(add_needs)
    said = reading.text(resources.to_blocks(ask()))
    assert "För 2026 har 2 av 7 polisregioner angett ett behov av sammanlagt 9,0" in said


def test_across_a_new_counting_rule_nothing_is_compared(filled_of_own):
    filled_of_own(add_years)
    change_rule(datetime(2026, 5, 20, tzinfo=UTC))
    asked = ask("lpo-umea", first=QUARTERS[0])
    one, other = sorted(youth.to_shorts(asked).shown, key=lambda short: short.code)
    assert one.chance is not None and all(rate is not None for rate in one.rates[-11:])
    assert (other.before, other.chance) == (None, None)
    known = [rate is not None for rate in other.rates[-11:]]
    assert known == [False] * 9 + [True] * 2  # from the second quarter of 2026 on
    blocks = youth.to_blocks(asked)
    assert "Den enda indikator som kan jämföras i lokalpolisområde Umeå" in reading.text(blocks)
    assert "1 indikator kan inte jämföras med ett år före." in reading.text(blocks)
    rows = reading.rows(reading.tables(blocks)["tabell-unga-lpo-umea"])
    assert [row["Skillnad"] for row in rows] == ["kan inte jämföras", "kan vara slump"]


def test_a_protected_indicator_is_told_as_that(filled, monkeypatch):
    hide(monkeypatch)
    filled(add_hidden)
    asked = ask("lpo-umea")
    said = reading.text(youth.to_blocks(asked))
    assert said == "Skyddat, visas inte av hänsyn till enskilda: misstänkta för grova brott."
    assert said in reading.text(summary.to_blocks(asked))


def test_nothing_to_report_is_of_the_whole_period_and_of_those_who_said_it(filled):
    filled(add_obstacles)
    blocks = obstacles.to_blocks(ask())
    said = reading.text(blocks)
    assert "Inget att rapportera: Umeå." in said
    assert "Har inte rapporterat: Bergslagen, Mitt, Stockholm, Syd, Väst, Öst." in said
    rows = {
        row["Kategori"]: row for row in reading.rows(reading.tables(blocks)["tabell-hinder-se"])
    }
    assert (rows["Oklara mandat"]["Nord"], rows["Resurser"]["Nord"]) == (3, 0)
    assert rows["Resurser"]["Syd"] == 1  # of an area in it
    assert rows["Oklara mandat"]["Syd"] == rows["Resurser"]["Väst"] == "inte rapporterat"


def test_councils_without_a_meeting_are_told_as_that(filled):
    filled(add_silence)
    blocks = participation.to_councils(ask("lpo-umea", first=LAST), LOCAL)
    assert (
        "har rapporterat 2026 K3, men inget möte där deltagandet kan räknas för medlemmar."
        in reading.text(blocks)
    )
    (row,) = reading.rows(reading.tables(blocks)["tabell-deltagande-lokala-lpo-umea"])
    assert (row["Aktör"], row["Procent"]) == ("Polisen", "inget möte")


def test_the_summary_tells_what_is_missing_too(filled):
    filled(add_nothing)
    asked = ask()
    said = reading.text(summary.to_blocks(asked))
    for told in (
        "Inget råd i Sverige har rapporterat deltagande",
        "Ingen har rapporterat om hinder 2025 K4–2026 K3. Det är inte samma sak som inga hinder.",
        "Inga resurser är rapporterade",
    ):
        assert told in said
