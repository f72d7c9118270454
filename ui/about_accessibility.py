"""Part of the page on the data: the accessibility statement that the law (2018:1937) asks for."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import streamlit as st

from ui import formats
from ui.headings import as_text
from words import _

PART = "tillganglighet"
# An anchor is lost when the filter bar writes the address, so a parameter puts the part first
PARAMETER = "innehall"
QUERY = f"{PARAMETER}={PART}"
PUBLISHED = date(2026, 11, 26)
TESTED = date(2026, 11, 26)  # and so the day when the statement was last gone through
_AUTHORITY = "https://www.digg.se/tdosanmalan"


class Owner(NamedTuple):
    """Who answers for the service: name and e-mail address, '' where nobody is named."""

    name: str
    contact: str


def show(owner: Owner, *, demonstration: bool) -> None:
    """The statement: how accessible, what is not and why, how to tell of a fault, who oversees."""
    st.header(_("Tillgänglighetsredogörelse"), anchor=False)
    st.markdown(whose(owner, demonstration=demonstration))
    st.subheader(_("Hur tillgänglig tjänsten är"), anchor=False)
    st.markdown(
        _(
            "Lägesbild bob är **delvis förenlig** med lagen (2018:1937) om tillgänglighet till "
            "digital offentlig service, det vill säga med EN 301 549 och WCAG 2.2 på nivå AA. "
            "Bristerna står nedan."
        )
    )
    st.markdown(_to_list(to_gaps()))
    st.markdown(why())
    st.subheader(_("Om du inte kan använda en del av tjänsten"), anchor=False)
    st.markdown(ways())
    st.markdown(to_report(owner))
    st.subheader(_("Tillsyn"), anchor=False)
    st.markdown(
        _(
            "Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd "
            "med hur din synpunkt togs om hand kan du [anmäla det till Digg]({address})."
        ).format(address=_AUTHORITY)
    )
    st.subheader(_("Så har vi prövat"), anchor=False)
    st.markdown(tests())
    dated = _("Redogörelsen publicerades {published} och sågs senast över {tested}.")
    st.caption(dated.format(published=formats.day(PUBLISHED), tested=formats.day(TESTED)))


def whose(owner: Owner, *, demonstration: bool) -> str:
    """Who answers for the service; a demonstration says that it is one."""
    if demonstration:
        return _(
            "Det här är en **demonstration** med exempeldata. Den är inte en myndighets digitala "
            "service; redogörelsen visar vad som gäller för programmet."
        )
    if owner.name:
        return _("{owner} ansvarar för tjänsten.").format(owner=as_text(owner.name))
    return _(
        "**Ingen ansvarig är angiven.** Den som driver tjänsten ska ange vem som ansvarar för den."
    )


def to_report(owner: Owner) -> str:
    """How to tell of a fault, or that whoever runs the service has to name a contact."""
    if owner.contact:
        return _(
            "Berätta för oss om brister som inte står här, eller be om innehållet i en form som "
            "du kan använda: {contact}. Skriv vilken sida det gäller."
        ).format(contact=as_text(owner.contact))
    return _(
        "**Ingen kontakt är angiven.** Den som driver tjänsten ska ange en e-postadress dit "
        "brister anmäls."
    )


def to_gaps() -> list[str]:
    """What is not accessible, a sentence each. `tests/browser/test_accessible.py` allows nothing
    that is not among them."""
    return [
        _(
            "Delarna av ett datum (år, månad och dag) är smalare än 24 bildpunkter (WCAG 2.5.8). "
            "Datum kan skrivas med tangentbordet."
        ),
        _(
            "Tabeller som är bredare än ett smalt fönster rullas i sidled, och rullningen nås inte "
            "alltid med tangentbordet (2.1.1). Innehållet läses upp, och de flesta tabeller finns "
            "som fil."
        ),
        _(
            "I ett smalt fönster är menyns lista felaktigt uppmärkt (1.3.1), så antalet sidor kan "
            "läsas upp fel."
        ),
        _(
            "Rutan som filer släpps på har både ett namn och märkningen att den inget betyder "
            "(4.1.2). Knappen i den öppnar filväljaren."
        ),
        _(
            "Några ord är på engelska också på svenska sidor (3.1.2): länken förbi menyn, "
            "logotypens länk, hjälpknapparnas namn, verktygen vid tabeller och diagram, knapparna "
            "som stänger, kopierar och rensar, delarna av ett datum och dess kalender, och "
            "”No results” i listor."
        ),
        _(
            "Stora tabeller och diagram ritas som bild. Skärmläsare får tabellens celler, och "
            "diagrammets innehåll som text och tabell, men inte punkt för punkt i bilden."
        ),
        _(
            "På engelska sidor är det som människor har skrivit märkt som svenska där det står för "
            "sig (goda exempel, hinder, lägesbilder). I tabeller, listor och meningar är det inte "
            "märkt (3.1.2), så det kan läsas upp med engelskt uttal."
        ),
    ]


def why() -> str:
    """Why it is so, and that nothing is left by an exemption."""
    return _(
        "De sex första finns i Streamlit, programvaran som sidorna är byggda med, och rättas när "
        "den gör det. Det sista beror på att Streamlit inte kan märka en text med dess språk utan "
        "HTML, och det som människor skriver visas aldrig som HTML. Inget undantag för oskäligt "
        "betungande anpassning har gjorts."
    )


def ways() -> str:
    """Other ways to the same content."""
    return _(
        "Varje karta och diagram har en tabell och en text med samma innehåll, och de flesta "
        "tabeller kan hämtas som CSV eller Excel. Kartan nås med tabb och piltangenter; Enter "
        "väljer ett område. Den som är inloggad och inte gör något tillfrågas fem minuter innan "
        "hon loggas ut, och stannar kvar med ett tryck. Efter en arbetsdag behöver hon logga in "
        "igen, vilket sägs fem minuter innan; påbörjade rapporter finns kvar som utkast."
    )


def tests() -> str:
    """How it was tested."""
    return _(
        "Den som utvecklar programmet har själv prövat det. Varje sida prövas automatiskt med axe "
        "vid varje ändring, mot alla regler för WCAG 2.2 A och AA och god praxis, på svenska och "
        "i brett och smalt fönster, och kontrasten i både ljust och mörkt utseende. För hand är "
        "prövat tangentbord, synligt fokus, 320 bildpunkters bredd, 200 % förstoring och namn på "
        "karta och diagram. Ingen har prövat tjänsten med skärmläsare, och ingen utomstående har "
        "granskat den."
    )


def _to_list(sentences: Sequence[str]) -> str:
    return "\n".join(f"- {sentence}" for sentence in sentences)
