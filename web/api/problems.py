"""What can be wrong with a request, by name: RFC 9457 in words that people read, with
nothing of the program."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from words import _, kept_by_language

TYPE = "application/problem+json"
DOCUMENTATION = "/api/v1/"


class Kind(NamedTuple):
    """A kind of problem: the status of its answer and its title."""

    status: int
    title: str


@kept_by_language
def to_kinds() -> dict[str, Kind]:
    """Name → kind, in the order of their status."""
    return {
        "felaktig-parameter": Kind(400, _("En parameter har ett värde som inte går att läsa")),
        "okand-parameter": Kind(400, _("Adressen har en parameter som inte finns")),
        "dubbel-parameter": Kind(400, _("En parameter står flera gånger")),
        "okant-omrade": Kind(400, _("Ett område finns inte")),
        "omradet-fanns-inte": Kind(400, _("Området fanns inte under perioden")),
        "for-manga-omraden": Kind(400, _("För många områden i ett anrop")),
        "ingen-uppdelning": Kind(400, _("Uppgiften finns inte uppdelad så")),
        "nyckel-saknas": Kind(401, _("En nyckel behövs")),
        "nyckeln-galler-inte": Kind(401, _("Nyckeln gäller inte")),
        "nyckeln-racker-inte": Kind(403, _("Nyckeln räcker inte till det")),
        "finns-inte": Kind(404, _("Adressen finns inte")),
        "ingen-utgava": Kind(404, _("Utgåvan finns inte")),
        "ingen-indikator": Kind(404, _("Indikatorn finns inte")),
        "bara-lasning": Kind(405, _("Här går det bara att läsa")),
        "inget-sadant-format": Kind(406, _("Svaret finns inte i det formatet")),
        "for-stort-svar": Kind(413, _("Svaret blir för stort")),
        "for-lang-adress": Kind(414, _("Adressen är för lång")),
        "for-ofta": Kind(429, _("För många anrop på kort tid")),
        "internt-fel": Kind(500, _("Något gick fel hos oss")),
        "inte-just-nu": Kind(503, _("Det går inte att hämta uppgifter just nu")),
    }


class Problem(Exception):
    """A request that gets a problem for an answer; `name` is one of `to_kinds`."""

    def __init__(self, name: str, detail: str = "", headers: Mapping[str, str] | None = None):
        super().__init__(name)
        self.name, self.detail, self.headers = name, detail, dict(headers or {})

    @property
    def status(self) -> int:
        """The status of the answer."""
        return to_kinds()[self.name].status

    def to_body(self) -> bytes:
        """The answer's body."""
        kind = to_kinds()[self.name]
        told = {"type": f"{DOCUMENTATION}#{self.name}", "title": kind.title, "status": kind.status}
        if self.detail:
            told["detail"] = self.detail
        return json.dumps(told, ensure_ascii=False).encode("utf-8")
