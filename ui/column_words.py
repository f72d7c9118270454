"""What the columns of tables mean: said in a file, where nobody can ask."""

import re
from collections.abc import Mapping

from words import _, kept_by_language

_QUARTER = re.compile(r"\d{4} K\d")
_YEAR = re.compile(r"\b\d{4}$")


def to_meaning(name: str, own: Mapping[str, str]) -> str:
    """What a column is, by the table's `own` words or else by its name; never ''."""
    if name in own or name in meanings():
        return own.get(name) or meanings()[name]
    if _to_stem(name) in meanings():
        return meanings()[_to_stem(name)]
    if _QUARTER.fullmatch(name):
        return _("Siffran för kvartalet {name}, enligt definitionen ovan.").format(name=name)
    return _("Siffran för {name}, enligt definitionen ovan.").format(name=name)


def _to_stem(name: str) -> str:
    return _YEAR.sub("{year}", name)


@kept_by_language
def meanings() -> dict[str, str]:
    """Column → meaning, of the columns whose names mean the same in every table."""
    return _of_areas() | _of_time() | _of_counts() | _of_rates() | _of_work() | _of_texts()


def _of_areas() -> dict[str, str]:
    return {
        _("Område"): _("Lokalpolisområdet eller det område som raden gäller."),
        _("Områden"): _("De områden som har rapporterat det."),
        _("Lokalpolisområde"): _("Områdets namn enligt indelningen som gällde den dagen."),
        _("Polisregion"): _("Polisregionen som området ligger i."),
        _("Polisområde"): _("Polisområdets namn."),
        _("Län"): _("Länets namn."),
        _("Kommun"): _("Kommunens namn."),
        _("Råd"): _("Rådet, nämnt efter sitt område."),
        _("Aktör"): _("Den som kom eller skulle ha kommit till rådets möten."),
        _("Myndighet"): _("Den myndighet som har lagt ned resursen."),
    }


def _of_time() -> dict[str, str]:
    return {
        _("Period"): _("Kvartalet eller året som siffran gäller."),
        _("Kvartal"): _("Kvartalet som raden gäller."),
        _("Dag"): _("Dagen som läget gäller."),
        _("Läget"): _("Dagen som läget gäller: kvartalets sista, eller den valda."),
        _("Sedan"): _("Dagen då det började gälla."),
        _("Kartläggning"): _("Dagen då kartläggningen började, eller antal områden i det steget."),
        _("Planerat"): _("Dagen då rådet först var planerat, eller antal områden i det steget."),
        _("Uppstartat"): _("Dagen för det första mötet, eller antal områden i det steget."),
        _("Etablerat"): _("Dagen då rådet blev etablerat, eller antal områden i det steget."),
        _("Ej påbörjat"): _("Antal områden där arbetet inte har börjat."),
        _("Vilande"): _("Antal områden där rådet vilar."),
        _("Ej aktuellt"): _("Antal områden som inte ska ha något eget råd, med skäl."),
        _("Uppgift saknas"): _("Antal områden som ingen har rapporterat om. Det är inte noll."),
        _("Senast hört"): _("Dagen för det senast rapporterade om området."),
        _("Från och med"): _("Det första kvartalet av frånvaron."),
        _("Till och med"): _("Det senaste kvartalet av frånvaron."),
        _("Senast gjord"): _("Dagen då kommunens senaste kartläggning var gjord."),
        _("Klar senast"): _("Dagen då nästa kartläggning ska vara klar."),
        _("Slutdag"): _("Dagen då målvärdet ska vara nått."),
        _("Dagar"): _("Dagar från det att rådet blev etablerat till den valda dagen."),
        _("Stannat av, dagar"): _("Dagar utan något nytt steg, om arbetet har stannat av."),
        _("Längst, dagar"): _("Det längsta uppehållet bland de områden som har stannat av."),
        _("Mediantid, dagar"): _("Dagar från första steg till etablerat, i mitten av alla."),
    }


def _of_counts() -> dict[str, str]:
    return {
        _("Steg"): _("Det längst komna steget bland de lokala råd som täcker området."),
        _("Prioriterat"): _("Om området är bedömt som prioriterat."),
        _("Alla områden"): _("Antal områden i urvalet."),
        _("Etablerade"): _("Antal områden med etablerat råd."),
        _("Av"): _("Nämnaren: antalet som andelen räknas av."),
        _("Med råd"): _("Antal som helt täcks av ett etablerat lokalt råd."),
        _("Andel"): _("Andel i procent, avrundad till helt tal."),
        _("Andel av"): _("Vad andelen räknas av."),
        _("Nu, %"): _("Andelen den valda dagen, i procent."),
        _("Ändring, p.e."): _(
            "Skillnaden mellan de två dagarna i procentenheter, räknad innan andelarna avrundas."
        ),
        _("Hittills"): _("Andelen av dem utan råd i denna rad och alla ovanför, i procent."),
        _("Unga"): _("Invånare 12–20 år. För delar av kommuner är antalet skattat."),
        _("Nya, fyra kvartal"): _("Områden som blev etablerade under de fyra senaste kvartalen."),
        _("Stannat av"): _("Områden där arbetet har stannat av."),
        _("Nått dit"): _("Områden som har gått från första steg till etablerat."),
        _("På väg"): _("Områden som har börjat men inte är etablerade."),
        _("Procent"): _("Möten som aktören kom till, av dem som rådet höll, i procent."),
        _("Deltog i"): _("Antal möten som aktören kom till."),
        _("Hållna möten"): _("Antal möten som råden höll."),
        _("Råd i summan"): _("Antal råd som siffran räknas av."),
        _("Råd utan uppgift"): _("Antal råd som inte har rapporterat om aktören."),
        _("Råd som rapporterat"): _("Antal råd vars rapport finns i utgåvan."),
        _("Råd som ska rapportera"): _("Antal råd som skulle rapportera kvartalet."),
        _("Kvartal i rad"): _("Antal kvartal i följd utan närvaro."),
        _("Räknas inte"): _("Kvartal som hoppas över: inte rapporterade, eller utan möte."),
        _("Möten"): _("Antal möten som rådet höll."),
        _("Kom till"): _("Antal möten som aktören kom till."),
        _("Rapporter"): _("Antal rapporter som kvartalet räknas av."),
    }


