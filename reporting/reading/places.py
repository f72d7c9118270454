"""Areas: by code or by name, in the spellings that people use."""

from collections import defaultdict
from collections.abc import Iterable

from reporting.context import Context
from reporting.kinds import LOCAL, REGIONAL, Kind
from reporting.reading.problem import Problem, to_repeated
from reporting.reading.spelling import did_you_mean, fold, split
from words import _

_LEVEL_WORDS = {
    "lpo": LOCAL,
    "lokalpolisomrade": LOCAL,
    "lokalpolisomradet": LOCAL,
    "polisregion": REGIONAL,
    "polisregionen": REGIONAL,
    "region": REGIONAL,
}
_LONGEST = 300  # signs; no name is longer
_NO_NAME = {"och", "polis"}
# å, ä and ö as they are written where there are no such letters
_LOOSE = (("aa", "a"), ("ae", "a"), ("oe", "o"), ("w", "v"))


class Places:
    """The areas of one context, to be found for one kind at a time."""

    def __init__(self, context: Context):
        self._mine = context.areas
        self._others = context.others
        self._codes = {fold(code): code for code in (*context.others, *context.areas)}
        names = {**context.others, **{code: area.name for code, area in context.areas.items()}}
        self._names = _index((_bare(name), code) for code, name in names.items())
        self._loose = _index((_loosen(_bare(name)), code) for code, name in names.items())
        mine = [area.name for area in context.areas.values()]
        self._suggested = tuple(dict.fromkeys([*mine, *context.others.values()]))

    def find(self, code: str, name: str, kind: Kind) -> str:
        """The area's code from what stands in the two columns, of which one may be empty.
        Problem when there is none, it is another's, or the two do not agree."""
        if not code and not name:
            raise Problem(
                "no-area",
                _("Området saknas på raden."),
                _("Skriv områdets kod eller namn på varje rad som har uppgifter."),
            )
        found = [self._resolve(text, kind) for text in (code, name) if text]
        if len(set(found)) > 1:
            raise Problem(
                "area-disagrees",
                _("Områdeskoden och områdets namn hör till olika områden."),
                _("Rätta koden eller namnet. Det räcker att en av dem är ifylld."),
            )
        return self._allowed(found[0], kind)

    def is_known(self, text: str) -> bool:
        """Whether the text is an area's code or name."""
        return fold(text) in self._codes or bool(self._candidates(text))

    def _resolve(self, written: str, kind: Kind) -> str:
        is_name = len(written) <= _LONGEST
        folded = fold(written) if is_name else ""
        if folded in self._codes:
            return self._codes[folded]
        found = self._candidates(written) if is_name else []
        if not found:
            raise Problem(
                "unknown-area",
                _("’{written}’ är inget område som finns.").format(written=to_repeated(written)),
                lambda: (
                    did_you_mean(written, self._suggested)
                    + _("Skriv områdets kod eller namn som i mallen.")
                ),
            )
        return self._best(found, written, kind)

    def _best(self, found: list[str], written: str, kind: Kind) -> str:
        """The one meant of several areas with one name: of the level that is told, her own, of a
        level that reports this."""
        levels = {_LEVEL_WORDS[word] for word in split(written) if word in _LEVEL_WORDS}
        told = [code for code in found if self._level(code) in levels]
        own = [code for code in told or found if code in self._mine]
        right = [code for code in own if self._level(code) in kind.levels]
        best = right or own or told or found
        if len(best) > 1:
            raise Problem(
                "ambiguous-area",
                _("Flera områden heter så."),
                _("Skriv områdets kod: {codes}.").format(codes=", ".join(best)),
            )
        return best[0]

    def _allowed(self, code: str, kind: Kind) -> str:
        if code not in self._mine:
            raise Problem(
                "not-yours",
                _("Du rapporterar inte för {name}.").format(name=self._others[code]),
                _("Ta bort raden, eller be den som rapporterar för området att lämna uppgiften."),
            )
        if self._level(code) not in kind.levels:
            wrong = _("{kind} rapporteras inte för {name}.")
            raise Problem(
                "wrong-level",
                wrong.format(kind=kind.title, name=self._mine[code].name),
                _("Skriv ett lokalpolisområde i stället.")
                if LOCAL in kind.levels
                else _("Skriv polisregionen i stället."),
            )
        return code

    def _candidates(self, written: str) -> list[str]:
        bare = _bare(written)
        return self._names.get(bare) or self._loose.get(_loosen(bare)) or []

    def _level(self, code: str) -> str:
        if code in self._mine:
            return self._mine[code].level
        return REGIONAL if code.startswith("pr-") else LOCAL


def _bare(name: str) -> str:
    """The folded name without the words for its level and for `and`."""
    words = split(name[:100])
    kept = [word for word in words if word not in _LEVEL_WORDS and word not in _NO_NAME]
    return "".join(kept or words)


def _loosen(bare: str) -> str:
    for written, letter in _LOOSE:
        bare = bare.replace(written, letter)
    return bare


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, code in pairs:
        if name:
            found[name].append(code)
    return dict(found)
