"""The whole reading: from bytes to units and remarks."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from indicators.periods import Quarter
from reporting import headings as texts
from reporting.context import Context
from reporting.reading.blocks import Block, to_blocks, to_kind
from reporting.reading.body import Body
from reporting.reading.delimited import read_delimited
from reporting.reading.gathered import Gathered
from reporting.reading.grid import Sheet, to_letter
from reporting.reading.guard import open_package
from reporting.reading.headings import score
from reporting.reading.known import Known
from reporting.reading.notes import Notes
from reporting.reading.package import to_broken
from reporting.reading.problem import Problem
from reporting.reading.spelling import fold
from reporting.reading.tally import Tally, tell
from reporting.reading.workbook import read_workbook
from reporting.remarks import Remark, Severity
from reporting.rows import Place, Row, Unit
from words import _, in_every_language

_UNREAD_TOO = ("instruktion", "instruktioner", "instruktionsblad", "lasmig")


@dataclass(frozen=True)
class Found:
    """What a file holds: its units, what there is to say of it, and the SHA-256 of its bytes (hex).
    A field that could not be read is in its row's `written`, not in its `values`."""

    units: dict[Unit, tuple[Row, ...]]
    remarks: tuple[Remark, ...]
    digest: str


def read_file(data: bytes, to_context: Callable[[Quarter], Context], default: Quarter) -> Found:
    """Reads XLSX or CSV, told apart by content. `to_context` is asked once for each period that
    the file names; `default` is the period of rows that name none. Whatever the bytes hold, the
    answer is remarks and no exception; what `to_context` raises is let through."""
    notes, gathered = Notes(), Gathered()
    known = Known(to_context, default)
    try:
        sheets = _to_sheets(data, notes)
    except Problem as problem:
        notes.error(problem)
        sheets = []
    else:
        _read_sheets(sheets, known, gathered, notes)
    units = gathered.close(notes)
    return Found(units, notes.done(), sha256(data).hexdigest())


def _to_sheets(data: bytes, notes: Notes) -> list[Sheet]:
    try:
        package = open_package(data)
        if package is not None:
            return read_workbook(package, _to_unread())
        sheet, encoding = read_delimited(data, score)
    except Problem:
        raise
    except Exception as error:  # a file can be broken in more ways than anybody has listed
        raise to_broken() from error
    if encoding != "UTF-8":
        text = _("Filen är läst med teckenkodningen {encoding}.").format(encoding=encoding)
        notes.inform("encoding", text, _("Kontrollera att å, ä och ö är rätt."))
    return [sheet]


def _to_unread() -> set[str]:
    ours = in_every_language(texts.not_to_fill)
    return {*_UNREAD_TOO, *(fold(name) for names in ours for name in names)}


def _read_sheets(sheets: list[Sheet], known: Known, gathered: Gathered, notes: Notes) -> None:
    read = sum(_read_sheet(sheet, known, gathered, notes) for sheet in sheets)
    if any(remark.severity is Severity.ERROR for remark in notes.remarks) or gathered.rows:
        return
    right = _("Fyll i mallen som finns att hämta, eller använd dess rubriker.")
    if read:
        wrong = _("Filen har rubriker men inga ifyllda rader.")
        notes.error(Problem("nothing-filled-in", wrong, right))
    else:
        wrong = _("Filen har inga kolumner som går att känna igen.")
        notes.error(Problem("no-headings", wrong, right))


def _read_sheet(sheet: Sheet, known: Known, gathered: Gathered, notes: Notes) -> bool:
    """Whether there was anything of ours in the sheet."""
    if sheet.hidden:
        if to_kind(sheet.name):
            wrong = _("Bladet ’{sheet}’ är dolt och har inte lästs.").format(sheet=sheet.name)
            notes.inform("hidden-sheet", wrong, place=Place(sheet.name))
        return False
    try:
        blocks = to_blocks(sheet) if sheet.lines else []
    except Problem as problem:
        notes.error(problem, place=Place(sheet.name))
        return True
    if not blocks:
        _note_other(sheet, notes)
        return False
    tally = Tally()
    for block in blocks:
        _note_header(block, sheet.name, notes)
        if block.header.has_area:
            lines, carried = block.lines, block.carried
            Body(sheet.name, block.header, lines, carried, known, gathered, notes, tally).read()
    tell(tally, sheet.name, notes)
    return True


def _note_other(sheet: Sheet, notes: Notes) -> None:
    if not sheet.lines or not sheet.name:
        return
    if to_kind(sheet.name):
        wrong = _("Bladet ’{sheet}’ har ingen rad med rubriker.").format(sheet=sheet.name)
        right = _("Kopiera rubrikraden från mallen.")
        notes.error(Problem("no-headings", wrong, right), place=Place(sheet.name))
        return
    wrong = _("Bladet ’{sheet}’ har inga rubriker som hör till rapporten, och har inte lästs.")
    notes.inform("extra-sheet", wrong.format(sheet=sheet.name), place=Place(sheet.name))


def _note_header(block: Block, sheet: str, notes: Notes) -> None:
    header = block.header
    place = Place(sheet, header.row)
    if header.missing:
        wrong = _("{kind} saknar kolumnerna: {columns}.").format(
            kind=header.kind.title, columns=", ".join(header.missing)
        )
        right = _("Lägg till dem i rubrikraden, med rubriker som i mallen.")
        notes.error(Problem("missing-columns", wrong, right), place=place)
    for column, text in header.doubled.items():
        problem = Problem(
            "doubled-column",
            _("Rubriken finns två gånger."),
            _("Ta bort den kolumn som inte gäller."),
        )
        notes.error(problem, written=text, place=place, column=to_letter(column))
    if header.unknown:
        names = ", ".join(f"’{text[:60]}’" for text in list(header.unknown.values())[:20])
        wrong = _("Kolumner som inte hör till rapporten har inte lästs: {names}.")
        notes.inform("unknown-columns", wrong.format(names=names), place=place)
