"""The words that stand in a template and that a reading looks for: sheets, headings, signs.

The template's layout: in the sheet of a kind row 1 is the title, row 2 the explanation, row 3 is
free (it marks example data), row `HEADING_ROW` the headings, and rows follow from the next one.
A row that holds nothing but a period, or in a kind with a listing nothing but area, period and
the listed choice, was not filled in."""

from words import _

HEADING_ROW = 4
MISSING = ".."  # asked for, but there is no figure
NOT_APPLICABLE = "."  # the question does not fit


def read_me() -> str:
    """The name of the sheet that tells how to fill in."""
    return _("Läs mig")


def definitions() -> str:
    """The name of the sheet with what the register says of each choice. To be read, not filled."""
    return _("Definitioner")


def lists() -> str:
    """The name of the hidden sheet with the lists that one chooses from."""
    return _("Listor")


def to_mend() -> str:
    """The name of the sheet that lists the remarks in a marked copy."""
    return _("Att rätta")


def not_to_fill() -> tuple[str, ...]:
    """Names of the sheets in which nobody reports anything."""
    return (read_me(), definitions(), lists(), to_mend())


def area_code() -> str:
    """Heading of the area's code."""
    return _("Områdeskod")


def area() -> str:
    """Heading of the area's name."""
    return _("Område")


def period() -> str:
    """Heading of the period."""
    return _("Period")


def previous(label: str) -> str:
    """Heading of the locked column with the last period's value of the field."""
    return _("Förra perioden: {label}").format(label=label)


def nothing() -> str:
    """The word that says that there is nothing to report."""
    return _("inget")


# So that a reading can tell them at a glance from what holds a value
AREA_CODE, AREA, PERIOD = area_code, area, period
