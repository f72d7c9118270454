"""What the page of good examples is asked to show, read from the address."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.search import is_found, to_words
from words import _

EXAMPLES, NEEDS, SUPPORT = "exempel", "kompetens", "stod"
PARTS = (EXAMPLES, NEEDS, SUPPORT)
FIELDS = ("metod", "malgrupp", "evidens")
SEARCHED = ("rubrik", "beskrivning", "framgang", "place", *(f"{one}_name" for one in FIELDS))
LONGEST = 200  # signs that are searched for


@dataclass(frozen=True)
class ExampleChoice:
    """The part of the page, the words that are searched for, and the codes that are wanted ('' =
    any)."""

    part: str = EXAMPLES
    words: str = ""
    metod: str = ""
    malgrupp: str = ""
    evidens: str = ""

    @property
    def is_any(self) -> bool:
        """Whether something is searched for."""
        return bool(self.words or self.metod or self.malgrupp or self.evidens)


def to_example_choice(
    asked: Mapping[str, str], options: Mapping[str, Mapping[str, str]]
) -> tuple[ExampleChoice, dict[str, str]]:
    """The checked choice, and a sentence by parameter that was wrong. `options` has field → code →
    name."""
    problems, values = {}, {}
    for name, allowed in {"innehall": PARTS, **options}.items():
        value = asked.get(name, "")
        if value and value not in allowed:
            problems[name] = _("”{value}” är inget känt värde för {name} och används inte.").format(
                value=value, name=name
            )
            value = ""
        values[name] = value
    words = " ".join(asked.get("sok", "")[:LONGEST].split())
    part = values.pop("innehall") or EXAMPLES
    return ExampleChoice(part, words, **values), problems


def find(examples: pd.DataFrame, choice: ExampleChoice) -> pd.DataFrame:
    """The examples that have all of the words, and the chosen codes."""
    words = to_words(choice.words)
    rows = examples.to_dict("records")
    wanted = [
        is_found(words, (row[name] for name in SEARCHED))
        and all(getattr(choice, name) in ("", row[name]) for name in FIELDS)
        for row in rows
    ]
    return examples[pd.Series(wanted, index=examples.index, dtype=bool)]
