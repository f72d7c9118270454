"""Choices and kommuner: a code, a name, or another name that the register knows."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from reporting.context import Context
from reporting.kinds import FIXED, Field, Type, option_labels
from reporting.reading.grid import Cell, Special, to_text
from reporting.reading.problem import Problem, to_repeated
from reporting.reading.spelling import did_you_mean, fold
from reporting.register import Entry, Listing
from words import _, in_every_language, said

_LONGEST = 300  # signs; no name is longer
_SUFFIXES = ("kommun", "stad")
_YES_NO = {"sant": "ja", "true": "ja", "falskt": "nej", "false": "nej"}


@dataclass(frozen=True)
class Options:
    """What may be chosen: folded spelling → code, the names to suggest, and folded spelling →
    what to say of those that may not be chosen any more, or not yet."""

    codes: Mapping[str, str]
    names: tuple[str, ...]
    closed: Mapping[str, str] = field(default_factory=dict)

    def find(self, cell: Cell) -> str:
        """The code. Problem when it is none of them."""
        written = to_text(cell)
        folded = fold(written) if len(written) <= _LONGEST else ""
        if folded in self.codes:
            return self.codes[folded]
        if folded in self.closed:
            raise Problem("not-valid", self.closed[folded], self._choose())
        raise Problem(
            "unknown-choice",
            _("’{written}’ finns inte i listan.").format(written=to_repeated(written)),
            lambda: did_you_mean(written, self.names) + self._choose(),
        )

    def _choose(self) -> str:
        some = ", ".join(self.names[:8]) + (" …" if len(self.names) > 8 else "")
        return _("Välj något av: {names}.").format(names=some) if some else ""


def to_options(one: Field, context: Context) -> Options:
    """What may be chosen in the field for the context's period."""
    if one.type is Type.KOMMUN:
        names = context.kommuner
        exact = {written: code for code, name in names.items() for written in _spell(code, name)}
        return _Kommuner(_fold_all(exact), tuple(names.values()), exact=exact)
    if one.options in FIXED:
        labels = option_labels(one.options)
        codes = {fold(code): code for code in labels}
        for told in in_every_language(lambda: option_labels(one.options)):
            codes |= {fold(label): code for code, label in told.items()}
        if one.options == "ja-nej":
            codes |= _YES_NO
        return Options(codes, tuple(labels.values()))
    return _of_register(Listing(one.options), context)


@dataclass(frozen=True)
class _Kommuner(Options):
    """Kommuner: codes that a spreadsheet has made numbers, names with `kommun` or `stad`. The dots
    over the letters count where only they tell two names apart: Habo is not Håbo."""

    exact: Mapping[str, str] = field(default_factory=dict)

    def find(self, cell: Cell) -> str:
        written = to_text(cell)
        if written.isdecimal() and len(written) == 3:  # 0114 became the number 114
            written = "0" + written
        code = None
        if len(written) <= _LONGEST:
            code = self.exact.get(_lower(written)) or self.codes.get(fold(written))
        if code is None:
            return super().find(cell.value if isinstance(cell, Special) else cell)
        return code

    def _choose(self) -> str:
        return _("Skriv kommunens namn eller kod, till exempel 0114.")


def _spell(code: str, name: str) -> Iterator[str]:
    """The spellings of one kommun, of those that are the same as another's the best last."""
    for suffix in _SUFFIXES:
        # Stockholms stad, Kiruna kommun, Borås stad
        yield from (_lower(f"{name} {suffix}"), _lower(f"{name}s {suffix}"))
    yield from (_lower(f"{code} {name}"), _lower(f"{name} {code}"), _lower(name), code)


def _fold_all(exact: Mapping[str, str]) -> dict[str, str]:
    """The spellings folded; the names themselves win over those with a word beside them."""
    ordered = sorted(exact, key=lambda written: " " not in written)
    return {fold(written): exact[written] for written in ordered}


def _lower(text: str) -> str:
    """In small letters, with each letter and its dots as one sign."""
    return unicodedata.normalize("NFC", " ".join(text.casefold().split()))


def _of_register(listing: Listing, context: Context) -> Options:
    on = context.period.last
    valid = context.register.of(listing, on)
    codes: dict[str, str] = {}
    # What is told last wins: a code before a name, a name before other names
    for spell in (_others, _name, _code):
        for entry in reversed(valid):
            codes |= {fold(text): entry.code for text in spell(entry)}
    closed = {
        fold(text): _say_closed(entry, on)
        for entry in context.register.entries
        if entry.listing == listing and entry not in valid
        for text in (entry.code, entry.name, *entry.other_names)
    }
    return Options(codes, tuple(entry.name for entry in valid), closed)


def _others(entry: Entry) -> tuple[str, ...]:
    return (*in_every_language(lambda: said(entry.name)), *entry.other_names)


def _name(entry: Entry) -> tuple[str, ...]:
    return (entry.name,)


def _code(entry: Entry) -> tuple[str, ...]:
    return (entry.code,)


def _say_closed(entry: Entry, on: date) -> str:
    if entry.valid_to is not None and entry.valid_to < on:
        text = _("’{name}’ går inte att välja för perioden: det gällde till och med {day}.")
        return text.format(name=entry.name, day=entry.valid_to)
    text = _("’{name}’ går inte att välja för perioden: det gäller från och med {day}.")
    return text.format(name=entry.name, day=entry.valid_from)
