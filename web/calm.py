"""Answers in Swedish for whom the app can't be shown to. Fixed texts: nothing from the request."""

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from settings import FOR_ALL

NO_STORE = {"Cache-Control": "no-store"}

_PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Lägesbild bob</title>
<style>
body {{ margin: 0; font: 1rem/1.5 sans-serif; color: #0c141c; background: #fff; }}
main {{ max-width: 36rem; margin: 12vh auto 0; padding: 0 1.5rem; }}
h1 {{ font-size: 1.75rem; font-weight: 600; line-height: 1.2; }}
a {{ color: #0b5394; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{text}
<p><a href="/">Till Lägesbild bob</a></p>
</main>
</body>
</html>
"""


def _page(status: int, title: str, *text: str, headers: dict[str, str] | None = None) -> Response:
    paragraphs = "\n".join(f"<p>{part}</p>" for part in text)
    html = _PAGE.format(title=title, text=paragraphs)
    return HTMLResponse(html, status, headers=NO_STORE | (headers or {}))


def wrong_host() -> Response:
    """The address's host is not ours."""
    text = "Lägesbild bob svarar inte på den här adressen."
    return PlainTextResponse(text, 400, headers=NO_STORE)


def only_here() -> Response:
    """A demonstration, asked for from elsewhere."""
    text = (
        "Det här är en demonstration av Lägesbild bob utan inloggning. Den visas bara på den "
        "dator där den körs.\n\n"
        f"Den som driver den kan öppna den för andra med BOB_DEMONSTRATION='{FOR_ALL}', eller "
        "ansluta inloggning med BOB_OIDC_METADATA_URL. Se README."
    )
    return PlainTextResponse(text, 403, headers=NO_STORE)


def not_found() -> Response:
    """Nothing is here."""
    return _page(404, "Sidan finns inte", "Adressen leder ingenstans.")


def not_signed_in() -> Response:
    """A file that only those who have signed in get."""
    text = "Filen visas bara för den som är inloggad. Logga in och hämta den på nytt."
    return PlainTextResponse(text, 401, headers=NO_STORE)


def cannot_tell() -> Response:
    """Whether the session is open can't be known: the database is away."""
    text = "Filen kan inte hämtas just nu. Försök igen om en stund."
    return PlainTextResponse(text, 503, headers=NO_STORE | {"Retry-After": "10"})


def too_often(seconds: int) -> Response:
    """Too many attempts to sign in from one address."""
    return _page(
        429,
        "Vänta en liten stund",
        "Det har gjorts många försök att logga in härifrån på kort tid.",
        "Vänta en minut och försök sedan igen.",
        headers={"Retry-After": str(seconds)},
    )


def provider_away() -> Response:
    """The provider does not answer, or not so that it can be understood."""
    return _page(
        503,
        "Det går inte att logga in just nu",
        "Tjänsten som sköter inloggningen svarar inte. Det beror inte på dig.",
        "Försök igen om en stund. Kontakta den som förvaltar Lägesbild bob om det dröjer.",
        headers={"Retry-After": "30"},
    )


def sign_in_failed() -> Response:
    """One came back from the provider without being signed in."""
    return _page(
        400,
        "Inloggningen blev inte klar",
        "Tjänsten som sköter inloggningen släppte inte in dig, eller så tog det för lång tid.",
        "Försök igen. Kontakta den som förvaltar Lägesbild bob om det inte hjälper.",
    )
