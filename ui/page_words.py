"""What each page answers, in a line, and what is said of it to who asks: five answers a page."""

from typing import NamedTuple

from words import _


class Help(NamedTuple):
    """What a page shows, where it comes from, why a cell is empty or protected, how it is taken
    away, and whom to ask; each in words (markdown)."""

    shows: str
    source: str
    gaps: str
    away: str
    ask: str


def page_answer(name: str) -> str:
    """What the page answers, as a question; '' of one that is not known."""
    return {
        "oversikt": _("Hur långt har vi kommit, vad är nytt och vad är nästa milstolpe?"),
        "karta": _("Var finns lokala råd, och hur ser varje indikator ut område för område?"),
        "omrade": _("Allt om ett område: råd, deltagande, insatser, mål, hinder och utveckling"),
        "etablering": _("Vilka steg har råden nått, i vilken takt, och var står det still?"),
        "tackning": _("Hur stor andel av områden, kommuner och unga täcks av ett etablerat råd?"),
        "deltagande": _("Vilka aktörer kommer till rådens möten, och vilka uteblir?"),
        "trender": _("Hur utvecklas ungas inblandning i brott över tid, kön och ålder?"),
        "insatser": _("Vad görs, når vi målen, vilka hinder finns och vad kostar det?"),
        "exempel": _("Vilka metoder fungerar, vilken kompetens saknas och vilket stöd finns?"),
        "rapportera": _("Vad ska mitt område rapportera, och hur lämnar jag in det?"),
        "granska": _("Vad har lämnats in, vad är godkänt, och vad händer vid en publicering?"),
        "lagesbilder": _("Vad säger de publicerade lägesbilderna, och hur skriver jag en?"),
        "register": _("Hur definieras indikatorer, insatser, mål och listor?"),
        "anvandare": _("Vem får komma in, med vilken roll och för vilka områden?"),
        "nycklar": _("Vilka nycklar till öppna data och flöden gäller?"),
        "logg": _("Vem har gjort vad, och när?"),
        "drift": _("Hur mår databaser, säkerhetskopior och server?"),
        "rapporter": _("Hur hämtar jag rapporten till regeringen, tabeller och öppna data?"),
        "om": _("Varifrån kommer siffrorna, hur räknas de, och hur skyddas små tal?"),
    }.get(name, "")


def page_help(name: str, release: str, recorded: str) -> Help:
    """The answers of a page. `release` is the newest release in words and `recorded` the day when
    a council's event was last recorded; '' where there is none."""
    events, made = _of_events(recorded), _of_release(release)
    every = _situation(events, made) | _following(events, made) | _reporting(made) | _managing()
    return every[name]


def questions() -> Help:
    """What the answers are to."""
    return Help(
        _("Vad visar sidan?"),
        _("Varifrån kommer uppgifterna, och hur gamla är de?"),
        _("Varför är något tomt eller skyddat?"),
        _("Hur tar jag det med mig?"),
        _("Vem frågar jag?"),
    )


def _of_events(recorded: str) -> str:
    words = _(
        "Steg och täckning räknas av rådens händelser och bedömda behov fram till den dag som är "
        "vald."
    )
    last = _("Den senaste händelsen registrerades {day}.").format(day=recorded)
    return f"{words} {last}" if recorded else words


def _of_release(release: str) -> str:
    if not release:
        return _("Rapporterade siffror kommer med den första utgåvan. Ingen är publicerad än.")
    words = _("Rapporterade siffror är ur den senaste utgåvan ({release}): godkända och skyddade.")
    return words.format(release=release)


def _event_gaps() -> str:
    return _(
        "**Uppgift saknas**: ingen har rapporterat något råd. **Ej aktuellt**: området ska inte ha "
        "ett eget råd. **Ej bedömt**: ingen har bedömt om området är prioriterat. Inget av det är "
        "noll. Råd och steg skyddas inte: de gäller inga personer."
    )


def _figure_gaps() -> str:
    return _(
        "**Uppgift saknas**: inget är rapporterat, eller rapporterat utan siffra. **Skyddat**: "
        "siffran finns, men säger för mycket om få. **Ej tillämpligt**: frågan gäller inte där. "
        "**0** är något annat: rapporterat och noll eller, där små tal avrundas, ett litet tal."
    )


def _files() -> str:
    return _(
        "Under tabeller finns **Ladda ner tabellen**, under diagram **Bild**. Webbadressen är hela "
        "vyn: kopiera den. Sidan kan skrivas ut från webbläsaren."
    )


