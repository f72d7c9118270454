"""Part of the page on the data: how measures, goals, obstacles and resources are counted."""

import streamlit as st

from indicators.goals import Why
from ui.about_rules import show_rules
from ui.goal_words import why_name
from words import _


def show_work() -> None:
    """The rules of Insatser och mål, in words and formula."""
    st.header(_("Insatser och mål"), anchor=False)
    show_rules(work_rules())


def work_rules() -> dict[str, str]:
    """Term → how measures, goals, obstacles and resources are counted."""
    return {
        _("Individer per insats"): _(
            "Antal individer som insatsen nådde under kvartalet, ur utgåvans skyddade tal. Ett år "
            "är kvartalens summa. Slag av insatser läggs aldrig ihop, eftersom samma individ kan "
            "få flera. Ett råd är ingen insats."
        ),
        _("Per 1 000 unga"): _(
            "Individer ÷ unga 12–20 år som bor där uppgifter finns × 1 000, med intervallet för "
            "andelar (se Signal eller slump) delat med 10."
        ),
        _("Högre, lägre än alla"): _(
            "Alla = summan av individer ÷ summan av unga i de områden som visas. Högre: hela "
            "intervallet ligger över. Lägre: hela ligger under. Annars ingen säker skillnad."
        ),
        _("Målets väg"): _(
            "Väg(dag) = utgångsläge + (målvärde − utgångsläge) × dagar sedan utgångsläget ÷ dagar "
            "från utgångsläget till slutdagen; därefter målvärdet. Saknar målet ett eget "
            "utgångsläge gäller regionens eget utfall för utgångslägets kvartal. Ett målvärde i "
            "procent av utgångsläget räknas om till målets enhet."
        ),
        _("Nått, på väg, efter"): _(
            "Det senaste utfallet för ett avslutat kvartal jämförs åt det håll som är bättre: nått "
            "när det når målvärdet, på väg när det når vägen vid kvartalets sista dag, annars "
            "efter. Efter slutdagen avgör utfallet från den dagen eller senare."
        ),
        _("Kan inte bedömas"): _("Ett av skälen: {reasons}.").format(
            reasons="; ".join(why_name(why) for why in Why)
        ),
        _("Hinder"): _(
            "Rapporterade rader per kategori, inom eller mellan nivåer. 0 visas bara där någon har "
            "rapporterat; en rapport kan säga att det inte finns något att rapportera."
        ),
        _("Resurser"): _(
            "Summan av det som polisregionerna har angett för året, med hur många de är. Använt "
            "mot behov: årets siffra mot behovet i rapporten året innan, bara för polisregioner "
            "som har angett båda."
        ),
    }
