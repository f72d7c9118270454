"""What numbers of people rest on follows whether they are official."""

from datetime import date

import pytest

from ui import population_words as words

DAY = date(2025, 12, 31)


def test_a_note_says_official_only_of_what_is():
    assert words.persons_note("officiell", DAY) == "Invånare: officiell uppgift, SCB 2025-12-31."
    assert words.young_note("officiell", DAY) == "Unga: officiell uppgift, SCB 2025-12-31."
    assert "skattad" in words.persons_note("skattad", DAY)
    assert words.young_note("skattad", DAY) == "Unga: skattad uppgift."


def test_what_young_people_rest_on_names_the_day_or_the_estimate():
    assert words.young_basis("skattad", DAY) == "Antalet unga per kommun är skattat."
    official = words.young_basis("officiell", DAY)
    assert "SCB:s officiella för 2025-12-31" in official
    assert "per kommun är skattat" not in official


def test_the_whole_of_it_tells_the_years_that_are_official():
    estimated = words.full_basis(DAY, "skattad", date(2024, 12, 31), ())
    assert "**skattade** ur tabeller för 2019 och 2022" in estimated
    assert "inlästa" not in estimated
    official = words.full_basis(DAY, "officiell", date(2024, 12, 31), (2022, 2023, 2024))
    assert "Unga 12–20 år per kommun är SCB:s officiella uppgift för 2024-12-31." in official
    assert "tabeller för 2019" not in official
    assert "Officiella åldrar är inlästa för 2022–2024." in official


SPANS = {(): "", (2024,): "2024", (2018, 2019, 2021, 2023, 2024): "2018–2019, 2021, 2023–2024"}


@pytest.mark.parametrize("years", SPANS)
def test_years_are_told_as_spans(years):
    assert words.to_years(years) == SPANS[years]
