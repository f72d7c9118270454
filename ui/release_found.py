"""What keeps a release from being made, figure by figure: which they are, and never what they are.

For who publishes alone: that a figure can be worked out is itself something to work with.
"""

import pandas as pd
import streamlit as st

from ui.place_words import level_name
from ui.release_words import Names, age_name, counted_name, period_name, sex_name
from ui.tall_tables import show_seen, to_height
from words import _, plural

_TALLEST = 420  # pixels


def finding_name(finding: str) -> str:
    """What was found, in words."""
    return {
        "narrowed": _("kan räknas ut närmare än avrundningen medger"),
        "shown-small": _("ett litet tal som inte är avrundat"),
        "not-its-sum": _("stämmer inte med summan av sina delar"),
        "two-roundings": _("samma tal är avrundat på två sätt"),
        "contradiction": _("utgåvan motsäger sig själv"),
        "whole-group": _("omfattar alla som bor i gruppen"),
        "worked-out": _("är dolt men går att räkna ut"),
    }.get(finding, finding)


def to_table(found: pd.DataFrame, names: Names) -> pd.DataFrame:
    """The figures, a row each: what was found, and which one it is."""
    rows = found.fillna("").to_dict("records")
    parts = [str(row["indicator"]).partition(":") for row in rows]
    return pd.DataFrame(
        {
            _("Vad"): [finding_name(row["finding"]) for row in rows],
            _("Uppgift"): [counted_name(names, listing, code) for listing, _sign, code in parts],
            _("Nivå"): [level_name(row["level"]) if row["indicator"] else "" for row in rows],
            _("Område"): [names.get(row["code"], row["code"]) for row in rows],
            _("Period"): [period_name(row["quarter"]) for row in rows],
            _("Kön"): [sex_name(row["sex"]) if row["sex"] else "" for row in rows],
            _("Ålder"): [age_name(row["age_group"]) for row in rows],
        }
    )


def show(found: pd.DataFrame, names: Names) -> None:
    """How many figures were found, the table of them, and what to do about it."""
    st.error(
        plural(
            "**Skyddskontrollen hindrar utgåvan.** {n} uppgift avslöjar mer än den får.",
            "**Skyddskontrollen hindrar utgåvan.** {n} uppgifter avslöjar mer än de får.",
            len(found),
        )
    )
    show_seen(len(found), _TALLEST)
    st.dataframe(
        to_table(found, names),
        hide_index=True,
        height=to_height(len(found), _TALLEST),
        alt=_("Uppgifter som hindrar utgåvan: vad, område, period, kön och ålder"),
    )
    if (found["finding"] == "whole-group").any():
        st.markdown(
            _(
                "Där ett antal omfattar alla som bor i en grupp: be området att skriva .. (uppgift "
                "saknas) i stället för antalet, eller ändra i registret så att uppgiften räknas "
                "utan kön och ålder."
            )
        )
    if (found["finding"] != "whole-group").any():
        st.markdown(
            _("Be den som driver tjänsten att se efter. Loggen säger mer, men inte heller talen.")
        )
