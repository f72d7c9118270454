"""A report's values beside others: every word for what is not there, every change."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from reporting.kinds import CELLS, kinds
from reporting.register import Entry, Listing, Register, Split
from reporting.remarks import Remark, Severity
from reporting.rows import Row
from reporting.values import Gap
from ui import review_history, review_remarks, review_texts, review_values
from ui.report_words import Names
from ui.review_numbers import to_change, to_median
from ui.review_values import Told

NAMES = Names(
    Register(
        (
            Entry(Listing.MEASURE, "sig", "Social insatsgrupp", split=Split.SEX_AND_AGE),
            Entry(Listing.MEASURE, "samtal", "Orossamtal"),
        )
    )
)
KIND = "atgarder"


def cells(*numbers, **more):
    return Row({"atgard": "sig", **dict(zip(CELLS, numbers, strict=True)), **more})


def table(now, before=(), others=(), remarks=(), **how):
    told = Told(tuple(now), None if before is None else tuple(before), others)
    return review_values.to_table(kinds()[KIND], told, NAMES, remarks, **how)


def test_the_total_of_cells_stands_first_and_is_worked_out():
    found = table([cells(1, 2, 3, 4, 5, 6)], [cells(1, 2, 3, 4, 5, 0)])
    assert found.iloc[0].to_list() == ["Social insatsgrupp", "Totalt", "21", "15", "+6", "", ""]
    assert len(found) == 7


def test_a_total_with_a_missing_cell_is_unknown_and_neither_new_nor_less():
    found = table([cells(1, 2, 3, 4, 5, 6)], [cells(1, 2, Gap.MISSING, 4, 5, 6)])
    assert found.iloc[0][["before", "change"]].to_list() == ["", ""]
    assert found.iloc[3][["now", "before", "change"]].to_list() == ["3", "saknas", "ändrad"]


@pytest.mark.parametrize(
    ("value", "word"),
    [(0, "0"), (Gap.MISSING, "saknas"), (Gap.NOT_APPLICABLE, "ej tillämpligt"), (1234, "1 234")],
)
def test_zero_missing_and_not_applicable_are_told_apart(value, word):
    found = table([Row({"atgard": "samtal", "totalt": value})])
    assert found["now"].iloc[0].replace("\xa0", " ") == word


def test_a_field_that_was_not_answered_is_told_apart_from_a_row_that_is_not_there():
    found = table([cells(1, 2, 3, 4, 5, 6)], [Row({"atgard": "samtal", "totalt": 4})])
    gone = found[found["what"] == "Orossamtal"].iloc[0]
    assert gone[["now", "before", "change"]].to_list() == ["", "4", ""]
    half = table([Row({"atgard": "sig", "k_12_14": 1})], [cells(1, 2, 3, 4, 5, 6)])
    assert half[half["field"] == "Män 12–14"]["now"].to_list() == ["ej besvarat"]


def test_a_cell_that_is_not_asked_is_empty_and_never_looks_like_one_that_is_missing():
    found = table(
        [Row({"atgard": "samtal", "totalt": 4})], [cells(1, 2, 3, 4, 5, 6, atgard="samtal")]
    )
    by_field = found.set_index("field")
    assert by_field.loc["Kvinnor 12–14", ["now", "before"]].to_list() == ["", "1"]
    assert by_field.loc["Totalt", ["now", "before", "change"]].to_list() == ["4", "21", "−17"]
    assert "–" not in found.to_numpy()


@pytest.mark.parametrize(
    ("value", "old", "said"),
    [
        (5, 3, "+2"),
        (3, 5.5, "−2,5"),
        (4, 4, "0"),
        (4, None, "ny"),
        (None, 4, "borttagen"),
        ("natt", "pa-vag", "ändrad"),
        (Gap.MISSING, 0, "ändrad"),
        ("natt", "natt", ""),
    ],
)
def test_a_change_is_a_number_or_a_word(value, old, said):
    assert to_change(value, old, known=True) == said


def test_nothing_is_new_where_nothing_was_reported_before():
    assert to_change(4, None, known=False) == ""


def test_the_median_leaves_out_what_is_no_number():
    assert to_median([1, Gap.MISSING, 4, None, 9]) == "4 (3)"
    assert to_median([Gap.MISSING]) == ""


def test_only_what_has_changed_can_be_shown():
    rows = [cells(1, 2, 3, 4, 5, 6)], [cells(1, 2, 3, 4, 5, 0)]
    assert table(*rows, changed_only=True)["field"].to_list() == ["Totalt", "Män 18–20"]


def test_a_value_that_the_checks_warn_of_is_marked():
    warned = Remark(Severity.WARNING, "hopp", "Stort hopp.", field="m_18_20", identity=("sig",))
    found = table([cells(1, 2, 3, 4, 5, 60)], remarks=[warned])
    assert found[found["mark"] != ""]["field"].to_list() == ["Män 18–20"]


def test_notes_are_text_and_never_markup():
    noted = [cells(1, 2, 3, 4, 5, 6, anteckning="**fet** [länk](http://x)")]
    (line,) = review_texts.notes(kinds()[KIND], noted, NAMES)
    assert line.startswith("- **Social insatsgrupp**: ")
    assert "\\*\\*fet\\*\\* \\[länk\\]" in line


def test_remarks_are_counted_in_right_number():
    warnings = [Remark(Severity.WARNING, "x", "Fel.")] * 2
    assert review_remarks.remark_sentence(warnings) == "2 varningar"
    assert review_remarks.remark_sentence([]) == "Kontrollerna har inget att anmärka på."


def test_a_remark_says_what_it_is_about_and_how_the_reporter_has_answered():
    warned = [
        Remark(Severity.INFORMATION, "x", "Bra att veta."),
        Remark(Severity.WARNING, "hopp", "Stort hopp.", field="k_12_14", identity=("sig",)),
    ]
    rows = [cells(1, 2, 3, 4, 5, 6, anteckning="En ny *grupp*")]
    assert review_remarks.to_lines(kinds()[KIND], warned, rows, NAMES) == [
        "- ! Varning. **Social insatsgrupp, Kvinnor 12–14:** Stort hopp. "
        "*Anteckning: En ny \\*grupp\\**",
        "- Upplysning. Bra att veta.",
    ]


def revision(number, *rows, state="inlamnad", **values):
    at = datetime(2026, 10, 19 + number, 12, tzinfo=UTC)
    return SimpleNamespace(
        **{
            "revision": number,
            "rows": rows,
            "state": state,
            "reason": None,
            "state_at": at,
            "recorded_at": at,
            "recorded_by": "a_b",
            "channel": "fil",
            "note": None,
            "release": None,
        }
        | values
    )


def test_the_revisions_say_who_when_how_and_why_the_newest_first():
    found = review_history.to_lines(
        [revision(1, state="angrad", reason="Fel fil"), revision(2, note="Nu *rätt*")]
    )
    assert found == [
        "- **Version 2** 2026-10-21 14:00, genom kalkylblad av a\\_b: ◆ inlämnad sedan "
        "2026-10-21 14:00. Meddelande: Nu \\*rätt\\*",
        "- **Version 1** 2026-10-20 14:00, genom kalkylblad av a\\_b: ångrad sedan "
        "2026-10-20 14:00. Skäl: Fel fil",
    ]


def test_a_revision_that_another_took_the_place_of_says_so():
    (newer, older) = review_history.to_lines([revision(1, state="godkand"), revision(2)])
    assert "ersatt, var ✓ godkänd sedan" in older
    assert "ersatt" not in newer


def test_a_revision_that_was_published_stays_so_with_its_release():
    (newer, older) = review_history.to_lines([revision(1, state="upplast", release=3), revision(2)])
    assert "ersatt, ■ publicerad i utgåva 3 sedan" in older
    assert "publicerad" not in newer
    (held,) = review_history.to_lines([revision(1, state="godkand", release=3)])
    assert "av a\\_b: ■ publicerad i utgåva 3 sedan" in held
    (held,) = review_history.to_lines([revision(1, state="upplast", release=3)])
    assert "◇ upplåst, publicerad i utgåva 3 sedan" in held


def test_two_revisions_are_told_apart_value_by_value():
    found = review_history.to_differences(
        kinds()[KIND],
        revision(1, cells(1, 2, 3, 4, 5, 6)),
        revision(2, cells(1, 2, 3, 4, 5, 9), Row({"atgard": "samtal", "totalt": 0})),
        NAMES,
    )
    told = found[["Gäller", "Uppgift", "Från", "Till", "Ändring"]].to_numpy().tolist()
    assert ["Social insatsgrupp", "Män 18–20", "6", "9", "ändrad"] in told
    assert ["Orossamtal", "Totalt", "", "0", "ny"] in told
    assert not [line for line in told if line[1] == "Män 15–17"]


def test_a_day_is_told_as_a_day():
    field = kinds()["handelser"].field("dag")
    assert NAMES.value(field, date(2026, 9, 1)) == "2026-09-01"
