"""The register in words: what is shown of a list, an entry, and what was changed in it."""

from dataclasses import replace
from datetime import date

import pytest

from reporting.register import Entry, Listing, Polarity, Split
from ui import register, register_notices, register_words

TODAY = date(2026, 11, 1)
COUNTED = Entry(
    Listing.INDICATOR,
    "ran",
    "Rån",
    "Misstänkta för rån.",
    "personer",
    Polarity.LOWER_BETTER,
    "förslag",
    "En gång per kvartal.",
    Split.SEX_AND_AGE,
    "Polismyndigheten",
    other_names=("Personrån",),
)
PLAIN = Entry(Listing.ACTOR, "polisen", "Polisen", source="förslag")


def test_every_list_split_and_direction_has_its_own_name():
    assert len({register_words.listing_name(one) for one in Listing}) == len(Listing)
    assert len({register_words.split_name(one) for one in Split}) == len(Split)
    assert len({register_words.polarity_name(one) for one in Polarity}) == len(Polarity)


def test_what_is_counted_tells_how_and_a_plain_list_does_not():
    counted, plain = register_words.to_texts(COUNTED), register_words.to_texts(PLAIN)
    assert (counted["Enhet"], counted["Uppdelning"]) == ("personer", "kön och ålder")
    assert (counted["Riktning"], counted["Nivå"]) == ("lägre är bättre", "lokalpolisområde")
    assert not {"Enhet", "Räkneregel", "Uppdelning", "Riktning"} & set(plain)
    assert plain["Gäller"] == "2023-11-09 –"


def test_the_headline_tells_how_many_have_ended():
    ended = replace(PLAIN, code="b", valid_to=date(2026, 10, 31))
    last_day = replace(PLAIN, code="c", valid_to=TODAY)
    assert register_words.headline([PLAIN], TODAY) == "1 post"
    assert register_words.headline([PLAIN, ended, last_day], TODAY) == "3 poster, 1 avslutad"


@pytest.mark.parametrize(
    ("searched", "found"),
    [("", 2), ("rån", 1), ("PERSONRÅN kvartal", 1), ("polis", 2), ("saknas", 0)],
)
def test_every_searched_word_is_looked_for_in_all_texts(searched, found):
    assert len(register_words.find([COUNTED, PLAIN], searched)) == found


def test_changes_are_told_before_and_after():
    after = replace(COUNTED, name="Rån *", valid_to=date(2026, 12, 31), version=2)
    assert register_words.to_lines(COUNTED, after) == [
        "Namn: Rån → Rån *",
        "Gäller: 2023-11-09 – → 2023-11-09 – 2026-12-31",
    ]
    assert register_words.to_changes(COUNTED, after)[0] == "Namn\\: Rån → Rån \\*"
    assert register_words.to_lines(COUNTED, COUNTED) == []
    assert register_words.to_lines(COUNTED, replace(COUNTED, other_names=())) == [
        "Andra namn: Personrån → –"
    ]


def test_a_new_entry_is_told_by_what_is_filled_in():
    told = register_words.to_changes(None, PLAIN)
    assert "Namn: Polisen" in told and "Kod: polisen" in told
    assert not any(line.startswith(("Definition", "Andra namn")) for line in told)


def test_a_table_has_the_columns_of_its_list():
    counted = register.to_table([COUNTED])
    assert counted["Räkneregel"].to_list() == ["En gång per kvartal."]
    assert counted["Version"].to_list() == [1]
    assert list(register.to_table([PLAIN]).columns) == [
        "Namn", "Definition", "Källa", "Gäller", "Version",
    ]  # fmt: skip


def test_each_problem_has_its_own_words():
    reasons = [
        "code-malformed", "field-missing", "text-malformed", "days-reversed",
        "council-is-no-measure", "name-taken", "split-of-what-is-not-counted", "changed-meanwhile",
        "there-already", "not-allowed", "database-away", "annat",
    ]  # fmt: skip
    assert len({register_notices.problem(reason) for reason in reasons}) == len(reasons)
    assert "Ett råd är ingen insats" in register_notices.problem("council-is-no-measure")
    assert "”Räkneregel”" in register_notices.problem("field-missing", "counting_rule")
    assert "\\<b\\>" in register_notices.problem("name-taken", "<b>")
