"""The first sheet, which tells how to fill in, and the last, which tells what is counted."""

from collections.abc import Sequence
from typing import Any

from reporting import headings
from reporting.context import Context
from reporting.kinds import Kind
from reporting.obligations import due_day
from reporting.register import Entry
from reporting.template import look
from words import _, said

_WIDTHS = (26, 90)
_DEFINITION_WIDTHS = (24, 34, 50, 16, 50, 26, 26)


def write_read_me(sheet: Any, context: Context, kinds: Sequence[Kind], example: str) -> None:
    """For whom, by when, how, with which signs, and what must not be written."""
    look.put(sheet.cell(1, 1), _to_title(context), look.TITLE)
    if example:
        look.put(sheet.cell(2, 1), example, look.EXAMPLE)
    row = 4
    for heading, pairs in _to_parts(context, kinds):
        for column, text in enumerate((heading, ""), start=1):
            look.put(sheet.cell(row, column), text or None, look.HEADING)
        for first, second in pairs:
            row += 1
            look.put(sheet.cell(row, 1), first, look.PLAIN)
            look.put(sheet.cell(row, 2), second, look.PLAIN)
        row += 2
    _finish(sheet, _WIDTHS)


def write_definitions(sheet: Any, kinds: Sequence[Kind], context: Context, example: str) -> None:
    """What the register says of each entry of the kinds' lists."""
    look.put(sheet.cell(1, 1), headings.definitions(), look.TITLE)
    if example:
        look.put(sheet.cell(2, 1), example, look.EXAMPLE)
    texts = (_("Blad"), _("Namn"), _("Definition"), _("Enhet"), _("Räkneregel"), _("Källa"))
    for column, text in enumerate((*texts, _("Uppgiftslämnare")), start=1):
        look.put(sheet.cell(headings.HEADING_ROW, column), text, look.HEADING)
    rows = [(kind.title, entry) for kind in kinds for entry in to_defined(kind, context)]
    for row, (title, entry) in enumerate(rows, start=headings.HEADING_ROW + 1):
        for column, text in enumerate(_to_cells(title, entry), start=1):
            look.put(sheet.cell(row, column), text, look.PLAIN)
    sheet.freeze_panes = f"C{headings.HEADING_ROW + 1}"
    _finish(sheet, _DEFINITION_WIDTHS)


def to_defined(kind: Kind, context: Context) -> list[Entry]:
    """The entries of the kind's list that have something to explain."""
    entries = context.register.of(kind.listing, context.period.last) if kind.listing else ()
    return [entry for entry in entries if entry.definition or entry.counting_rule]


def _to_cells(title: str, entry: Entry) -> tuple[str, ...]:
    known = (entry.definition, said(entry.unit), entry.counting_rule, entry.source, entry.reporter)
    return (title, entry.name, *known)


def _to_title(context: Context) -> str:
    return _("Rapportering för {period}").format(period=context.period)


def _to_parts(
    context: Context, kinds: Sequence[Kind]
) -> tuple[tuple[str, Sequence[tuple[str, str]]], ...]:
    return (
        (_("Det här gäller filen"), _to_facts(context, kinds)),
        (_("Så här gör du"), _to_steps()),
        (_("Så här läses cellerna"), _to_signs()),
        (_("Inga personuppgifter"), ((_("Skriv aldrig"), _to_ban()),)),
    )


def _to_facts(context: Context, kinds: Sequence[Kind]) -> Sequence[tuple[str, str]]:
    first, last = context.period.first, context.period.last
    days = _("{period}, från {first} till {last}")
    return (
        (_("Områden"), ", ".join(area.name for area in context.areas.values())),
        (_("Period"), days.format(period=context.period, first=first, last=last)),
        (_("Lämnas senast"), str(due_day(context.period))),
        (_("Blad att fylla i"), ", ".join(kind.title for kind in kinds)),
    )


def _to_steps() -> Sequence[tuple[str, str]]:
    step = _("Steg {number}")
    texts = (
        _("Öppna ett blad i taget. Raderna står under de blå rubrikerna."),
        _(
            "Fyll i de vita cellerna. Grå celler är låsta: där står område, period och det som"
            " lämnades förra perioden, eller så ska de vara tomma."
        ),
        _("Där det finns en lista: välj i den. Då blir namnet rätt."),
        _(
            "I blad med tomma rader: välj område i kolumnen Område. Områdeskod behöver inte"
            " fyllas i. Behövs fler rader, infoga dem ovanför den sista."
        ),
        _("Skriv en anteckning på raden där ett tal avviker och du vet varför."),
        _(
            "Spara som Excel-fil och ladda upp den på sidan Rapportera. Du ser vad som är fel och"
            " vad som ändras innan något skickas in."
        ),
    )
    return [(step.format(number=number), text) for number, text in enumerate(texts, start=1)]


def _to_signs() -> Sequence[tuple[str, str]]:
    return (
        ("0", _("Noll: ni har räknat och det blev inga.")),
        (headings.MISSING, _("Uppgiften saknas: den borde finnas men går inte att få fram.")),
        (headings.NOT_APPLICABLE, _("Ej tillämpligt: frågan går inte att ställa här.")),
        (
            _("Tom cell"),
            _("Inte besvarad. En rad utan ifyllda värden räknas som inte lämnad, aldrig som noll."),
        ),
        (
            headings.nothing(),
            _(
                "Inget att rapportera: skriv ordet ”inget” i bladets första kolumn efter Period, "
                "på en rad för området. Då är bladet besvarat för det området."
            ),
        ),
    )


def _to_ban() -> str:
    return _(
        "namn, personnummer, e-postadress, telefonnummer eller annat som pekar ut en person. Det"
        " gäller även anteckningar och beskrivningar. En fil med sådant tas inte emot."
    )


def _finish(sheet: Any, widths: Sequence[int]) -> None:
    for letter, width in zip("ABCDEFG", widths, strict=False):
        sheet.column_dimensions[letter].width = width
    sheet.protection.sheet = True
    look.set_up_page(sheet)
