"""Bad parameters: a warning in Swedish, the rest as asked, and never an exception."""

from datetime import date

import pytest

from tests.pages.conftest import show_each

BAD = {
    "omrade": "finns-inte",
    "region": "<b>nord</b>",
    "lan": "99",
    "dag": "i går",
    "niva": "riket",
    "indikator": "okänd",
    "jamfor": "2026-02-30",
    "sedan": "--",
    "vy": "mars",
}


def show_each_of_a_day(**parameters):
    """Rapporter has a period instead of a day, and tests of its own."""
    return (one for one in show_each(**parameters) if one[0] != "rapporter")


@pytest.mark.parametrize("name", BAD)
def test_a_bad_parameter_gives_one_warning_and_the_page(open_page, name):
    app = open_page("karta", **{name: BAD[name]})
    assert not app.exception
    assert len(app.warning) == 1
    assert app.title[0].value
    assert app.query_params.get(name) != BAD[name]


def test_all_bad_at_once_gives_a_warning_each_on_every_page(example_data):
    for page, app in show_each_of_a_day(**BAD):
        assert not app.exception, page
        assert len(app.warning) == len(BAD), page
        assert app.title[0].value, page
        assert not [name for name in BAD if app.query_params.get(name) == BAD[name]], page


def test_a_warning_is_given_once_and_not_at_the_next_click(open_page):
    app = open_page("karta", **BAD)
    app.run()
    assert not app.warning


def test_an_area_that_has_ceased_says_on_which_day_it_was_there(example_data):
    for page, app in show_each_of_a_day(omrade="lpo-norrmalm", dag="2025-06-30"):
        assert not app.exception, page
        assert [("31 december 2024" in warning.value) for warning in app.warning] == [True], page
        assert "omrade" not in app.query_params


@pytest.mark.parametrize(
    ("asked", "said"), [("2023-11-08", "9 november 2023"), ("2999-01-01", "har inte varit än")]
)
def test_a_day_without_data_falls_back_and_says_so(open_page, asked, said):
    for page in ("oversikt", "karta", "om"):
        app = open_page(page, dag=asked)
        assert not app.exception, page
        assert said in app.warning[0].value, page
        assert app.query_params["dag"] != asked


def test_one_bad_parameter_leaves_the_good_ones_in_the_address(open_page):
    good = {
        "niva": "kommun", "indikator": "dagar", "dag": "2025-06-30", "jamfor": "2024-12-31",
        "region": "pr-nord", "vy": "pr-nord",
    }  # fmt: skip
    app = open_page("karta", **good, lan="99")
    assert {name: app.query_params.get(name) for name in good} == good


def test_one_bad_parameter_leaves_the_day_compared_with_in_the_address(open_page):
    app = open_page("oversikt", dag="2025-06-30", sedan="2024-12-31", lan="99")
    assert app.query_params.get("sedan") == "2024-12-31"


def test_new_since_a_day_after_the_shown_day_breaks_nothing(example_data):
    for page, app in show_each_of_a_day(dag="2024-12-31", sedan="2025-01-01"):
        assert [error.message for error in app.exception] == [], page


def test_choosing_a_day_before_the_one_compared_with_breaks_nothing(open_page):
    app = open_page("oversikt", dag="2025-06-30", sedan="2025-03-31")
    app.date_input(key="f_dag").set_value(date(2024, 6, 30)).run()
    assert [error.message for error in app.exception] == []


def test_markup_in_the_address_is_shown_as_text(open_page):
    app = open_page("karta", vy="<img src=x onerror=alert(1)>[länk](http://x.example)")
    (warning,) = app.warning
    assert "\\<img" in warning.value
    assert "\\[länk\\]" in warning.value
    assert "<img" not in warning.value.replace("\\<", "")
