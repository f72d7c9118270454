"""Words, colours and pictures of Deltagande."""

import pandas as pd
import pytest

from indicators.absence import Judged
from indicators.participation import State, to_cells, to_completeness
from indicators.periods import Quarter
from tests.indicators.naive_participation import PERIODS, to_row, to_rows, to_units
from ui import (
    absence_words,
    meeting_classes,
    meeting_headline,
    meeting_heat,
    meeting_lines,
    meeting_words,
)
from ui.chart_base import Title
from ui.chart_file import to_svg
from ui.meeting_choice import MeetingChoice, to_meeting_choice, window_name
from ui.meeting_words import HEALTH_CARE, SCHOOLS
from words import LANGUAGES, spoken

ACTORS = {"skolan": "Skolan", "polisen": "Polisen", "fritid": "Fritid"}
QUARTERS = [Quarter.parse(one) for one in PERIODS]
ASKED = MeetingChoice(QUARTERS[-1])
NBSP = "\N{NO-BREAK SPACE}"


def cells(*told, units=None):
    """Cells of the country: (actor, held, attended) each."""
    rows = to_rows([to_row("lpo-a", PERIODS[-1], *one) for one in told])
    known = units or [("lpo-a", PERIODS[-1], True, len(told))]
    return to_cells(rows, to_units(known), "all", list(ACTORS))


def test_every_state_has_a_class_word_and_sign_of_its_own():
    known = meeting_classes.classes()
    assert {str(state) for state in State} - {State.SHARE} <= set(known)
    labels = [one.label for one in known.values()]
    assert len(set(labels)) == len(labels)
    signs = [one.sign for one in known.values() if one.sign]
    assert len(set(signs)) == len(signs) == 6
    assert len(meeting_classes.SCALE) <= 7


@pytest.mark.parametrize(
    ("share", "name"), [(0.01, "0"), (0.2, "1"), (0.399, "1"), (0.6, "3"), (0.8, "4"), (1.0, "4")]
)
def test_a_share_is_in_the_class_that_holds_it(share, name):
    assert meeting_classes.to_class({"state": State.SHARE, "share": share}) == name


def test_zero_is_no_step_of_the_scale():
    assert meeting_classes.to_class({"state": State.ZERO, "share": 0.0}) == State.ZERO


def test_the_one_who_is_most_often_missing_is_named_with_what_the_share_is_made_of():
    totals = cells(("skolan", 4, 1), ("polisen", 4, 4))
    said = meeting_words.answer(totals, ACTORS, "Sverige", ASKED)
    assert said == (
        f"Oftast frånvarande: **Skolan**, med vid **25{NBSP}%** av mötena i Sverige 2026 K2 "
        "(1 av 4 möten i 1 lokalt råd)."
    )


def test_two_who_are_missing_as_often_are_both_named():
    totals = cells(("skolan", 4, 1), ("polisen", 8, 2), ("fritid", 4, 4))
    assert "**Skolan och Polisen**" in meeting_words.answer(totals, ACTORS, "Nord", ASKED)


def test_of_many_the_first_are_named():
    assert meeting_words.to_list(["a", "b", "c", "d", "e"]) == "a, b, c och 2 till"


def test_where_the_lowest_is():
    totals = cells(("skolan", 4, 1), ("polisen", 4, 4))
    rows = [
        to_row("lpo-a", PERIODS[-1], "skolan", 2, 0),
        to_row("lpo-b", PERIODS[-1], "skolan", 2, 1),
    ]
    units = to_units([(area, PERIODS[-1], True, 1) for area in ("lpo-a", "lpo-b")])
    beside = to_cells(to_rows(rows), units, "area", ["skolan"])
    columns = {"lpo-a": "Umeå", "lpo-b": "Kalmar"}
    assert meeting_words.lowest(beside, totals, columns) == f"Lägst i Umeå: 0{NBSP}%."
    assert meeting_words.lowest(beside.head(1), totals, columns) == ""
    assert meeting_words.lowest(beside, totals.head(0), columns) == ""


def test_completeness_in_words():
    def said(*units):
        found = to_completeness(to_units(units))
        return meeting_words.completeness(found.iloc[0].to_dict() if len(found) else None, ASKED)

    last = PERIODS[-1]
    assert said(("lpo-a", last, True, 3)).startswith("1 av 1 lokalt råd")
    assert "Bara delvis" in said(("lpo-a", last, True, 3), ("lpo-b", last, True, None))
    assert "Bara delvis" not in said(("lpo-a", last, True, None))
    assert "1 rapport är från ett råd" in said(("lpo-a", last, False, 3), ("lpo-b", last, True, 3))
    assert "inget ska rapporteras" in said(("lpo-a", last, False, None))
    assert "inget ska rapporteras" in said()


def test_absence_says_in_how_many_and_why_others_are_not_judged():
    judged = Judged(
        (), 3, {"a": State.NOT_REPORTED, "b": State.NOT_REPORTED, "c": State.NO_MEETING}
    )
    said = absence_words.absent(SCHOOLS, judged)
    assert said == (
        "**Skolan**: frånvarande de två senaste kvartalen som räknas i 0 av 3 råd som kan bedömas. "
        "3 råd kan inte bedömas (2 som inte har rapporterat, 1 utan möte)."
    )
    new = absence_words.absent(SCHOOLS, Judged((), 3, {"a": State.NO_COUNCIL}))
    assert new.endswith("1 råd kan inte bedömas (1 nytt).")
    nobody = absence_words.absent(HEALTH_CARE, Judged((), 0, {}))
    assert nobody == "**Hälso- och sjukvården**: inget råd kan bedömas."


