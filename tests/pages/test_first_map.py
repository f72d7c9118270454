"""At a visitor's first map the other fields wait, and must come whatever the browser says."""

from streamlit.testing.v1 import AppTest

FIELDS = {"f_region", "f_lan", "f_omrade", "f_dag"}


def keys(app):
    return {field.key for field in (*app.selectbox, *app.date_input)}


def test_the_filter_fields_come_when_the_map_never_tells(open_page):
    assert keys(open_page("karta")) >= FIELDS


def test_two_maps_side_by_side_hold_nothing_back(open_page):
    app = open_page("karta", jamfor="2024-12-31", dag="2025-06-30")
    assert keys(app) >= FIELDS | {"f_jamfor"}
    assert keys(app.run()) >= FIELDS


def held_back_and_then_not():
    import streamlit as st

    from ui import field_row

    fields = [field_row.Field(100, lambda width: st.text_input("Ett", key="ett", width=width))]
    first = "seen" not in st.session_state
    st.session_state["seen"] = True
    field_row.show(fields, key="rad", later=first)
    if not first:  # the first run is ended before it comes this far
        field_row.show_late("rad")


def test_fields_of_a_run_that_was_ended_early_are_not_drawn_twice():
    app = AppTest.from_function(held_back_and_then_not).run()
    assert not app.text_input
    app.run()
    assert not app.exception
    assert len(app.text_input) == 1
