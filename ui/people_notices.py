"""What is said after somebody's access was changed, or why it was not."""

from collections.abc import Sequence

from ui import database_words, notices
from ui.headings import as_text
from words import _

PAGE = "people"


def keep_saved(changes: Sequence[str]) -> None:
    """Say in the next run what was changed, a line of markdown each; none = all as it was."""
    text = "  \n".join([_("**Sparat.**"), *changes]) if changes else _("Inget var ändrat.")
    notices.keep(PAGE, text)


def keep_problem(reason: str, codes: Sequence[str] = ()) -> None:
    """Say in the next run why nothing was saved."""
    notices.keep(PAGE, problem(reason, codes), notices.PROBLEM)


def problem(reason: str, codes: Sequence[str] = ()) -> str:
    """What was wrong and what to do, as markdown; `codes` are areas that the reason is about."""
    said = {
        "role-missing": _("Välj en roll."),
        "areas-missing": _("Välj minst ett område under ”Får se”."),
        "reports-missing": _("Välj minst ett område under ”Rapporterar för”."),
        "areas-given-to-an-administrator": _(
            "En administratör sköter behörigheter och ser inga uppgifter. Töm ”Får se” och "
            "”Rapporterar för”."
        ),
        "reports-given-to-a-reader": _("En läsare rapporterar inte. Töm ”Rapporterar för”."),
        "too-many-areas": _("Välj högst 200 områden. Välj hellre ett område som rymmer flera."),
        "area-unknown": _("Områdena finns inte: {codes}. Ta bort dem.").format(
            codes=as_text(", ".join(codes))
        ),
        "issuer-malformed": _("Skriv utfärdaren som inloggningstjänsten skriver den."),
        "subject-malformed": _("Skriv kontot som inloggningstjänsten skriver det."),
        "label-malformed": _("Visningsnamnet får vara högst 200 tecken på en rad."),
        "last-administrator": _(
            "Då skulle ingen administratör vara kvar. Gör först någon annan till administratör."
        ),
        "changed-meanwhile": _(
            "Någon annan ändrade personens behörighet under tiden. Så ser den ut nu; gör om din "
            "ändring om den fortfarande behövs."
        ),
        "there-already": _("Personen finns redan. Sök fram personen i tabellen och ändra där."),
        "not-allowed": _("Bara en administratör får ändra behörigheter. Logga in på nytt."),
        **database_words.to_problems(),
    }.get(reason, _("Uppgifterna går inte att spara. Gå igenom fälten."))
    return _("**Inget är sparat.** {said}").format(said=said)
