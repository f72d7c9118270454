"""From address to choice: whatever is written there, a view and calm sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.division import FIRST_DAY, load_areas, to_areas_on
from ui.choice import (
    MAP_LEVELS,
    PARAMETERS,
    Choice,
    to_choice,
)
from ui.choice_days import to_day, to_previous_quarter_end, to_year_before
from ui.map_indicators import all_indicators, indicators_at

TODAY = date(2026, 11, 1)
AREAS = load_areas()


def other_day(code: str) -> date | None:
    """A day on which the code is an area, None when it never is."""
    found = AREAS[AREAS["code"] == code]
    if found.empty:
        return None
    return found.iloc[0]["valid_to"] or max(found.iloc[0]["valid_from"], FIRST_DAY)


def to_levels(day: date) -> dict[str, str]:
    """Code → level of the areas on the day."""
    areas = to_areas_on(AREAS, day)
    return dict(zip(areas["code"], areas["level"], strict=True))


def choose(**parameters: str) -> Choice:
    """The choice of an address, on the first of November 2026."""
    day, _problem = to_day(parameters.get("dag"), TODAY)
    return to_choice(parameters, to_levels(day), TODAY, other_day)


def assert_swedish(problem: str) -> None:
    """A whole sentence, recognisably Swedish."""
    assert problem.endswith(".")
    assert problem[0].isupper() or problem[0] in "”0123456789"
    words = {word.strip("”.,;:") for word in problem.lower().split()}
    assert words & {"inte", "inget", "finns", "visas"}
    assert not words & {"the", "not", "unknown", "error", "invalid", "none"}


def test_an_empty_address_is_the_whole_country_by_lpo_today():
    choice = choose()
    assert choice == Choice(day=TODAY, since=date(2026, 9, 30))
    assert choice.bounds_of == "se"


def test_a_full_address_is_taken_as_it_is():
    asked = {
        "region": "pr-stockholm", "lan": "01", "omrade": "0180", "dag": "2025-06-30",
        "niva": "kommun", "indikator": "dagar", "utjamnad": "ja", "jamfor": "2024-12-31",
        "sedan": "2025-03-31", "vy": "stockholm",
    }  # fmt: skip
    assert choose(**asked) == Choice(
        day=date(2025, 6, 30),
        since=date(2025, 3, 31),
        region="pr-stockholm",
        lan="01",
        area="0180",
        level="kommun",
        indicator="dagar",
        compare=date(2024, 12, 31),
        view="stockholm",
        smooth=True,
    )
    assert set(asked) == set(PARAMETERS)


def test_an_unknown_area_gives_a_sentence_and_no_area():
    choice = choose(omrade="lpo-finns-inte")
    assert choice.area is None
    assert len(choice.problems) == 1
    assert "lpo-finns-inte" in choice.problems[0]


def test_an_area_that_has_ceased_gives_a_sentence_with_its_last_day():
    choice = choose(omrade="lpo-norrmalm", dag="2026-11-01")
    assert choice.area is None
    assert choice.day == date(2026, 11, 1)
    assert len(choice.problems) == 1
    assert "31 december 2024" in choice.problems[0]
    assert "1 november 2026" in choice.problems[0]


def test_an_area_that_has_ceased_can_be_chosen_on_its_last_day():
    choice = choose(omrade="lpo-norrmalm", dag="2024-12-31")
    assert choice.area == "lpo-norrmalm"
    assert choice.problems == ()


def test_an_area_to_come_gives_a_sentence_with_its_first_day():
    choice = choose(omrade="lpo-norra-innerstaden", dag="2024-12-31")
    assert choice.area is None
    assert len(choice.problems) == 1


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("2023-11-09", FIRST_DAY),
        ("2026-11-01", TODAY),
        ("2024-02-29", date(2024, 2, 29)),
        ("", TODAY),
    ],
)
def test_a_day_with_data_is_shown_without_a_word(asked, shown):
    assert to_day(asked, TODAY) == (shown, None)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("2023-11-08", FIRST_DAY),
        ("1700-01-01", FIRST_DAY),
        ("2026-11-02", TODAY),
        ("9999-12-31", TODAY),
        ("igår", TODAY),
        ("2026-02-30", TODAY),
        ("2026K3", TODAY),
        ("0000-00-00", TODAY),
        ("2026-11-01T00:00", TODAY),
    ],
)
def test_another_day_falls_back_and_says_so(asked, shown):
    day, problem = to_day(asked, TODAY)
    assert day == shown
    assert_swedish(problem)
    assert choose(dag=asked).problems == (problem,)


@pytest.mark.parametrize(
    ("name", "field", "fallback"),
    [
        ("niva", "level", "lpo"),
        ("indikator", "indicator", "steg"),
        ("vy", "view", None),
        ("region", "region", None),
        ("lan", "lan", None),
        ("omrade", "area", None),
        ("dag", "day", TODAY),
        ("sedan", "since", date(2026, 9, 30)),
    ],
)
@pytest.mark.parametrize("value", ["riket", "<b>hej</b>", "å", "{name}", "%s", "\x00"])
def test_an_unknown_value_gives_one_swedish_sentence_and_falls_back(name, field, fallback, value):
    choice = choose(**{name: value})
    assert getattr(choice, field) == fallback
    assert len(choice.problems) == 1
    assert_swedish(choice.problems[0])
    if not (name in ("dag", "sedan") and value == "\x00"):
        assert value in choice.problems[0]


def test_an_area_of_another_level_is_no_region_and_no_lan():
    assert choose(region="0180").region is None
    assert choose(lan="pr-nord").lan is None
    assert len(choose(region="0180", lan="pr-nord").problems) == 2


@pytest.mark.parametrize("level", MAP_LEVELS)
def test_an_indicator_of_another_level_falls_back_to_the_first_of_the_level(level):
    for key in set(all_indicators()) - set(indicators_at(level)):
        choice = choose(niva=level, indikator=key)
        assert choice.indicator == next(iter(indicators_at(level)))
        assert_swedish(choice.problems[0])


def test_an_empty_value_is_no_value():
    assert choose(**dict.fromkeys(PARAMETERS, "")) == choose()


def test_the_day_compared_with_is_off_until_it_is_asked_for():
    assert choose(dag="2025-06-30").compare is None
    assert choose(jamfor="2024-12-31").compare == date(2024, 12, 31)


@pytest.mark.parametrize(("name", "field"), [("jamfor", "compare"), ("sedan", "since")])
@pytest.mark.parametrize(
    ("asked", "promise", "shown"),
    [
        ("2022-01-01", "läget den dagen visas", FIRST_DAY),
        ("2027-01-01", "Dagens läge visas", TODAY),
        ("igår", "Dagens läge visas", TODAY),
    ],
)
def test_a_bad_day_to_compare_with_shows_what_its_sentence_says(name, field, asked, promise, shown):
    choice = choose(**{name: asked, "dag": "2026-10-15"})
    assert len(choice.problems) == 1
    if promise in choice.problems[0]:
        assert getattr(choice, field) == shown


def test_what_is_new_is_never_counted_from_a_day_after_the_chosen_day():
    choice = choose(dag="2024-01-01", sedan="2025-01-01")
    assert choice.since <= choice.day


def test_the_previous_quarter_ends_before_the_day_and_not_before_the_structure_began():
    assert to_previous_quarter_end(date(2026, 11, 1)) == date(2026, 9, 30)
    assert to_previous_quarter_end(date(2026, 10, 1)) == date(2026, 9, 30)
    assert to_previous_quarter_end(date(2026, 9, 30)) == date(2026, 6, 30)
    assert to_previous_quarter_end(FIRST_DAY) == FIRST_DAY
    assert to_previous_quarter_end(date(2024, 1, 1)) == date(2023, 12, 31)


def test_the_map_is_fitted_to_the_view_before_lan_before_region():
    assert choose(vy="goteborg").bounds_of == "1480"
    assert choose(vy="lpo-lulea-boden", lan="25").bounds_of == "lpo-lulea-boden"
    assert choose(lan="25", region="pr-nord").bounds_of == "25"
    assert choose(region="pr-nord").bounds_of == "pr-nord"


values = st.one_of(
    st.text(),
    st.dates().map(str),
    st.sampled_from(sorted({*AREAS["code"], *all_indicators(), *MAP_LEVELS, "malmo"})),
)
names = st.one_of(st.sampled_from(PARAMETERS), st.text(max_size=8))


@given(st.dictionaries(names, values, max_size=12))
def test_any_address_gives_a_choice_that_can_be_shown(parameters):
    day, _problem = to_day(parameters.get("dag"), TODAY)
    valid = to_levels(day)
    choice = to_choice(parameters, valid, TODAY, other_day)
    codes = {None, *valid}
    assert FIRST_DAY <= choice.day <= TODAY
    assert FIRST_DAY <= choice.since <= TODAY
    assert choice.compare is None or FIRST_DAY <= choice.compare <= TODAY
    assert {choice.region, choice.lan, choice.area} <= codes
    assert choice.indicator in indicators_at(choice.level)
    assert choice.bounds_of in codes
    assert all(problem.endswith(".") and " " in problem for problem in choice.problems)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 11, 1), date(2025, 11, 1)),
        (date(2028, 2, 29), date(2027, 2, 28)),
        (date(2024, 2, 1), FIRST_DAY),
        (FIRST_DAY, FIRST_DAY),
    ],
)
def test_a_year_before_is_the_same_day_but_never_before_the_structure(day, before):
    assert to_year_before(day) == before


@pytest.mark.parametrize("asked", [{}, {"sedan": "--"}])
def test_a_page_may_compare_with_another_day_when_none_is_asked_for(asked):
    choice = to_choice(asked, to_levels(TODAY), TODAY, other_day, to_since=to_year_before)
    assert choice.since == date(2025, 11, 1)
    assert choice.to_parameters()["sedan"] is None
    assert all("1 november 2025" in problem for problem in choice.problems)


def test_a_day_that_is_asked_for_stays_in_the_address_whatever_the_page_compares_with():
    asked = {"sedan": "2026-09-30", "lan": "99"}
    choice = to_choice(asked, to_levels(TODAY), TODAY, other_day, to_since=to_year_before)
    assert choice.to_parameters()["sedan"] == "2026-09-30"
