"""The look that Streamlit is set to, which is told to the browser at each run of a page."""

from functools import cache

from streamlit import config


def settle() -> None:
    """Call when all options are read; they never change while the server runs. Streamlit looks
    through all of its options six times for each run: a tenth of a small change's work."""
    config.get_options_for_section = cache(config.get_options_for_section)