def _address() -> str:
    return _("Webbadressen är hela vyn: kopiera den. Sidan kan skrivas ut från webbläsaren.")


def _ask_reader() -> str:
    return _(
        "Om ett områdes uppgifter: den regionala samordnaren, som godkänner dem. Om definitioner "
        "och utgåvor: den nationella samordnaren. Om behörighet: administratören."
    )


def _situation(events: str, made: str) -> dict[str, Help]:
    overview = _(
        "Hur långt etableringen har kommit den valda dagen, hur mycket som har ändrats sedan dagen "
        "under **Jämfört med**, vad som är nytt och vilka milstolpar som väntar."
    )
    on_map = _(
        "En indikator i taget på karta och i tabell, för den nivå och dag som är vald. Ett område "
        "som väljs visas vid sidan. **Jämför två dagar** ställer två kartor bredvid varandra."
    )
    area = _(
        "Allt som är känt om ett område. Det som rapporteras på en annan nivå visas därifrån, och "
        "det sägs i så fall vid siffran."
    )
    map_away = _(
        "**Ladda ner kartan** ger bild eller områden med värden, **Ladda ner tabellen** samma "
        "siffror. Webbadressen är hela vyn: kopiera den."
    )
    news = _("Nytt om utgåvor och lägesbilder är ur det som är publicerat.")
    ask = _ask_reader()
    return {
        "oversikt": Help(overview, f"{events} {news}", _event_gaps(), _address(), ask),
        "karta": Help(on_map, f"{events} {made}", _figure_gaps(), map_away, ask),
        "omrade": Help(area, f"{events} {made}", _figure_gaps(), _files(), ask),
    }


def _following(events: str, made: str) -> dict[str, Help]:
    ask, files, gaps = _ask_reader(), _files(), _figure_gaps()
    establishment = _(
        "Rådens steg över tid, takten per region mot beslutet, och vilka råd som har stannat av. "
        "Alla områden ska inte ha ett råd: det är behovet som avgör."
    )
    coverage = _(
        "Hur mycket som täcks av ett etablerat råd: först de prioriterade områdena, sedan alla "
        "områden, kommuner och unga, och var unga bor utan råd."
    )
    meetings = _(
        "Hur stor del av rådens möten varje aktör kom till, och vilka som inte har kommit på "
        "länge. Bara kvartal som är rapporterade räknas."
    )
    meeting_gaps = _(
        "**Inte rapporterat**: ingen vet ännu. **Inget möte**: rådet hade inget möte att komma "
        "till. **Inte med**: aktören står inte i rådets rapport i den rollen. Inget av det är "
        "frånvaro."
    )
    trends = _(
        "En indikator i taget, per 10 000 unga eller i antal, med osäkerhet: vad som är en verklig "
        "förändring och vad som kan vara slump."
    )
    work = _(
        "Insatser och hur många de når, gemensamma mål mot utfall, hinder och resurser, en del i "
        "taget. Rådet självt räknas aldrig som en insats, och insatser summeras inte."
    )
    examples = _(
        "Arbetssätt som andra har prövat, sökbara på ord, metod, målgrupp och evidens, samt "
        "kompetensbehov och stödmaterial från andra."
    )
    text_gaps = _(
        "Det som inte är rapporterat, eller inte är publicerat än, visas inte. Namn och annat som "
        "kan peka ut någon ska inte skrivas i ett exempel."
    )
    return {
        "etablering": Help(establishment, events, _event_gaps(), files, ask),
        "tackning": Help(coverage, events, _event_gaps(), files, ask),
        "deltagande": Help(meetings, made, meeting_gaps, files, ask),
        "trender": Help(trends, made, gaps, files, ask),
        "insatser": Help(work, made, gaps, files, ask),
        "exempel": Help(examples, made, text_gaps, files, ask),
    }


def _reporting(made: str) -> dict[str, Help]:
    return _sending() | _reading(made)


