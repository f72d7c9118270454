"""A request that has been understood: who asks, for what, and in which format."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from web.api.asking import Asker
from web.api.negotiate import Format

BASE = "/api/v1"


class Asked(NamedTuple):
    """`values` are those that are given, by name; `root` is the app's address without a slash at
    its end, `path` the address below it, `query` as it was written."""

    asker: Asker
    values: Mapping[str, Any]
    form: Format
    root: str
    path: str
    query: tuple[tuple[str, str], ...]

    def to_address(self, **changes: object) -> str:
        """The same address with some parameters changed."""
        query = dict(self.query) | {name: str(value) for name, value in changes.items()}
        written = urlencode(query, safe=",")
        return f"{self.root}{self.path}" + (f"?{written}" if written else "")

    def to_links(self, total: int, limit: int, offset: int) -> tuple[tuple[str, str], ...]:
        """A Link header to the pages before and after, of `total` rows."""
        links = []
        if offset > 0:
            before = self.to_address(limit=limit, offset=max(offset - limit, 0))
            links.append(f'<{before}>; rel="prev"')
        if offset + limit < total:
            after = self.to_address(limit=limit, offset=offset + limit)
            links.append(f'<{after}>; rel="next"')
        return (("Link", ", ".join(links)),) if links else ()
