"""The catalogues of words in `locale/`: `python -m tests.catalogues` brings them up to the code and
tells what is not translated yet; with `--check` it only tells."""

import ast
import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

import words

ROOT = words.LOCALE.parent
FOLDERS = ("pages", "ui", "web", "data_access", "geodata", "indicators", "reporting", "reports")
TEXTS = {"_": 1, "plural": 2}  # how many of the first arguments are texts
WIDTH = 100
# Columns of our own tables of facts that people read as they stand
FACTS = {
    "register": ("name", "definition", "unit", "source", "counting_rule"),
    "milestones": ("event", "kind"),
    "published": ("name", "unit", "period", "counting_rule", "note"),
    "support": ("title", "about"),
}
_PLACES = re.compile(r"\{[^{}]*\}")
_SIGNS = ("**", "\n\n", "`")


def extract() -> Catalog:
    """Every text that the code and the tables of facts say, with the file it stands in."""
    catalogue = Catalog(project="Lägesbild bob", copyright_holder="", charset="utf-8")
    for path in sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")):
        for text in find_texts(path.read_text("utf-8")):
            catalogue.add(text, locations=[(path.relative_to(ROOT).as_posix(), None)])
    for table, columns in FACTS.items():
        for text in _read_facts(table, columns):
            catalogue.add(text, locations=[(f"data_access/facts/{table}.csv", None)])
    return catalogue


def find_texts(code: str) -> Iterator[str | tuple[str, ...]]:
    """What goes through `_` and `plural`, in the order of the lines. By Python's own reading: that
    of Babel passes by what stands within an f-string."""
    calls = [one for one in ast.walk(ast.parse(code)) if isinstance(one, ast.Call)]
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
        count = TEXTS.get(call.func.id, 0) if isinstance(call.func, ast.Name) else 0
        told = [one.value for one in call.args[:count] if isinstance(one, ast.Constant)]
        if count and len(told) == count:
            yield told[0] if count == 1 else tuple(told)


def _read_facts(table: str, columns: tuple[str, ...]) -> Iterator[str]:
    path = ROOT / "data_access" / "facts" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield from (row[column] for column in columns if row[column])


def to_path(language: str) -> Path:
    """The file of a language."""
    return words.LOCALE / language / "bob.po"


def load(language: str) -> Catalog:
    """A language's catalogue as it stands."""
    with to_path(language).open(encoding="utf-8") as text:
        return read_po(text, locale=language)


def update(language: str) -> None:
    """Bring the catalogue up to the code: what is new stands there without a translation, what
    nobody says any more is gone. Nothing is guessed from texts that are alike."""
    old, new = load(language), extract()
    for message in new:
        known = old.get(message.id) if message.id else None
        if known is not None:
            message.string = known.string
    new.locale = old.locale
    with to_path(language).open("wb") as out:
        # a header would say when, and differ each time
        write_po(out, new, WIDTH, sort_by_file=True, include_lineno=False, omit_header=True)


def find_faults(asked: Catalog, catalogue: Catalog) -> Iterator[str]:
    """What is wrong with a catalogue beside the texts that are asked for, a line each."""
    for message in asked:
        if message.id:
            known = catalogue.get(message.id)
            yield from _find_faults(known) if known else [f"not there: {message.id!r}"]
    for message in catalogue:
        if message.id and asked.get(message.id) is None:
            yield f"said no more: {message.id!r}"


def _find_faults(message: Message) -> Iterator[str]:
    sources, told = _to_forms(message.id), _to_forms(message.string)
    if not all(told) or message.fuzzy:
        yield f"not translated: {message.id!r}"
        return
    for source, text in zip(sources, told, strict=True):
        if sorted(set(_PLACES.findall(source))) != sorted(set(_PLACES.findall(text))):
            yield f"other {{places}}: {source!r} → {text!r}"
        if source != source.strip() and _to_ends(source) != _to_ends(text):
            yield f"other spaces around it: {source!r} → {text!r}"
        if any(source.count(sign) != text.count(sign) for sign in _SIGNS):
            yield f"other signs: {source!r} → {text!r}"


def _to_forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def _to_ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def main(*, check: bool) -> int:
    """Tell what is wrong with each catalogue; how many faults there are."""
    count = 0
    for language in words.LANGUAGES:
        if language == words.SOURCE:
            continue
        if not check:
            update(language)
        for fault in find_faults(extract(), load(language)):
            print(f"{language}: {fault}")
            count += 1
    return count


if __name__ == "__main__":
    sys.exit(min(main(check="--check" in sys.argv), 1))
