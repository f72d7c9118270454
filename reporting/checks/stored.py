"""The unit against what is stored of it, and how much of it is missing."""

from collections.abc import Iterator

from reporting.checks.base import Checked
from reporting.checks.words import show_list, show_text
from reporting.compare import SAME, compare
from reporting.remarks import Remark, Severity
from reporting.rows import identity
from reporting.values import Gap
from reporting.written import option_name
from words import _, plural

MOST_NAMED = 3  # of the rows that are gone


def check_stored(checked: Checked) -> Iterator[Remark]:
    """Nothing new, fewer rows than before, values that are missing. What changes is told by
    `reporting.compare`, and is nothing to remark on."""
    yield from _check_same(checked)
    yield from _check_gaps(checked)


def _check_same(checked: Checked) -> Iterator[Remark]:
    if checked.stored is None:
        return
    rows = [line.row for line in checked.lines]
    changes = compare(checked.kind, checked.stored, rows)
    if len(rows) == len(checked.stored) and all(change.what == SAME for change in changes):
        wrong = _("Det är precis det som redan är inlämnat.")
        right = _("Inget nytt sparas för {kind}.").format(kind=checked.kind.title)
        yield checked.remark(Severity.INFORMATION, "same-as-stored", wrong, right)
    kept = {line.key for line in checked.lines}
    keys = dict.fromkeys(identity(checked.kind, row) for row in checked.stored)
    gone = [key for key in keys if key not in kept]
    if gone or len(rows) < len(checked.stored):
        yield _to_removal(checked, gone, len(checked.stored) - len(rows))


def _to_removal(checked: Checked, gone: list[tuple[str, ...]], fewer: int) -> Remark:
    """Rows that are stored and not sent now, whether or not others have come in their place."""
    wrong = plural(
        "{n} rad som redan är inlämnad finns inte med.",
        "{n} rader som redan är inlämnade finns inte med.",
        len(gone),
    )
    if fewer > 0:
        wrong = plural(
            "{n} rad färre än det som redan är inlämnat.",
            "{n} rader färre än det som redan är inlämnat.",
            fewer,
        )
    if gone:
        names = show_list((_to_name(checked, key) for key in gone), MOST_NAMED)
        wrong = _("{wrong} Det som tas bort: {names}.").format(wrong=wrong, names=names)
    right = _("Ta med raderna om de ska vara kvar. Ska de bort, säg varför.")
    return checked.remark(Severity.WARNING, "removal", wrong, right)


def _to_name(checked: Checked, key: tuple[str, ...]) -> str:
    """The key fields' values as people know them."""
    parts = []
    for field, code in zip(checked.kind.keys, key, strict=True):
        name = option_name(field, code, checked.context.register, checked.context.kommuner)
        parts.append(show_text(code) if name == code else name)
    return " / ".join(parts)


def _check_gaps(checked: Checked) -> Iterator[Remark]:
    values = [value for line in checked.lines for value in line.row.values.values()]
    missing = sum(value is Gap.MISSING for value in values)
    if missing:
        wrong = plural(
            "{n} uppgift är markerad som saknad.",
            "{n} uppgifter är markerade som saknade.",
            missing,
        )
        right = _("Fyll i dem när de finns. De räknas inte som noll.")
        yield checked.remark(Severity.INFORMATION, "gaps", wrong, right)
