"""What is said after something was saved, sent or undone, or why it was not."""

from collections.abc import Sequence

import streamlit as st

from ui import database_words, notices
from ui.headings import as_text
from words import _, plural

_NOTICE = "bob_report_notice"


def keep_done(text: str) -> None:
    """Say in the next run what was done; `text` is markdown."""
    st.session_state[_NOTICE] = (True, text)


def keep_sent(sending: int, units: int) -> None:
    """Say that a sending is in, with its number."""
    told = plural("{n} rapport är inlämnad", "{n} rapporter är inlämnade", units)
    keep_done(
        _(
            "**{told}.** Inlämningens nummer är {number}. Du kan ångra den tills den godkänns."
        ).format(told=told, number=sending)
    )


def keep_undone(sending: int, drafts: int) -> None:
    """Say that a sending is undone, and that what was in it is `drafts` drafts again."""
    said = _("**Inlämning {number} är ångrad.** Det som stod före gäller igen.")
    kept = plural(
        "Det du lämnade in finns kvar som utkast i {n} rapport.",
        "Det du lämnade in finns kvar som utkast i {n} rapporter.",
        drafts,
    )
    keep_done(" ".join(filter(None, (said.format(number=sending), kept if drafts else ""))))


def keep_problem(reason: str, units: Sequence[str] = ()) -> None:
    """Say in the next run why nothing was done; `units` are reports that the reason is about."""
    st.session_state[_NOTICE] = (False, problem(reason, units))


def keep_refusal(text: str) -> None:
    """Say in the next run why nothing was done, in words that are made already."""
    st.session_state[_NOTICE] = (False, _("**Inget är ändrat.** {said}").format(said=text))


def show_refused() -> None:
    """Why nothing was done, if something was refused, once: for the place of what was pressed."""
    done, text = st.session_state.get(_NOTICE, (True, ""))
    if not done:
        del st.session_state[_NOTICE]
        notices.draw(text, notices.PROBLEM, _NOTICE)


def show() -> None:
    """What is kept to be said and has not been said elsewhere. What was done is told as a toast
    too, since the page's top may be out of sight."""
    done, text = st.session_state.pop(_NOTICE, (True, ""))
    if not text:
        return
    if done:
        st.toast(text, icon=":material/check:")
    notices.draw(text, notices.DONE if done else notices.PROBLEM, _NOTICE)


def problem(reason: str, units: Sequence[str] = ()) -> str:
    """What was wrong and what to do, as markdown."""
    about = as_text("; ".join(units))
    said = {
        "locked": (
            _(
                "Rapporten är godkänd och därför låst: {units}. Be den som godkände att låsa upp "
                "den, eller ta bort den ur filen."
            )
            if len(units) == 1
            else _(
                "Godkända rapporter är låsta: {units}. Be den som godkände att låsa upp dem, "
                "eller ta bort dem ur filen."
            )
        ).format(units=about),
        "sent-meanwhile": _(
            "Någon annan hann lämna in: {units}. Jämför här nedanför och välj vad som ska gälla."
        ).format(units=about),
        "outside": _("Du rapporterar inte för området. Välj en rapport i listan."),
        "not-allowed": _("Din behörighet räcker inte längre. Ladda om sidan, eller logga in igen."),
        **database_words.to_problems(_("Det du har fyllt i finns kvar på sidan.")),
        "draft-lost": _(
            "Utkastet är inte sparat, för databasen tar inte emot det. Det du har fyllt i finns "
            "kvar på sidan. Spara igen om en stund, innan du stänger den."
        ),
        "draft-too-long": _("Utkastet är för långt att spara. Korta texterna."),
        "reason-missing": _("Skriv varför du ångrar inlämningen."),
        "not-undoable": _(
            "Inlämningen går inte att ångra längre: den är godkänd, ångrad eller ersatt av en "
            "nyare. Lämna in en rättelse i stället."
        ),
        "note-missing": _(
            "Skriv en förklaring till det som kontrollen varnar för, eller rätta det."
        ),
    }.get(reason, _("Något i rapporten går inte att lagra. Gå igenom fälten och försök igen."))
    if reason == "draft-lost":
        return said
    return _("**Inget är ändrat.** {said}").format(said=said)
