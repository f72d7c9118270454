"""Text from an address or a person, made plain before it is shown as markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.headings import as_source, as_text, to_plain

# GitHub's markdown, which Streamlit shows, looks for addresses after escapes have been read.
LINK = re.compile(
    r"(https?://|www(?=\.))[-.\w]+|[-.\w+]+@[-\w]+(\.[-\w]+)+", re.IGNORECASE | re.ASCII
)


def to_shown(text: str) -> str:
    """What markdown makes of the escapes."""
    return re.sub(r"\\([^A-Za-z0-9\s])", r"\1", as_text(text))


@pytest.mark.parametrize(
    "text",
    ["<b>", "**fet**", "_k_", "[l](x)", "![b](x)", "# r", "`k`", "$x$", ":smile:", "~~s~~", "a|b"],
)
def test_signs_of_markdown_are_escaped_and_read_as_they_were_typed(text):
    assert to_shown(text) == text
    assert not re.search(r"(?<!\\)[<>*_\[\]`$:~|#!]", as_text(text))


@given(st.text())
def test_no_sign_of_markdown_is_left_bare(text):
    assert not re.search(r"[<>*_\[\]`$:~|#!{}]", re.sub(r"\\.", "", as_text(text)))


@pytest.mark.parametrize("text", ["https://x.example/y", "HTTP://x.example", "www.x.se", "a@x.se"])
def test_an_address_in_the_text_does_not_become_a_link(text):
    """A link that anybody can put in our own warning, by sending somebody our address."""
    assert not LINK.search(to_shown(text))


@pytest.mark.parametrize(
    "text", ["https&colon;//x.se", "www&period;x.se", "a&commat;x.se", "&lt;b&gt;", "&#58;"]
)
def test_an_entity_does_not_become_the_sign_that_it_stands_for(text):
    assert not re.search(r"(?<!\\)&", as_text(text))
    assert to_shown(text) == text


@pytest.mark.parametrize("text", [":material/home:", ":streamlit:", ":Material/home:"])
def test_a_name_of_an_icon_does_not_become_one(text):
    assert not re.search(r":(material/|streamlit:)", to_shown(text), re.IGNORECASE)
    assert to_plain(as_text(text)) == text


def test_ordinary_names_are_read_as_they_are():
    for name in ("Lidingö-Kungsholmen", "Råd (norr), del 1.", "Håbo & Enköping"):
        assert to_shown(name) == name


def test_a_source_with_a_plain_address_is_a_link_named_by_its_host():
    assert as_source("https://www.polisen.se/a/b-c") == "[polisen.se](https://www.polisen.se/a/b-c)"


@pytest.mark.parametrize(
    "text",
    ["Beslut Ju2023/02529", "http://x.se/", "https://x.se/)[y](https://z.se/", "https://a@b.se/"],
)
def test_any_other_source_is_text(text):
    assert as_source(text) == as_text(text)


@pytest.mark.parametrize("text", ["Umeå (1–4) 12,0", "a*b_c", "10:30", "www.x.se", "C\\D"])
def test_what_was_made_text_is_read_as_it_was(text):
    assert to_plain(f"**{as_text(text)}**") == text