def _sending() -> dict[str, Help]:
    report = Help(
        _(
            "Vad dina områden ska lämna och när, ett formulär för var och en av rapporterna, och "
            "vad som redan är lämnat."
        ),
        _(
            "Det är dina egna områdens inlämnade och påbörjade rapporter, som de är just nu. Andra "
            "läser dem först när de är godkända och publicerade."
        ),
        _(
            "Ett tomt fält är inte noll: skriv 0 om det är noll. Här visas dina egna tal som du "
            "skrev dem. Skyddet läggs på när de publiceras."
        ),
        _(
            "Kalkylbladet kan laddas ner, fyllas i och läsas in igen. Adressen till en rapport "
            "öppnar samma rapport för den som får se den."
        ),
        _("Din regionala samordnare om innehållet, administratören om vilka områden du har."),
    )
    review = Help(
        _(
            "Vem som har lämnat vad, värden bredvid förra perioden, och det som kan göras: "
            "godkänna, begära komplettering, låsa upp, och för den nationella samordnaren "
            "publicera."
        ),
        _("Det är rapporterna som de är just nu, i de områden som du svarar för."),
        _(
            "En tom ruta betyder att inget ska rapporteras där. Här visas inlämnade tal utan "
            "skydd, för dem som godkänner: ta dem inte vidare."
        ),
        _address(),
        _("Rapportören om innehållet, den nationella samordnaren om regler och utgåvor."),
    )
    return {"rapportera": report, "granska": review}


def _reading(made: str) -> dict[str, Help]:
    pictures = Help(
        _(
            "Publicerade lägesbilder, var och en som den var när den publicerades. Två kan ställas "
            "bredvid varandra. Den som får skriva ser också utkast."
        ),
        _(
            "En lägesbild vilar på en dag och en utgåva, som står i den. Den ändras inte efteråt. "
            "Är den fel dras den tillbaka, med ett skäl."
        ),
        _figure_gaps(),
        _address(),
        _("Den som står som författare eller godkännare i lägesbilden."),
    )
    register = Help(
        _(
            "Vad som räknas och väljs bland, lista för lista, med definition, räkneregel, källa "
            "och tidigare versioner. Den nationella samordnaren ändrar."
        ),
        _("Registret självt, som det är nu. Varje post visar när den ändrades senast."),
        _("Ett tomt fält är inte ifyllt. Registret har inga siffror om personer att skydda."),
        _address(),
        _("Den nationella samordnaren, som ansvarar för registret."),
    )
    documents = Help(
        _("Rapporten till regeringen, gjord ur en utgåva för hela landet eller en del av det."),
        made,
        _figure_gaps(),
        _(
            "En färdig rapport laddas ner som Word, PDF eller Excel. Den finns kvar en timme; "
            "samma val ger samma rapport igen."
        ),
        _ask_reader(),
    )
    about = Help(
        _("Definitioner, källor, indelning, skydd och osäkerhet, för alla sidor."),
        _("Offentliga källor, som står vid uppgiften, och den metod som utgåvan är gjord med."),
        _("Under **När ett värde inte finns** står vad vart och ett av orden betyder."),
        _address(),
        _ask_reader(),
    )
    return {
        "lagesbilder": pictures, "register": register, "rapporter": documents, "om": about,
    }  # fmt: skip


def _managing() -> dict[str, Help]:
    ask = _("Den som driver tjänsten. Sidan är bara till för administratörer.")
    people = Help(
        _("Alla som har loggat in eller lagts till: roll, områden och ändringar."),
        _("Systemets egen lista, som den är nu. Varje ändring finns kvar med dag och vem."),
        _("Den som saknar roll kommer inte in. Siffror om råd och unga visas inte här."),
        _address(),
        ask,
    )
    keys = Help(
        _("Nycklar som låter program läsa öppna data, och personers nycklar till flödet."),
        _("Systemets egen lista, som den är nu."),
        _("En nyckel visas bara när den skapas. Därefter finns bara ett kontrollvärde."),
        _("Kopiera nyckeln när den skapas och lämna den på ett säkert sätt."),
        ask,
    )
    log = Help(
        _("Inloggningar, nekad åtkomst, ändringar, godkännanden, publiceringar och uttag."),
        _("Systemet skriver raden när det händer. Rader tas bort när deras tid är ute."),
        _("Personer står med en beteckning, inte med namn. Antal barn skrivs aldrig i loggen."),
        _("**Ladda ner raderna (CSV)** ger det som filtret visar. Adressen har filtret."),
        ask,
    )
    running = Help(
        _("Hur databaser, process, säkerhetskopior och diskar mår, och vad som ska göras."),
        _("Det mäts när sidan visas. De senaste felen är den här processens sedan start."),
        _("Feltexter visas inte: de står i loggen, på raden med samma id."),
        _address(),
        ask,
    )
    return {"anvandare": people, "nycklar": keys, "logg": log, "drift": running}
