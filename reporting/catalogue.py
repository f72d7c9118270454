"""Every kind that is reported, with its fields and its words."""

from reporting.kinds import (
    CELLS,
    LOCAL,
    MEN,
    NOTE,
    REGIONAL,
    TOTAL,
    WOMEN,
    Every,
    Field,
    Kind,
    Type,
)
from reporting.register import Listing
from words import _


def to_kinds() -> tuple[Kind, ...]:
    """The kinds in the order of forms and sheets, in the language of the run."""
    return (*_councils(), *_counts(), *_work(), *_stock())


def _councils() -> tuple[Kind, ...]:
    return (
        Kind(
            "handelser",
            _("Rådets händelser"),
            _("Varje gång rådet har nått ett nytt steg."),
            (
                _choice("stadium", _("Steg"), "stadium", is_key=True),
                Field("dag", _("Gäller från"), Type.DAY, required=True, is_key=True),
                _text("skal", _("Skäl"), _("Krävs för ’ej aktuellt’.")),
                _note(),
            ),
            levels=(LOCAL,),
        ),
        Kind(
            "bedomningar",
            _("Områdesbedömningar"),
            _("Om området är prioriterat eller inte, från en dag."),
            (
                _choice("prioriterat", _("Prioriterat"), "ja-nej"),
                Field("dag", _("Gäller från"), Type.DAY, required=True, is_key=True),
                Field("skal", _("Skäl"), Type.TEXT, required=True),
                _note(),
            ),
            levels=(LOCAL,),
        ),
        Kind(
            "deltagande",
            _("Deltagande"),
            _("Rådets möten under perioden, och vid hur många varje aktör deltog."),
            (
                _choice("aktor", _("Aktör"), Listing.ACTOR, is_key=True),
                _choice("form", _("Medlem eller adjungerad"), "form"),
                Field("hallna", _("Hållna möten"), Type.COUNT, required=True),
                Field("deltagit", _("Deltagit i"), Type.COUNT, required=True),
                _note(),
            ),
            levels=(LOCAL, REGIONAL),
            owed_by=(LOCAL, REGIONAL),
            listing=Listing.ACTOR,
        ),
    )


def _counts() -> tuple[Kind, ...]:
    return (
        Kind(
            "atgarder",
            _("Åtgärder och insatser"),
            _("Antal individer som nåtts under perioden. Rådet i sig är ingen insats."),
            (_choice("atgard", _("Insats"), Listing.MEASURE, is_key=True), *_cells(), _note()),
            levels=(LOCAL,),
            owed_by=(LOCAL,),
            listing=Listing.MEASURE,
        ),
        Kind(
            "indikatorer",
            _("Ungdomsindikatorer"),
            _("Antal enligt registrets definition och räkneregel."),
            (
                _choice("indikator", _("Indikator"), Listing.INDICATOR, is_key=True),
                *_cells(),
                _choice("preliminar", _("Preliminär"), "ja-nej", required=False),
                _note(),
            ),
            levels=(LOCAL,),
            owed_by=(LOCAL,),
            listing=Listing.INDICATOR,
        ),
    )


