"""What is told of how the product runs, and when it is good: one function a thing, pure."""

from datetime import datetime, timedelta

from ui import formats
from ui.operations import Line, State
from words import _, plural

SLOW, TOO_SLOW = 0.5, 2.0  # seconds until the database has answered
LATE, TOO_LATE = timedelta(minutes=1), timedelta(minutes=15)  # that something may wait


def store_name(name: str) -> str:
    """What a database is called."""
    return {
        "main": _("Huvuddatabasen"),
        "raw": _("Inlämnade uppgifter"),
        "reader": _("Läsarnas anslutning"),
    }[name]


def store(
    name: str,
    kind: str,
    seconds: float | None,
    size: int | None,
    *,
    fits: bool,
    use: str,
    full: float,
) -> Line:
    """A database: whether it answers, fits the program, and has connections left (`full` = share
    of them that is in use)."""
    label = store_name(name)
    if seconds is None:
        advice = _("Kör `python -m data_access health` på servern: den säger vad som är fel.")
        return Line(label, State.BAD, _("Svarar inte."), advice)
    engine = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}.get(kind, kind)
    facts = [engine, _("svarar på {time}").format(time=formats.duration(seconds))]
    facts += [] if size is None else [formats.size(size)]
    told = f"{', '.join(facts)}. {use}".strip()
    if not fits:
        advice = _("Kör `python -m data_access prepare` med den version som ska användas.")
        return Line(label, State.BAD, _("Hör till en annan version. ") + told, advice)
    if seconds > TOO_SLOW or full >= 1:
        return Line(label, State.BAD, told, _slow())
    slow = seconds > SLOW or full >= 0.8
    return Line(label, State.LOOK if slow else State.GOOD, told, _slow())


def standby(told: str, lag: float | None, state: State) -> Line:
    """The standby that readers ask: how it is in words, the seconds it is behind (None = not
    known), and whether that is good."""
    behind = "" if lag is None else _(" ({time} efter)").format(time=formats.duration(lag))
    advice = _("Läsarna frågar huvuddatabasen så länge. Se på servern med kopian.")
    sentence = _("Den {told}{behind}.").format(told=told, behind=behind)
    return Line(_("Läskopian"), state, sentence, advice)


def _slow() -> str:
    return _("Se på serverns belastning och om något annat håller databasen, som en utgåva.")


def connections(out: int, most: int) -> str:
    """How many connections are in use."""
    told = _("{out} av {most} anslutningar används.")
    return told.format(out=formats.number(out), most=formats.number(most))


def waiting(count: int | None, oldest: datetime | None, now: datetime) -> Line:
    """What is reported and not yet told in the main database; None = it can't be known."""
    label = _("Väntar på överföring")
    if count is None:
        advice = _("Se under Databaser.")
        return Line(label, State.BAD, _("Går inte att veta: databasen svarar inte."), advice)
    if not count or oldest is None:
        return Line(label, State.GOOD, _("Inget väntar."))
    told = plural("{n} händelse, den äldsta ", "{n} händelser, den äldsta ", count)
    told += _("från {moment}.").format(moment=formats.moment(oldest))
    age = now - oldest
    state = State.BAD if age > TOO_LATE else State.LOOK if age > LATE else State.GOOD
    advice = _("Kör `python -m data_access prepare`: det för över. Se felet i loggen.")
    return Line(label, state, told, advice)


def lease(name: str, until: datetime, now: datetime) -> Line:
    """What only one may do at a time, while it is done."""
    if until > now:
        told = _("Pågår. Förnyas senast {moment}.").format(moment=formats.moment(until))
        return Line(_("Låset för {name}").format(name=name), State.NONE, told)
    told = _("Avbröts utan att avslutas, {moment}.").format(moment=formats.moment(until))
    advice = _("Gör om den: låset hindrar ingen längre, och inget halvfärdigt har sparats.")
    return Line(_("Låset för {name}").format(name=name), State.LOOK, told, advice)


def newest(label: str, at: datetime | None, none: str, number: int | None = None) -> Line:
    """When something was last done; `none` says that it never was."""
    if at is None:
        return Line(label, State.NONE, none)
    told = "" if number is None else _("Nummer {n}, ").format(n=number)
    return Line(label, State.NONE, f"{told}{formats.moment(at)}.")


def process(since: datetime, now: datetime, version: str, schema: str) -> Line:
    """Since when this process runs, and what it is."""
    told = _("Version {version}, schema {schema}. Igång sedan {moment}{days}.")
    days = plural(", {n} dygn", ", {n} dygn", (now - since).days) if (now - since).days else ""
    return Line(
        _("Program"),
        State.NONE,
        told.format(version=version, schema=schema, moment=formats.moment(since), days=days),
    )


def answers(hits: int, misses: int, kept: int) -> Line:
    """How often a kept answer was found."""
    asked = hits + misses
    label = _("Sparade svar")
    if not asked:
        return Line(label, State.NONE, _("Inga frågor har ställts än."))
    told = _("{share} av {asked} frågor fick ett sparat svar. {kept} svar finns sparade.")
    return Line(
        label,
        State.NONE,
        told.format(
            share=formats.share(hits / asked),
            asked=formats.number(asked),
            kept=formats.number(kept),
        ),
    )


def reports(waiting_: int, running: int) -> Line:
    """Reports in the making."""
    told = _("{running} görs, {waiting} väntar.").format(running=running, waiting=waiting_)
    return Line(_("Rapporter"), State.NONE, told if waiting_ or running else _("Inga görs nu."))


def without_database(*, reached: bool, database: str | None, code: str) -> str:
    """What to do when nothing else can be told (markdown); the schema's two revisions."""
    told = _("Den svarar.") if reached else _("Den svarar inte.")
    return "\n".join(
        [
            _("**Databasen.** {told} Schema: {database}, programmet väntar {code}.").format(
                told=told, database=database or _("okänt"), code=code
            ),
            "",
            _("På servern:"),
            "- " + _("`python -m data_access health` säger vad som är fel."),
            "- " + _("`/readyz` och `/metrics` visar processens läge."),
            "- " + _("Loggen har en rad för varje fel, med tid och slag."),
        ]
    )
