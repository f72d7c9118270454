"""The way back from the provider leads to where one was going, and never to another host."""

import pytest

from web.trip import to_view

ORIGIN = "https://bob.example"


@pytest.mark.parametrize(
    ("referer", "view"),
    [
        ("https://bob.example/karta?lan=12&dag=2025-12-31", "/karta?lan=12&dag=2025-12-31"),
        ("https://bob.example/", "/"),
        ("https://bob.example/omrade?sok=%C3%A5", "/omrade?sok=%C3%A5"),
        ("https://evil.example/karta", ""),
        ("http://bob.example/karta", ""),
        ("https://bob.example:8443/karta", ""),
        ("https://bob.example.evil/karta", ""),
        ("https://bob.example//evil.example/", ""),
        ("https://bob.example/oauth2callback?code=1", ""),
        ("https://bob.example/karta?a=b\r\nSet-Cookie: x=y", ""),
        ("https://bob.example/media/abc", ""),
        ("https://bob.example/" + "a" * 10 + "?" + "b" * 501, ""),
        ("", ""),
    ],
)  # fmt: skip
def test_only_a_page_of_our_own_is_remembered(referer: str, view: str) -> None:
    assert to_view(referer, ORIGIN) == view


def test_without_an_address_of_our_own_nothing_is() -> None:
    assert to_view("https://bob.example/karta", "") == ""
