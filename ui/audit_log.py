"""The audit on the screen: a sentence, the table, the table as a file, and how its chain is."""

from collections.abc import Sequence
from datetime import datetime

import pandas as pd
import streamlit as st

import clock
from ui import csv_file, formats
from ui.headings import as_text
from ui.people import role_name
from ui.tall_tables import show_seen, to_height
from words import _

_TALLEST = 560  # pixels
SHOWN = 1_000  # rows on the page
EXPORTED = 100_000  # rows in a file


def action_names() -> dict[str, str]:
    """Every action, as it is stored and in words."""
    return {
        "inloggning": _("inloggning"),
        "utloggning": _("utloggning"),
        "nekad": _("nekad åtkomst"),
        "skrivning": _("registrering"),
        "godkannande": _("godkännande"),
        "publicering": _("publicering"),
        "export": _("export"),
        "behorighet": _("ändrad behörighet"),
        "gallring": _("gallring"),
        "rundtur": _("visad rundtur"),
    }


def to_moment(at: datetime) -> str:
    """`2026-11-22 14:03:05`, as the clock shows in Sweden."""
    return f"{pd.Timestamp(at).tz_convert(clock.ZONE):%Y-%m-%d %H:%M:%S}"


def to_sentence(found: pd.DataFrame, *, more: bool) -> str:
    """How many rows there are, and from when to when; `more` = only the newest are shown."""
    rows = _("1 rad") if len(found) == 1 else _("{n} rader").format(n=formats.number(len(found)))
    first, last = to_moment(found["at"].iloc[-1]), to_moment(found["at"].iloc[0])
    if more:
        told = _("De senaste {rows} visas, från {first} till {last}. Det finns fler: välj dagar.")
    else:
        told = _("{rows}, från {first} till {last}.")
    return told.format(rows=rows, first=first, last=last)


def to_table(found: pd.DataFrame) -> pd.DataFrame:
    """What a reader sees, in Swedish, newest first."""
    names = action_names()
    return pd.DataFrame(
        {
            _("Tid"): [to_moment(at) for at in found["at"]],
            _("Person"): found["subject"].to_list(),
            _("Roll"): [role_name(role) for role in found["role"]],
            _("Händelse"): [names.get(action, action) for action in found["action"]],
            _("Vad"): found["what"].to_list(),
            _("Före"): found["before"].to_list(),
            _("Efter"): found["after"].to_list(),
        },
        dtype=object,
    )


def show_rows(found: pd.DataFrame) -> None:
    """The sentence and the table; what to do when there is no row."""
    if found.empty:
        st.info(_("Inga rader att visa. Loggen är tom, eller så passar inga rader valen ovan."))
        return
    shown = found.head(SHOWN)
    st.markdown(to_sentence(shown, more=len(found) > SHOWN))
    show_seen(len(shown), _TALLEST)
    st.dataframe(
        to_table(shown),
        hide_index=True,
        placeholder=formats.NONE,
        height=to_height(len(shown), _TALLEST),
        alt=_("Granskningsloggens rader, den nyaste först"),
    )


def to_csv(found: pd.DataFrame, at: datetime) -> bytes:
    """The table for Swedish Excel, with the times in UTC too; `at` is when it was asked for."""
    table = to_table(found)
    table.insert(1, _("Tid (UTC)"), [f"{moment:%Y-%m-%d %H:%M:%S.%f}" for moment in found["at"]])
    lines = [
        [_("Lägesbild bob"), _("Granskningslogg")],
        [_("Hämtad"), to_moment(at)],
        [_("Rader"), len(found)],
    ]
    if len(found) >= EXPORTED:
        lines.append([_("Bara de senaste raderna är med. Välj färre dagar för att få alla.")])
    return csv_file.to_csv(table, lines)


def show_chain(problems: Sequence[str], rows: int, digest: str) -> None:
    """Whether no row was changed or removed, and the last digest, to be noted elsewhere."""
    counted = formats.number(rows)
    if problems:
        st.error(_("Kedjan är bruten: en rad har ändrats eller tagits bort utanför programmet."))
        st.markdown("\n".join(f"- {as_text(problem)}" for problem in problems))
    else:
        st.success(_("Kedjan är hel. Rader: {n}, ingen ändrad eller borttagen.").format(n=counted))
    st.caption(_("Sista kontrollsumma. Anteckna den på annat håll för att kunna jämföra senare."))
    st.code(digest, language=None)
