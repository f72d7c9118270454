"""Part of the page on the data: how coverage is counted."""

import streamlit as st

from indicators.coverage import SHARES
from ui.about_rules import show_rules
from ui.coverage_choice import measure_name
from ui.coverage_words import definition
from words import _


def show_coverage() -> None:
    """The rules of Täckning and Översikt, in words and formula."""
    st.header(_("Täckning"), anchor=False)
    st.markdown(
        _(
            "Andel = med råd ÷ alla som räknas. Den räknas på landets minsta delar, varje kommuns "
            "del i varje lokalpolisområde, på samma sätt på alla sidor."
        )
    )
    show_rules(coverage_rules())


def coverage_rules() -> dict[str, str]:
    """Term → how coverage is counted."""
    rules = {measure_name(measure): definition(measure) for measure in SHARES}
    rules |= {
        _("Täckt till en del"): _(
            "Ett område eller en kommun där bara några delar har ett etablerat råd räknas inte som "
            "täckt. De unga i delarna med råd räknas bland unga med råd."
        ),
        _("Inget att räkna på"): _(
            "Finns inget att dela med, till exempel inga prioriterade områden, visas ingen andel. "
            "Det är inte 0 %."
        ),
        _("Unga utan etablerat råd"): _(
            "Summan av unga 12–20 år i delar utan etablerat råd, utom där ett råd inte är "
            "aktuellt. Ett områdes andel = dess unga utan råd ÷ alla sådana unga i urvalet. "
            "Hittills = summan av andelarna i området och dem över det i listan."
        ),
        _("Ej aktuellt"): _(
            "Delar där det längst komna beskedet är att ett råd inte behövs, med skäl. De är inte "
            "någon brist och står för sig, men räknas bland alla som räknas i andelarna."
        ),
        _("Kvartal för kvartal"): _(
            "Läget sista dagen i varje kvartal och den valda dagen, med dagens egen indelning, "
            "bedömningar och senast kända folkmängd. Linjen bryts där indelningen är en annan "
            "eller där inget finns att räkna på."
        ),
    }
    return rules
