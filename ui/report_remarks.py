"""What reading and checks had to say, in a form."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from reporting.kinds import Kind
from reporting.remarks import Remark, Severity
from ui import report_rule
from ui.headings import as_text
from ui.report_words import Names, field_label
from words import _, plural

ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
_MOST_SHOWN = 20  # of each severity in a form; there they are read as sentences


def to_counts(remarks: Sequence[Remark]) -> str:
    """`2 fel, 1 varning`; without information."""
    count = Counter(remark.severity for remark in remarks)
    said = [
        plural("{n} fel", "{n} fel", count[Severity.ERROR]) if count[Severity.ERROR] else "",
        plural("{n} varning", "{n} varningar", count[Severity.WARNING])
        if count[Severity.WARNING]
        else "",
    ]
    return ", ".join(filter(None, said))


def show_in_form(kind: Kind, remarks: Sequence[Remark], names: Names) -> None:
    """Errors first, each a line with row and field, what is wrong and what would be right."""
    if not remarks:
        st.success(_("Kontrollen hittade inget att anmärka på."))
    for severity in ORDER:
        found = [remark for remark in remarks if remark.severity is severity]
        if not found:
            continue
        lines = [f"- {_to_line(kind, remark, names)}" for remark in found[:_MOST_SHOWN]]
        if len(found) > _MOST_SHOWN:
            rest = len(found) - _MOST_SHOWN
            lines.append("- " + plural("… och {n} till.", "… och {n} till.", rest))
        show_box(severity, len(found), lines)
    report_rule.show_for(remarks)


def show_box(severity: Severity, count: int, lines: Sequence[str]) -> None:
    """Lines of markdown in the box of their severity, which says how many there are of it."""
    draw = {Severity.ERROR: st.error, Severity.WARNING: st.warning, Severity.INFORMATION: st.info}
    draw[severity]("\n".join(lines), title=_title(severity, count))


def _title(severity: Severity, count: int) -> str:
    if severity is Severity.ERROR:
        return plural("{n} fel hindrar inlämningen", "{n} fel hindrar inlämningen", count)
    if severity is Severity.WARNING:
        return plural(
            "{n} varning: rätta, eller förklara i radens anteckning",
            "{n} varningar: rätta, eller förklara i radernas anteckning",
            count,
        )
    return plural("{n} upplysning", "{n} upplysningar", count)


def _to_line(kind: Kind, remark: Remark, names: Names) -> str:
    where = [names.row(kind, remark.identity)]
    where.append(field_label(kind, remark.field) if remark.field else "")
    about = as_text(", ".join(filter(None, where)))
    said = as_text(" ".join(filter(None, (remark.wrong, remark.right))))
    return f"**{about}:** {said}" if about else said


def severity_name(severity: Severity) -> str:
    """The severity in a word."""
    return {
        Severity.ERROR: _("Fel"),
        Severity.WARNING: _("Varning"),
        Severity.INFORMATION: _("Upplysning"),
    }[severity]