def _work() -> tuple[Kind, ...]:
    return (
        Kind(
            "hinder",
            _("Hinder"),
            _("Det som står i vägen för samverkan, inom en nivå eller mellan nivåer."),
            (
                _choice("kategori", _("Kategori"), Listing.OBSTACLE, is_key=True),
                _choice("niva", _("Inom eller mellan nivåer"), "niva", is_key=True),
                Field("beskrivning", _("Beskrivning"), Type.TEXT, required=True),
                _note(),
            ),
            levels=(LOCAL, REGIONAL),
            owed_by=(REGIONAL,),
        ),
        Kind(
            "resurser",
            _("Resurser och kostnader"),
            _("Vad arbetet i strukturen har tagit under året, och behovet nästa år."),
            (
                _choice("myndighet", _("Myndighet"), Listing.AUTHORITY, is_key=True),
                Field("arsarbetskrafter", _("Årsarbetskrafter"), Type.AMOUNT, required=True),
                Field("timmar", _("Timmar"), Type.AMOUNT),
                Field("kronor", _("Kronor"), Type.AMOUNT, required=True),
                Field("behov_arsarbetskrafter", _("Behov nästa år, årsarbetskrafter"), Type.AMOUNT),
                Field("behov_kronor", _("Behov nästa år, kronor"), Type.AMOUNT),
                _note(),
            ),
            levels=(REGIONAL,),
            owed_by=(REGIONAL,),
            every=Every.YEAR,
            listing=Listing.AUTHORITY,
        ),
        Kind(
            "mal",
            _("Gemensamma mål"),
            _("Utfallet av de gemensamma målen, med bedömning."),
            (
                _choice("mal", _("Mål"), Listing.GOAL, is_key=True),
                Field(
                    "utfall",
                    _("Utfall"),
                    Type.AMOUNT,
                    required=True,
                    explanation=_("I målets enhet, avrundat till ett heltal."),
                ),
                _choice("bedomning", _("Bedömning"), "bedomning"),
                Field("beskrivning", _("Beskrivning"), Type.TEXT),
                _note(),
            ),
            levels=(REGIONAL,),
            owed_by=(REGIONAL,),
            listing=Listing.GOAL,
        ),
        Kind(
            "exempel",
            _("Goda exempel"),
            _("Metoder och framgångsfaktorer som andra kan ha nytta av."),
            (
                Field("rubrik", _("Rubrik"), Type.TEXT, required=True, is_key=True),
                _choice("metod", _("Metod"), Listing.METHOD),
                _choice("malgrupp", _("Målgrupp"), Listing.TARGET, required=False),
                _choice("evidens", _("Evidens"), Listing.EVIDENCE),
                Field("beskrivning", _("Beskrivning"), Type.TEXT, required=True),
                _text("framgang", _("Framgångsfaktor"), _("Vad som gjorde att det fungerade.")),
                _note(),
            ),
            levels=(LOCAL, REGIONAL),
        ),
    )


def _stock() -> tuple[Kind, ...]:
    return (
        Kind(
            "samverkan",
            _("Befintlig samverkan"),
            _("Samverkansformer som finns, per kommun, och om rådet bygger på dem."),
            (
                _choice("samverkansform", _("Samverkansform"), Listing.COOPERATION, is_key=True),
                Field("kommun", _("Kommun"), Type.KOMMUN, required=True, is_key=True),
                _choice("bar_radet", _("Det lokala rådet bygger på den"), "ja-nej", required=False),
                Field("beskrivning", _("Beskrivning"), Type.TEXT),
                _note(),
            ),
            levels=(LOCAL,),
            owed_by=(LOCAL,),
            every=Every.YEAR,
        ),
        Kind(
            "kompetens",
            _("Kompetensbehov"),
            _("Behov av kompetens och kunskapsutbyte, och vad som har gjorts åt dem."),
            (
                Field("behov", _("Behov"), Type.TEXT, required=True, is_key=True),
                Field("gjort", _("Gjort"), Type.TEXT, required=True),
                _note(),
            ),
            levels=(LOCAL, REGIONAL),
            owed_by=(REGIONAL,),
            every=Every.YEAR,
        ),
        Kind(
            "kartlaggningar",
            _("Kommunernas kartläggning"),
            _("Kartläggningen enligt lagen (2023:196), som görs om minst vartannat år."),
            (
                Field("kommun", _("Kommun"), Type.KOMMUN, required=True, is_key=True),
                Field("senaste", _("Senaste kartläggningen"), Type.DAY, required=True),
                Field("nasta", _("Nästa ska vara klar"), Type.DAY),
                _note(),
            ),
            levels=(LOCAL,),
            owed_by=(LOCAL,),
            every=Every.YEAR,
        ),
    )


def _choice(
    name: str, label: str, options: str, *, is_key: bool = False, required: bool = True
) -> Field:
    return Field(name, label, Type.CHOICE, required, is_key, str(options))


def _text(name: str, label: str, explanation: str = "") -> Field:
    return Field(name, label, Type.TEXT, explanation=explanation)


def _note() -> Field:
    return _text(NOTE, _("Anteckning"), _("Krävs där kontrollen har varnat."))


def _cells() -> tuple[Field, ...]:
    labels = (
        _("Kvinnor 12–14"),
        _("Kvinnor 15–17"),
        _("Kvinnor 18–20"),
        _("Män 12–14"),
        _("Män 15–17"),
        _("Män 18–20"),
    )
    cells = tuple(Field(name, label, Type.COUNT) for name, label in zip(CELLS, labels, strict=True))
    totals = (
        Field(WOMEN, _("Kvinnor totalt"), Type.COUNT),
        Field(MEN, _("Män totalt"), Type.COUNT),
        Field(TOTAL, _("Totalt"), Type.COUNT),
    )
    return (*cells, *totals)
