"""Parts of the documentation as HTML; every text is escaped here."""

from collections.abc import Iterable, Sequence
from html import escape

from ui.languages import SHOWN
from words import LANGUAGES, in_language, language, spoken


def to_paragraph(text: str) -> str:
    """A paragraph of the text."""
    return f"<p>{escape(text)}</p>"


def to_code(text: str, label: str) -> str:
    """A call to copy; `label` says what it is to who hears it."""
    return f'<pre tabindex="0" aria-label="{escape(label)}"><code>{escape(text)}</code></pre>'


def to_table(
    label: str, head: Sequence[str], rows: Iterable[tuple[str, str]], ids: Sequence[str] = ()
) -> str:
    """A table of names and what each means; `ids` are the rows' own, to be linked to."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    marks = [f' id="{one}"' for one in ids]
    lines = [
        f'<tr{marks[place] if marks else ""}><th scope="row"><code>{escape(name)}</code></th>'
        f"<td>{escape(told)}</td></tr>"
        for place, (name, told) in enumerate(rows)
    ]
    return (
        f'<div class="rulla" tabindex="0" role="group" aria-label="{escape(label)}"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )


def to_switch(address: str) -> str:
    """Links to the page at the address in each other language, in that language's own word."""
    return " ".join(_to_other(one, address) for one in LANGUAGES if one != language())


def _to_other(one: str, address: str) -> str:
    with spoken(one):
        href = escape(in_language(address))
    return f'<a href="{href}" lang="{one}" hreflang="{one}">{SHOWN[one]}</a>'
