import pandas as pd

from indicators.protection.method import Method
from ui import funnel_words


def test_areas_outside_the_funnel_are_named():
    areas = pd.DataFrame({"code": ["a", "b", "c"], "place": ["over", "nara-under", "under"]})
    said = funnel_words.outside(areas, {"a": "Umeå", "b": "Luleå", "c": "Kalix"})
    assert "Över snittet, mer än slumpen:** Umeå" in said and "slumpen:** Kalix" in said
    assert "Luleå" not in said
    nobody = funnel_words.outside(areas[areas["place"] == "nara-under"], {"b": "Luleå"})
    assert "Inget område skiljer sig" in nobody


def test_only_rounded_figures_are_told_what_rounding_may_have_moved():
    assert "avrund" not in funnel_words.how_to_read(2.0, Method.HIDING)
    assert "avrund" in funnel_words.how_to_read(2.0, Method.ROUNDING)
