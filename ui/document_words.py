"""What is said of reports: what they hold, how far each has come, and why one can't be made."""

from collections.abc import Sequence

from ui import database_words, formats
from ui.headings import as_text
from words import _, plural

KINDS = {"docx": "Word (DOCX)", "pdf": "PDF", "xlsx": "Excel (XLSX)"}
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def answer(area: str, period: str, source: str) -> str:
    """What the report will be of (markdown)."""
    told = _("Redovisning av **{area}**, {period}, ur {source}.")
    return told.format(area=as_text(area), period=period, source=formats.in_sentence(source))


def about() -> str:
    """What a report is for, and how it comes to be."""
    return _(
        "Rapporten följer uppdragets egen lista (Ju2025/00846) och skrivs som Word att arbeta "
        "vidare i, tillgänglig PDF och Excel med alla tabeller. Den görs i bakgrunden: du kan gå "
        "till andra sidor under tiden."
    )


def nothing_yet() -> str:
    """Said before the first release."""
    return _(
        "Ingen utgåva är publicerad än. Rapporter görs ur en utgåva, så fort den första finns."
    )


def in_the_making(told: str, done: int, of: int) -> str:
    """Which part is made now."""
    return _("{part} ({n} av {of})").format(part=told or _("Börjar"), n=min(done + 1, of), of=of)


def waiting() -> str:
    """Said of one that others are before."""
    return _("Väntar på sin tur.")


def finished(seconds: float, sizes: Sequence[int]) -> str:
    """How long it took, and how large its files are."""
    whole = max(1, round(seconds))
    took = plural("{n} sekund", "{n} sekunder", whole)
    size = formats.decimal(sum(sizes) / 1_000_000)
    return _("Klar på {took}, {size} MB.").format(took=took, size=size)


def stopped() -> str:
    """Said of one that was cancelled."""
    return _("Avbruten. Inget är sparat.")


def failed(reason: str) -> str:
    """Why it was not made, and what to do."""
    if reason == "database":
        return _("Databasen svarade inte. Försök igen om en stund.")
    return _(
        "Rapporten kunde inte göras. Felet är loggat; försök igen, eller säg till den som "
        "driver tjänsten."
    )


def refused(reason: str) -> str:
    """Why it is not begun."""
    return {
        "too-many": _(
            "Flera rapporter görs redan åt dig. Vänta tills en är klar, eller avbryt en."
        ),
        "release": _("Utgåvan finns inte längre i listan. Ladda om sidan och välj igen."),
        "area": _("Området finns inte den sista dagen i perioden. Välj ett annat område."),
        "period": _("Perioden går inte att redovisa ur utgåvan. Välj andra kvartal."),
        "not-allowed": _("Din behörighet räcker inte längre. Ladda om sidan, eller logga in igen."),
        **database_words.to_problems(),
    }[reason]
