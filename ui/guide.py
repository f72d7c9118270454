"""The guided look: a few steps on what one sees, where it comes from and what one's role does."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from ui.headings import as_text
from ui.people import role_name
from words import _

_OPEN, _STEP = "bob_rundtur", "rundtur_steg"
ADMIN = "administrator"


class Step(NamedTuple):
    """A step's heading and its text (markdown)."""

    title: str
    text: str


def to_steps(role: str, page: str, answer: str) -> list[Step]:
    """The steps for a role; `page` is the title of the present page, `answer` what it answers."""
    here = Step(
        _("Det här visar sidan"),
        _(
            "Du är på **{page}**: {answer}\n\n"
            "Menyn överst har de sidor som din roll har. **Om sidan** bredvid rubriken svarar på "
            "de vanligaste frågorna om den sida du är på."
        ).format(page=as_text(page), answer=as_text(answer)),
    )
    figures = [] if role == ADMIN else [_choice(), _source()]
    yours = Step(_("Det gör du som {role}").format(role=role_name(role)), _duties(role))
    return [here, *figures, yours, _further()]


def _choice() -> Step:
    return Step(
        _("Urvalet är adressen"),
        _(
            "Fälten under rubriken väljer polisregion, län, område och dag. Valet följer med från "
            "sida till sida, och **Rensa val** tar bort det.\n\n"
            "Allt du väljer står i webbadressen. Den som får adressen ser samma vy, inom det som "
            "hen får se."
        ),
    )


def _source() -> Step:
    return Step(
        _("Varje siffra kan förklaras"),
        _(
            "**Förklara en siffra**, eller en vald cell i en tabell, visar definition, källa, dag "
            "och vad siffran räknas av.\n\n"
            "En cell utan siffra säger varför: **uppgift saknas**, **skyddat** och **0** är olika "
            "saker. **Om uppgifterna** i menyn Underlag samlar definitioner, källor och skydd."
        ),
    )


def _duties(role: str) -> str:
    return {
        "lasare": _(
            "Du läser det som är publicerat, inom de områden som du får se.\n\n"
            "Tabeller, diagram och kartor kan laddas ner där de står. **Rapporter** gör ett "
            "dokument av en utgåva, och **Lägesbilder** har det som råden själva har skrivit."
        ),
        "rapportor": _(
            "Du rapporterar för dina områden. **Rapportera** visar vad som ska in och när, med "
            "formulär och kalkylblad. Det du fyller i sparas som utkast tills du lämnar in, och "
            "det inlämnade kan ångras tills det är godkänt.\n\n"
            "Allt annat läser du som alla andra: bara det som är publicerat."
        ),
        "regional-samordnare": _(
            "Du rapporterar för regionen i **Rapportera**, och godkänner eller begär komplettering "
            "i **Granska och publicera**.\n\n"
            "I **Lägesbilder** skriver du regionens lägesbild och godkänner de lokala."
        ),
        "nationell-samordnare": _(
            "Du godkänner det som lämnats in i **Granska och publicera**, provar nästa utgåva och "
            "publicerar den: det är då alla andra ser siffrorna.\n\n"
            "I **Lägesbilder** godkänner och publicerar du, och i **Register** ändrar du "
            "definitioner och listor."
        ),
        ADMIN: _(
            "Du ger människor roll och områden i **Användare**, och nycklar till öppna data i "
            "**Nycklar**. **Granskningslogg** visar vem som gjort vad, och **Driftläge** hur "
            "databaser och säkerhetskopior mår.\n\n"
            "Siffror visas inte för din roll."
        ),
    }.get(role, "")


def _further() -> Step:
    return Step(
        _("Hitta vidare"),
        _(
            "**Sök** överst, eller tangenten **/**, hittar det som dina sidor visar, även utan "
            "prickar och ringar.\n\n"
            "Rundturen finns kvar under **Om sidan** och på sidan **Om uppgifterna**."
        ),
    )


def open_again() -> None:
    """From now on the guided look is open, at its first step. For callbacks and page scripts."""
    st.session_state[_OPEN] = 0


def close() -> None:
    """The guided look is closed."""
    st.session_state.pop(_OPEN, None)


def is_open() -> bool:
    """Whether it is to be shown."""
    return _OPEN in st.session_state


def show_step(steps: Sequence[Step]) -> None:
    """The present step, and the ways on; whoever is through has closed it."""
    place = min(st.session_state.get(_OPEN, 0), len(steps) - 1)
    is_last = place == len(steps) - 1
    with st.container(key=_STEP):
        st.caption(_("Steg {n} av {all}").format(n=place + 1, all=len(steps)))
        st.subheader(as_text(steps[place].title), anchor=False)
        st.markdown(steps[place].text)
    with st.container(horizontal=True, key="rundtur_knappar"):
        st.button(
            _("Klar") if is_last else _("Nästa"),
            type="primary",
            on_click=close if is_last else _go_to,
            args=() if is_last else (place + 1,),
            key="rundtur_nasta",
        )
        st.button(
            _("Tillbaka"), disabled=not place, on_click=_go_to, args=(place - 1,), key="rundtur_da"
        )
        if not is_last:
            st.button(_("Hoppa över"), type="tertiary", on_click=close, key="rundtur_over")


def _go_to(place: int) -> None:
    st.session_state[_OPEN] = place


def show_new_here() -> None:
    """A quiet way to it, where it does not open by itself."""
    st.button(
        _("Ny här? Visa en kort rundtur"),
        type="tertiary",
        icon=":material/explore:",
        on_click=open_again,
        key="rundtur_ny",
    )


def show_way(key: str, take: Callable[[], None] = open_again) -> None:
    """The way to see it again; `take` is called when it is taken."""
    st.button(
        _("Visa en kort rundtur"),
        type="tertiary",
        icon=":material/explore:",
        on_click=take,
        key=f"rundtur_{key}",
    )
