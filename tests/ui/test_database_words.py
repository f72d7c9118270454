"""Every state that the database can be in has words, where one saves and where one reads."""

import pytest
from streamlit.testing.v1 import AppTest

from data_access import errors
from ui.database_words import to_problems

KINDS = [errors.DatabaseUnavailable, *errors.NotWritable.__subclasses__()]
STATES = [kind.state for kind in KINDS]


def test_each_state_has_a_name_of_its_own():
    assert len(set(STATES)) == len(STATES) == 5


def test_who_saves_is_told_what_is_wrong_and_what_remains():
    said = to_problems("Det finns kvar.")
    assert set(said) == set(STATES)
    assert all(words.endswith("Det finns kvar.") for words in said.values())
    assert all("örsök" in words for words in said.values())


@pytest.mark.parametrize("state", STATES)
def test_who_reads_is_told_that_the_page_comes_back(state):
    def page(state: str) -> None:
        from ui.failures import show_database_away

        show_database_away(state)

    shown = AppTest.from_function(page, kwargs={"state": state}).run()
    assert not shown.exception
    assert shown.warning[0].value.endswith(
        "Inget är förlorat. Sidan försöker igen av sig själv och visas så snart databasen är "
        "tillbaka."
    )
