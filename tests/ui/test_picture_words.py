"""What the page of lägesbilder says: headline, address, what has changed, how texts differ."""

from datetime import date

import pytest

from data_access.picture_rules import COMMENT, STEPS
from indicators.text_changes import to_pairs
from reporting.picture_text import Marker
from ui.picture_address import Asked, to_asked
from ui.picture_compare import to_figures
from ui.picture_notices import to_problem
from ui.picture_since import Event, Reasons, Since, headline, is_changed, to_line, to_why
from ui.picture_words import (
    area_title,
    differences,
    no_release,
    not_here,
    state_name,
    step_name,
    unknown_marker,
)
from ui.picture_words import headline as list_headline

DAY = date(2026, 9, 30)
NO_REASONS = Reasons((), None)


def figure(value="3 av 12", number=3.0, **more):
    told = {"kind": "siffra", "title": "Etablerade", "value": value, "number": number}
    return told | {"unit": "antal", "note": "", "period": "", "release": None} | more


def rate(value="18,0", number=18.0, period="2026K3", release=1):
    return figure(value, number, unit="per-10000", period=period, release=release)


@pytest.mark.parametrize(
    ("parameters", "asked"),
    [
        ({}, Asked()),
        ({"lagesbild": "12"}, Asked(12)),
        ({"lagesbild": "12", "jamfor_lagesbild": "7"}, Asked(12, 7)),
        ({"lagesbild": "ny"}, Asked(is_new=True)),
        ({"lagesbild": "12", "skriv": "ja"}, Asked(12, writes=True)),
        ({"lagesbild": ""}, Asked()),
    ],
)
def test_the_address_says_which_and_how(parameters, asked):
    assert to_asked(parameters) == (asked, {})


@pytest.mark.parametrize(
    ("parameters", "wrong"),
    [
        ({"lagesbild": "tolv"}, "lagesbild"),
        ({"lagesbild": "-1"}, "lagesbild"),
        ({"lagesbild": "1e3"}, "lagesbild"),
        ({"lagesbild": "٣"}, "lagesbild"),
        ({"lagesbild": "9" * 30}, "lagesbild"),
        ({"lagesbild": "<b>"}, "lagesbild"),
        ({"jamfor_lagesbild": "7"}, "jamfor_lagesbild"),
        ({"lagesbild": "7", "jamfor_lagesbild": "7"}, "jamfor_lagesbild"),
        ({"lagesbild": "7", "jamfor_lagesbild": "x"}, "jamfor_lagesbild"),
        ({"lagesbild": "7", "skriv": "nej"}, "skriv"),
        ({"skriv": "ja"}, "skriv"),
    ],
)
def test_a_bad_address_gives_a_sentence_and_the_rest_as_asked(parameters, wrong):
    asked, problems = to_asked(parameters)
    assert set(problems) == {wrong}
    assert asked.other is None and not asked.writes
    assert len(problems[wrong]) < 120


def test_the_headline_says_how_many_the_newest_and_what_waits():
    assert list_headline([], None, 0, writes=False) == ("Inga lägesbilder är publicerade.")
    assert list_headline([], None, 0, "Polisregion Nord", writes=False) == (
        "Inga lägesbilder är publicerade för Polisregion Nord."
    )
    told = list_headline(["Nord <b>", "Syd"], DAY, 2, writes=True)
    assert told.startswith("**2 publicerade lägesbilder**. Den senaste är läget 30 ")
    assert "Nord \\<b\\>" in told
    assert told.endswith("**2 väntar på dig.**")
    assert list_headline(["Nord"], DAY, 0, writes=True).endswith("Inget väntar på dig.")


@pytest.mark.parametrize("state", sorted({*STEPS} - {COMMENT}))
def test_every_state_has_words(state):
    assert state_name(state) and step_name(state)


def test_areas_are_called_by_their_level():
    assert area_title("riket", "Riket") == "Sverige"
    assert area_title("polisregion", "Nord") == "Polisregion Nord"
    assert area_title("lan", "Norrbottens län") == "Norrbottens län"


