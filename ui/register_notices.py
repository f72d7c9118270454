"""What is said after an entry of the register was saved, or why it was not."""

from ui import database_words, notices
from ui.headings import as_text
from words import _

PAGE = "register"


def keep_saved(name: str, version: int) -> None:
    """Say in the next run what was saved."""
    text = _("**Sparat.** {name} är nu version {version}.")
    notices.keep(PAGE, text.format(name=as_text(name), version=version))


def keep_problem(reason: str, what: str = "", *, place: str = PAGE) -> None:
    """Say in the next run why nothing was saved: on the page, or in the form of that key."""
    notices.keep(place, problem(reason, what), notices.PROBLEM)


def field_name(name: str) -> str:
    """A field's label in the form."""
    return {
        "code": _("Kod"),
        "name": _("Namn"),
        "definition": _("Definition"),
        "source": _("Källa"),
        "unit": _("Enhet"),
        "counting_rule": _("Räkneregel"),
        "reporter": _("Uppgiftslämnare"),
        "other_names": _("Andra namn"),
    }.get(name, name)


def problem(reason: str, what: str = "") -> str:
    """What was wrong and what to do, as markdown; `what` is a field, or the name of an entry."""
    field = as_text(field_name(what))
    said = {
        "code-malformed": _(
            "Skriv koden med små bokstäver a–z, siffror och bindestreck, högst 60 tecken."
        ),
        "field-missing": _("Fyll i ”{field}”.").format(field=field),
        "text-malformed": _(
            "”{field}” är för långt eller har tecken som inte går att spara. Skriv kortare, på en "
            "rad om fältet har en rad."
        ).format(field=field),
        "personal": _(
            "”{field}” ser ut att peka ut en person. Det som skrivs här sparas för alltid, så "
            "skriv utan uppgifter om enskilda."
        ).format(field=field),
        "days-reversed": _("Sista dagen är före den första. Ändra någon av dem."),
        "council-is-no-measure": _(
            "Ett råd är ingen insats. Skriv den insats som individen har nåtts av."
        ),
        "name-taken": _(
            "Namnet, eller ett av de andra namnen, används redan av {name}. Välj ett eget namn."
        ).format(name=as_text(what)),
        "split-of-what-is-not-counted": _("Bara det som räknas kan delas upp på kön och ålder."),
        "changed-meanwhile": _(
            "Någon annan ändrade posten under tiden. Så ser den ut nu; gör om din ändring om den "
            "fortfarande behövs."
        ),
        "there-already": _("Koden finns redan i listan. Välj en annan, eller ändra den posten."),
        "not-allowed": _("Bara en nationell samordnare får ändra registret. Logga in på nytt."),
        **database_words.to_problems(),
    }.get(reason, _("Uppgifterna går inte att spara. Gå igenom fälten."))
    return _("**Inget är sparat.** {said}").format(said=said)
