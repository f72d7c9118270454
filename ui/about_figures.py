"""Parts of the page on the data: protection of counts, their uncertainty, what a signal is."""

import streamlit as st

from indicators.protection.method import Method
from ui.about_rules import show_rules
from ui.release_view import Told, show_quality
from ui.release_words import planned_words
from words import _


def show_protection(rule: str, base: int, method: Method, release: Told | None) -> None:
    """How small counts are protected (`rule`), and what it costs in the newest release."""
    st.header(_("Så skyddas små tal"), anchor=False)
    how = planned_words() if method is Method.HIDING else rounded_words(base)
    last = _("Ingen andel visas där färre än 30 unga bor.")
    st.markdown(" ".join([rule, how, last]))
    if release is None:
        st.caption(_("Ingen utgåva är publicerad än."))
        return
    show_quality([release])


def rounded_words(base: int) -> str:
    """What it means that small counts are rounded, in every sum and rate."""
    return _(
        "Skyddet görs en gång för hela utgåvan, i de innersta cellerna (lokalpolisområde, kvartal, "
        "kön och ålder), och varje summa, andel och karta räknas fram ur de skyddade talen. En 0 "
        "eller {base} som visas kan därför stå för ett annat litet tal."
    ).format(base=base)


def show_signals() -> None:
    """The rules of rates, intervals, funnel, run rules and smoothing, in words and formula."""
    st.header(_("Signal eller slump"), anchor=False)
    show_rules(signal_rules())


def signal_rules() -> dict[str, str]:
    """Term → rates, intervals and what a signal is."""
    return {
        _("Per 10 000 unga"): _(
            "Antal delat med de unga i samma ålder och kön som bor där uppgifter finns, gånger "
            "10 000. Ett år: kvartalens summa delad med kvartalens medelbefolkning."
        ),
        _("Konfidensintervall, 95 %"): _(
            "Under 10: exakt för Poisson. Annars Byars metod: antal × (1 − 1/(9 × antal) ± "
            "1,96/(3 × √antal))³, uppåt med antal + 1. Är talen avrundade läggs det till: varje "
            "visad 0 kan dölja högst 4, varje visad 5 vara högst 4 för hög, vid avrundning till 5."
        ),
        _("Kan vara slump"): _(
            "Två andelar jämförs exakt: givet summan är den ena binomialfördelad. Är sannolikheten "
            "för minst så stor skillnad 5 % eller mer kan den vara slump."
        ),
        _("Områden mot snittet"): _(
            "Gränser som slumpen håller 95 respektive 99,8 % av områdena inom, efter Poisson. "
            "Skiljer sig områdena mer än så vidgas gränserna (variansen enligt Spiegelhalter, med "
            "de yttersta tiondelarna indragna)."
        ),
        _("Avvikare, skifte, trend"): _(
            "En punkt utanför tre standardavvikelser från seriens mitt; åtta i rad på samma sida; "
            "sex i rad som alla stiger eller alla sjunker. Personer räknas binomialt, händelser "
            "efter Poisson, och gränserna vidgas när serien varierar mer (Laney)."
        ),
        _("Utjämning"): _(
            "Empirisk Bayes (Marshall): varje områdes tal dras mot hela kartans, mest där minst "
            "antal bor."
        ),
        _("Avbruten linje"): _(
            "En serie går inte vidare över en ny indelning, en ny räkneregel eller ett kvartal "
            "utan uppgift."
        ),
    }
