"""Område and Goda exempel with what may be missing, equal, extreme or half there: right and
readable all the same."""

import re
from datetime import date

import pytest

import clock
from indicators.periods import Quarter
from tests.data_access.released_work import GAP, NEWEST, OFTEN, REGIONS, add_work
from tests.pages.conftest import show
from tests.pages.test_area_reports import PARTS, headers, part, table
from ui.headings import to_plain

AREA, REGION = "lpo-jarva", "pr-stockholm"
LPOS = ("lpo-jarva", "lpo-umea", "lpo-kalmar")
LEVELS = (
    (AREA, "lpo"),
    (REGION, "polisregion"),
    ("po-norrbotten", "polisomrade"),
    ("01", "lan"),
    ("0180", "kommun"),
    ("se", "riket"),
)
GOAL = "skolans-deltagande"
NOTHING = re.compile(r"\b(nan|None|NaT)\b|<NA>")  # which no reader is to see


@pytest.fixture(autouse=True)
def day(example_data_of_own, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))


def met(attended, held=4, actor="skola"):
    return {"aktor": actor, "form": "medlem", "hallna": held, "deltagit": attended}


def missing(actor="skola"):
    gap = {"gap": "saknas"}
    return {"aktor": actor, "form": "medlem", "hallna": gap, "deltagit": gap}


def example(heading="Fältare", **more):
    row = {"rubrik": heading, "metod": "annan", "evidens": "okand", "beskrivning": "Så gick det"}
    return row | more


def tell(reports, number=1):
    """A release of the reports alone."""
    add_work(reports, counts={}, number=number)


def opened(page="omrade", **asked):
    found = show(page, **{"dag": "2026-11-25"} | asked)
    assert not found.exception
    return found


def at(code, level="lpo", **more):
    return opened(omrade=code, niva=level, **more)


def words(page):
    return " ".join(str(one.value) for kind in ("markdown", "caption") for one in page.get(kind))


def test_without_any_report_every_part_says_that_there_is_none():
    tell([])
    for code, level in LEVELS:
        page = at(code, level)
        for header in PARTS:
            assert header in headers(page) and part(page, header), (code, header)
        assert not NOTHING.search(words(page)), code


def test_one_value_alone_is_told_and_nothing_is_made_of_it():
    tell([("deltagande", AREA, NEWEST, [met(1)]), ("exempel", AREA, NEWEST, [example()])])
    for code, level in LEVELS:
        told = words(at(code, level))
        assert not NOTHING.search(told), code
        assert ("Så gick det" in told) is (code != "po-norrbotten"), code


def test_all_equal_is_no_order_and_all_missing_is_no_zero():
    tell([("deltagande", code, NEWEST, [met(2), met(2, actor="polisen")]) for code in LPOS])
    assert set(table(at(AREA), "Kom till")["Kom till"]) == {"2"}
    assert "kom lika ofta: **50\u00a0%**" in " ".join(
        one.value for one in at("se", "riket").markdown
    )
    tell([("deltagande", code, NEWEST, [missing()]) for code in LPOS], number=2)
    found = table(at(AREA), "Kom till")
    assert found["Kom till"].to_list() == found["Möten"].to_list() == ["uppgift saknas"]
    assert "0\u00a0%" not in " ".join(part(at("se", "riket"), "Deltagande"))


def test_every_meeting_and_none_are_told_as_they_are():
    for number, (attended, told) in enumerate([(4, "med vid alla möten"), (0, "0\u00a0%")], 1):
        tell([("deltagande", code, NEWEST, [met(attended)]) for code in LPOS], number)
        assert told in " ".join(part(at("se", "riket"), "Deltagande"))
        assert table(at(AREA), "Kom till")["Kom till"].to_list() == [str(attended)]


def test_no_meeting_held_is_no_share():
    tell([("deltagande", AREA, NEWEST, [met(0, held=0)])])
    assert table(at(AREA), "Möten")["Möten"].to_list() == ["0"]
    assert "%" not in " ".join(part(at("01", "lan"), "Deltagande"))


def test_a_quarter_that_is_half_reported_is_no_quarter_without():
    before = "2026K2"
    tell(
        [("deltagande", code, before, [met(3)]) for code in LPOS]
        + [("deltagande", "lpo-umea", NEWEST, [met(4)])]
    )
    page = at(AREA)  # has not sent the newest: its own last is shown, with its quarter
    assert "2026 K2" in " ".join(one.value for one in page.caption)
    assert table(page, "Kom till")["Kom till"].to_list() == ["3"]
    (told,) = part(at("po-stockholm-nord", "polisomrade"), "Deltagande")
    assert "har rapporterat deltagande 2026 K3" in told and "inte frånvaro" in told


