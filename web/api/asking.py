"""Who asks for open data: by a key, else as everybody, and how often. No cookie is ever read."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import settings
from data_access import audit
from data_access.api_admission import admit_api_token
from data_access.audit import Action
from data_access.kind import ensure_no_people, fetch_kind
from data_access.tokens import UnknownToken
from data_access.viewer import DEMONSTRATIONS, Role, Stranger, Viewer
from web.api.problems import Problem
from web.limits import PerMinute
from web.open_data import to_open
from words import SOURCE, _, spoken

SCHEME = "bearer"
WRONG_KEYS = 20  # a minute from one address
NOBODY = Viewer(Role.LASARE, frozenset(), only=frozenset())
_wrong_keys, _noted_refusals = PerMinute(WRONG_KEYS), PerMinute(1)


class Asker(NamedTuple):
    """Who asks: what she sees, whether by a key of her own, and whether anything is seen."""

    viewer: Viewer
    has_key: bool
    sees: bool = True


def to_asker(headers: Sequence[str], address: str) -> Asker:
    """Who asks, by the Authorization headers and the address; counts the call. Raises Problem,
    DatabaseUnavailable, WrongKind."""
    asker = _by_key(headers, address) if headers else _without_key()
    wait = _calls().hit(asker.viewer.subject if asker.has_key else f"address {address}")
    if wait:
        raise _too_often(wait)
    fetch_kind(viewer=asker.viewer)
    return asker


def refuse(asker: Asker, say: Callable[[], str]) -> Problem:
    """The problem of asking for what the asker does not see, which `say` says: with a key it does
    not reach, without one it is not open. The first of a minute is noted, in Swedish."""
    if not asker.has_key:
        return _missing(_("Uppgiften är inte öppen för alla."))
    if not _noted_refusals.hit(asker.viewer.subject):
        with spoken(SOURCE):
            told = say()
        audit.note(asker.viewer, Action.REFUSAL, asker.viewer.subject, after={"what": told})
    return Problem("nyckeln-racker-inte", _("Nyckeln omfattar inte {what}.").format(what=say()))


def forget() -> None:
    """Forget all counts and read the settings anew, for tests."""
    global _wrong_keys, _noted_refusals
    _wrong_keys, _noted_refusals = PerMinute(WRONG_KEYS), PerMinute(1)
    _calls.cache_clear()


def _without_key() -> Asker:
    if not settings.load().signs_in:
        ensure_no_people()
        return Asker(DEMONSTRATIONS[Role.LASARE], has_key=False)
    is_open = to_open(settings.load().open_data)
    if not is_open:
        return Asker(NOBODY, has_key=False, sees=False)
    return Asker(Viewer(Role.LASARE, frozenset({"se"}), only=is_open), has_key=False)


def _by_key(headers: Sequence[str], address: str) -> Asker:
    scheme, _space, key = headers[0].partition(" ")
    if len(headers) == 1 and scheme.lower() == SCHEME and key.strip():
        try:
            return Asker(admit_api_token(key.strip()), has_key=True)
        except UnknownToken:
            pass
    wait = _wrong_keys.hit(address)
    if wait:
        raise _too_often(wait)
    if not _noted_refusals.hit("okand nyckel"):
        audit.note(Stranger("okand"), Action.REFUSAL, "api", after={"reason": "okand nyckel"})
    detail = _("Den finns inte, har gått ut eller har avslutats. Be en administratör om en ny.")
    challenge = {"WWW-Authenticate": 'Bearer realm="Lagesbild bob", error="invalid_token"'}
    raise Problem("nyckeln-galler-inte", detail, challenge)


def needs_key() -> Problem:
    """The problem of asking without a key where nothing is open."""
    return _missing(_("Inget är öppet för alla i den här installationen."))


def _missing(detail: str) -> Problem:
    how = _("Skicka Authorization: Bearer och nyckeln.")
    challenge = {"WWW-Authenticate": 'Bearer realm="Lagesbild bob"'}
    return Problem("nyckel-saknas", f"{detail} {how}", challenge)


def _too_often(wait: int) -> Problem:
    detail = _("Försök igen om {wait} sekunder.").format(wait=wait)
    return Problem("for-ofta", detail, {"Retry-After": str(wait)})


@lru_cache(maxsize=1)
def _calls() -> PerMinute:
    return PerMinute(settings.load().api_calls_per_minute)
