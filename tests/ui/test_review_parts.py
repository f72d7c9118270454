"""What a reviewer is shown, made from given data: matrix, list, filters, measures, reminder."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from indicators.periods import Quarter
from indicators.reporting import to_completeness
from ui import (
    review_confirm,
    review_late,
    review_list,
    review_matrix,
    review_measures,
    review_opening,
    review_search,
)
from ui.review_search import Search, to_address, to_search
from ui.review_words import STATES, state_labels, with_sign

Q3 = Quarter(2026, 3)
PERIODS = Quarter.range(Quarter(2025, 4), Quarter(2026, 4))
REGIONS = {"pr-nord": "Nord", "pr-syd": "Syd"}
SENT_AT = datetime(2026, 10, 20, 23, 30, tzinfo=UTC)  # the 21st in Sweden
COMPLETE = "Fullständighet, procent"


def row(area="lpo-kiruna", kind="atgarder", state="saknas", late=False, **values):
    """An owed row as the data layer gives it, with the region's name."""
    sent = state != "saknas"
    return {
        "area": area,
        "name": area.split("-")[1].capitalize(),
        "level": "lpo",
        "region": "pr-nord",
        "region_name": "Nord",
        "kind": kind,
        "period": "2026K3",
        "is_owed": True,
        "due": date(2026, 10, 31),
        "is_due": True,
        "state": state,
        "late": late,
        "submission": 7 if sent else pd.NA,
        "revision": 1 if sent else pd.NA,
        "recorded_at": SENT_AT if sent else None,
        "first_at": SENT_AT if sent else None,
        "state_at": SENT_AT if sent else None,
        "approved_revision": pd.NA,
        "release": pd.NA,
    } | values


def marked(*rows):
    return review_matrix.to_marked(pd.DataFrame(list(rows) or [row()]))


def test_what_has_not_come_when_it_was_due_is_late_and_what_has_come_is_not():
    owed = marked(row(late=True), row(late=False), row(state="komplettering", late=True))
    assert owed["shown"].to_list() == ["sen", "saknas", "komplettering"]


def test_what_is_published_says_in_which_release_and_counts_as_approved():
    owed = marked(row(state="godkand", release=3), row(state="godkand"), row(state="upplast"))
    assert owed["shown"].to_list() == ["publicerad", "godkand", "upplast"]
    table = review_list.to_table(owed)
    assert table["Läge"].to_list() == ["■ publicerad i utgåva 3", "✓ godkänd", "◇ upplåst"]
    assert "2 är godkända" in review_matrix.headline(owed, "2026 K3")


@pytest.mark.parametrize(
    ("approved", "revision", "changed"),
    [(pd.NA, 1, False), (1, 1, False), (1, 2, True), (pd.NA, pd.NA, False)],
)
def test_changed_since_approval_needs_a_newer_revision(approved, revision, changed):
    owed = marked(row(state="inlamnad", approved_revision=approved, revision=revision))
    assert owed["changed"].to_list() == [changed]


def test_every_state_has_a_word_and_a_sign_of_its_own():
    assert set(state_labels()) == set(STATES)
    assert len({with_sign(state).split()[0] for state in STATES}) == len(STATES)


def test_the_headline_counts_in_words():
    owed = marked(
        row(state="godkand"), row("lpo-lulea"), row("lpo-pitea", late=True), row("lpo-umea", "mal")
    )
    said = review_matrix.headline(owed, "2026 K3")
    assert said == "Av 4 rapporter för 2026 K3 har 1 kommit, 1 är godkänd och 1 är försenad"


def test_the_headline_tells_those_that_have_come_and_are_late_all_the_same():
    owed = marked(row(late=True), row(state="komplettering", late=True), row(state="upplast"))
    said = review_matrix.headline(owed, "2026 K3")
    assert said.endswith("2 kommit, 0 är godkända och 2 är försenade (1 väntar på komplettering)")


def test_the_headline_says_which_reports_are_meant():
    said = review_matrix.headline(marked(row()), review_matrix.to_what("2026K3", "mal", "Nord"))
    assert said.startswith("Av 1 rapport för 2026 K3 i Nord, Gemensamma mål, har 0 kommit")


def test_what_nobody_has_to_report_stands_last_in_the_matrix():
    owed = marked(row(kind="handelser", state="inlamnad", is_owed=False), row(kind="mal"))
    words, _states, _codes = review_matrix.to_matrix(owed)
    assert list(words)[1:3] == ["Gemensamma mål", "Rådets händelser"]