def test_an_area_that_there_was_for_a_part_of_the_series_is_told_of_its_own_days():
    gone = "lpo-norrmalm"  # until 2024-12-31
    rows = [("deltagande", gone, "2024K4", [met(2)]), ("exempel", gone, "2024K4", [example()])]
    tell(rows)
    page = at(gone, dag="2024-12-31")
    assert "Fanns till" in words(page) or "fanns till och med" in words(page)
    assert table(page, "Kom till")["Kom till"].to_list() == ["2"]
    assert "Så gick det" in words(page)
    now = at("lpo-norra-innerstaden")
    assert "finns sedan 1 januari 2025" in words(now)
    assert not any("Kom till" in one.value for one in now.table)
    later = opened(omrade=gone)  # not on that day: said, and another is to be chosen
    assert later.warning and "Järva" not in words(later)


def test_goals_stand_with_baseline_path_target_and_status():
    goal = {"mal": GOAL, "utfall": 50, "bedomning": "pa-vag"}
    tell([("mal", REGION, "2024K4", [goal | {"utfall": 40}]), ("mal", REGION, NEWEST, [goal])])
    found = table(at(AREA), "Bedömning").set_index("Mål")
    (name,) = [one for one in found.index if one.startswith("Skolan")]
    row = found.loc[name]
    assert row["Bedömning"] == "↘ efter"
    assert row["Utfall"] == "50, 2026 K3"
    assert row["Utgångsläge"].startswith("40 den 2024")
    assert row["Målvärde"].startswith("80 senast 2026")
    assert float(row["Vägen"].replace(",", ".")) > 50


def test_a_goal_without_a_baseline_or_an_outcome_says_why_it_is_not_judged():
    tell([("mal", REGION, NEWEST, [{"mal": GOAL, "utfall": 50, "bedomning": "pa-vag"}])])
    found = table(at(AREA), "Bedömning")
    assert len(found) == 5
    judged = dict(zip(found["Mål"], found["Bedömning"], strict=True))
    (own,) = [told for name, told in judged.items() if name.startswith("Skolan")]
    assert to_plain(own) == "? ej bedömt: utgångsläge saknas"
    others = {to_plain(told) for name, told in judged.items() if not name.startswith("Skolan")}
    assert others == {"? ej bedömt: inget utfall är rapporterat"}
    assert set(found["Vägen"]) == {"–"}


def test_goals_of_the_country_are_a_cell_a_region():
    goal = {"mal": GOAL, "utfall": 90, "bedomning": "natt"}
    tell([("mal", REGIONS[0], NEWEST, [goal]), ("mal", REGIONS[0], "2024K4", [goal])])
    found = table(at("se", "riket"), "Nord").set_index("Mål")
    assert len(found.columns) == len(REGIONS)
    assert sorted(set(found.to_numpy().flat)) == ["? ej bedömt", "✔ nått"]


def test_measures_that_all_are_zero_are_zeros_and_those_not_sent_are_missing():
    add_work(counts={OFTEN: 0})
    assert table(at(AREA), "Individer")["Individer"].iloc[0].startswith("0 ")
    assert table(at(GAP), "Individer")["Individer"].to_list() == ["uppgift saknas"]


# Goda exempel


def test_examples_without_method_evidence_or_group_are_shown_without_them():
    tell([("exempel", AREA, NEWEST, [{"rubrik": "Bara en rubrik", "beskrivning": "Text"}])])
    page = opened("exempel")
    assert [one.value for one in page.subheader] == ["Bara en rubrik"]
    assert not NOTHING.search(words(page))


def test_examples_that_are_all_alike_are_one_method():
    tell([("exempel", code, NEWEST, [example()]) for code in LPOS])
    page = opened("exempel")
    assert "**3 exempel** från 3 områden." in words(page)
    assert "Vanligaste metoden" not in words(page)
    assert len(page.dataframe[0].value) == 1


def test_examples_with_unknown_codes_are_not_lost():
    tell([("exempel", AREA, NEWEST, [example(metod="finns-inte", evidens="heller-inte")])])
    page = opened("exempel")
    assert "**1 exempel** från 1 område." in words(page)
    assert [one.value for one in page.subheader] == ["Fältare"]


def test_an_example_of_an_area_that_is_gone_keeps_its_name():
    tell([("exempel", "lpo-norrmalm", "2024K4", [example()])])
    assert "Norrmalm" in words(opened("exempel"))


def test_examples_of_a_quarter_to_come_are_not_told_before_it():
    tell([("exempel", AREA, str(Quarter(2026, 4)), [example()])])
    assert opened("exempel", dag="2026-09-30").info[1].value.startswith("Inga goda exempel")
    assert "**1 exempel** från 1 område." in words(opened("exempel", dag="2026-10-01"))


def test_a_need_without_an_answer_is_a_dash_and_no_word():
    tell([("kompetens", REGION, NEWEST, [{"behov": "Sekretess"}])])
    page = opened("exempel", innehall="kompetens")
    assert page.dataframe[0].value["Vad som har gjorts"].to_list() in ([""], [None])
    assert table(at(AREA), "Vad som har gjorts")["Vad som har gjorts"].to_list() == ["–"]
