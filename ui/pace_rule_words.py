"""How Etablering counts: what each figure, column and order means."""

from words import _


def division() -> str:
    """That each day has its own areas."""
    return _(
        "Varje dag räknas med den dagens områden: 94 i landet till och med 2024, därefter 95. "
        "”Uppgift saknas” är inte ”ej påbörjat”, och ”vilande” och ”ej aktuellt” är inga steg."
    )


def stage_rule() -> str:
    """How areas per stage are counted."""
    return _(
        "Antal lokalpolisområden efter det längst komna steget bland de lokala råd som täcker "
        "området på kvartalets sista dag, eller den valda dagen."
    )


def new_rule() -> str:
    """How newly established areas are counted."""
    return _(
        "Lokalpolisområden som för första gången blev etablerade i kvartalet, med den indelning "
        "som gällde då. Ett område som delas är inte nytt igen."
    )


def wait_rule() -> str:
    """How the time from first step to established is counted."""
    return _(
        "Dagar från områdets första steg (kartläggning eller längre) till etablerat: så länge "
        "dröjer det innan hälften är framme. De som är på väg räknas med så länge de har väntat "
        "(Kaplan–Meier). Områden vars första kända steg är etablerat räknas inte. Ett streck: "
        "hälften är inte framme."
    )


def stalled_rule(still: int) -> str:
    """What it is to have stalled."""
    return _(
        "Områden som är ej påbörjade, i kartläggning, planerade eller uppstartade och där ingen "
        "händelse har rapporterats på {n} dagar eller mer."
    ).format(n=still)


def order() -> str:
    """How areas are ordered, and what the number beside a row is."""
    return _(
        "De som har stannat av står först i varje grupp, med antal dagar sedan något hördes. "
        "Därefter de där uppgift saknas, de som är vilande och de som är på väg. Etablerade står "
        "sist."
    )


def sources() -> str:
    """Where the page's figures come from."""
    return _(
        "Källa: rådens händelser som de är kända nu (exempeldata där offentlig källa saknas). Så "
        "räknas de: se Om uppgifterna."
    )
