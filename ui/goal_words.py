"""How goals stand, in words and signs: never by colour alone."""

from collections import Counter
from collections.abc import Sequence

from indicators.goals import Status, Target, Terms, Verdict, Why
from indicators.periods import period_name
from reporting.kinds import option_labels
from ui import formats
from ui.chart_base import INK
from ui.headings import as_text
from ui.palette import GREY
from ui.work_fields import Card
from words import _, plural

_WHITE = "#ffffff"
ON_PATH = (Status.REACHED, Status.ON_WAY)


def status_name(status: Status) -> str:
    """`på väg`."""
    return {
        Status.REACHED: _("nått"),
        Status.ON_WAY: _("på väg"),
        Status.BEHIND: _("efter"),
        Status.UNKNOWN: _("kan inte bedömas"),
    }[status]


def sign(status: Status) -> str:
    """The status as it stands in a cell: a sign and a short word."""
    return {
        Status.REACHED: _("✔ nått"),
        Status.ON_WAY: _("↗ på väg"),
        Status.BEHIND: _("↘ efter"),
        Status.UNKNOWN: _("? ej bedömt"),
    }[status]


def status_kinds() -> dict[str, tuple[str, str]]:
    """Sign and word → (colour, ink): green only where the path is held."""
    colours = {
        Status.REACHED: ("#1b6b43", _WHITE),
        Status.ON_WAY: ("#8fceaa", INK),
        Status.BEHIND: ("#f0a35e", INK),
        Status.UNKNOWN: (GREY, INK),
    }
    return {sign(status): of for status, of in colours.items()}


def why_name(why: Why | None) -> str:
    """Why a goal can't be judged; '' when it can."""
    return {
        None: "",
        Why.NO_TERMS: _("målvärde saknas"),
        Why.NO_DIRECTION: _("varken högre eller lägre är bättre"),
        Why.NO_OUTCOME: _("inget utfall är rapporterat"),
        Why.TOO_OLD: _("utfallet är äldre än två kvartal"),
        Why.NOT_SINCE: _("inget utfall efter utgångsläget"),
        Why.DUE_PASSED: _("slutdagen har passerat utan utfall"),
        Why.NO_BASELINE: _("utgångsläge saknas"),
        Why.ZERO_BASELINE: _("utgångsläget är noll"),
    }[why]


def level_name(level: str | None) -> str:
    """At which of the three levels the goal is."""
    return {
        "nationell": _("nationell"),
        "regional": _("regional"),
        "lokal": _("lokal"),
    }.get(level or "", formats.NONE)


def value_name(value: float | None) -> str:
    """`62` or `14,9`; a dash when there is none."""
    return formats.NONE if value is None else formats.decimal(value)


def terms_words(terms: Terms | None, unit: str) -> str:
    """What is to be reached, and when."""
    if terms is None:
        return _("Inget målvärde är angivet.")
    due = formats.day(terms.due_on)
    if terms.kind is Target.VALUE:
        words = _("{target} {unit} senast {day}")
        return words.format(target=value_name(terms.target), unit=as_text(unit), day=due)
    up = terms.target > 0
    words = _("{n} % högre senast {day}") if up else _("{n} % lägre senast {day}")
    return words.format(n=value_name(abs(terms.target)), day=due)


def baseline_words(terms: Terms | None) -> str:
    """Where the path starts."""
    if terms is None:
        return formats.NONE
    day = formats.short_day(terms.baseline_on)
    if terms.baseline is None:
        return _("regionens eget utfall {day}").format(day=day)
    return _("{value} den {day}").format(value=value_name(terms.baseline), day=day)


def status_words(verdict: Verdict) -> str:
    """`↘ efter`, `? ej bedömt: målvärde saknas`."""
    told = sign(verdict.status)
    return f"{told}: {why_name(verdict.why)}" if verdict.why else told


def outcome_words(verdict: Verdict) -> str:
    """`62, 2026 K3`; a dash without an outcome."""
    if verdict.outcome is None:
        return formats.NONE
    return f"{value_name(verdict.outcome)}, {period_name(str(verdict.quarter))}"


def start_words(terms: Terms | None, verdict: Verdict) -> str:
    """Where the path starts, with the region's own value where that is where; a dash without."""
    if terms is None or verdict.baseline is None:
        return formats.NONE
    return _("{value} den {day}").format(
        value=value_name(verdict.baseline), day=formats.short_day(terms.baseline_on)
    )


