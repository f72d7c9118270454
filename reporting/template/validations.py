"""What a cell says when something else than its field holds is written into it.

All but the areas' validations only ask ("Fortsätta?"): what a file may hold is decided when it is
read, and that takes `..`, `.`, `-` and other spellings. A validation of whole numbers would refuse
these signs, so counts have a formula of their own: IF, ISNUMBER, INT and OR in English with
commas, as the format stores it, which Excel and LibreOffice both work out. IF comes first, for INT
of a text is an error that would spoil the AND.
"""

from datetime import date

from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.datavalidation import DataValidation

from reporting.kinds import Field, Type
from reporting.template.look import clean
from words import _

_SIGNS = ("..", ".", "-", "–")
_EARLIEST = date(2000, 1, 1)
_LONGEST = 255  # characters in a message


def to_list(name: str, *, strict: bool = False) -> DataValidation:
    """One of the list of the name; with `strict` nothing else is taken."""
    wrong = _("Välj ett av namnen i listan.")
    return _warn(DataValidation("list", name, allow_blank=True), wrong, strict=strict)


def to_validation(field: Field, list_name: str, first: str) -> DataValidation | None:
    """The validation of the field, whose first cell is `first`; None where all is allowed and there
    is nothing to tell."""
    signs = ",".join(f'{first}="{sign}"' for sign in _SIGNS)
    if list_name:
        made = to_list(list_name)
    elif field.type is Type.COUNT:
        test = f"IF(ISNUMBER({first}),AND({first}>=0,{first}=INT({first})),OR({signs}))"
        wrong = _("Skriv ett heltal från 0. Saknas uppgiften: två punkter (..).")
        made = _warn(DataValidation("custom", test, allow_blank=True), wrong)
    elif field.type is Type.AMOUNT:
        test = f"IF(ISNUMBER({first}),{first}>=0,OR({signs}))"
        wrong = _("Skriv ett tal från 0. Saknas uppgiften: två punkter (..).")
        made = _warn(DataValidation("custom", test, allow_blank=True), wrong)
    elif field.type is Type.DAY:
        earliest = str(int(to_excel(_EARLIEST)))
        made = DataValidation("date", earliest, operator="greaterThanOrEqual", allow_blank=True)
        made = _warn(made, _("Skriv en dag som 2026-09-30."))
    elif field.explanation:
        made = DataValidation(allow_blank=True)
    else:
        return None
    if field.explanation:
        made.promptTitle, made.prompt = field.label[:32], clean(field.explanation)[:_LONGEST]
        made.showInputMessage = True
    return made


def _warn(made: DataValidation, wrong: str, *, strict: bool = False) -> DataValidation:
    made.errorStyle = "stop" if strict else "warning"
    made.errorTitle, made.error = _("Stämmer det?"), wrong[:_LONGEST]
    made.showErrorMessage = True
    return made
