"""What reading and checks had to say of a file, each with its place: read as text, at any width."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from reporting.remarks import Remark, Severity
from ui import filters, report_rule
from ui.headings import as_text
from ui.report_remarks import ORDER, severity_name, show_box
from words import _, plural

FIRST, STEP = 15, 100  # so many at first, and so many more at each press
_FILTER, _KEY, _SHOWN = "anm", "f_anm", "bob_report_remarks"


def to_line(remark: Remark) -> str:
    """A remark as markdown: sheet, row and column, as it is written, what is wrong and right."""
    place = remark.place
    where = [
        place.sheet,
        _("rad {row}").format(row=place.row) if place.row else "",
        _("kolumn {letter}").format(letter=remark.column) if remark.column else "",
    ]
    about = ", ".join(filter(None, where))
    written = _("Som det står: ”{text}”.").format(text=remark.written) if remark.written else ""
    said = _to_text(" ".join(filter(None, (written, remark.wrong, remark.right))))
    return f"**{_to_text(about[:1].upper() + about[1:])}:** {said}" if about else said


def _to_text(text: str) -> str:
    """Text from a file on one line, with markdown's signs made plain."""
    return as_text(" ".join(text.split()))


def show(remarks: Sequence[Remark], file: str) -> None:
    """The remarks in boxes, errors first, with a filter by severity when there are several. `file`
    tells files apart: of each the first ones are shown until more are asked for."""
    ordered = sorted(remarks, key=lambda remark: ORDER.index(remark.severity))
    chosen = _show_filter(ordered)
    wanted = [one for one in ordered if chosen is None or one.severity is chosen]
    shown = wanted[: _to_limit(file)]
    for severity in ORDER:
        lines = [f"- {to_line(one)}" for one in shown if one.severity is severity]
        if lines:
            count = sum(one.severity is severity for one in wanted)
            show_box(severity, count, lines)
    if len(shown) < len(wanted):
        _show_more(len(shown), len(wanted), file)
    report_rule.show_for(shown)


def _show_filter(remarks: Sequence[Remark]) -> Severity | None:
    count = Counter(remark.severity for remark in remarks)
    present = [severity for severity in ORDER if count[severity]]
    asked = st.query_params.get(_FILTER)
    chosen = Severity(asked) if asked in present else None
    if len(present) > 1:
        st.session_state[_KEY] = chosen
        st.pills(
            _("Visa bara"),
            present,
            format_func=lambda one: f"{severity_name(one)} ({count[one]})",
            key=_KEY,
            on_change=filters.bound(_FILTER, _KEY),
        )
    return chosen


def _to_limit(file: str) -> int:
    known, limit = st.session_state.get(_SHOWN, ("", FIRST))
    return limit if known == file else FIRST


def _show_more(shown: int, count: int, file: str) -> None:
    def more() -> None:
        st.session_state[_SHOWN] = (file, shown + STEP)

    rest = min(STEP, count - shown)
    with st.container(horizontal=True, vertical_alignment="center"):
        told = _("Visar {shown} av {count}.").format(shown=shown, count=count)
        st.markdown(told, width="content")
        label = plural("Visa {n} till", "Visa {n} till", rest)
        st.button(label, on_click=more, key="fil_fler", type="tertiary")
