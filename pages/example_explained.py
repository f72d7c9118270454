"""The counts of good examples and of needs of competence, explained."""

from functools import partial

import pandas as pd

from data_access.releases import Release
from data_access.viewer import Viewer
from pages import newest_report
from pages.explaining import Explain
from pages.place_words import to_place
from ui import example_words, examples
from ui.choice import Choice
from ui.example_words import Counted
from ui.explain import Explained
from ui.sheet import release_name

EXAMPLE, NEED = "exempel", "kompetens"


def of_examples(
    found: pd.DataFrame, release: Release, choice: Choice, viewer: Viewer
) -> dict[str, Explain]:
    """How many examples there are, from how many areas, and how many of each method."""
    counted = [*example_words.of_found(found), *example_words.of_methods(found)]
    return _to_all(EXAMPLE, counted, release, choice, viewer)


def of_needs(
    found: pd.DataFrame, release: Release, choice: Choice, viewer: Viewer
) -> dict[str, Explain]:
    """In how many areas each need is, the most usual first."""
    order = list(examples.to_needs(found).iloc[:, 0]) if len(found) else []
    counted = example_words.of_needs(found, order)
    return _to_all(NEED, counted, release, choice, viewer)


def _to_all(
    kind: str, counted: list[Counted], release: Release, choice: Choice, viewer: Viewer
) -> dict[str, Explain]:
    return {one.name: partial(_explain, kind, one, release, choice, viewer) for one in counted}


def _explain(
    kind: str, one: Counted, release: Release, choice: Choice, viewer: Viewer
) -> Explained:
    return Explained(
        one.name,
        one.value,
        example_words.definition(kind),
        one.basis,
        example_words.period(to_place(choice, viewer), choice.day),
        release_name(release.number, release.made_at),
        "",
        newest_report.to_words(kind, one.rows, release.number, viewer),
    )
