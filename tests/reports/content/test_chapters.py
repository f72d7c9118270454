"""Every figure of the report is the one that the pages show, and every gap says why."""

import numbers
import re

import pandas as pd
import pytest

from data_access.cache import forget_answers
from data_access.released_rates import fetch_rates
from data_access.released_reports import fetch_reports
from data_access.viewer import Role, Viewer
from indicators.coverage import SHARES
from pages import coverage_reads, measure_reads
from pages.meeting_told_reads import fetch_meetings
from reports.content import (
    establishment,
    measures,
    obstacles,
    participation,
    reached,
    resources,
    summary,
    youth,
)
from reports.content.making import to_document
from reports.document.blocks import Bullets, Heading, Notice
from tests.reports.content import reading
from tests.reports.filling import READER, ask, to_report
from ui import coverage_words, formats
from ui.coverage_choice import measure_name
from ui.meeting_choice import LOCAL, MeetingChoice

SCOPES = ["se", "pr-nord", "25", "lpo-umea"]
CHAPTERS = [
    "Sammanfattning", "Genomfört arbete per myndighet", "Resultat på övergripande nivå",
    "Resultat per polisregion", "Så följs arbetet upp",
    "Åtgärder och insatser för individer, och deras omfattning", "Hinder",
    "Resursåtgång och kostnader, nu och framöver", "Underlag och definitioner",
]  # fmt: skip
HELD = {"release": 1, "viewer": READER}


@pytest.fixture(autouse=True)
def _database(reported):
    return reported


