"""What reading and checks had to say, for a form and for a file."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from reporting.kinds import Kind
from reporting.remarks import Remark, Severity
from ui import filters
from ui.headings import as_text
from ui.report_words import Names, field_label
from words import _, plural

ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
_FILTER, _KEY = "anm", "f_anm"
_LINE, _ROW = 48, 58  # signs that a line holds, and pixels of two lines
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
    draw = {Severity.ERROR: st.error, Severity.WARNING: st.warning, Severity.INFORMATION: st.info}
    for severity in ORDER:
        found = [remark for remark in remarks if remark.severity is severity]
        if not found:
            continue
        lines = [f"- {_to_line(kind, remark, names)}" for remark in found[:_MOST_SHOWN]]
        if len(found) > _MOST_SHOWN:
            rest = len(found) - _MOST_SHOWN
            lines.append("- " + plural("… och {n} till.", "… och {n} till.", rest))
        draw[severity]("\n".join(lines), title=_title(severity, len(found)))


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


def to_table(remarks: Sequence[Remark]) -> pd.DataFrame:
    """A row for each remark of a file: severity, sheet, row, column, as written, wrong, right."""
    return pd.DataFrame(
        {
            _("Slag"): [severity_name(remark.severity) for remark in remarks],
            _("Blad"): [remark.place.sheet for remark in remarks],
            _("Rad"): pd.array([remark.place.row or None for remark in remarks], dtype="Int64"),
            _("Kolumn"): [remark.column for remark in remarks],
            _("Skrivet"): [remark.written for remark in remarks],
            _("Vad som är fel"): [remark.wrong for remark in remarks],
            _("Vad som vore rätt"): [remark.right for remark in remarks],
        }
    )


def severity_name(severity: Severity) -> str:
    """The severity in a word."""
    return {
        Severity.ERROR: _("Fel"),
        Severity.WARNING: _("Varning"),
        Severity.INFORMATION: _("Upplysning"),
    }[severity]


def show_of_file(remarks: Sequence[Remark]) -> None:
    """The table, errors first, with a filter by severity when there are several."""
    ordered = sorted(remarks, key=lambda remark: ORDER.index(remark.severity))
    count = Counter(remark.severity for remark in ordered)
    present = [severity for severity in ORDER if count[severity]]
    chosen = st.query_params.get(_FILTER)
    if len(present) > 1:
        st.session_state[_KEY] = Severity(chosen) if chosen in present else None
        st.pills(
            _("Visa bara"),
            present,
            format_func=lambda one: f"{severity_name(one)} ({count[one]})",
            key=_KEY,
            on_change=filters.bound(_FILTER, _KEY),
        )
    shown = [one for one in ordered if chosen not in present or one.severity == chosen]
    st.dataframe(
        to_table(shown),
        hide_index=True,
        column_config={
            _("Slag"): st.column_config.TextColumn(width=80),
            _("Rad"): st.column_config.NumberColumn(width=50, format="%d"),
            _("Kolumn"): st.column_config.TextColumn(width=64),
            _("Skrivet"): st.column_config.TextColumn(width=110),
            _("Vad som är fel"): st.column_config.TextColumn(width=340),
            _("Vad som vore rätt"): st.column_config.TextColumn(width=340),
        },
        placeholder="",
        row_height=_ROW
        if any(len(one.wrong) > _LINE or len(one.right) > _LINE for one in shown)
        else None,
        alt=_("Anmärkningar på filen, med plats, vad som är fel och vad som vore rätt"),
    )