def test_a_marker_that_stands_for_nothing_is_told_by_name():
    marker = Marker("siffra", "finns-inte")
    for said in (unknown_marker(marker, ["etablerade"]), no_release(marker), not_here(marker)):
        assert "[[siffra:finns-inte]]" in said
    assert "etablerade" in unknown_marker(marker, ["etablerade"])


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (["Ett"], ["Ett"], "Texterna är lika."),
        (["Ett"], ["Ett", "Två"], "1 stycke är nytt."),
        (["Ett", "Två"], ["Ett"], "Stycken: 1 är borttaget."),
        (["a b c d"], ["a b c e"], "Stycken: 1 är ändrat."),
        (
            ["a b c d", "x", "y"],
            ["a b c e", "Nytt", "Annat"],
            "2 stycken är nya, 1 är ändrat, 2 är borttagna.",
        ),
    ],
)
def test_how_two_texts_differ_is_told_in_a_sentence(before, after, said):
    assert differences(to_pairs(before, after)) == said


# Since


def test_what_is_the_same_says_so():
    one = Since(figure(), figure(), figure())
    assert not is_changed(one)
    assert headline([one]) == "Siffran är densamma i dag."
    assert headline([one, one]) == "Alla 2 siffror är desamma i dag."
    assert headline([]) == "Lägesbilden har inga siffror att följa."
    assert to_line(one, NO_REASONS) == "- Etablerade: oförändrat, 3 av 12."


def test_what_is_another_says_then_now_and_the_difference():
    one = Since(figure(), figure("5 av 12", 5.0), figure())
    assert headline([one]) == "**1 siffra är en annan i dag**, av 1."
    assert to_line(one, NO_REASONS) == "- Etablerade: 3 av 12 → **5 av 12** (\\+2)."


def test_a_figure_of_the_pictures_own_day_that_is_another_now_is_said_to_be_revised():
    one = Since(figure(), figure("5 av 12", 5.0), figure("4 av 12", 4.0))
    assert "lägesbildens dag är den nu 4 av 12" in to_why(one, NO_REASONS)
    same = Since(figure(), figure("5 av 12", 5.0), figure())
    assert to_why(same, NO_REASONS) == ""


def test_a_rate_tells_of_the_new_release_and_the_new_period():
    reasons = Reasons((), (2, date(2027, 1, 20)))
    one = Since(rate(), rate("20,2", 20.2, "2026K4", 2), rate("18,4", 18.4, release=2))
    why = to_why(one, reasons)
    assert "För 2026 K3 är den nu 18,4" in why
    assert "Nyare period: 2026 K4." in why
    assert "Utgåva 2 kom 2027-01-20." in why


def test_another_basis_is_told():
    one = Since(figure(), figure(note="Antalet unga är SCB:s."), figure())
    assert "Underlaget är ett annat: Antalet unga är SCB:s." in to_why(one, NO_REASONS)


def test_an_area_that_is_no_more_says_until_when():
    one = Since(figure(), None, figure())
    reasons = Reasons((), None, date(2024, 12, 31))
    assert is_changed(one)
    assert to_why(one, reasons) == "Området fanns till och med 2024-12-31."
    assert "kan inte jämföras" in to_line(one, reasons)


def test_names_of_councils_are_text():
    assert Event(DAY, "<b>", "etablerat").council == "<b>"
    line = to_line(Since(figure(title="<b>x</b>"), figure(title="<b>x</b>"), None), NO_REASONS)
    assert "<b>" not in line.replace("\\<", "")


# Beside each other


def test_the_figures_of_both_stand_in_one_table():
    before = {"[[siffra:a]]": figure(), "[[karta:steg]]": {"kind": "karta"}}
    after = {"[[siffra:a]]": figure("5 av 12", 5.0), "[[siffra:b]]": figure("1 av 2", 1.0)}
    table = to_figures(before, after, ("2026-06-30", "2026-09-30"))
    assert table.to_numpy().tolist() == [
        ["Etablerade", "3 av 12", "5 av 12", "+2"],
        ["Etablerade", "–", "1 av 2", "bara i den ena"],
    ]


REASONS = (
    "field-missing", "text-malformed", "personal", "bad-day", "unknown-release", "unknown-area",
    "bad-marker", "unresolved", "too-large", "unfit-content", "changed-text", "changed-meanwhile",
    "own-text", "not-allowed", "unknown", "database-away", "något annat",
)  # fmt: skip


@pytest.mark.parametrize("reason", REASONS)
def test_every_problem_has_words(reason):
    assert len(to_problem(reason, "title")) > 20


def test_a_lost_race_does_not_say_that_nothing_is_there():
    assert "Din text är kvar" in to_problem("changed-text")
