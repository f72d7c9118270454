"""How often somebody may do what costs: sign-in by address, exports by person. In memory.

A restart forgets the counts. Where there are several processes each counts by itself, and the proxy
leads an address that signs in or asks for open data to the same one (`deploy/nginx/bob.conf`).
"""

import ipaddress
import time
from functools import lru_cache

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

import settings

_MOST_KEYS = 10_000  # the library keeps every key and goes through all of them at each count


class PerMinute:
    """A number of times in any sixty seconds, counted apart for each key."""

    def __init__(self, times: int) -> None:
        self._item = RateLimitItemPerMinute(times)
        self._storage = MemoryStorage()
        self._limiter = MovingWindowRateLimiter(self._storage)

    def hit(self, *key: str) -> int:
        """Count one; 0 when it may be done, else the seconds until it may."""
        if len(self._storage.events) > _MOST_KEYS:
            self._storage.reset()
        if self._limiter.hit(self._item, *key):
            return 0
        until = self._limiter.get_window_stats(self._item, *key).reset_time
        return max(1, round(until - time.time()))


def to_who(client: tuple[str, int] | None) -> str:
    """Whom an address is counted as; one household has a whole /64 of IPv6 to choose from."""
    if client is None:
        return ""
    try:
        address = ipaddress.ip_address(client[0])
    except ValueError:
        return client[0]
    if isinstance(address, ipaddress.IPv6Address) and not address.ipv4_mapped:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


@lru_cache(maxsize=1)
def _exports() -> PerMinute:
    return PerMinute(settings.load().exports_per_minute)


def may_export(subject: str) -> bool:
    """Count an export by a person (her pseudonym); False when it is one too many this minute."""
    return not _exports().hit(subject)


def forget() -> None:
    """Forget all exports and read the settings anew, for tests."""
    _exports.cache_clear()
