"""Documents that the tests make files of, and texts that some program might take for its own."""

from datetime import date

import pandas as pd

from reports.document.blocks import (
    Bullets,
    Document,
    Heading,
    Notice,
    Paragraph,
    Picture,
    Quote,
    Ref,
    Strong,
    Table,
)
from reports.document.pdf_file import to_told
from reports.document.setting import to_set

DAY = date(2026, 11, 26)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 460 120" font-family="sans-serif">'
    '<rect width="460" height="120" fill="#dde"/><text x="8" y="36">Umeå 12,5 ‰</text></svg>'
)
HOSTILE = (
    "# $x$ < & * ** [[siffra:x]] {{ y }} `z` _u_ \\n // /* @a #pagebreak() ~ -- ... \"q\" 's' "
    "<script>alert(1)</script> ]]> &amp; %PDF {PAGE} =1+1"
)
LONG = "Nätverkssamordningsansvarskommunrepresentant" * 8
FIGURES = pd.DataFrame(
    {
        "Område": ["Norra innerstaden", "Lidingö-Kungsholmen", "Rinkeby", "Åre"],
        "Antal": pd.Series([12345, 0, "skyddat", -7], dtype=object),
        "Andel": [0.5, -3.25, 100.0, -0.01],
        "Läge": ["ja", "saknas", "ej tillämpligt", "0"],
    }
)
SEEN = [
    ["Norra innerstaden", "12\u00a0345", "0,5", "ja"],
    ["Lidingö-Kungsholmen", "0", "−3,2", "saknas"],
    ["Rinkeby", "skyddat", "100,0", "ej tillämpligt"],
    ["Åre", "−7", "0,0", "0"],
]
PLACES = Table("places", "Råd per område", FIGURES, "Källa: rapporterat.", (("Andel", 1),))
PICTURE = Picture("map", "Steg på karta", SVG, "Karta: 3 av 4 har ett råd", "Källa: rapporterat.")


def document(*blocks, **more):
    given = {"title": "Rapport om bob", "lines": ("Hela riket", "Utgåva 1"), "stamp": DAY}
    return Document(blocks=blocks, **(given | more))


def to_pdf(made):
    """The file, in this process."""
    return to_set(to_told(made), made.stamp)


def grid_table(rows, columns, key="wide"):
    frame = pd.DataFrame(
        {f"Kolumn {n}": [f"rad{row}kolumn{n}" for row in range(rows)] for n in range(columns)}
    )
    return Table(key, f"{rows} rader", frame, "Not till tabellen.")


WHOLE = document(
    Heading("Läget i riket"),
    Notice((Strong("Exempeldata. "), "Allt är påhittat.")),
    Paragraph(("Av ", Ref("places"), " och ", Ref("map"), " syns ", Strong("allt"), ".")),
    Heading("Råden", 2),
    PLACES,
    Bullets(((Ref("second"), " är kort."), ("Andra, se ", Ref("second"), "."))),
    Quote(("Så här skrev någon annan.",)),
    PICTURE,
    Heading("Mer", 3),
    Table("second", "En till", pd.DataFrame({"Namn": ["Å"], "Antal": [1]})),
    Heading("Slutet"),
    Paragraph(("Sista raden.",)),
    author="Brå",
    is_example=True,
)
EMPTY = document()
EMPTY_TABLE = document(
    Heading("Tomt"), Table("none", "Ingenting", pd.DataFrame({"Namn": [], "Antal": []}))
)
