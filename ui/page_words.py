"""What each page answers, in a line."""

from words import _


def page_answer(name: str) -> str:
    """What the page answers, as a question; '' of one that is not known."""
    return {
        "oversikt": _("Hur långt har vi kommit, vad är nytt och vad är nästa milstolpe?"),
        "karta": _("Var finns lokala råd, och hur ser varje indikator ut område för område?"),
        "omrade": _("Allt om ett område: råd, deltagande, insatser, mål, hinder och utveckling"),
        "etablering": _("Vilka steg har råden nått, i vilken takt, och var står det still?"),
        "tackning": _("Hur stor andel av områden, kommuner och unga täcks av ett etablerat råd?"),
        "deltagande": _("Vilka aktörer kommer till rådens möten, och vilka saknas?"),
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
