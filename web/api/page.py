"""The documentation for people: plain HTML made of the table of addresses, without scripts."""

from html import escape

import settings
from reports.open_data.figures import KEPT
from reports.open_data.jsonstat import to_status_names
from reports.open_data.rows import to_column_names
from ui.place_words import level_name
from web.api.asked import BASE
from web.api.endpoint import Endpoint
from web.api.endpoints import to_endpoints
from web.api.forms import HTML
from web.api.kept import Made
from web.api.page_parts import to_code, to_paragraph, to_switch, to_table
from web.api.problems import to_kinds
from web.api.style import STYLE
from web.open_data import to_open
from words import LANGUAGES, _, in_language, language

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Lägesbild bob</title>
<style>{style}</style>
</head>
<body>
<a class="hoppa" href="#innehall">{skip}</a>
<div class="sida">
<header>
<p class="vagar"><a href="{home}">Lägesbild bob</a> {switch}</p>
<h1>{title}</h1>
<p class="ingress">{lead}</p>
{example}
<nav aria-label="{contents}"><ul>{links}</ul></nav>
</header>
<main id="innehall">
{body}
</main>
</div>
</body>
</html>
"""


def to_page(root: str) -> Made:
    """The page, as bytes; `root` is the app's address."""
    parts = {
        "atkomst": (_("Åtkomst"), _to_access(root)),
        "adresser": (_("Adresser"), "\n".join(_to_address(one, root) for one in to_endpoints())),
        "svar": (_("Svar"), _to_answers()),
        "kolumner": (_("Kolumner"), _to_columns()),
        "fel": (_("Felsvar"), _to_problems()),
    }
    links = "".join(f'<li><a href="#{name}">{told[0]}</a></li>' for name, told in parts.items())
    body = "\n".join(
        f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2>\n{text}</section>'
        for name, (title, text) in parts.items()
    )
    text = _PAGE.format(
        language=language(),
        home=in_language("/"),
        switch=to_switch(f"{BASE}/"),
        title=_("Öppna data och API"),
        style=STYLE,
        skip=_("Hoppa till innehållet"),
        lead=_(
            "Samma skyddade uppgifter som på sidorna, för program: tal ur utgåvor, områden med "
            "gränser och rådens steg. Bara läsning."
        ),
        example=_to_example(),
        contents=_("Innehåll"),
        links=links,
        body=body,
    )
    return Made(text.encode("utf-8"), HTML.media_type)


def _to_example() -> str:
    if not settings.load().example:
        return ""
    told = _("EXEMPELDATA: tal och rapporter är påhittade. Varje svar säger vad som är det.")
    return f'<p class="exempel"><strong>{told}</strong></p>'


def _to_access(root: str) -> str:
    address = in_language(f"{root}{BASE}/releases/latest")
    call = f"curl -H 'Authorization: Bearer {_('NYCKEL')}' '{address}'"
    return "\n".join(
        [
            to_paragraph(_to_openness()),
            to_paragraph(
                _(
                    "En administratör ger ut nycklar och avslutar dem. En nyckel gäller vissa "
                    "områden och vissa uppgifter till ett visst datum, och skickas i huvudet "
                    "Authorization. Kakor används aldrig. Svar till en nyckel är private: ingen "
                    "mellanlagring på vägen sparar dem."
                )
            ),
            to_code(call, _("Ett anrop med nyckel")),
            to_paragraph(
                _(
                    "Inga CORS-huvuden skickas: en annan webbplats kan inte läsa svaren i en "
                    "besökares webbläsare. Anropa från en server."
                )
            ),
            to_paragraph(
                _("Högst {most} anrop i minuten. Därefter 429 med Retry-After.").format(
                    most=settings.load().api_calls_per_minute
                )
            ),
            f'<p><a href="{in_language(f"{BASE}/openapi.json")}">openapi.json</a> '
            f"{escape(_('beskriver samma sak för program (OpenAPI 3.1).'))}</p>",
        ]
    )


def _to_openness() -> str:
    chosen = settings.load()
    if not chosen.signs_in:
        return _("Det här är en demonstration: allt går att läsa utan nyckel på den här datorn.")
    found = sorted(to_open(chosen.open_data))
    if not found:
        return _("Inget är öppet för alla i den här installationen: en nyckel behövs alltid.")
    return _("Öppet för alla utan nyckel: {what}. Till annat behövs en nyckel.").format(
        what=", ".join(_to_open_name(one) for one in found)
    )


def _to_open_name(one: str) -> str:
    entry, _at, level = one.partition("@")
    names = {"*": _("allt"), "rad": _("rådens steg")}
    told = names.get(entry, entry)
    return told if level == "*" else f"{told} ({level_name(level).lower()})"


def _to_address(one: Endpoint, root: str) -> str:
    formats = ", ".join(f"{form.name} ({form.plain_type})" for form in one.formats)
    told = [
        f'<h3 id="{one.name}">{escape(one.summary)}</h3>',
        f'<p><code class="adress">GET {escape(BASE + one.path)}</code></p>',
        to_paragraph(one.told),
        f'<p class="formater">{escape(_("Format: {formats}.").format(formats=formats))}</p>',
    ]
    rows = [(f"{{{place.name}}}", place.told) for place in one.places]
    rows += [(query.name, query.told) for query in one.all_query]
    if rows:
        head = (_("Parameter"), _("Betydelse"))
        told.append(to_table(_("Parametrar till {name}").format(name=one.path), head, rows))
    address = in_language(f"{root}{BASE}{one.example}")
    told.append(to_code(f"curl '{address}'", _("Ett anrop")))
    return "\n".join(told)


def _to_answers() -> str:
    told = [
        _(
            "Format väljs med ?format= eller Accept. Varje svar har ETag, och de flesta "
            "Last-Modified: skicka If-None-Match och få 304 när inget har ändrats."
        ),
        _(
            "Språket i svarens ord väljs med ?sprak= ({languages}), annars med Accept-Language; "
            "utan dem är det svenska. Fält, kolumner, koder och fel heter lika på alla språk. Det "
            "som människor har skrivit står som det skrevs, och {kept} i svaret säger vad det är."
        ).format(languages=", ".join(LANGUAGES), kept=KEPT),
        _(
            "Adresser med en utgåvas nummer får sparas ett dygn (immutable): antalen ändras "
            "aldrig. Kvoter ändras om en ny folkmängd läses in. Adresser med latest frågas om "
            "varje gång."
        ),
        _(
            "Ett tal som saknas, är skyddat eller inte är tillämpligt är tomt, och status säger "
            "vilket. Noll är noll. I JSON-stat kan status vara flera ord med mellanslag emellan:"
        ),
    ]
    words = to_table(
        _("Ord i status"), (_("Status"), _("Betydelse")), list(to_status_names().items())
    )
    return "\n".join([*(to_paragraph(one) for one in told), words])


def _to_columns() -> str:
    rows = list(to_column_names().items())
    return to_paragraph(_("Kolumner i CSV och Parquet, en rad för varje tal.")) + to_table(
        _("Kolumner"), (_("Kolumn"), _("Innehåll")), rows
    )


def _to_problems() -> str:
    lead = _(
        "Fel svaras som application/problem+json (RFC 9457) med type, title, status och oftast "
        "detail. Ett område, en nivå eller en indikator utanför nyckeln ger 403: koderna är ingen "
        "hemlighet, det är talen."
    )
    rows = [(f"{kind.status} {name}", kind.title) for name, kind in to_kinds().items()]
    ids = list(to_kinds())
    return to_paragraph(lead) + to_table(_("Felsvar"), (_("Fel"), _("Betydelse")), rows, ids)
