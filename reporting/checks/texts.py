"""Texts: how long, which signs, and nothing personal in them or in what was written beside."""

import re
from collections.abc import Iterator

from reporting.checks.base import Checked, Line
from reporting.kinds import LONGEST_TEXT, Type
from reporting.personal import SHORTEST, find_personal, to_label
from reporting.remarks import Remark, Severity
from reporting.totals import to_number
from reporting.values import Gap
from words import _

MOST_FINDS = 3  # of what points out a person, in a text: no more needs to be said
# What no text needs: control signs but tab and line breaks, halves of signs, turned directions
_SIGNS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def check_texts(checked: Checked) -> Iterator[Remark]:
    """Length and signs of every text, and personal data in every text and written cell."""
    for line in checked.lines:
        for name in {**line.row.values, **line.row.written}:
            value = line.row.values.get(name)
            if isinstance(value, str) and not isinstance(value, Gap):
                yield from _check_text(checked, line, name, value)
            yield from _check_personal(checked, line, name)


def _check_text(checked: Checked, line: Line, name: str, text: str) -> Iterator[Remark]:
    label = checked.label(name)
    if len(text) > LONGEST_TEXT:
        wrong = _("{field} är {n} tecken långt, men får vara högst {most}.")
        wrong = wrong.format(field=label, n=len(text), most=LONGEST_TEXT)
        right = _("Korta texten med minst {n} tecken.").format(n=len(text) - LONGEST_TEXT)
        yield checked.remark(Severity.ERROR, "too-long", wrong, right, line, name)
    if found := _SIGNS.search(text):
        wrong = _("{field} har ett tecken som inte syns, som tecken nummer {n}.")
        wrong = wrong.format(field=label, n=found.start() + 1)
        right = _("Ta bort det, eller klistra in texten på nytt utan formatering.")
        yield checked.remark(Severity.ERROR, "control-character", wrong, right, line, name)


def _check_personal(checked: Checked, line: Line, name: str) -> Iterator[Remark]:
    for text in _to_searched(checked, line, name):
        for found in find_personal(text)[:MOST_FINDS]:
            wrong = _("{field} har {what}, tecken {start}–{end}.").format(
                field=checked.label(name),
                what=to_label(found.kind),
                start=found.start + 1,
                end=found.end,
            )
            right = _("Ta bort det. Inget som pekar ut en person får rapporteras.")
            yield checked.remark(Severity.ERROR, "personal-data", wrong, right, line, name)


def _to_searched(checked: Checked, line: Line, name: str) -> list[str]:
    """The value's text, and what was written when that says something else."""
    value, written = line.row.values.get(name), line.row.written.get(name, "")
    field = checked.fields.get(name)
    number = to_number(value)
    if number is not None:
        # Ten digits of kronor can by chance be a day with a right control digit: not searched
        if field is not None and field.type is Type.AMOUNT:
            return []
        return [written or str(number)]
    text = value if isinstance(value, str) and not isinstance(value, Gap) else ""
    texts = [text] if written.strip() == text.strip() else [text, written]
    # A longer one is an error already, and would take its time
    return [one for one in texts if SHORTEST <= len(one) <= LONGEST_TEXT]
