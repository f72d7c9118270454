"""The form of one unit, and the steps from filled in to sent."""

from datetime import UTC, datetime

import streamlit as st

from pages import report_dropping
from pages import report_keeping as keeping
from pages.report_desk import PREVIEW, Desk
from pages.report_fields import show_fields
from reporting.remarks import Remark, blocks
from reporting.rows import Row
from ui import report_notices, report_remarks
from ui.report_words import clock
from words import _


def show(desk: Desk) -> None:
    """The fields, whether they are kept, what the check says, and what can be done next."""
    show_fields(desk)
    _show_kept(desk)
    if desk.checked:
        _rows, remarks = desk.read()
        report_remarks.show_in_form(desk.kind, remarks, desk.names)
    report_notices.show_refused()
    with st.container(horizontal=True):
        st.button(
            _("Granska och lämna in"), type="primary", key="rap_in", on_click=_go, args=[desk]
        )
        st.button(_("Kontrollera"), key="rap_kontroll", on_click=_check, args=[desk])
        st.button(_("Spara utkast"), key="rap_spara", on_click=keeping.save, args=[desk])
        if desk.version:
            _show_throw_away(desk)


def _show_throw_away(desk: Desk) -> None:
    with st.popover(_("Kasta utkastet"), type="tertiary"):
        st.markdown(
            _("Formuläret fylls med det som är inlämnat, om något är det. Det går inte att ångra.")
        )
        st.button(
            _("Ja, kasta utkastet"),
            key="rap_kasta",
            on_click=report_dropping.throw_away,
            args=[desk],
        )


def _show_kept(desk: Desk) -> None:
    if desk.saved_at is not None:
        told = _("Utkast sparat {at}. Det sparas vid varje ändring; inget är inlämnat än.")
        st.caption(told.format(at=clock(desk.saved_at, datetime.now(UTC))))
    else:
        st.caption(_("Det du fyller i sparas som utkast vid varje ändring."))


def _check(desk: Desk) -> None:
    desk.checked = True


def _go(desk: Desk) -> None:
    """To the preview, unless something is wrong: then that is shown."""
    _rows, remarks = _read(desk)
    if not blocks(remarks):
        desk.step = PREVIEW


def _read(desk: Desk) -> tuple[tuple[Row, ...], list[Remark]]:
    desk.checked = True
    return desk.read()
