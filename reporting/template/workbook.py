"""The whole template as an XLSX file."""

from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook

from reporting import headings
from reporting.context import Context
from reporting.kind_periods import is_asked_in
from reporting.kinds import Kind
from reporting.kinds import kinds as all_kinds
from reporting.template.guidance import to_defined, write_definitions, write_read_me
from reporting.template.lines import to_areas
from reporting.template.lists import Lists
from reporting.template.look import add_styles
from reporting.template.sheet import write_sheet
from words import _, language


def to_template(
    context: Context, kinds: Iterable[Kind] | None = None, *, example: bool = False
) -> bytes:
    """The XLSX file for the context's reporter and period: how to fill in, then a sheet a kind.

    Without `kinds` those that are asked for in the period; of either only those that one of her
    areas may report. `example` marks each sheet as example data.
    """
    chosen = to_sheets(context, kinds)
    mark = _to_mark() if example else ""
    book = Workbook()
    add_styles(book)
    book.properties.title = _("Rapportering för {period}").format(period=context.period)
    book.properties.creator = _("Lägesbild bob")
    book.properties.language = language()
    first = book.active
    first.title = headings.read_me()
    write_read_me(first, context, chosen, mark)
    sheets = [(kind, book.create_sheet(kind.title)) for kind in chosen]
    if any(to_defined(kind, context) for kind in chosen):
        definitions = book.create_sheet(headings.definitions())
        write_definitions(definitions, chosen, context, mark)
    lists = Lists(book, context)
    for kind, sheet in sheets:
        write_sheet(sheet, kind, context, lists, mark)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def to_sheets(context: Context, kinds: Iterable[Kind] | None = None) -> list[Kind]:
    """The kinds that get a sheet, in the order given."""
    if kinds is None:
        kinds = (one for one in all_kinds().values() if is_asked_in(one, context.period))
    return [kind for kind in kinds if to_areas(kind, context)]


def _to_mark() -> str:
    return _("Exempeldata: uppgifterna är påhittade. Skriv inget verkligt i den här filen.")
