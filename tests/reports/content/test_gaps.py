"""What has not come is told as that: never as nothing, never as somebody else's, never silently."""

import pytest

from data_access.register import fetch_register
from reporting.register import Listing
from reports.content import authorities, resources
from tests.data_access.released_work import add_work
from tests.pages.meetings import to_row
from tests.reports.content import reading
from tests.reports.filling import LAST, READER, ask

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
        "inget möte", "ej rapporterat",
    )  # fmt: skip
    assert "I de lokala råden: inget möte. I de regionala råden: ej rapporterat." in said
    assert "ingen av aktörerna" not in said
    row, said = to_authorities()[PRISONS]
    assert (row["Möten i lokala råd"], row["Möten i regionala råd"]) == ("–", "ej rapporterat")
    assert "I de lokala råden: inte med. I de regionala råden: ej rapporterat." in said


@pytest.mark.parametrize(("code", "local"), [("se", "ej rapporterat"), ("lpo-umea", "inget råd")])
def test_before_any_report_nobody_is_told_to_be_no_actor(filled, code, local):
    filled(add_nothing)
    found = to_authorities(code)
    assert len(found) == len(fetch_register(viewer=READER).of(Listing.AUTHORITY, LAST.last))
    for row, said in found.values():
        assert row["Möten i lokala råd"] == local
        assert row["Möten i regionala råd"] == "ej rapporterat"
        assert f"I de lokala råden: {local}. I de regionala råden: ej rapporterat." in said
        assert "ingen av aktörerna" not in said


def test_a_need_is_of_all_regions_that_have_told_any(filled):
    filled(add_needs)
    said = reading.text(resources.to_blocks(ask()))
    assert "För 2026 har 2 av 7 regioner angett ett behov av sammanlagt 9,0" in said
