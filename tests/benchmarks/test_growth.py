"""The chart of growth: each engine has its own lines."""

from benchmarks.growth import to_chart


def test_each_engine_has_its_own_points_in_the_chart():
    sizes = {1: {"karta": 0.1, "size": 9.0}, 100: {"karta": 0.2, "size": 900.0}}
    drawn = to_chart({"sqlite": sizes, "postgresql": sizes})
    assert drawn.count('aria-roledescription="point"') == 4
