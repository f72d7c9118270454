"""The hidden sheet with the lists that one chooses from, each with a name for the validations."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName

from reporting import headings
from reporting.context import Context
from reporting.kinds import Field, Type, kinds, option_labels
from reporting.register import Listing
from reporting.template.lines import to_areas
from reporting.template.look import put

_KOMMUNER, _AREAS = "kommuner", "omraden"
_ALPHABET = {0xE5: "{", 0xE4: "|", 0xF6: "}"}  # å, ä and ö in this order after z


class Lists:
    """The lists of one book. People's names for things stand in them, never codes."""

    def __init__(self, book: Workbook, context: Context) -> None:
        self._book, self._context = book, context
        self._sheet = book.create_sheet(headings.lists())
        self._sheet.sheet_state = "hidden"
        self._sheet.protection.sheet = True
        self._names: dict[str, str] = {}

    def areas(self, kind_code: str) -> str:
        """The name of the list of the areas that may report the kind."""
        areas = to_areas(kinds()[kind_code], self._context)
        levels = "_".join(sorted({area.level for area in areas}))
        return self._add(f"{_AREAS}_{levels}", [area.name for area in areas])

    def of(self, field: Field, *, is_first: bool = False) -> str:
        """The name of the list of the field's choices; '' where it has none. With `is_first` the
        word for nothing to report is one of them."""
        if field.type is Type.KOMMUN:
            key, names = _KOMMUNER, self._kommuner()
        elif field.type is Type.CHOICE:
            key, names = field.options.replace("-", "_"), self._choices(field.options)
        else:
            return ""
        if not names:
            return ""
        if is_first:
            return self._add(f"{key}_{headings.nothing()}", [*names, headings.nothing()])
        return self._add(key, names)

    def _kommuner(self) -> list[str]:
        """Names of the kommuner of the reporter's areas, as the Swedish alphabet has them."""
        codes = {code for area in self._context.areas.values() for code in area.kommuner}
        names = (self._context.kommuner[code] for code in codes if code in self._context.kommuner)
        return sorted(names, key=lambda name: name.casefold().translate(_ALPHABET))

    def _choices(self, options: str) -> list[str]:
        if options not in set(Listing):
            return list(option_labels(options).values())
        entries = self._context.register.of(options, self._context.period.last)
        return [entry.name for entry in entries]

    def _add(self, key: str, names: Sequence[str]) -> str:
        if key not in self._names:
            column = len(self._names) + 1
            for row, text in enumerate((key, *names), start=1):
                put(self._sheet.cell(row, column), text)
            letter, sheet = get_column_letter(column), quote_sheetname(self._sheet.title)
            where = f"{sheet}!${letter}$2:${letter}${len(names) + 1}"
            self._names[key] = f"lista_{key}"
            defined = DefinedName(self._names[key], attr_text=where)
            self._book.defined_names[self._names[key]] = defined
        return self._names[key]
