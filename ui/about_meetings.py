"""Part of the page on the data: how participation in the councils' meetings is counted."""

import streamlit as st

from ui.about_rules import show_rules
from words import _


def show_participation() -> None:
    """The rules of Deltagande, in words and formula."""
    st.header(_("Deltagande i rådens möten"), anchor=False)
    show_rules(meeting_rules())


def meeting_rules() -> dict[str, str]:
    """Term → how participation is counted."""
    return {
        _("Andel av mötena"): _(
            "Möten som aktören deltog i, delat med hållna möten, där båda talen finns: alla råds "
            "möten läggs ihop före divisionen. Ett råd med många möten väger alltså mer. Alla "
            "medlemmar: varje medlem räknas en gång per hållet möte."
        ),
        _("Medlemmar och adjungerade"): _(
            "Räknas var för sig, som rådet har rapporterat aktören det kvartalet. Lokala och "
            "regionala råd räknas också var för sig."
        ),
        _("Skolan, hälso- och sjukvården"): _(
            "Registrets aktörer Skolan (skolhuvudman, kommunal eller enskild) och Hälso- och "
            "sjukvården (regionens). Skolverket och Socialstyrelsen är andra aktörer."
        ),
        _("0 %"): _("Rådet höll minst ett möte och aktören kom till inget. En rapporterad nolla."),
        _("Inget möte"): _(
            "Rådet har rapporterat noll hållna möten, eller att det inte har något att rapportera."
        ),
        _("Inte med"): _("Rådet har rapporterat, och aktören står inte i rapporten i den formen."),
        _("Inte rapporterat"): _("Rådet ska rapportera kvartalet, men inget finns i utgåvan."),
        _("Inget råd"): _("Inget råd hade startat vid kvartalets slut, så inget ska rapporteras."),
        _("Råd som ska rapportera"): _(
            "Lokala råd som är uppstartade eller etablerade på kvartalets sista dag, och alla "
            "regionala råd. Saknas mer än en tiondel är kvartalet delvis rapporterat."
        ),
        _("Frånvarande två kvartal i rad"): _(
            "Deltog i 0 möten under de två senaste kvartal som räknas, inom ett år. Ett kvartal "
            "räknas när rådet har rapporterat det, höll minst ett möte och har sagt hur många "
            "aktören kom till. Andra kvartal bryter ingen rad och gör ingen."
        ),
    }
