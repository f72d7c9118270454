"""What the checks say of a report, with the notes that answer it."""

from collections.abc import Sequence

import streamlit as st

from reporting.kinds import NOTE, Kind
from reporting.remarks import Remark, Severity
from reporting.rows import Row, identity
from reporting.values import Gap
from ui.headings import as_text
from ui.report_remarks import severity_name
from ui.report_words import Names, field_label
from words import _, plural

_SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!"}
_MOST_SHOWN = 8  # remarks, before the rest is folded


def with_sign(severity: Severity) -> str:
    """How grave a remark is, in a word and with a sign: `! Varning`."""
    return f"{_SIGNS.get(severity, '')} {severity_name(severity)}".strip()


def remark_sentence(remarks: Sequence[Remark]) -> str:
    """How many remarks there are of each severity."""
    counts = {one: sum(r.severity is one for r in remarks) for one in Severity}
    said = [
        plural("{n} fel", "{n} fel", counts[Severity.ERROR]),
        plural("{n} varning", "{n} varningar", counts[Severity.WARNING]),
        plural("{n} upplysning", "{n} upplysningar", counts[Severity.INFORMATION]),
    ]
    there = [text for text, count in zip(said, counts.values(), strict=True) if count]
    return ", ".join(there) if there else _("Kontrollerna har inget att anmärka på.")


def to_lines(kind: Kind, remarks: Sequence[Remark], rows: Sequence[Row], names: Names) -> list[str]:
    """A line of markdown for each remark, the gravest first: what it is about, what the checks
    say, and the note by which the reporter has answered."""
    noted = {identity(kind, row): row.values.get(NOTE) for row in rows}
    order = list(Severity)
    lines = []
    for one in sorted(remarks, key=lambda one: order.index(one.severity)):
        about = [names.row(kind, one.identity), field_label(kind, one.field) if one.field else ""]
        told = ", ".join(part for part in about if part)
        said = f"- {with_sign(one.severity)}. " + (f"**{as_text(told)}:** " if told else "")
        said += as_text(f"{one.wrong} {one.right}".strip())
        note = noted.get(one.identity)
        if isinstance(note, str) and not isinstance(note, Gap):
            said += " " + _("*Anteckning: {text}*").format(text=as_text(note))
        lines.append(said)
    return lines


def show_remarks(kind: Kind, remarks: Sequence[Remark], rows: Sequence[Row], names: Names) -> None:
    """What the checks say of the report as it is, with the notes that answer the warnings."""
    lines = to_lines(kind, remarks, rows, names)
    is_grave = any(one.severity is not Severity.INFORMATION for one in remarks)
    if not lines:
        st.caption(remark_sentence(remarks))
        return
    shown = "\n".join([f"**{remark_sentence(remarks)}**", "", *lines[:_MOST_SHOWN]])
    (st.warning if is_grave else st.info)(shown)
    if len(lines) > _MOST_SHOWN:
        rest = lines[_MOST_SHOWN:]
        with st.expander(plural("Visa {n} till", "Visa {n} till", len(rest))):
            st.markdown("\n".join(rest))