def target_words(terms: Terms | None, verdict: Verdict) -> str:
    """What is to be reached and when; a relative target with what that is here."""
    if terms is None:
        return _("inget angivet")
    day = formats.short_day(terms.due_on)
    if terms.kind is Target.VALUE:
        return _("{value} senast {day}").format(value=value_name(terms.target), day=day)
    up = terms.target > 0
    share = _("{n} % högre") if up else _("{n} % lägre")
    told = share.format(n=value_name(abs(terms.target)))
    if verdict.target is not None:
        told += f" ({value_name(verdict.target)})"
    return _("{value} senast {day}").format(value=told, day=day)


def judgement_name(code: str | None) -> str:
    """What the region itself says."""
    return option_labels("bedomning").get(code or "", formats.NONE)


def verdict_words(verdict: Verdict) -> str:
    """`på väg: 62 i 2026 K3, vägen 58,3, mål 80`."""
    parts = []
    if verdict.outcome is not None:
        parts.append(
            _("utfall {value} {period}").format(
                value=value_name(verdict.outcome), period=period_name(str(verdict.quarter))
            )
        )
    if verdict.path is not None:
        parts.append(_("vägen {value}").format(value=value_name(verdict.path)))
    if verdict.target is not None:
        parts.append(_("mål {value}").format(value=value_name(verdict.target)))
    status = status_name(verdict.status)
    if verdict.why:
        status = f"{status} ({why_name(verdict.why)})"
    return f"{status}: {', '.join(parts)}" if parts else status


def to_counts(verdicts: Sequence[Verdict]) -> tuple[int, int, int]:
    """How many hold the path or have reached the target, are behind, and can't be judged."""
    found = Counter(one.status for one in verdicts)
    return (
        sum(found[one] for one in ON_PATH),
        found[Status.BEHIND],
        found[Status.UNKNOWN],
    )


def headline(verdicts: Sequence[Verdict], goals: int, regions: int) -> str:
    """How many hold the path, how many don't, and why the rest can't be judged."""
    if not verdicts:
        return _("Det finns inga gemensamma mål att bedöma i det här urvalet.")
    on_path, behind, unknown = to_counts(verdicts)
    reached = sum(one.status is Status.REACHED for one in verdicts)
    said = _(
        "Av {n} bedömningar ({goals} i {regions}) är **{on_path} på väg eller nådda** (varav "
        "{reached} nådda) och **{behind} efter**."
    ).format(
        n=len(verdicts),
        goals=plural("{n} mål", "{n} mål", goals),
        regions=plural("{n} polisregion", "{n} polisregioner", regions),
        on_path=on_path,
        reached=reached,
        behind=behind,
    )
    if not unknown:
        return said
    reasons = Counter(one.why for one in verdicts if one.why).most_common()
    told = "; ".join(f"{why_name(why)} ({n})" for why, n in reasons)
    return f"{said} " + _("{n} kan inte bedömas: {reasons}.").format(n=unknown, reasons=told)


def reading() -> str:
    """How the judgement is made."""
    return _(
        "Vägen är en rak linje från utgångsläget till målvärdet på slutdagen. Grönt visas bara när "
        "det senaste utfallet håller vägen. Regionens egen bedömning står i tabellen och kan vara "
        "en annan. ’Räknat här’ är samma mått för samma kvartal, räknat på publicerade händelser, "
        "möten och ungdomsuppgifter. Det kan skilja sig när allt inte är publicerat än, eller när "
        "regionen räknar på annat sätt. Regionernas utfall vägs inte samman till ett för riket."
    )


def lines(unit: str) -> str:
    """What is drawn."""
    return _(
        "Utfall i {unit}: heldragen linje. Streckad: vägen från utgångsläget till målvärdet."
    ).format(unit=as_text(unit))


def card(verdicts: Sequence[Verdict]) -> Card:
    """The headline figure of the goals."""
    label = _("Mål på väg eller nådda")
    if not verdicts:
        return Card(label, formats.NONE, _("inget att bedöma"), reading())
    on_path, behind, unknown = to_counts(verdicts)
    below = _("{behind} efter, {unknown} kan inte bedömas").format(behind=behind, unknown=unknown)
    value = _("{n} av {of}").format(n=on_path, of=len(verdicts))
    return Card(label, value, below, reading())


def undecided(source: str) -> str:
    """Where the goals come from."""
    return _("Källa för mål, utgångsläge och målvärde: {source}.").format(source=as_text(source))
