"""Calm pages for what can go wrong, each saying what to do."""

import uuid

import streamlit as st

from ui.database_words import to_reasons
from words import _

AWAY = "database-away"
_RETRY_SECONDS = 3


def show_database_away(state: str = AWAY) -> None:
    """Say what is wrong with the database, by the state of the error, and try again by itself."""
    said = to_reasons()[state]
    goes_on = _(
        "Inget är förlorat. Sidan försöker igen av sig själv och visas så snart databasen är "
        "tillbaka."
    )
    st.warning(f"{said} {goes_on}")
    _retry()


@st.fragment(run_every=_RETRY_SECONDS)
def _retry() -> None:
    # The first run of a fragment belongs to the page's own run; the later ones are the retries.
    if st.session_state.get("bob_retry"):
        st.session_state["bob_retry"] = False
        st.rerun()
    st.session_state["bob_retry"] = True


def show_wrong_schema() -> None:
    """Say that database and program do not belong together."""
    st.error(
        _(
            "Databasen hör till en annan version av programmet. Den som driver tjänsten behöver "
            "uppgradera programmet eller återställa databasen; orsaken står på adressen /healthz."
        )
    )


def show_reports_lost() -> None:
    """Say that what is reported has to be put back before anything goes on."""
    st.error(
        _(
            "Det som har rapporterats hittas inte. Den som driver tjänsten behöver lägga tillbaka "
            "det från en säkerhetskopia. Under tiden visas inget och ingen kan rapportera, så att "
            "inget blandas ihop; orsaken står i loggen."
        )
    )


def show_wrong_kind() -> None:
    """Say that the database is not shown as it is set."""
    st.error(
        _(
            "Databasen visas inte: verkliga uppgifter får inte blandas med exempeldata eller nås "
            "av fel läsare. Den som driver tjänsten ser orsaken i loggen."
        )
    )


def show_script_error() -> str:
    """Show a calm page with a reference instead of a traceback; gives the reference."""
    reference = uuid.uuid4().hex[:8]
    st.error(
        _(
            "Något gick fel när sidan skulle visas. Försök igen, eller välj en annan sida. "
            "Hör av dig med referensen {reference} om felet kommer tillbaka."
        ).format(reference=reference)
    )
    return reference