def test_the_heat_map_has_a_word_or_a_number_in_every_cell():
    drawn = meeting_heat.to_chart(
        cells(("skolan", 4, 0), ("polisen", 0, 0)), ACTORS, {"se": "Alla råd"}
    ).data["cells"]
    words = dict(zip(drawn["actor"], zip(drawn["wide"], drawn["narrow"], strict=True), strict=True))
    assert words == {
        "Skolan": (f"0{NBSP}%", "0"),
        "Polisen": ("inget\nmöte", "○"),
        "Fritid": ("inte\nmed", "·"),
    }
    assert drawn["below"].tolist() == ["0/4", "", ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_narrow_cell_has_room_for_its_share_in_every_language(language):
    with spoken(language):
        drawn = meeting_heat.to_chart(cells(("skolan", 4, 4)), ACTORS, {"se": ""}).data["cells"]
    assert drawn["narrow"].tolist()[0] == "100"


def test_the_legend_has_the_whole_scale_and_of_the_rest_what_is_drawn():
    spec = meeting_heat.to_chart(cells(("skolan", 4, 0)), ACTORS, {"se": "Alla"}).spec
    legend = spec["layer"][0]["encoding"]["color"]["legend"]["values"]
    assert len(legend) == 7 and "· inte med" in legend and "? inte rapporterat" not in legend


@pytest.mark.parametrize(("name", "room"), [("Syd", 420), ("Skaraborg och Sjuhärad", 1458)])
def test_names_of_columns_are_level_only_where_all_have_room(name, room):
    columns = {"se": name} | {str(number): name for number in range(8)}
    spec = meeting_heat.to_chart(cells(("skolan", 4, 4)), ACTORS, columns).spec
    angle = spec["layer"][0]["encoding"]["x"]["axis"]["labelAngle"]
    assert angle == {"expr": f"width > {room} ? 0 : -50"}


def test_many_columns_have_no_number_where_a_hundred_would_be_cut_to_another():
    columns = {"se": "Alla"} | {str(number): f"Råd {number}" for number in range(18)}
    drawing = meeting_heat.to_chart(cells(("skolan", 4, 4)), ACTORS, columns)
    shown = [to_svg(drawing, Title(("T",), ()), width).count(b">100<") for width in (250, 390)]
    assert shown == [0, 1]


def test_an_actor_of_a_long_name_is_on_two_lines():
    assert meeting_heat.to_label("Kommunens trygghets- och säkerhetsarbete").count("\n") == 1


def over_time(values):
    rows, units = [], []
    for period, value in zip(PERIODS, values, strict=True):
        units.append(("lpo-a", period, True, None if value is None else 1))
        if value is not None:
            rows.append(to_row("lpo-a", period, SCHOOLS, 4, value))
    known = to_units(units)
    return to_cells(to_rows(rows), known, "period", [SCHOOLS]), to_completeness(known)


def test_a_line_is_broken_where_there_is_no_share():
    points = meeting_lines.to_points(*over_time([1, None, 2, 4]), "lokala")
    assert points["segment"].tolist() == [0, 1, 1, 1]
    assert points["value"].isna().tolist() == [False, True, False, False]
    assert points["told"].tolist()[1] == "inte rapporterat"
    assert points["newest"].tolist() == ["", "", "", f"100{NBSP}%"]
    assert points["hollow"].tolist() == [False, True, False, False]
    drawing = meeting_lines.to_chart(points, 4)
    assert drawing.data["early"]["period"].tolist() == [PERIODS[1]]
    assert drawing.parameters["most"] == 16
    assert f">50{NBSP}%</text>" in to_svg(drawing, Title(("T",), ()), 400).decode()


def test_a_course_is_told_by_its_newest_and_lowest():
    said = meeting_words.course(over_time([1, None, 2, 4])[0], SCHOOLS, "Umeå")
    assert said == (
        f"**Skolan** var med vid 100{NBSP}% av mötena 2026 K2 (4 av 4 möten); "
        f"lägst 25{NBSP}% 2025 K3."
    )
    none = meeting_words.course(over_time([None] * 4)[0], SCHOOLS, "Umeå")
    assert none == "**Skolan**: ingen andel i Umeå (inte rapporterat)."


def test_the_choice_reads_its_quarters():
    choice, problems = to_meeting_choice({"kvartal": "4"}, QUARTERS, QUARTERS[-1])
    assert not problems
    assert window_name(choice.window) == "2025 K3–2026 K2"
    assert choice.before[-1] == Quarter(2025, 2) and len(choice.before) == 4
    assert to_meeting_choice({"period": "2025K4"}, QUARTERS, QUARTERS[-1])[0].period == QUARTERS[1]


@pytest.mark.parametrize(
    ("change", "sure", "colour"),
    [("+3", True, "green"), ("−3", True, "red"), ("−3", False, "gray"), ("", True, "gray")],
)
def test_a_change_is_good_or_bad_only_where_both_are_whole(change, sure, colour):
    assert meeting_headline._to_colour(change, sure=sure) == colour


def test_no_share_is_no_number_in_the_table():
    from ui import meeting_tables

    table = meeting_tables.to_cells(cells(("skolan", 0, 0)), ACTORS, {"se": "Alla"}, "Var")
    assert table["Procent"].isna().all() and table["Hållna möten"].isna().all()
    assert pd.api.types.is_integer_dtype(table["Procent"])
