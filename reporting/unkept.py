"""What is filled in and must not be kept, not even as a draft: whatever points out a person."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from reporting.kinds import Field, Kind, Type
from reporting.personal import Found, find_personal

# As in the checks: ten digits of kronor can by chance be a day with a right control digit
_AMOUNT = re.compile(r"[\d\s.,]*")


Path = tuple[str | int, ...]  # keys and places, from the outside in


class Unkept(NamedTuple):
    """A text that must not be kept: where it stood, and what it holds."""

    path: Path
    found: tuple[Found, ...]


def find_unkept(field: Field | None, text: str) -> tuple[Found, ...]:
    """What the text in the field holds that must not be kept, each sort once; () = nothing."""
    if field is not None and field.type is Type.AMOUNT and _AMOUNT.fullmatch(text):
        return ()
    return tuple(dict.fromkeys(one.kind for one in find_personal(text)))


def without_unkept(kind: Kind, content: Mapping[str, Any]) -> tuple[dict[str, Any], list[Unkept]]:
    """A draft's content without the texts that must not be kept, and where they stood."""
    fields = {field.name: field for field in kind.fields}
    unkept: list[Unkept] = []

    def is_kept(held: Any, path: Path) -> bool:
        """Whether it is kept, by itself and by what it is called."""
        is_text = not isinstance(held, Mapping | list | tuple)
        found = find_unkept(fields.get(str(path[-1])), str(held)) if is_text else ()
        found = found or find_unkept(None, str(path[-1]))
        if found:
            unkept.append(Unkept(path, found))
        return not found

    def clean(held: Any, path: Path) -> Any:
        if isinstance(held, Mapping):
            places = [(key, one, (*path, key)) for key, one in held.items()]
            return {key: clean(one, at) for key, one, at in places if is_kept(one, at)}
        if isinstance(held, list | tuple):
            numbered = [(one, (*path, place)) for place, one in enumerate(held)]
            return [clean(one, at) if is_kept(one, at) else "" for one, at in numbered]
        return held

    return clean(content, ()), unkept
