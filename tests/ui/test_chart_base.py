import altair as alt

from ui.chart_base import to_look


def test_the_look_of_all_charts_is_one_that_vega_lite_knows():
    """Raises where it is not: a chart would be drawn without it, and nobody be told."""
    alt.Config.from_dict(to_look())
