"""What is said after something was done with a lägesbild, or why it was not."""

from ui import database_words, notices
from ui.headings import as_text
from words import _

PAGE, FORM, REASON, COMMENT = "pictures", "picture_form", "picture_reason", "picture_comment"
BEGUN, SAVED, SENT, BACK, APPROVED, PUBLISHED, DROPPED, COMMENTED, WITHDRAWN = (
    "begun", "saved", "inskickad", "tillbaka", "godkand", "publicerad", "kastad", "kommentar",
    "tillbakadragen",
)  # fmt: skip


def keep_done(what: str, version: int = 0) -> None:
    """Say in the next run what was done."""
    said = {
        BEGUN: _("**Sparat.** Utkastet är version 1."),
        SAVED: _("**Sparat.** Texten är nu version {version}."),
        SENT: _("**Inskickad.** Någon annan än den som har skrivit godkänner."),
        BACK: _("**Skickad tillbaka** till den som skriver."),
        APPROVED: _("**Godkänd.** Text och siffror ligger fast. Nu kan den publiceras."),
        PUBLISHED: _("**Publicerad.** Den visas för alla som ser området, och ändras inte mer."),
        DROPPED: _("**Utkastet är kastat.**"),
        COMMENTED: _("**Kommentaren är sparad.**"),
        WITHDRAWN: _("**Tillbakadragen.** Läsare ser inte längre lägesbilden, bara skälet."),
    }
    notices.keep(PAGE, said[what].format(version=version))


def keep_problem(reason: str, what: str = "", *, place: str = PAGE) -> None:
    """Say in the next run why nothing was done."""
    kind = notices.CHANGED if reason.startswith("changed") else notices.PROBLEM
    notices.keep(place, to_problem(reason, what), kind)


def to_problem(reason: str, what: str = "") -> str:
    """What was wrong and what to do, as markdown; `what` is a field or a day."""
    fields = {
        "title": _("titeln"), "text": _("texten"), "comment": _("kommentaren"),
        "reason": _("skälet"),
    }  # fmt: skip
    field = fields.get(what, as_text(what))
    said = {
        "field-missing": _("Skriv något i {field}.").format(field=field),
        "text-malformed": _(
            "{field} är för lång eller har tecken som inte går att spara. Skriv om den."
        ).format(field=field.capitalize()),
        "personal": _(
            "{field} ser ut att peka ut en person. Det som skrivs här sparas för alltid, så skriv "
            "utan uppgifter om enskilda."
        ).format(field=field.capitalize()),
        "bad-day": _("Dagen {day} går inte att välja.").format(day=field),
        "unknown-release": _("Utgåvan finns inte. Ladda om sidan."),
        "unknown-area": _("Området fanns inte den dagen. Välj en annan dag."),
        "bad-marker": _("Rätta markörerna som står under texten först."),
        "unresolved": _("Något i texten går inte att visa. Rätta det först."),
        "too-large": _("Lägesbilden är för stor. Ta bort någon karta eller något diagram."),
        "unfit-content": _("Innehållet går inte att låsa. Ta bort det som lades in senast."),
        "changed-text": _(
            "Någon annan har sparat en version medan du skrev. **Din text är kvar** här nedanför. "
            "Jämför och spara igen: då blir din den nya versionen, och den andra finns kvar."
        ),
        "changed-meanwhile": _("Någon annan har ändrat lägesbilden. Nu visas den som den är."),
        "own-text": _("Den som har skrivit godkänner inte själv. Be någon annan."),
        "not-allowed": _("Du får inte göra det här för området."),
        "unknown": _("Lägesbilden finns inte."),
        **database_words.to_problems(),
    }.get(reason, _("Det gick inte att spara. Gå igenom fälten."))
    return said if reason == "changed-text" else _("**Inget är ändrat.** {said}").format(said=said)
