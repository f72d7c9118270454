"""In which language an answer's words are: by `sprak` in the address, else by Accept-Language, else
Swedish. Names and codes for programs are the same in each."""

from collections.abc import Iterable
from urllib.parse import parse_qsl

from reports.open_data.figures import KEPT
from web.api.negotiate import to_offer
from words import LANGUAGES, PARAMETER, SOURCE, language


def by_address(query: str) -> str | None:
    """The language that the address asks for; None when it asks for none that there is."""
    asked = dict(parse_qsl(query, keep_blank_values=True)).get(PARAMETER)
    return asked if asked in LANGUAGES else None


def by_header(accepted: str) -> str:
    """The language that an Accept-Language header likes best of ours; Swedish where it names
    none. `en-US` is English."""
    offers = [to_offer(part) for part in accepted.lower().split(",")]
    for name, quality in sorted(offers, key=lambda offer: -offer[1]):
        own = SOURCE if name == "*" else name.partition("-")[0]
        if own in LANGUAGES and quality > 0:
            return own
    return SOURCE


def mark_kept(names: Iterable[str]) -> dict[str, list[str]]:
    """What of an answer stands in Swedish in another language's, by the names of its fields: what
    people have written and nobody has translated. Nothing in a Swedish answer."""
    kept = list(names)
    return {KEPT: kept} if kept and language() != SOURCE else {}
