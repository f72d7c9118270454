"""What people write can be headings, lists, bold and italics, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.test_headings import LINK
from ui.safe_markdown import find_highest, to_safe

# A sign of markdown that nothing stands before to make it plain
BARE = re.compile(r"(?<!\\)[<>\[\]`$:~|!{}&=_]")


def without_ours(text: str) -> str:
    """The markdown without escapes and the few signs that are ours."""
    lines = [re.sub(r"^(#{3,5}|-|\d{1,3}[.)]|>) ", "", line) for line in text.split("\n")]
    return re.sub(r"\\.|\*\*|\*", "", "\n".join(lines))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("# Läget", "\n### Läget\n"),
        ("## Läget", "\n#### Läget\n"),
        ("###### Läget", "\n##### Läget\n"),
        ("**fet** och *kursiv* och _kursiv_", "**fet** och *kursiv* och *kursiv*"),
        ("- ett\n* två\n+ tre", "- ett\n- två\n- tre"),
        ("1. ett\n2) två", "1. ett\n2) två"),
        ("> citat", "> citat"),
        ("- **fet** punkt", "- **fet** punkt"),
        ("Två\nrader", "Två\nrader"),
        ("Åke och Örjan, 12 (3) st.", "Åke och Örjan, 12 (3) st."),
    ],
)
def test_what_is_meant_for_writing_works(typed, shown):
    assert to_safe(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- x -->",
        "[länk](javascript:alert(1))", "[länk][1]\n\n[1]: javascript:alert(1)", "![bild](x.png)",
        "**[länk](https://x.se)**", "*<b>*", "# <iframe src=x>", "- [ ] klar", "> <svg/onload=1>",
        ":red[text]", ":material/home:", ":smile:", ":blue-background[x]", "$\\frac{1}{2}$",
        "$$x$$", "`kod`", "```\nkod\n```", "~~~\nkod\n~~~", "| a | b |\n|---|---|",
        "[^1]\n\n[^1]: x",
        "~~struket~~", "Text\n===", "Text\n---", "***", "&lt;script&gt;", "&#60;b&#62;",
        "https&colon;//x.se", "&commat;", "\\[länk\\](x)", "a\\", "<https://x.se>", "{{ 7*7 }}",
        "term\n: definition", "\u202e<b>", "**a`b**`", "__init__", "1\\. x",
    ],
)  # fmt: skip
def test_nothing_else_is_anything_but_text(typed):
    safe = to_safe(typed)
    assert not BARE.search(without_ours(safe)), safe
    # and it reads as it was typed, but for the few signs that are ours
    shown = re.sub(r"\\([^A-Za-z0-9\s])", r"\1", safe).replace("\u2060", "")
    assert re.sub(r"[\s*_>#+-]", "", shown) == re.sub(r"[\s*_>#+-]", "", typed)


@pytest.mark.parametrize(
    "typed",
    ["https://x.se/y", "HTTP://x.se", "www.x.se", "a@x.se", "**www.x.se**", "- https://x.se"],
)
def test_an_address_does_not_become_a_link(typed):
    shown = re.sub(r"\\([^A-Za-z0-9\s])", r"\1", to_safe(typed))
    assert not LINK.search(shown)


@pytest.mark.parametrize("typed", ["    kod", "\tkod", "  \t  - punkt", "      # rubrik"])
def test_space_before_a_line_makes_no_code(typed):
    assert not to_safe(typed).lstrip("\n").startswith((" ", "\t"))


@given(st.text(alphabet=st.sampled_from("ab *_#->1.)[]()<:/`$!|~\\&=\n\t@{}+"), max_size=60))
def test_no_text_holds_a_live_sign_that_is_not_ours(typed):
    assert not BARE.search(without_ours(to_safe(typed)))


@given(st.text(alphabet=st.sampled_from("ab *_\\"), max_size=30))
def test_bold_and_italics_are_closed_where_they_are_opened(typed):
    signs = re.sub(r"\\.", "", to_safe(typed))
    assert signs.count("*") % 2 == 0


@given(st.text(max_size=80))
def test_any_text_at_all_is_shown(typed):
    to_safe(typed).encode("utf-8", "replace")


def test_no_level_is_skipped_above_the_highest_heading_of_a_text():
    text = "Inledning\n\n### Nuläge\n\n## Läget\n\n-punkt"
    assert find_highest(text) == 2
    told = to_safe(text, find_highest(text)).split("\n")
    assert [line for line in told if line.startswith("#")] == ["#### Nuläge", "### Läget"]
    assert find_highest("ingen rubrik #1") == 1
