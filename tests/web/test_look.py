"""What the browser is told of the look, once the server has started."""

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime.app_session import _populate_theme_msg

from web import look


def told() -> CustomThemeConfig:
    message = CustomThemeConfig()
    _populate_theme_msg(message)
    return message


def test_the_look_is_told_as_before_without_looking_through_the_options(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(config, "get_options_for_section", config.get_options_for_section)
    before = told()
    assert before.padding_top
    look.settle()
    assert told() == before
    monkeypatch.setattr(config, "get_config_options", None)  # would fail if it were asked
    assert told() == before
