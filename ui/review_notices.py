"""What is said after something was approved, sent back or unlocked, or why it was not."""

from ui import database_words, notices
from words import _, plural

PAGE, REASON = "review", "review_reason"  # the second is beside the button
APPROVE, SEND_BACK, UNLOCK = "godkann", "komplettera", "las-upp"


def keep_done(what: str, count: int) -> None:
    """Say in the next run that so many reports were approved, sent back or unlocked."""
    said = {
        APPROVE: plural("{n} rapport är godkänd.", "{n} rapporter är godkända.", count),
        SEND_BACK: plural(
            "Komplettering är begärd för {n} rapport.",
            "Komplettering är begärd för {n} rapporter.",
            count,
        ),
        UNLOCK: plural("{n} rapport är upplåst.", "{n} rapporter är upplåsta.", count),
    }
    notices.keep(PAGE, said[what])


def keep_problem(problem: str, count: int = 0, *, place: str = PAGE) -> None:
    """Say in the next run why nothing was done; `count` = how many reports stood in the way."""
    kind = notices.CHANGED if problem == "changed-meanwhile" else notices.PROBLEM
    notices.keep(place, to_problem(problem, count), kind)


def keep_refusal(text: str) -> None:
    """Say in the next run why a reason was refused, in words that are made already."""
    notices.keep(REASON, _("**Inget är ändrat.** {said}").format(said=text), notices.PROBLEM)


def to_problem(problem: str, count: int = 0) -> str:
    """What was wrong and what to do, as markdown."""
    said = {
        "changed-meanwhile": plural(
            "{n} rapport har ändrats medan du granskade: en nyare har kommit in, eller så har "
            "någon annan redan tagit ställning. Nu visas läget som det är. Gå igenom det och gör "
            "om.",
            "{n} rapporter har ändrats medan du granskade: nyare har kommit in, eller så har "
            "någon annan redan tagit ställning. Nu visas läget som det är. Gå igenom det och gör "
            "om.",
            count,
        ),
        "reason-missing": _(
            "Skriv ett skäl, så att den som rapporterar vet vad som behöver göras."
        ),
        "bad-record": _("Skälet går inte att lagra. Skriv om det, kortare eller enklare."),
        "not-allowed": _("Du granskar inte de här områdena. Välj rapporter i din egen lista."),
        **database_words.to_problems(),
    }[problem]
    return _("**Inget är ändrat.** {said}").format(said=said)