def _of_rates() -> dict[str, str]:
    return {
        _("Per 10 000"): _("Antal per 10 000 unga som bor där det räknas."),
        _("Utjämnat"): _("Per 10 000 unga, draget mot alla områdens nivå där underlaget är litet."),
        _("Per 1 000"): _("Antal per 1 000 unga som bor där det räknas."),
        _("lägst"): _("Lägsta värdet i 95-procentsintervallet, avrundningen inräknad."),
        _("högst"): _("Högsta värdet i 95-procentsintervallet, avrundningen inräknad."),
        _("Antal"): _("Antalet i utgåvan, skyddat: små tal är avrundade eller visas inte."),
        _("Individer"): _("Antal unga som insatsen har nått. Slagen summeras inte."),
        _("Flickor"): _("Antalet flickor och unga kvinnor."),
        _("Pojkar"): _("Antalet pojkar och unga män."),
        _("Mot snittet"): _("Om området skiljer sig från snittet mer än slumpen ger."),
    }


def _of_work() -> dict[str, str]:
    return {
        _("Insats"): _("Slaget av insats."),
        _("Mål"): _("Det gemensamma målet."),
        _("Nivå"): _("Nivån som målet gäller, eller som hindret finns på."),
        _("Bedömning"): _("Om målet är nått, på väg eller efter, räknat av utfallet."),
        _("Skäl"): _("Varför det är så, eller varför det inte kan bedömas."),
        _("Utfall"): _("Det senaste utfallet, i målets enhet."),
        _("Räknat här"): _("Samma mått för samma kvartal, räknat på det som är publicerat."),
        _("Vägen"): _("Där utfallet borde vara den dagen, på rak väg till målvärdet."),
        _("Utgångsläge"): _("Värdet som målet räknas från."),
        _("Målvärde"): _("Värdet som ska nås."),
        _("Regionens bedömning"): _("Vad regionen själv har sagt. Den styr inte bedömningen."),
        _("inom nivån"): _("Antal hinder mellan parter på samma nivå."),
        _("mellan nivåer"): _("Antal hinder mellan nationell, regional och lokal nivå."),
        _("Summa"): _("Summan av regionerna som har en uppgift."),
        _("Behov enligt {year}"): _("Det behov som angavs det året för året därpå."),
        _("Använt {year}"): _("Vad som användes det året."),
        _("Polisregioner med uppgift"): _("Antal polisregioner som summan räknas av."),
        _("Polisregioner"): _("Antal polisregioner som har uppgift om både behov och använt."),
        _("Skillnad"): _("Använt minus det behov som angavs."),
        _("Räknat i"): _("Enheten som raden är räknad i."),
        _("Årsarbetskrafter"): _("Nedlagd tid som årsarbetskrafter."),
        _("Timmar"): _("Nedlagda timmar."),
        _("Kronor"): _("Nedlagda kronor."),
        _("Exempel"): _("Antal goda exempel."),
        _("Antal områden"): _("Antal områden som har rapporterat behovet."),
    }


def _of_texts() -> dict[str, str]:
    return {
        _("Att veta"): _("Vad man behöver veta om radens siffror, eller varför de inte finns."),
        _("Kategori"): _("Kategorin av hinder."),
        _("Hinder"): _("Kategorin av hinder."),
        _("Var"): _("Om hindret är inom en nivå eller mellan nivåer."),
        _("Beskrivning"): _("Rapportens egna ord."),
        _("Regionens text"): _("Regionens egna ord om målet."),
        _("Rubrik"): _("Exemplets rubrik."),
        _("Metod"): _("Metoden som exemplet gäller."),
        _("Målgrupp"): _("De som metoden är till för."),
        _("Evidens"): _("Hur väl prövad metoden är."),
        _("Framgångsfaktor"): _("Vad som gjorde att det gick, med rapportens egna ord."),
        _("Form"): _("Om aktören är medlem eller adjungerad."),
        _("Kön"): _("Kön som raden gäller."),
        _("Ålder"): _("Åldersgrupp som raden gäller."),
        _("Behov"): _("Kompetens som efterfrågas."),
        _("Vad som har gjorts"): _("Vad som har svarat mot behovet, med rapportens egna ord."),
        _("Samverkansformer"): _("De former av samverkan som finns i kommunen."),
        _("Lokalt råd bygger på"): _("Den form av samverkan som det lokala rådet bygger på."),
        _("Samma uppgift"): _("Former som kan ha samma uppgift."),
        _("Kommunens kartläggning"): _("Om kommunens kartläggning enligt lagen (2023:196) gäller."),
    }
