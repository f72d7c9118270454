"""What is said of reports: what is owed, what changes, what was before."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pandas as pd
import pytest

import words
from indicators.periods import Quarter
from indicators.protection.method import Method
from reporting.compare import compare
from reporting.kinds import CELLS, kinds
from reporting.register import Split
from reporting.remarks import Remark, Severity
from reporting.rows import Place, Row, Unit
from reporting.values import Gap
from tests.reporting.contexts import PERIOD, make_context
from ui import (
    release_trial,
    report_changes,
    report_file_remarks,
    report_filters,
    report_history,
    report_owed,
    report_remarks,
    report_sendings,
)
from ui.report_history import Revision
from ui.report_words import Names, clock, quarter_words, state_name

CONTEXT = make_context()
NAMES = Names(CONTEXT.register, {"lpo-jarva": "Järva"})
HINDER, MEASURES, COUNTED = (kinds()[code] for code in ("hinder", "atgarder", "indikatorer"))
MEASURE = CONTEXT.register.entries[6].code
AT = datetime(2026, 10, 1, 8, 0, tzinfo=UTC)


def owed(*rows):
    """(area, kind, period, due, state, late) each."""
    columns = ["area", "kind", "period", "due", "state", "late"]
    found = pd.DataFrame(rows, columns=columns).assign(name=lambda f: f["area"])
    return found.assign(release=pd.array([pd.NA] * len(found), dtype="Int64"))


LATE = ("lpo-a", "atgarder", "2026K2", date(2026, 7, 31), "saknas", True)
NEXT = ("lpo-a", "atgarder", "2026K3", date(2026, 10, 31), "saknas", False)
SENT = ("lpo-a", "indikatorer", "2026K2", date(2026, 7, 31), "inlamnad", False)
BACK = ("lpo-b", "hinder", "2026K2", date(2026, 7, 31), "komplettering", True)


def entry(split):
    register = CONTEXT.register.of(COUNTED.listing, PERIOD.last)
    return next(one.code for one in register if one.split is split)


def six(**changed):
    return Row({"indikator": entry(Split.SEX_AND_AGE), **dict.fromkeys(CELLS, 2), **changed})


def test_what_is_not_asked_is_empty_and_a_total_is_worked_out():
    whole = Row({"indikator": entry(Split.NONE), "totalt": 9})
    table = report_history.to_values(COUNTED, [six(), whole], NAMES)
    assert table["Kvinnor 12–14"].to_list() == ["2", ""]
    assert table["Totalt"].to_list() == ["12", "9"]


def test_a_total_of_a_missing_cell_is_empty_and_one_left_out_is_told():
    gap = six(k_12_14=Gap.MISSING)
    half = Row({name: value for name, value in six().values.items() if name != "m_18_20"})
    table = report_history.to_values(COUNTED, [six(), gap, half], NAMES)
    assert table["Totalt"].to_list() == ["12", "", ""]
    assert table["Kvinnor 12–14"].to_list() == ["2", "saknas", "2"]
    assert table["Män 18–20"].to_list() == ["2", "2", "ej besvarat"]


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([SENT], "Allt är inlämnat"),
        ([NEXT], "Du har 1 rapport kvar att lämna in, ingen är försenad"),
        ([LATE], "Du har 1 rapport kvar att lämna in, försenad"),
        ([LATE, BACK], "Du har 2 rapporter kvar att lämna in, alla är försenade"),
        ([LATE, NEXT, SENT], "Du har 2 rapporter kvar att lämna in, 1 är försenad"),
        ([LATE, BACK, NEXT], "Du har 3 rapporter kvar att lämna in, 2 är försenade"),
    ],
)
def test_the_headline_counts_what_is_left_and_late(rows, text):
    assert report_owed.headline(report_owed.mark_drafts(owed(*rows), ())) == text


def test_late_ones_come_first_and_what_is_sent_last():
    found = report_owed.mark_drafts(owed(SENT, NEXT, LATE, BACK), ())
    assert list(found["state"]) == ["saknas", "komplettering", "saknas", "inlamnad"]
    assert list(found["late"]) == [True, True, False, False]


def test_what_is_begun_is_a_draft_but_still_to_do():
    unit = Unit("lpo-a", "atgarder", Quarter(2026, 2))
    found = report_owed.mark_drafts(owed(LATE, SENT), {unit})
    assert list(found["state"]) == ["utkast", "inlamnad"]
    assert list(found["to_do"]) == [True, False]


def test_what_is_approved_and_in_a_release_is_published_in_it():
    done = (*SENT[:4], "godkand", False)
    found = report_owed.mark_drafts(owed(done, done).assign(release=[3, pd.NA]), ())
    assert list(found["state"]) == ["publicerad", "godkand"]
    table = report_owed.to_table(found, date(2026, 8, 1))
    assert list(table["Läge"]) == ["publicerad i utgåva 3", "godkänd"]


def test_the_table_says_how_late_in_words_and_names_areas_only_when_several():
    table = report_owed.to_table(report_owed.mark_drafts(owed(LATE), ()), date(2026, 8, 1))
    assert table.to_dict("records") == [
        {
            "Rapport": "Åtgärder och insatser",
            "Period": "2026 K2",
            "Läge": "inte inlämnad",
            "Försening": "1 dag försenad",
            "Sista dag": date(2026, 7, 31),
        }
    ]
    both = report_owed.to_table(report_owed.mark_drafts(owed(LATE, BACK), ()), date(2026, 8, 2))
    assert list(both["Område"]) == ["lpo-a", "lpo-b"]


@pytest.mark.parametrize(
    ("wanted", "state", "count"),
    [
        ({}, "alla", 4),
        ({}, "kvar", 3),
        ({}, "sena", 2),
        ({}, "komplettering", 1),
        ({"area": "lpo-a"}, "alla", 3),
        ({"kind": "atgarder", "period": "2026K3"}, "kvar", 1),
    ],
)
def test_the_filter_leaves_what_it_says(wanted, state, count):
    marked = report_owed.mark_drafts(owed(LATE, NEXT, SENT, BACK), ())
    assert len(report_filters.narrow(marked, wanted, state)) == count


def every_quarter(areas):
    """Late reports of six quarters, of so many areas."""
    periods = ("2025K1", "2025K2", "2025K3", "2025K4", "2026K1", "2026K2")
    rows = [
        (f"lpo-{number}", "atgarder", period, date(2026, 7, 31), "saknas", True)
        for number in range(areas)
        for period in periods
    ]
    return report_owed.mark_drafts(owed(*rows), ())


def test_of_a_long_list_the_four_latest_quarters_come_first_and_older_late_ones_are_counted():
    within, older = report_filters.to_window(every_quarter(100), None)
    assert sorted(set(within["period"])) == ["2025K3", "2025K4", "2026K1", "2026K2"]
    assert older == 200
    assert report_filters.to_older(older) == (
        "200 försenade rapporter från tidigare kvartal visas inte i listan."
    )


@pytest.mark.parametrize(("areas", "asked"), [(5, None), (100, "alla"), (100, "2025K1")])
def test_a_short_list_and_one_that_is_asked_for_are_whole(areas, asked):
    within, older = report_filters.to_window(every_quarter(areas), asked)
    assert len(within) == 6 * areas
    assert not older


def test_areas_stand_in_the_order_in_which_they_were_read():
    rows = [(*LATE[:5], True)] * 3
    found = owed(*rows).assign(name=["Åre", "Ängelholm", "Östersund"])
    assert report_owed.mark_drafts(found, ())["name"].to_list() == ["Åre", "Ängelholm", "Östersund"]


def test_quarters_are_written_in_the_language_of_the_run():
    found = report_owed.mark_drafts(owed(LATE, NEXT), ())
    unit = Unit("lpo-jarva", "hinder", Quarter(2026, 2))
    assert report_filters.to_options(found)["period"] == {"2026K3": "2026 K3", "2026K2": "2026 K2"}
    assert NAMES.unit(unit) == "Hinder, Järva, 2026 K2"
    with words.spoken("en"):
        assert report_owed.to_table(found, date(2026, 11, 1))["Period"].to_list()[0] == "2026 Q2"
        assert report_changes.to_summary({unit: []}, NAMES)["Period"].to_list() == ["2026 Q2"]


def test_the_states_to_choose_say_how_many():
    states = report_filters.to_states(report_owed.mark_drafts(owed(LATE, NEXT, SENT, BACK), ()))
    assert states["kvar"] == "Kvar att lämna in (3)"
    assert states["komplettering"] == "Komplettering begärd (1)"


@pytest.mark.parametrize(
    ("value", "base", "small"),
    [
        *((0, 5, 0), (1, 5, 1), (4, 5, 1), (5, 5, 0), (250, 5, 0)),
        *((7, 10, 1), (10, 10, 0), (2, 3, 1), (3, 3, 0), (4, 3, 0)),
    ],
)
def test_counts_below_the_base_are_small(value, base, small):
    assert report_changes.count_small([Row({"k_12_14": value})], base) == small


def test_meetings_are_no_counts_of_people():
    assert report_changes.count_small([Row({"hallna": 3, "deltagit": 2})], 5) == 0


def test_what_protection_does_is_told_in_the_right_number():
    rounded = partial(report_changes.protection_words, base=5, method=Method.ROUNDING)
    assert rounded(1).startswith("1 värde mellan 1 och 4 kommer att visas som 0 eller 5 ")
    assert rounded(7).startswith("7 värden mellan 1 och 4")
    assert "Inga antal" in rounded(0)


def test_what_protection_does_is_told_by_base_and_method():
    words = report_changes.protection_words
    assert "mellan 1 och 9 kommer att visas som 0 eller 10 " in words(2, 10, Method.ROUNDING)
    hidden = words(2, 3, Method.HIDING)
    assert "2 värden mellan 1 och 2 kommer inte att visas" in hidden
    assert "rundas" not in hidden
    assert "döljer" in words(0, 3, Method.HIDING)


@pytest.mark.parametrize(
    ("base", "method", "words"),
    [
        (5, Method.ROUNDING, "”3 → 5”"),
        (10, Method.ROUNDING, "”3 → 10”"),
        (3, Method.ROUNDING, "”2 → 3”"),
        (3, Method.HIDING, "”2 → skyddat”"),
    ],
)
def test_a_trial_is_read_by_a_count_that_is_changed(base, method, words):
    assert release_trial.to_reading(base, method).startswith(words)


def changes():
    before = [Row({"atgard": MEASURE, "k_12_14": 3, "k_15_17": 4, "m_12_14": 1})]
    after = [Row({"atgard": MEASURE, "k_12_14": 8, "k_15_17": 4, "m_15_17": 6})]
    return compare(MEASURES, before, after)


def test_the_preview_counts_new_changed_same_and_removed():
    told = report_changes.to_told(changes())
    assert told == "1 nytt värde, 1 ändras, 1 tas bort, 1 är lika"


def test_the_preview_shows_old_and_new_with_changes_first():
    table = report_changes.to_detail(MEASURES, changes(), NAMES)
    assert list(table["Vad som sker"]) == ["ändras", "tas bort", "ny", "lika"]
    first = table.to_dict("records")[0]
    assert (first["Fält"], first["Före"], first["Efter"]) == ("Kvinnor 12–14", "3", "8")


def test_a_row_that_holds_only_keys_is_seen():
    kind = kinds()["handelser"]
    found = compare(kind, [], [Row({"stadium": "etablerat", "dag": date(2026, 9, 1)})])
    table = report_changes.to_detail(kind, found, NAMES)
    assert table["Efter"].to_list() == ["2026-09-01"]
    assert table["Rad"].to_list() == ["etablerat, 2026-09-01"]


def revision(number, text, state="inlamnad", **more):
    row = Row({"kategori": "hinder-1", "niva": "inom", "beskrivning": text, **more})
    return Revision(number, (row,), state, AT, "a" if number == 1 else "b", number, "formular")


def test_every_change_of_a_value_tells_who_from_to_and_why():
    told = [revision(1, "Först"), revision(2, "Sedan", anteckning="Rättat efter samtal")]
    story = report_history.to_story(HINDER, told, NAMES, "b").to_dict("records")
    one = next(row for row in story if row["Från"] == "Först")
    assert (one["Till"], one["Vem"], one["Varför"]) == ("Sedan", "du", "Rättat efter samtal")
    assert (one["Rad"], one["Fält"], one["Inlämning"]) == (
        "Sekretess, inom nivån", "Beskrivning", "2",
    )  # fmt: skip
    assert story[-1]["Vem"] == "a"


def test_what_was_undone_changed_nothing():
    told = [revision(1, "Först"), revision(2, "Ångrat", "angrad"), revision(3, "Sist")]
    story = report_history.to_story(HINDER, told, NAMES, "b")
    assert "Ångrat" not in story.to_string()
    assert next(zip(story["Från"], story["Till"], strict=True)) == ("Först", "Sist")


def test_revisions_tell_the_reason_of_their_state():
    told = report_history.to_revisions([revision(1, "x", "angrad")], "a")
    assert told["Läge"].to_list() == ["ångrad"]
    assert told["Vem"].to_list() == ["du"]


def test_a_published_revision_stays_so_when_another_has_taken_its_place():
    first = replace(revision(1, "x", "upplast"), release=2)
    told = report_history.to_revisions([first, revision(2, "y")], "a")
    assert told["Läge"].to_list() == ["inlämnad", "publicerad i utgåva 2"]
    alone = report_history.to_revisions([first, revision(2, "y", "angrad")], "a")
    assert alone["Läge"].to_list() == ["ångrad", "upplåst, publicerad i utgåva 2"]


def test_a_sending_is_undone_as_a_whole_or_not_at_all():
    sent = pd.DataFrame(
        {
            "sending": [3, 1, 1, 2],
            "recorded_at": [AT] * 4,
            "kind": ["mal", "hinder", "mal", "hinder"],
            "state": ["angrad", "inlamnad", "godkand", "inlamnad"],
            "state_at": [AT] * 4,
            "undoable": [False, True, False, True],
            "release": pd.array([pd.NA, pd.NA, 2, pd.NA], dtype="Int64"),
        }
    )
    found = report_sendings.to_sendings(sent)
    assert found["sending"].to_list() == [3, 2, 1]
    assert found["undoable"].to_list() == [False, True, False]
    assert found["units"].to_list() == [1, 1, 2]
    assert found["states"].to_list()[2] == ["inlamnad", "publicerad"]
    assert found["undone_at"].isna().to_list() == [False, True, True]


def test_a_remark_of_a_file_tells_place_wrong_right_and_writing_as_plain_text():
    one = Remark(
        Severity.ERROR,
        "x",
        "Fel.",
        "Rätt.",
        written="**tolv**\n# x",
        place=Place("[Hinder](x)", 7),
        column="C",
    )
    assert report_file_remarks.to_line(one) == (
        r"**\[Hinder\](x), rad 7, kolumn C:** Som det står\: ”\*\*tolv\*\* \# x”. Fel. Rätt."
    )
    assert report_file_remarks.to_line(Remark(Severity.INFORMATION, "y", "Läst.")) == "Läst."


def test_remarks_are_counted_in_words():
    two = [Remark(Severity.WARNING, "x", "y")] * 2
    assert (
        report_remarks.to_counts([Remark(Severity.ERROR, "x", "y"), *two]) == "1 fel, 2 varningar"
    )


def test_times_are_swedish_and_short_on_the_same_day():
    assert clock(AT, AT) == "10:00"
    assert clock(AT, datetime(2026, 10, 2, 8, 0, tzinfo=UTC)) == "2026-10-01 10:00"
    assert quarter_words(Quarter(2026, 3)) == "tredje kvartalet 2026"
    assert state_name("angrad") == "ångrad"
