"""The audit: what a row holds, that it can't be changed unseen, and how old rows leave it."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from clock import begin
from data_access import audit, audit_chain
from data_access.__main__ import main
from data_access.audit import Action, NotAuditable, TooEarly, note, purge, record, search_audit
from data_access.audit_walk import FIRST, MOST_TOLD, Walk, digest
from data_access.connect import reading, writing
from data_access.schema import AUDIT, AUDIT_HEAD, NaiveTime
from data_access.scope import NotAllowed
from data_access.viewer import Role, Stranger, Viewer
from tests.viewers import ADMIN, READER, WRITER

NOW = datetime(2026, 11, 22, 13, 3, 5, 123456, tzinfo=UTC)
FAR = {"sqlite": "'2020-01-01 00:00:00.000000'", "postgresql": "'2020-01-01 00:00:00+00'"}


@pytest.fixture
def clock(monkeypatch):
    """clock(moment): that is the time from now on."""

    def at(moment):
        monkeypatch.setattr(audit, "_now", lambda: moment)

    at(NOW)
    return at


def rows(engine):
    with reading(engine) as connection:
        return [dict(row._mapping) for row in connection.execute(select(AUDIT).order_by("id"))]


def verify(engine):
    with reading(engine) as connection:
        return audit.verify(connection)


def fill(number):
    for one in range(number):
        note(WRITER, Action.WRITE, f"rad {one}", before={"a": one}, after={"a": one + 1})


def tamper(engine, *statements):
    """As somebody who may do anything with the database, triggers or not."""
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))
        else:
            for name in ("no_update", "no_delete", "no_replace"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS audit_{name}"))
        for statement in statements:
            connection.execute(text(statement))


def test_a_row_says_who_in_which_role_when_what_before_and_after(engine, clock):
    assert note(WRITER, Action.WRITE, "råd 7", before={"steg": None}, after={"steg": "é"}) == 1
    (row,) = rows(engine)
    assert row["at"] == NOW
    assert (row["subject"], row["role"], row["action"]) == ("test", str(WRITER.role), "skrivning")
    assert (row["what"], row["before"], row["after"]) == ("råd 7", '{"steg":null}', '{"steg":"é"}')
    assert row["previous"] == FIRST
    assert row["digest"] == digest(row)


def test_whoever_has_no_name_is_unknown_and_a_stranger_has_no_role(engine):
    note(READER, Action.EXPORT, "karta")
    note(Stranger("abc"), Action.REFUSAL, "inloggning")
    assert [(row["subject"], row["role"]) for row in rows(engine)] == [
        ("okänd", "lasare"),
        ("abc", "ingen"),
    ]


def test_a_row_is_part_of_the_transaction_that_it_tells_about(engine):
    note(WRITER, Action.WRITE, "första")
    with pytest.raises(RuntimeError), writing(engine) as connection:
        assert record(connection, WRITER, Action.WRITE, "ångrad") == 2
        raise RuntimeError
    assert note(WRITER, Action.WRITE, "andra") == 2
    assert [row["what"] for row in rows(engine)] == ["första", "andra"]
    assert verify(engine).ok


def test_values_have_one_form_whatever_the_order_they_come_in(engine):
    class Colour(Enum):
        RED = "röd"

    after = {
        "z": {"po-x", "01"},
        "a": frozenset({3, 20}),
        "dag": date(2026, 1, 2),
        "när": datetime(2026, 1, 2, 3, tzinfo=timezone(timedelta(hours=2))),
        "roll": Role.ADMIN,
        "färg": Colour.RED,
        "lista": (1, [2.5, True, None]),
        "inre": {"y": 1, "b": {date(2026, 5, 1)}},
    }
    note(WRITER, Action.WRITE, "x", after=after)
    note(WRITER, Action.WRITE, "x", after=dict(reversed(after.items())))
    first, second = (row["after"] for row in rows(engine))
    assert first == second
    assert json.loads(first) == {
        "a": [3, 20],
        "dag": "2026-01-02",
        "färg": "röd",
        "inre": {"b": ["2026-05-01"], "y": 1},
        "lista": [1, [2.5, True, None]],
        "när": "2026-01-02T01:00:00.000000+00:00",
        "roll": "administrator",
        "z": ["01", "po-x"],
    }


@pytest.mark.parametrize(
    "value", [object(), b"x", Decimal(1), float("nan"), float("inf"), {1, "a"}, {1: "a"}, READER]
)
def test_a_value_without_a_fixed_form_is_refused_and_nothing_is_written(sqlite_engine, value):
    for inner in (value, [value], {"b": value}):
        with pytest.raises(NotAuditable):
            note(WRITER, Action.WRITE, "x", after={"a": inner})
    assert rows(sqlite_engine) == []


def test_a_moment_without_time_zone_is_refused(sqlite_engine):
    with pytest.raises(NaiveTime):
        note(WRITER, Action.WRITE, "x", before={"a": datetime(2026, 1, 1)})


def test_an_action_that_does_not_exist_is_refused(sqlite_engine):
    with pytest.raises(ValueError, match="annat"):
        note(WRITER, "annat", "x")


@pytest.mark.parametrize("odd", ["\0", "\ud800", "🧭", "'; DROP TABLE audit; --", "\r\n\t", ""])
def test_odd_signs_are_kept_or_replaced_and_the_chain_holds(engine, odd):
    note(Viewer(Role.LASARE, frozenset(), subject=f"p{odd}"), Action.REFUSAL, odd, after={odd: odd})
    note(WRITER, Action.WRITE, "x")
    assert verify(engine).ok
    if odd not in ("\0", "\ud800"):
        assert rows(engine)[0]["what"] == odd


def test_four_writers_at_once_make_one_whole_chain(engine):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: [note(WRITER, Action.WRITE, "x") for _ in range(25)], range(4)))
    found = verify(engine)
    assert found.ok and found.rows == 100
    assert [row["id"] for row in rows(engine)] == list(range(1, 101))


def test_the_digest_is_the_same_on_both_engines(make_database, use_database, clock):
    told = []
    for kind in ("sqlite", "postgresql"):
        use_database(make_database(kind))
        fill(3)
        with reading() as connection:
            told.append(audit.verify(connection))
    assert told[0] == told[1]


def test_a_whole_chain_is_told_with_its_size_and_ends(engine, clock):
    assert verify(engine) == (True, 0, (), FIRST, None, None)
    fill(2)
    clock(NOW + timedelta(hours=1))
    fill(1)
    last = rows(engine)[-1]["digest"]
    assert verify(engine) == (True, 3, (), last, NOW, NOW + timedelta(hours=1))


def test_verify_sees_one_moment_while_others_write(engine, monkeypatch):
    monkeypatch.setattr(audit_chain, "BATCH", 2)
    fill(6)
    read = audit_chain._read_rows

    def with_a_writer_between(connection):
        for row in read(connection):
            yield row
            if row["id"] == 3:
                fill(2)

    monkeypatch.setattr(audit_chain, "_read_rows", with_a_writer_between)
    found = verify(engine)
    assert found.ok and found.rows == 6
    monkeypatch.setattr(audit_chain, "_read_rows", read)
    assert verify(engine).rows == 8


CHANGES = {
    "at": None,
    "subject": "'annan'",
    "role": "'lasare'",
    "action": "'export'",
    "what": "'annat'",
    "before": "NULL",
    "after": "'{}'",
    "purged_through": "0",
    "previous": f"'{'1' * 64}'",
    "digest": f"'{'2' * 64}'",
}


def test_a_change_of_every_column_is_tried():
    assert set(CHANGES) == set(AUDIT.c.keys()) - {"id"}


@pytest.mark.parametrize("row", [1, 3, 5])
def test_any_changed_column_is_told_with_its_row(sqlite_engine, row):
    for column, value in CHANGES.items():
        fill(5 if not rows(sqlite_engine) else 0)
        (kept,) = [one for one in rows(sqlite_engine) if one["id"] == row]
        new = value or FAR[sqlite_engine.dialect.name]
        tamper(sqlite_engine, f"UPDATE audit SET {column} = {new} WHERE id = {row}")
        assert verify(sqlite_engine).problems == (f"Rad {row} är ändrad.",), column
        with writing(sqlite_engine) as connection:
            put_back = AUDIT.update().where(AUDIT.c.id == row).values({column: kept[column]})
            connection.execute(put_back)
        assert verify(sqlite_engine).ok


def test_a_time_that_can_not_be_read_is_told(sqlite_engine):
    fill(3)
    tamper(sqlite_engine, "UPDATE audit SET at = 'i går' WHERE id = 2")
    assert verify(sqlite_engine).problems == ("Rad 2 är ändrad.",)


def test_a_row_that_was_given_a_new_digest_does_not_fit_the_next(engine):
    fill(4)
    changed = rows(engine)[1] | {"what": "annat"}
    new = digest(changed)
    tamper(engine, f"UPDATE audit SET what = 'annat', digest = '{new}' WHERE id = 2")
    assert verify(engine).problems == ("Rad 3 följer inte på raden före.",)


def test_the_last_row_with_a_new_digest_does_not_fit_the_head(engine):
    fill(3)
    new = digest(rows(engine)[2] | {"what": "annat"})
    tamper(engine, f"UPDATE audit SET what = 'annat', digest = '{new}' WHERE id = 3")
    assert verify(engine).problems == ("Rad 3, den sista, är utbytt.",)


@pytest.mark.parametrize(
    ("removed", "told"),
    [
        ("id = 1", "Rad 1 saknas."),
        ("id = 3", "Rad 3 saknas."),
        ("id IN (2, 3, 4)", "Raderna 2–4 saknas."),
        ("id = 5", "Rad 5 saknas. Borttaget i slutet."),
        ("id > 3", "Raderna 4–5 saknas. Borttaget i slutet."),
        ("id > 0", "Raderna 1–5 saknas. Borttaget i slutet."),
    ],
)
def test_removed_rows_are_told(sqlite_engine, removed, told):
    fill(5)
    tamper(sqlite_engine, f"DELETE FROM audit WHERE {removed}")
    assert verify(sqlite_engine).problems == (told,)


def test_swapped_rows_are_told(engine):
    fill(4)
    tamper(
        engine,
        "UPDATE audit SET id = 100 WHERE id = 2",
        "UPDATE audit SET id = 2 WHERE id = 3",
        "UPDATE audit SET id = 3 WHERE id = 100",
    )
    assert {"Rad 2 är ändrad.", "Rad 3 är ändrad."} <= set(verify(engine).problems)


def test_a_row_added_past_the_head_is_told(engine):
    fill(2)
    last = rows(engine)[-1]
    added = last | {"id": 3, "previous": last["digest"]}
    with writing(engine) as connection:
        connection.execute(insert(AUDIT).values(added | {"digest": digest(added)}))
    (told,) = verify(engine).problems
    assert told == "Rad 3 står efter den rad som ska vara den sista, 2."


@pytest.mark.parametrize(
    "forged", ["DELETE FROM audit_head", "UPDATE audit_head SET last = 1, digest = 'x'"]
)
def test_a_forged_head_is_told_and_stays_told_when_more_is_written(engine, forged):
    fill(3)
    tamper(engine, "DELETE FROM audit WHERE id = 3", forged)
    assert not verify(engine).ok
    with writing(engine) as connection:
        connection.execute(AUDIT_HEAD.delete())
    fill(2)
    assert not verify(engine).ok


def test_of_very_many_problems_the_first_are_told_and_the_rest_counted():
    walk = Walk(0, FIRST)
    for number in range(1, MOST_TOLD + 8):
        walk.take({"id": number, "at": NOW, "previous": FIRST, "digest": FIRST})
    walk.end(MOST_TOLD + 7, FIRST)
    problems = walk.told().problems
    assert len(problems) == MOST_TOLD + 1
    assert "Ytterligare" in problems[-1]


def chain(number):
    """Rows as they would be written, without a database."""
    made, previous = [], FIRST
    for one in range(1, number + 1):
        row = dict.fromkeys(AUDIT.c.keys()) | {
            "id": one,
            "at": NOW + timedelta(seconds=one),
            "subject": "person",
            "role": "lasare",
            "action": "export",
            "what": f"rad {one}",
            "previous": previous,
        }
        row["digest"] = previous = digest(row)
        made.append(row)
    return made


def walk_along(found, head):
    walk = Walk(0, FIRST)
    for row in sorted(found, key=lambda row: row["id"]):
        walk.take(row)
    walk.end(head["id"], head["digest"])
    return walk.told()


@limits(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_is_done_to_a_chain_shows(data):
    """Any column of any row changed, any rows removed, any two swapped."""
    whole = chain(data.draw(st.integers(2, 8)))
    assert walk_along(whole, whole[-1]).ok
    place = data.draw(st.integers(0, len(whole) - 1))
    done = data.draw(st.sampled_from(["change", "remove", "swap"]))
    broken = [dict(row) for row in whole]
    if done == "change":
        column = data.draw(st.sampled_from(sorted(set(AUDIT.c.keys()) - {"at", "id"})))
        value = data.draw(st.none() | st.text(max_size=5) | st.integers())
        if broken[place][column] == value:
            return
        broken[place][column] = value
    if done == "remove":
        del broken[place : place + data.draw(st.integers(1, 3))]
    if done == "swap":
        other = data.draw(st.integers(0, len(whole) - 1).filter(lambda one: one != place))
        for one, two in ((place, other), (other, place)):
            broken[one] = whole[two] | {"id": whole[one]["id"]}
    assert not walk_along(broken, whole[-1]).ok


@limits(max_examples=100, deadline=None)
@given(st.integers(0, 4), st.timedeltas().filter(bool))
def test_a_time_changed_by_ever_so_little_shows(place, change):
    whole = chain(5)
    try:
        moved = whole[place]["at"] + change
    except OverflowError:
        return
    broken = [dict(row) for row in whole]
    broken[place]["at"] = moved
    assert walk_along(broken, whole[-1]).problems == (f"Rad {place + 1} är ändrad.",)


# Purge

OLD = NOW - timedelta(days=2000)
BEFORE = (NOW - timedelta(days=1900)).date()


def two_ages(clock, old=3, new=2):
    clock(OLD)
    fill(old)
    clock(NOW)
    fill(new)


def test_a_purge_removes_the_old_rows_and_says_so_itself(engine, clock):
    two_ages(clock)
    third = rows(engine)[2]
    assert purge(ADMIN, BEFORE) == 3
    left = rows(engine)
    assert [row["id"] for row in left] == [4, 5, 6]
    assert (left[2]["action"], left[2]["subject"]) == ("gallring", "forvaltare")
    assert left[2]["purged_through"] == 3
    told = {"rows": 3, "digest": third["digest"], "before": BEFORE.isoformat()}
    assert json.loads(left[2]["after"]) == told
    assert verify(engine).ok
    fill(1)
    assert verify(engine).ok


def test_nothing_to_purge_leaves_no_row(engine, clock):
    assert purge(ADMIN, BEFORE) == 0
    fill(2)
    assert purge(ADMIN, BEFORE) == 0
    assert len(rows(engine)) == 2


def test_purges_follow_each_other_and_purge_rows_are_purged_too(engine, clock):
    start = NOW - timedelta(days=8000)
    for step in range(4):
        clock(start + timedelta(days=2000 * step))
        fill(3)
        purge(ADMIN, audit.to_first_kept())
        assert verify(engine).ok
    assert [row["id"] for row in rows(engine)] == [12, 13, 14, 15]
    clock(NOW)
    assert purge(ADMIN, audit.to_first_kept()) == 4
    assert [row["action"] for row in rows(engine)] == ["gallring"]
    assert verify(engine).ok


def test_the_day_itself_is_kept_from_its_first_microsecond(engine, clock):
    midnight = begin(BEFORE)
    for moment in (midnight - timedelta(microseconds=1), midnight):
        clock(moment)
        fill(1)
    clock(NOW)
    assert purge(ADMIN, BEFORE) == 1
    assert rows(engine)[0]["at"] == midnight


def test_a_clock_that_went_wrong_never_lets_a_young_row_go(engine, clock):
    for moment in (OLD, NOW, OLD, NOW):
        clock(moment)
        fill(1)
    assert purge(ADMIN, BEFORE) == 1
    assert [row["id"] for row in rows(engine)] == [2, 3, 4, 5]
    assert verify(engine).ok


def test_rows_that_the_settings_keep_can_not_be_purged(engine, clock):
    fill(1)
    first_kept = audit.to_first_kept()
    assert first_kept == date(2023, 11, 23)
    with pytest.raises(TooEarly, match="2023-11-24"):
        purge(ADMIN, first_kept + timedelta(days=1))
    assert len(rows(engine)) == 1


def test_a_row_removed_beside_a_purge_is_told(engine, clock):
    two_ages(clock, old=3, new=3)
    purge(ADMIN, BEFORE)
    tamper(engine, "DELETE FROM audit WHERE id = 4")
    assert verify(engine).problems == ("Rad 4 saknas.",)


def test_a_purged_row_that_is_back_is_told(engine, clock):
    two_ages(clock)
    third = rows(engine)[2]
    purge(ADMIN, BEFORE)
    with writing(engine) as connection:
        connection.execute(insert(AUDIT).values(third))
    assert verify(engine).problems == ("Rad 3 finns fast den ska vara gallrad.",)


@pytest.mark.parametrize("after", ["NULL", "'x'", "'{}'", "'[]'"])
def test_a_purge_row_that_was_changed_is_told(sqlite_engine, clock, after):
    two_ages(clock)
    purge(ADMIN, BEFORE)
    tamper(sqlite_engine, f"UPDATE audit SET after = {after} WHERE purged_through = 3")
    assert "Rad 6 är ändrad." in verify(sqlite_engine).problems


# Who may read


def test_only_who_manages_may_read_purge_and_check_and_a_refusal_is_noted(engine, clock):
    for ask in (
        lambda: search_audit(viewer=WRITER),
        lambda: purge(WRITER, BEFORE),
        lambda: audit.check_chain(viewer=WRITER),
    ):
        before = len(rows(engine))
        with pytest.raises(NotAllowed):
            ask()
        (noted,) = rows(engine)[before:]
        assert (noted["action"], noted["subject"]) == ("nekad", "test")
    assert audit.check_chain(viewer=ADMIN).rows == 3


def found(**question):
    return search_audit(viewer=ADMIN, **question)["what"].to_list()


def test_the_newest_comes_first_and_the_limit_holds(engine, clock):
    fill(5)
    assert found(limit=2) == ["rad 4", "rad 3"]
    assert len(found()) == 5


def test_what_is_found_has_its_columns_and_types_also_when_it_is_nothing(engine, clock):
    columns = ["at", "subject", "role", "action", "what", "before", "after"]
    for table in (search_audit(viewer=ADMIN), fill(1) or search_audit(viewer=ADMIN)):
        assert list(table.columns) == columns
        assert str(table["at"].dtype) == "datetime64[us, UTC]"
    assert table["at"].iloc[0] == NOW


def test_days_are_swedish_and_both_are_included(engine, clock):
    for hour in (21, 22):  # 23:59 and 00:59 in Sweden, in summer
        clock(datetime(2026, 7, 1, hour, 59, tzinfo=UTC))
        note(WRITER, Action.WRITE, f"kl {hour}")
    assert found(since=date(2026, 7, 2)) == ["kl 22"]
    assert found(until=date(2026, 7, 1)) == ["kl 21"]
    assert found(since=date(2026, 7, 1), until=date(2026, 7, 2)) == ["kl 22", "kl 21"]


def test_rows_are_found_by_action_and_person(engine):
    note(WRITER, Action.WRITE, "a")
    note(READER, Action.EXPORT, "b")
    assert found(action="export") == ["b"]
    assert found(subject="test") == ["a"]
    assert found(action="export", subject="test") == []


WANTED = {
    "ÖREBRO": 1, "örebro": 1, "ÅS": 1, "100%": 1, "%": 1, "_": 1, "a_b": 1, "aXb": 0, "\\": 1,
    "'": 1, "' OR 1=1 --": 0, "": 5, "x y z": 0,
}  # fmt: skip


def test_a_text_is_found_in_capitals_or_not_and_no_sign_has_a_meaning(engine):
    for what in ("Örebro", "Torsås kommun", "100% klart", "a_b", "c\\d 'e'"):
        note(WRITER, Action.WRITE, what)
    assert {text: len(found(text=text)) for text in WANTED} == WANTED


# The database's own refusals


def refuse(engine, sql, match="append-only"):
    with pytest.raises(DBAPIError, match=match), writing(engine) as connection:
        connection.execute(text(sql))


def test_no_row_can_be_updated_even_when_it_is_purged(engine, clock):
    two_ages(clock)
    refuse(engine, "UPDATE audit SET what = 'x'")
    refuse(engine, "UPDATE audit SET id = id + 100")
    purge(ADMIN, BEFORE)
    refuse(engine, "UPDATE audit SET purged_through = 5 WHERE purged_through IS NOT NULL")
    assert verify(engine).ok


def test_only_rows_that_a_purge_row_names_can_be_deleted(engine, clock):
    two_ages(clock)
    refuse(engine, "DELETE FROM audit")
    refuse(engine, "DELETE FROM audit WHERE id = 1")
    purge(ADMIN, BEFORE)
    refuse(engine, "DELETE FROM audit WHERE id = 4")
    refuse(engine, "DELETE FROM audit WHERE purged_through IS NOT NULL")
    assert len(rows(engine)) == 3


def test_the_audit_can_not_be_emptied_or_its_triggers_be_silenced(make_database, use_database):
    use_database(make_database("postgresql"))
    from data_access.connect import engine

    fill(1)
    refuse(engine(), "TRUNCATE audit")
    refuse(engine(), "SET session_replication_role = replica; DELETE FROM audit")
    refuse(engine(), "INSERT INTO audit SELECT * FROM audit ON CONFLICT (id) DO UPDATE SET id = 9")
    assert len(rows(engine())) == 1


def test_a_row_can_not_be_replaced_by_inserting_it_again(sqlite_engine):
    fill(2)
    replace = "REPLACE INTO audit SELECT * FROM audit"
    refuse(sqlite_engine, f"INSERT OR {replace}")
    with sqlite_engine.connect() as connection:  # nor by a program that sets no pragmas
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA recursive_triggers = OFF")
        with pytest.raises(DBAPIError, match="append-only"):
            connection.exec_driver_sql(replace)
        connection.exec_driver_sql("PRAGMA recursive_triggers = ON")
        connection.exec_driver_sql("BEGIN")
    assert verify(sqlite_engine).ok


# The commands


def test_verify_audit_tells_size_ends_and_last_digest(engine, clock, capsys):
    fill(3)
    assert main(["verify-audit"]) == 0
    out = capsys.readouterr().out
    assert "Rader: 3" in out and "2026-11-22 13:03:05" in out
    assert rows(engine)[-1]["digest"] in out
    assert "kedja är hel" in out


def test_verify_audit_tells_which_row_is_wrong_and_fails(engine, capsys):
    fill(3)
    tamper(engine, "UPDATE audit SET what = 'x' WHERE id = 2")
    assert main(["verify-audit"]) == 1
    assert "Rad 2 är ändrad." in capsys.readouterr().err


def test_purge_audit_keeps_the_days_of_the_settings(engine, clock, capsys):
    two_ages(clock)
    assert main(["purge-audit"]) == 0
    assert capsys.readouterr().out.startswith("3 rader från tiden före 2023-11-23 gallrades")
    assert rows(engine)[-1]["subject"] == "system"
    assert main(["purge-audit"]) == 0
    assert capsys.readouterr().out.startswith("0 rader")


@pytest.mark.parametrize("command", ["verify-audit", "purge-audit"])
def test_a_database_without_tables_is_told_in_one_line(empty_engine, command, capsys):
    if empty_engine.dialect.name == "sqlite":
        main(["prepare"])
        with writing(empty_engine) as connection:
            connection.execute(text("DROP TABLE audit"))
    assert main([command]) == 1
    assert "prepare" in capsys.readouterr().err


@pytest.mark.parametrize("through", [9999, 10_000])
def test_no_row_lets_itself_be_purged(engine, through):
    note(WRITER, Action.WRITE, "ett")
    refuse(
        engine,
        "INSERT INTO audit (id, at, subject, role, action, what, purged_through, previous, digest)"
        " SELECT 9999, at, subject, role, action, what, "
        f"{through}, previous, digest FROM audit",
        match="ck_audit_purge",
    )