def test_the_chapters_follow_the_decisions_own_list():
    document = to_report()
    found = [one.text for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    assert found == CHAPTERS
    under = [one.text for one in document.blocks if isinstance(one, Heading) and one.level == 2]
    assert [one for one in under if one.startswith("Polisregion")] == [
        "Polisregion Bergslagen", "Polisregion Mitt", "Polisregion Nord", "Polisregion Stockholm",
        "Polisregion Syd", "Polisregion Väst", "Polisregion Öst",
    ]  # fmt: skip


@pytest.mark.parametrize("code", SCOPES)
def test_every_report_is_whole(code):
    blocks = to_report(code).blocks
    keys = [one.key for one in blocks if hasattr(one, "key")]
    assert len(keys) == len(set(keys))
    assert set(reading.refs(blocks)) <= set(keys)
    assert any(isinstance(one, Notice) for one in blocks)  # that the data is made up
    for table in reading.tables(blocks).values():
        for row in reading.rows(table):
            for value in row.values():
                is_word = isinstance(value, str) and value.strip()
                is_number = isinstance(value, numbers.Real) and value == value  # noqa: PLR0124
                assert is_word or is_number, (table.key, row)
    said = reading.text(blocks)
    assert not re.search(r"\*\*|\{|\bNone\b|\bnan\b|<NA>", said)
    assert not re.search(r"\b(lpo|pr|po)-[a-z]", said), "a code where a name should be"


@pytest.mark.parametrize("code", SCOPES)
def test_coverage_is_that_of_the_page(code):
    asked = ask(code)
    table = reading.tables(establishment.to_blocks(asked))[f"tabell-tackning-{code}"]
    if code.startswith("lpo-"):
        assert table.frame["Av"].max() >= 1
        return
    where = (asked.choice.region, asked.choice.lan)
    now = coverage_reads.fetch_counts(asked.day, *where, viewer=READER)
    for row, measure in zip(reading.rows(table), SHARES, strict=True):
        assert row["Andel av"] == measure_name(measure)
        count = now[measure]
        assert (row["Med råd"], row["Av"]) == (count.covered, count.counted_over)
        expected = (
            formats.whole_percent(count.share) if count.counted_over else "inget att räkna på"
        )
        assert row["Nu, %"] == expected


def test_the_regions_of_the_country_are_told_as_on_the_page():
    table = establishment.to_groups(ask(), "polisregion")
    found = coverage_reads.fetch_groups("polisregion", ask().day, None, None, viewer=READER)
    by_name = found.set_index(["name", "measure"])
    for row in reading.rows(table):
        own = by_name.loc[(row["Polisregion"], "prioriterade")]
        told = coverage_words.Count(int(own["covered"]), int(own["counted_over"]))
        assert row["Prioriterade"] == coverage_words.told("prioriterade", told)


@pytest.mark.parametrize("code", ["se", "pr-nord"])
def test_participation_is_that_of_the_page(code):
    asked = ask(code)
    totals, actors = participation.to_totals(asked, LOCAL)
    page = fetch_meetings(asked.choice, MeetingChoice(asked.last, 4), **HELD)
    shown = page.totals.set_index("aktor")
    assert set(totals["aktor"]) == set(shown.index)
    for row in totals.to_dict("records"):
        for name in ("attended", "held", "councils"):
            assert row[name] == shown.loc[row["aktor"], name]
    table = reading.tables(participation.to_councils(asked, LOCAL))[
        f"tabell-deltagande-lokala-{code}"
    ]
    for row in reading.rows(table):
        actor = next(one for one, name in actors.items() if name == row["Aktör"])
        share = shown.loc[actor, "share"]
        assert row["Procent"] == formats.whole_percent(share)


@pytest.mark.parametrize("code", ["se", "pr-nord", "lpo-umea"])
def test_the_young_are_told_as_released(code):
    asked = ask(code)
    blocks = youth.to_blocks(asked)
    rows = {
        row["Indikator"]: row for row in reading.rows(reading.tables(blocks)[f"tabell-unga-{code}"])
    }
    assert rows
    for short in youth.to_shorts(asked).shown:
        rates = fetch_rates("indikator", short.code, asked.area.level, ("quarter",), **HELD)
        own = rates[(rates["code"] == code) & (rates["quarter"] == str(asked.last))].iloc[0]
        row = rows[short.name]
        if pd.notna(own["per_10_000"]):
            assert row["Per 10 000"] == float(own["per_10_000"])
            assert row["Antal"] == int(own["value"])
            assert row["95 %"] == f"{formats.rate(own['low'])}–{formats.rate(own['high'])}"


@pytest.mark.parametrize("code", ["se", "pr-nord", "pr-stockholm"])
def test_measures_are_told_as_released_and_gaps_by_their_reason(code):
    asked = ask(code)
    newest = reached.find_newest(asked)
    blocks = measures.to_blocks(asked)
    names = {one.name: entry for entry, one in measure_reads.fetch_entries(viewer=READER).items()}
    level = asked.area.level
    found = measure_reads.fetch_measures(level, (newest,), ("quarter", "age_group"), **HELD)
    own = found[found["code"] == code].set_index(["entry", "age_group"])
    table = reading.tables(blocks)[f"tabell-insatser-alder-{code}"]
    for row in reading.rows(table):
        for age, column in (("12-14", "12–14 år"), ("15-17", "15–17 år"), ("18-20", "18–20 år")):
            at = (names[row["Insats"]], age)
            value = own.loc[at, "value"] if at in own.index else pd.NA
            if pd.notna(value):
                assert row[column] == int(value)
            else:
                assert row[column] in ("uppgift saknas", "skyddat", "ej tillämpligt")


def test_a_region_that_has_not_sent_has_words_and_never_zero():
    said = reading.text(measures.to_blocks(ask("pr-vast", first=ask().last)))
    parts = reading.tables(measures.to_blocks(ask()))["tabell-insatser-delar-se"]
    assert "saknas" in set(parts.frame.to_numpy().ravel()) or "saknas" in said


def test_obstacles_and_resources_are_those_of_the_release():
    asked = ask()
    table = reading.tables(obstacles.to_blocks(asked))["tabell-hinder-se"]
    told = fetch_reports("hinder", **HELD)
    told = told[told["period"].isin(asked.periods)]
    counted = table.frame[["inom nivån", "mellan nivåer"]].to_numpy().sum()
    assert counted == len(told)
    rows = reading.rows(reading.tables(resources.to_blocks(asked))["tabell-resurser-kronor-se"])
    reported = fetch_reports("resurser", **HELD)
    year = reported[reported["period"] == "2025K4"]
    assert sum(row["Summa"] for row in rows) == float(year["kronor"].sum())


def test_the_published_picture_of_each_area_is_in_it():
    said = reading.text(to_report().blocks)
    assert "Lägesbild: Landet efter tredje kvartalet 2026" in said
    assert "Lägesbild: Nord efter tredje kvartalet 2026" in said
    assert "Ingen lägesbild av polisregion Syd är publicerad för perioden." in said


def test_what_is_missing_is_told_with_whom():
    table = reading.tables(to_report().blocks)["tabell-saknas-se"]
    for row in reading.rows(table):
        assert (row["Finns"] == row["Av"]) == (row["Saknas från"] == "ingen")


def test_the_same_choice_says_the_same_whenever_it_is_asked():
    first = to_report("lpo-umea")
    forget_answers()
    second = to_document(ask("lpo-umea"))
    assert [_plain(one) for one in first.blocks] == [_plain(one) for one in second.blocks]


def _plain(block):
    return block._replace(frame=block.frame.to_dict()) if hasattr(block, "frame") else block


def test_who_sees_one_region_is_told_of_no_other():
    own = Viewer(Role.LASARE, frozenset({"pr-nord"}), example=True)
    document = to_document(ask("pr-nord", own))
    chapters = {}
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            chapters[block.text] = []
        chapters[list(chapters)[-1]].append(block)
    data = [b for name, of in chapters.items() if name != "Underlag och definitioner" for b in of]
    cells = [str(v) for t in reading.tables(data).values() for v in t.frame.to_numpy().ravel()]
    told = reading.text(data) + "\n".join(cells)
    for other in ("Bergslagen", "Polisregion Syd", "Göteborg", "Malmö", "Järva"):
        assert other not in told


@pytest.mark.parametrize("code", ["25", "lpo-umea"])
def test_what_is_the_regions_is_never_told_as_the_areas_own(code):
    (listed,) = [one for one in summary.to_blocks(ask(code)) if isinstance(one, Bullets)]
    lines = ["".join(one) for one in listed.lines]
    of_region = [
        one for one in lines if "bedömningar" in one or "hinder" in one or "tog arbetet" in one
    ]
    assert len(of_region) == 3
    assert all("Rapporteras per polisregion; här visas Nord." in one for one in of_region)
    assert not any("Lokalpolisområde" in one for one in lines)  # within a sentence
