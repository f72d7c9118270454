"""The register: what is counted and the lists that one chooses from. It is data, with versions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from words import SOURCE, language, said


class Listing(StrEnum):
    """The lists of the register."""

    INDICATOR = "indikator"  # youth indicators
    MEASURE = "atgard"  # kinds of measure
    GOAL = "mal"
    ACTOR = "aktor"
    AUTHORITY = "myndighet"
    OBSTACLE = "hinder"  # categories
    COOPERATION = "samverkansform"
    METHOD = "metod"
    EVIDENCE = "evidens"
    TARGET = "malgrupp"


class Split(StrEnum):
    """How a count is split."""

    SEX_AND_AGE = "kon-alder"  # the six cells
    NONE = "ingen"  # the total alone


class Polarity(StrEnum):
    """Whether a higher value is better."""

    HIGHER_BETTER = "hogre-battre"
    LOWER_BETTER = "lagre-battre"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class Entry:
    """One entry as it holds: `code` is ASCII and never changes. What is counted has all the fields;
    in a plain list name and definition are enough. Both days are included; None = no end."""

    listing: Listing
    code: str
    name: str
    definition: str = ""
    unit: str = ""
    polarity: Polarity = Polarity.NEUTRAL
    source: str = ""
    counting_rule: str = ""
    split: Split = Split.NONE
    reporter: str = ""  # the authority that has the figure
    level: str = "lpo"
    valid_from: date = date(2023, 11, 9)
    valid_to: date | None = None
    version: int = 1
    other_names: tuple[str, ...] = ()  # spellings that are understood in a file


def _spoken(entry: Entry) -> Entry:
    return replace(
        entry,
        name=said(entry.name),
        definition=said(entry.definition),
        source=said(entry.source),
        counting_rule=said(entry.counting_rule),
        other_names=(entry.name, *entry.other_names),
    )


@dataclass(frozen=True)
class Register:
    """Every entry's newest version."""

    entries: tuple[Entry, ...]

    def spoken(self) -> "Register":
        """In the run's language what our own tables say; an entry that somebody has made or
        changed stays as it was written. What a file has from the source is understood still."""
        if language() == SOURCE:
            return self
        return Register(tuple(_spoken(entry) for entry in self.entries))

    def of(self, listing: Listing | str, on: date) -> tuple[Entry, ...]:
        """The list's entries that hold on the day, in the register's order."""
        return tuple(
            entry
            for entry in self.entries
            if entry.listing == listing
            and entry.valid_from <= on
            and (entry.valid_to is None or on <= entry.valid_to)
        )

    def all_of(self, listing: Listing | str) -> dict[str, Entry]:
        """Code → entry of the list, in the register's order, those that have ended too."""
        return {entry.code: entry for entry in self.entries if entry.listing == listing}

    def names(self, listing: Listing | str) -> dict[str, str]:
        """Code → name of the list's entries, those that have ended too."""
        return {code: entry.name for code, entry in self.all_of(listing).items()}

    def find(self, listing: Listing | str, code: str) -> Entry | None:
        """The entry, whether it holds or not."""
        found = (one for one in self.entries if one.listing == listing and one.code == code)
        return next(found, None)


def to_register(entries: Iterable[Entry]) -> Register:
    """The newest version of each of them, in the order given."""
    newest: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        key = (entry.listing, entry.code)
        if key not in newest or newest[key].version <= entry.version:
            newest[key] = entry
    return Register(tuple(newest.values()))
