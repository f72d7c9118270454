"""A map of somebody who sees a region: nothing of another, whatever the address asks for."""

import json

import pytest

from tests.pages.conftest import show
from tests.pages.test_map_page import to_maps, to_payload
from tests.pages.test_signed_in import signed_in, with_sign_in

__all__ = ["signed_in", "with_sign_in"]

OTHERS = ("lpo-jarva", "Järva", "lpo-malmo-norr", "Malmö norr", '"0180"', "pr-syd")


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ({"omrade": "lpo-jarva", "region": "pr-syd", "vy": "pr-syd"}, "lpo-lulea-boden"),
        ({"omrade": "se", "lan": "12"}, "lpo-lulea-boden"),
        ({"omrade": "0180", "niva": "kommun"}, "2580"),
        ({"niva": "polisregion"}, "pr-nord"),
        ({"jamfor": "2024-12-31"}, "lpo-lulea-boden"),
    ],
)
def test_a_map_is_given_nothing_of_another_region(signed_in, asked, own):
    signed_in(areas=["pr-nord"])
    maps = to_maps(show("karta", **asked))
    assert len(maps) == (2 if "jamfor" in asked else 1)
    for given in maps:
        assert own in to_payload(given)["areas"]
        told = json.dumps(given, ensure_ascii=False).replace('\\"', '"')
        assert [one for one in OTHERS if one in told] == []
