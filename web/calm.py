"""Answers in each language for whom the app can't be shown to: fixed texts, nothing from the
request."""

from collections.abc import Callable, Sequence

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from settings import FOR_ALL
from words import LANGUAGES, SOURCE, _, in_every_language

NO_STORE = {"Cache-Control": "no-store"}

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Lägesbild bob</title>
<style>
@media screen {{ :root {{ color-scheme: light dark; }} }}
body {{ margin: 0; font: 1rem/1.5 sans-serif; color: light-dark(#0c141c, #e6edf3);
  background: light-dark(#fff, #0f161d); }}
main {{ max-width: 36rem; margin: 12vh auto 0; padding: 0 1.5rem; }}
h1 {{ font-size: 1.75rem; font-weight: 600; line-height: 1.2; }}
h2 {{ font-size: 1.2rem; font-weight: 600; margin-top: 3rem; }}
a {{ color: light-dark(#0b5394, #8cc0f0); }}
</style>
</head>
<body>
<main>
{parts}
</main>
</body>
</html>
"""
_PART = """<div lang="{language}">
<{heading}>{title}</{heading}>
{text}
<p><a href="{href}">{back}</a></p>
</div>"""
Say = Callable[[], Sequence[str]]


def _page(status: int, say: Say, headers: dict[str, str] | None = None) -> Response:
    """A page of what `say` says, title first, in each language: who reads it has not chosen one."""
    said = in_every_language(lambda: (*say(), _("Till Lägesbild bob")))
    parts = [
        _PART.format(
            language=language,
            heading="h1" if language == SOURCE else "h2",
            title=title,
            text="\n".join(f"<p>{one}</p>" for one in text),
            href="/" if language == SOURCE else f"/?sprak={language}",
            back=back,
        )
        for language, (title, *text, back) in zip(LANGUAGES, said, strict=True)
    ]
    html = _PAGE.format(language=SOURCE, title=said[0][0], parts="\n".join(parts))
    return HTMLResponse(html, status, headers=NO_STORE | (headers or {}))


def _plain(status: int, say: Callable[[], str], headers: dict[str, str] | None = None) -> Response:
    text = "\n\n".join(in_every_language(say))
    return PlainTextResponse(text, status, headers=NO_STORE | (headers or {}))


def wrong_host() -> Response:
    """The address's host is not ours."""
    return _plain(400, lambda: _("Lägesbild bob svarar inte på den här adressen."))


def only_here() -> Response:
    """A demonstration, asked for from elsewhere."""
    return _plain(
        403,
        lambda: _(
            "Det här är en demonstration av Lägesbild bob utan inloggning. Den visas bara på den "
            "dator där den körs.\n\n"
            "Den som driver den kan öppna den för andra med BOB_DEMONSTRATION='{all}', eller "
            "ansluta inloggning med BOB_OIDC_METADATA_URL. Se docs/operate.md."
        ).format(all=FOR_ALL),
    )


def not_found() -> Response:
    """Nothing is here."""
    return _page(404, lambda: (_("Sidan finns inte"), _("Adressen leder ingenstans.")))


def not_signed_in() -> Response:
    """A file that only those who have signed in get."""
    return _plain(
        401,
        lambda: _("Filen visas bara för den som är inloggad. Logga in och hämta den på nytt."),
    )


def cannot_tell() -> Response:
    """Whether the session is open can't be known: the database is away."""
    return _plain(
        503,
        lambda: _("Filen kan inte hämtas just nu. Försök igen om en stund."),
        {"Retry-After": "10"},
    )


def too_many_sign_ins(seconds: int) -> Response:
    """Too many attempts to sign in from one address."""
    return _wait(
        seconds,
        lambda: _("Det har gjorts många försök att logga in härifrån på kort tid."),
    )


def too_often(seconds: int) -> Response:
    """The same was asked for too often from one address."""
    return _wait(seconds, lambda: _("Det här har hämtats många gånger härifrån på kort tid."))


def _wait(seconds: int, why: Callable[[], str]) -> Response:
    return _page(
        429,
        lambda: (_("Vänta en liten stund"), why(), _("Vänta en minut och försök sedan igen.")),
        {"Retry-After": str(seconds)},
    )


def provider_away() -> Response:
    """The provider does not answer, or not so that it can be understood."""
    return _page(
        503,
        lambda: (
            _("Det går inte att logga in just nu"),
            _("Tjänsten som sköter inloggningen svarar inte. Det beror inte på dig."),
            _("Försök igen om en stund. Kontakta den som driver tjänsten om det dröjer."),
        ),
        {"Retry-After": "30"},
    )


def sign_in_failed() -> Response:
    """One came back from the provider without being signed in."""
    return _page(
        400,
        lambda: (
            _("Inloggningen blev inte klar"),
            _(
                "Tjänsten som sköter inloggningen släppte inte in dig, eller så tog det för lång "
                "tid."
            ),
            _("Försök igen. Kontakta den som driver tjänsten om det inte hjälper."),
        ),
    )
