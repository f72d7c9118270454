"""The register in words: lists, what stands in an entry, and what was changed in it."""

from collections.abc import Iterable, Sequence
from datetime import date

from indicators.search import is_found, to_words
from reporting.register import Entry, Listing, Polarity, Split
from reporting.register_rules import COUNTED, MEASURED
from ui import formats
from ui.headings import as_text
from ui.place_words import level_name
from words import _, plural, said


def listing_name(listing: Listing) -> str:
    """A list's name."""
    return {
        Listing.INDICATOR: _("Ungdomsindikatorer"),
        Listing.MEASURE: _("Åtgärder och insatser"),
        Listing.GOAL: _("Gemensamma mål"),
        Listing.ACTOR: _("Aktörer"),
        Listing.AUTHORITY: _("Myndigheter"),
        Listing.OBSTACLE: _("Hinder"),
        Listing.COOPERATION: _("Samverkansformer"),
        Listing.METHOD: _("Metoder"),
        Listing.EVIDENCE: _("Evidensgrader"),
        Listing.TARGET: _("Målgrupper"),
    }[listing]


def polarity_name(polarity: Polarity) -> str:
    """Whether a higher value is better, in words."""
    return {
        Polarity.HIGHER_BETTER: _("högre är bättre"),
        Polarity.LOWER_BETTER: _("lägre är bättre"),
        Polarity.NEUTRAL: _("varken eller"),
    }[polarity]


def split_name(split: Split) -> str:
    """How a count is split, in words."""
    return {Split.SEX_AND_AGE: _("kön och ålder"), Split.NONE: _("bara totalt")}[split]


def days_name(entry: Entry) -> str:
    """From when and until when the entry holds."""
    last = "" if entry.valid_to is None else f" {formats.short_day(entry.valid_to)}"
    return f"{formats.short_day(entry.valid_from)} –{last}"


def headline(entries: Sequence[Entry], today: date) -> str:
    """How many they are, and how many of them have ended."""
    ended = sum(entry.valid_to is not None and entry.valid_to < today for entry in entries)
    told = plural("{n} post", "{n} poster", len(entries))
    return f"{told}, {plural('{n} avslutad', '{n} avslutade', ended)}" if ended else told


def find(entries: Iterable[Entry], searched: str) -> list[Entry]:
    """The entries in whose texts every searched word is found."""
    words = to_words(searched)
    return [entry for entry in entries if is_found(words, to_texts(entry).values())]


def to_texts(entry: Entry) -> dict[str, str]:
    """What stands in the entry, in words: label → text, only what its list has."""
    texts = {
        _("Namn"): entry.name,
        _("Definition"): entry.definition,
        _("Andra namn"): ", ".join(entry.other_names),
        _("Källa"): entry.source,
        _("Gäller"): days_name(entry),
        _("Kod"): entry.code,
    }
    if entry.listing in MEASURED:
        texts |= {
            _("Enhet"): said(entry.unit),
            _("Räkneregel"): entry.counting_rule,
            _("Riktning"): polarity_name(entry.polarity),
            _("Uppgiftslämnare"): entry.reporter,
            _("Nivå"): level_name(entry.level).lower(),
        }
    if entry.listing in COUNTED:
        texts[_("Uppdelning")] = split_name(entry.split)
    return texts


def to_changes(before: Entry | None, after: Entry) -> list[str]:
    """What differs, a line of markdown each; all that is filled in of a new entry."""
    if before is None:
        return [f"{name}: {as_text(text)}" for name, text in to_texts(after).items() if text]
    return [as_text(line) for line in to_lines(before, after)]


def to_lines(before: Entry, after: Entry) -> list[str]:
    """What differs, a line of plain text each."""
    then, now = to_texts(before), to_texts(after)
    return [
        f"{name}: {then[name] or formats.NONE} → {now[name] or formats.NONE}"
        for name in now
        if then[name] != now[name]
    ]