def test_the_headline_of_nothing_owed_is_no_zero_of_zero():
    assert review_matrix.headline(marked(row()).iloc[:0], "2026 K4") == (
        "Inget ska rapporteras för 2026 K4"
    )


def test_the_matrix_has_a_row_for_each_area_and_a_column_for_each_kind_that_is_owed():
    owed = marked(
        row("pr-nord", "mal", "godkand", level="polisregion"),
        row("lpo-kiruna", "atgarder", "inlamnad"),
        row("lpo-kiruna", "indikatorer", late=True),
    )
    words, states, codes = review_matrix.to_matrix(owed)
    assert codes == ["pr-nord", "lpo-kiruna"]
    assert list(words) == [
        "Område",
        "Åtgärder och insatser",
        "Ungdomsindikatorer",
        "Gemensamma mål",
        "Polisregion",
    ]
    assert words.iloc[1].to_list() == ["Kiruna", "◆ inlämnad 21 okt.", "! försenad", "", "Nord"]
    assert states.iloc[0].to_list() == ["", "", "", "godkand", ""]


def test_a_cell_says_that_it_was_changed_since_it_was_approved():
    owed = marked(row(state="inlamnad", revision=2, approved_revision=1))
    assert review_matrix.to_cell(owed.to_dict("records")[0]) == "◆ inlämnad (ändrad) 21 okt."


def test_the_legend_tells_the_signs_that_are_there():
    assert review_matrix.legend(["sen", "godkand"]).startswith("! försenad · ✓ godkänd · tomt")


def test_the_list_has_area_kind_period_state_day_and_change():
    table = review_list.to_table(
        marked(row(state="inlamnad", revision=2, approved_revision=1), row("lpo-pitea"))
    )
    assert table.iloc[0].to_dict() == {
        "Område": "Kiruna",
        "Slag": "Åtgärder och insatser",
        "Period": "2026 K3",
        "Läge": "◆ inlämnad",
        "Senaste ändring": date(2026, 10, 21),
        "Ändrad sedan godkänd": "ja",
        "Skulle ha kommit": date(2026, 10, 31),
        "Polisregion": "Nord",
    }
    assert pd.isna(table["Senaste ändring"].iloc[1])


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 rapport från 1 område"), (1323, "1\xa0323 rapporter från 1 område")],
)
def test_what_is_listed_is_counted_in_swedish(count, said):
    assert review_list.to_sentence(marked(*[row()] * count)) == said


def test_a_list_of_what_is_all_to_be_reviewed_need_not_say_so():
    assert "Läge" not in review_list.to_table(marked(row(state="inlamnad")))


def test_the_list_says_what_was_sent_back_and_is_late():
    owed = marked(row(state="komplettering", late=True), row(state="komplettering"), row(late=True))
    assert review_list.to_table(owed)["Läge"].to_list() == [
        "↩ komplettering begärd, försenad",
        "↩ komplettering begärd",
        "! försenad",
    ]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "Ingen rapport är försenad för 2026 K3"),
        (1, "1 försenad rapport för 2026 K3"),
        (132, "132 försenade rapporter för 2026 K3"),
    ],
)
def test_how_many_are_late_is_said_in_right_number(count, said):
    assert review_late.to_headline(count, "2026K3") == said


def test_an_empty_address_is_what_is_to_be_reviewed():
    assert to_search({}, PERIODS, REGIONS) == Search()


def test_every_filter_and_the_opened_unit_are_read():
    search = to_search(
        {
            "vy": "lista",
            "period": "2026K3",
            "region": "pr-syd",
            "slag": "mal",
            "tillstand": "sen",
            "enhet": "lpo-kiruna_atgarder_2026K3",
        },
        PERIODS,
        REGIONS,
    )
    assert search == Search("lista", Q3, "pr-syd", "mal", "sen", ("lpo-kiruna", "atgarder", Q3))
    assert search.told == {
        "period": "2026K3",
        "region": "pr-syd",
        "slag": "mal",
        "tillstand": "sen",
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("vy", "karta"),
        ("period", "2026-3"),
        ("period", "2031K1"),
        ("region", "pr-vast"),
        ("slag", "utkast"),
        ("tillstand", "utkast"),
        ("enhet", "lpo-kiruna"),
        ("enhet", "lpo-kiruna_utkast_2026K3"),
        ("enhet", "lpo-kiruna_atgarder_2026K9"),
        ("enhet", "_" * 300),
        ("enhet", "<b>x</b>_atgarder_k"),
    ],
)
def test_what_can_not_be_understood_is_left_out_with_a_sentence(name, text):
    search = to_search({name: text}, PERIODS, REGIONS)
    assert len(search.problems) == 1
    assert text[:60] in search.problems[0]
    assert search == Search(problems=search.problems)


