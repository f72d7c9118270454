"""Part of the page on the data: how establishment over time, its pace and direction are counted."""

import streamlit as st

from indicators.forecast import FEWEST_LEFT, FEWEST_NEW
from indicators.pace import STILL_DAYS
from ui import pace_rule_words
from ui.about_rules import show_rules
from words import _


def show_pace() -> None:
    """The rules of Etablering in words and formula."""
    st.header(_("Etablering över tid"), anchor=False)
    show_rules(pace_rules())


def pace_rules() -> dict[str, str]:
    """Term → how establishment over time is counted."""
    return {
        _("Områden per steg"): pace_rule_words.stage_rule() + " " + pace_rule_words.division(),
        _("Nyetablerade"): pace_rule_words.new_rule(),
        _("Första steg till etablerat"): pace_rule_words.wait_rule()
        + " "
        + _(
            "Formel: S(t) = Π (1 − nådde dit dag i ÷ väntade ännu dag i); medianen är första t där "
            "S ≤ ½."
        ),
        _("Har stannat av"): pace_rule_words.stalled_rule(STILL_DAYS)
        + " "
        + _("Antalet dagar väljs på sidan. Där uppgift saknas har inget stannat av."),
        _("Om takten håller"): _(
            "Nyetablerade de fyra senaste hela kvartalen ses som en Poissontakt. Intervallet "
            "(95 %) är de antal till och med fristen som ett exakt test av två Poissontal inte "
            "skiljer från samma takt: av alla nya, då och framöver, är de gångna "
            "binomialfördelade med andelen dagar ÷ (dagar + dagar kvar). Det går aldrig "
            "över de områden som återstår (inte etablerade och inte ej aktuella), förutsätter att "
            "inget råd upphör, och anges inte när färre än {new} tillkom eller färre "
            "än {left} återstår."
        ).format(new=FEWEST_NEW, left=FEWEST_LEFT),
    }
