"""Part of the page on the data: what lägesbilder hold, and how far they can be trusted."""

import pandas as pd
import streamlit as st

from ui.picture_figures import figures
from words import _


def show() -> None:
    """How the figures in a lägesbild are counted, and what is frozen when."""
    st.header(_("Lägesbilder"), anchor=False)
    st.markdown(
        _(
            "En lägesbild är en text med siffror, diagram och karta för ett område en viss dag. "
            "Någon annan än den som har skrivit godkänner. Då låses text, siffror, diagram, karta "
            "och utgåvans nummer, och det som publiceras är det som godkändes. Det ändras aldrig. "
            "Rättas något i efterhand står det i **Ändrat sedan dess**, och en ny lägesbild "
            "skrivs. Den som inte borde ha publicerats dras tillbaka, och på dess adress står då "
            "varför."
        )
    )
    found = figures().values()
    table = {
        _("Siffra"): [one.title for one in found],
        _("Så räknas den"): [one.definition for one in found],
    }
    st.table(pd.DataFrame(table), hide_index=True)
    st.markdown(
        _(
            "Det som räknas av unga hämtas ur den utgåva som lägesbilden vilar på: det senaste "
            "kvartal som hade tagit slut den dagen, per 10 000 unga, med sitt osäkerhetsintervall."
        )
    )