def test_an_opened_unit_reads_as_it_was_written():
    assert review_search.to_unit(to_address("lpo-kiruna", "mal", Q3)) == ("lpo-kiruna", "mal", Q3)


def test_a_question_of_one_and_of_many_is_in_right_number():
    one = review_confirm.Pending("godkann", (row(state="inlamnad"),))
    many = review_confirm.Pending("komplettera", (row(state="inlamnad"),) * 34)
    assert review_confirm.to_question(one) == "Godkänn 1 rapport?"
    assert review_confirm.to_question(many) == "Begär komplettering av 34 rapporter?"


def test_how_many_are_warned_about_is_said_of_reports_not_of_warnings():
    assert "**1** av dem" in review_confirm.to_warned([0, 3])
    assert review_confirm.to_warned([0, 0]) == "Kontrollerna varnar inte för någon av dem."


def counts(*rows, by=("region", "kind", "period")):
    return to_completeness(pd.DataFrame(rows), by)


def test_a_share_of_nothing_due_is_a_dash_and_not_zero():
    table = review_measures.to_table(
        counts(row(late=True), row(period="2026K4", is_due=False), by=("region", "period")),
        "region",
        REGIONS,
    )
    assert table.to_dict("records") == [
        {"Polisregion": "Nord", "2026 K4": "–", "2026 K3": "0\xa0% / 0\xa0%"}
    ]


def test_the_picture_says_the_same_in_words():
    found = counts(row(state="godkand"), row("lpo-pitea", late=True), by=("period",))
    said = review_measures.to_sentence(found.to_dict("records")[0])
    assert said == "2026 K3: 50\xa0% har kommit (1 av 2), 50\xa0% i tid (1 av 2)."
    assert "50\xa0%" in review_measures.to_picture(found)


def test_a_period_in_which_nothing_was_due_has_no_bar():
    found = counts(row(is_due=False), by=("period",))
    legend_only = review_measures.to_picture(found.iloc[:0]).count("<rect")
    assert review_measures.to_picture(found).count("<rect") == legend_only
    assert review_measures.to_sentence(found.to_dict("records")[0]) == (
        "2026 K3: inget skulle ha kommit än."
    )


def test_an_empty_share_is_empty_in_the_file():
    table = review_measures.to_csv_table(counts(row(is_due=False), row("lpo-x", "mal")), REGIONS)
    assert table[COMPLETE].isna().to_list() == [True, False]
    assert table[COMPLETE].to_list()[1] == 0


def test_the_reminder_lists_what_each_late_area_owes_and_its_day():
    late = marked(
        row(late=True),
        row(kind="indikatorer", late=True),
        row("lpo-malmo", late=True, region="pr-syd", region_name="Syd"),
    )
    said = review_late.to_reminder(late).splitlines()
    assert said[0] == "Påminnelse om rapportering"
    assert said[4:] == [
        "Polisregion Nord",
        "- Kiruna, 2026 K3: Åtgärder och insatser, Ungdomsindikatorer "
        "(skulle ha kommit 31 oktober 2026)",
        "",
        "Polisregion Syd",
        "- Malmo, 2026 K3: Åtgärder och insatser (skulle ha kommit 31 oktober 2026)",
    ]


def test_only_a_row_that_was_there_is_opened(monkeypatch):
    opened = []
    monkeypatch.setattr(review_opening, "open_one", opened.append)
    units = review_search.to_units(marked(row(), row("lpo-pitea", "mal")))
    review_opening.open_row(units, 1)
    review_opening.open_row(units, 2)
    assert opened == ["lpo-pitea_mal_2026K3"]


@pytest.mark.parametrize(
    ("text", "length"), [("! försenad", 18), ("◆ inlämnad 21 oktober", 21), ("", 0)]
)
def test_a_short_cell_can_be_pressed_in_its_whole_width_and_an_empty_one_not_at_all(text, length):
    assert len(review_opening.to_pressed(text)) == length
    assert review_opening.to_pressed(text).strip() == text
