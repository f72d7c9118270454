"""The audit on the screen: what the address asks for, and what a reader is shown."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data_access.audit import Action
from data_access.viewer import Role
from ui import audit_filters, audit_log
from ui.audit_filters import PARAMETERS, Search, to_search
from ui.people import role_name

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 13, 3, 5, tzinfo=UTC)
COLUMNS = ["at", "subject", "role", "action", "what", "before", "after"]


def frame(number=1, **values):
    """Rows as the query gives them, the newest first."""
    row = {
        "subject": "abc",
        "role": "administrator",
        "action": "behorighet",
        "what": "råd",
        "before": None,
        "after": '{"a":1}',
    } | values
    rows = [{"at": NOW - timedelta(hours=hour), **row} for hour in range(number)]
    return pd.DataFrame(rows, columns=COLUMNS)


def to_rows(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_an_empty_address_asks_for_everything():
    assert to_search({}, TODAY) == Search()
    assert to_search(dict.fromkeys(PARAMETERS, " "), TODAY) == Search()


def test_every_filter_is_read():
    asked = {
        "fran": "2026-11-01",
        "till": "2026-11-22",
        "handelse": "export",
        "person": "demonstration-lasare",
        "sok": " Råd i Örebro ",
    }
    search = to_search(asked, TODAY)
    assert search.question == {
        "since": date(2026, 11, 1),
        "until": TODAY,
        "action": "export",
        "subject": "demonstration-lasare",
        "text": "Råd i Örebro",
    }
    assert search.problems == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fran", "i går"),
        ("till", "2026-02-30"),
        ("fran", "2026-11-23"),
        ("till", "9999-12-31"),
        ("fran", "0001-01-01"),
        ("handelse", "radera"),
        ("person", "a b"),
        ("person", "namn@exempel.se"),
        ("person", "x" * 101),
        ("person", "<script>"),
    ],
)
def test_what_can_not_be_understood_is_left_out_with_a_sentence(name, text):
    search = to_search({name: text, "sok": "råd"}, TODAY)
    assert search.question == Search(text="råd").question
    (problem,) = search.problems
    assert text[:50] in problem


def test_days_in_the_wrong_order_keep_the_first():
    search = to_search({"fran": "2026-11-20", "till": "2026-11-19"}, TODAY)
    assert (search.since, search.until) == (date(2026, 11, 20), None)
    assert len(search.problems) == 1
    assert not to_search({"fran": "2026-11-20", "till": "2026-11-20"}, TODAY).problems


def test_a_very_long_text_is_cut():
    assert len(to_search({"sok": "x" * 5000}, TODAY).text) == audit_filters.LONGEST_TEXT


def test_the_text_looked_for_is_not_told_since_it_may_name_somebody():
    search = to_search({"sok": "Anna Andersson", "fran": "2026-11-01"}, TODAY)
    assert search.told == {"since": date(2026, 11, 1), "text": True}
    assert to_search({}, TODAY).told == {}


def test_every_action_and_role_has_words_of_its_own():
    names = audit_log.action_names()
    assert set(names) == {str(action) for action in Action}
    assert len(set(names.values())) == len(names)
    assert len({role_name(role) for role in Role}) == len(Role)


def test_times_are_those_of_the_clock_in_sweden():
    assert audit_log.to_moment(NOW) == "2026-11-22 14:03:05"
    assert audit_log.to_moment(datetime(2026, 7, 1, 22, 0, 1, tzinfo=UTC)) == "2026-07-02 00:00:01"


def test_the_table_is_in_swedish_and_keeps_the_order():
    table = audit_log.to_table(frame(2))
    assert list(table.columns) == ["Tid", "Person", "Roll", "Händelse", "Vad", "Före", "Efter"]
    assert table["Tid"].to_list() == ["2026-11-22 14:03:05", "2026-11-22 13:03:05"]
    assert table.iloc[0].to_list()[1:] == [
        "abc",
        "administratör",
        "ändrad behörighet",
        "råd",
        None,
        '{"a":1}',
    ]


def test_an_action_or_role_of_another_version_breaks_nothing():
    table = audit_log.to_table(frame(action="ny", role="ingen"))
    assert table["Händelse"].to_list() == ["ny"]
    assert table["Roll"].to_list() == ["utan roll"]


def test_the_sentence_counts_and_tells_the_period():
    assert audit_log.to_sentence(frame(1), more=False) == (
        "1 rad, från 2026-11-22 14:03:05 till 2026-11-22 14:03:05."
    )
    many = audit_log.to_sentence(frame(1200), more=True).replace("\xa0", " ")
    assert many.startswith("De senaste 1 200 rader visas, från 2026-10-")
    assert "fler" in many


def test_the_file_has_all_rows_both_times_and_no_formulas():
    rows = to_rows(audit_log.to_csv(frame(3, what="=1+1", subject="@x"), NOW))
    assert rows[:4] == [
        ["Lägesbild bob", "Granskningslogg"],
        ["Hämtad", "2026-11-22 14:03:05"],
        ["Rader", "3"],
        [],
    ]
    assert rows[4][:3] == ["Tid", "Tid (UTC)", "Person"]
    assert rows[5][:3] == ["2026-11-22 14:03:05", "2026-11-22 13:03:05.000000", "'@x"]
    assert {row[5] for row in rows[5:]} == {"'=1+1"}
    assert len(rows) == 8


def test_a_file_that_could_not_hold_all_says_so(monkeypatch):
    monkeypatch.setattr(audit_log, "EXPORTED", 2)
    assert "de senaste" in audit_log.to_csv(frame(2), NOW).decode()
    assert "de senaste" not in audit_log.to_csv(frame(1), NOW).decode()


def drawn():
    from datetime import date

    import streamlit as st

    from ui import audit_filters, field_row
    from ui.headings import as_text

    today = date(2026, 11, 22)
    search = audit_filters.to_search(st.query_params.to_dict(), today)
    audit_filters.remember(search)
    for problem in search.problems:
        st.warning(as_text(problem))
    field_row.show(audit_filters.to_fields(search, today), key="logg")


def test_the_fields_show_the_address_and_write_it():
    app = AppTest.from_function(drawn)
    app.query_params["fran"] = "2026-11-01"
    app.run()
    assert not app.exception
    assert [day.value for day in app.date_input] == [date(2026, 11, 1), None]
    app.selectbox[0].select("export").run()
    app.text_input[1].input("råd").run()
    app.date_input[1].set_value(date(2026, 11, 2)).run()
    app.date_input[0].set_value(None).run()
    assert not app.exception
    found = {name: app.query_params[name] for name in PARAMETERS if name in app.query_params}
    assert found == {"handelse": "export", "sok": "råd", "till": "2026-11-02"}
    app.button[0].click().run()
    assert not set(app.query_params) & set(PARAMETERS)
    assert len(app.button) == 0


def test_a_bad_address_is_told_once_and_put_right():
    app = AppTest.from_function(drawn)
    app.query_params["fran"], app.query_params["handelse"] = "<b>igår", "export"
    app.run()
    assert not app.exception
    assert len(app.warning) == 1
    assert "fran" not in app.query_params
    assert app.query_params["handelse"] == "export"
    assert len(app.run().warning) == 0


def shown(problems):
    from ui import audit_log

    audit_log.show_chain(problems, 1234, "ab" * 32)


def test_the_chain_is_told_with_its_last_digest():
    whole = AppTest.from_function(shown, args=([],)).run()
    assert "Rader: 1 234," in whole.success[0].value.replace("\xa0", " ")
    assert whole.code[0].value == "ab" * 32
    broken = AppTest.from_function(shown, args=(["Rad 3 saknas.", "Rad 7 är ändrad."],)).run()
    assert not broken.success and "bruten" in broken.error[0].value
    assert "Rad 7 är ändrad" in broken.markdown[0].value


def listed(number):
    from tests.ui.test_audit_log import frame
    from ui import audit_log

    audit_log.show_rows(frame(number))


@pytest.mark.parametrize(("number", "rows"), [(0, None), (1, 1), (1001, 1000)])
def test_rows_are_shown_up_to_the_limit_and_none_says_what_to_do(number, rows):
    app = AppTest.from_function(listed, args=(number,)).run()
    assert not app.exception
    if rows is None:
        assert "Loggen är tom" in app.info[0].value and not app.dataframe
        return
    assert len(app.dataframe[0].value) == rows
    assert ("Det finns fler" in app.markdown[0].value) == (number > rows)
