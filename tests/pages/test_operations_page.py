"""The administratör's page of how the product runs, also when a database is away."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest

import settings
from data_access import connect, prepare
from data_access.raw.store import to_raw_address
from data_access.viewer import Role
from tests.pages.conftest import show
from tests.pages.test_signed_in import signed_in, with_sign_in
from web import faults

__all__ = ["signed_in", "with_sign_in"]

WRITTEN = "Anna Ek skrev"


@pytest.fixture(autouse=True)
def no_faults():
    faults.forget()
    yield
    faults.forget()


@pytest.fixture
def folder(example_data_of_own):
    return example_data_of_own


def open_page():
    app = show("drift", roll=str(Role.ADMIN))
    assert not app.exception
    return app


def texts(app):
    words = [*app.markdown, *app.header, *app.subheader, *app.caption, *app.warning, *app.error]
    return "\n".join(str(one.value) for one in words)


def test_it_tells_of_databases_process_backups_and_disks(folder):
    told = texts(open_page())
    for label in (
        "Huvuddatabasen", "Inlämnade uppgifter", "Program", "Sparade svar", "Rapporter",
        "Säkerhetskopia", "Datamappens disk", "Granskningsloggen", "Väntar på överföring",
        "Senaste inlämning", "Senaste utgåva",
    ):  # fmt: skip
        assert f"**{label}**" in told
    assert settings.VERSION in told
    assert "Inga fel sedan processen startade" in told


def test_it_names_no_place_and_no_address(folder):
    told = texts(open_page())
    assert str(folder) not in told and "sqlite:" not in told and "127.0.0.1" not in told


def test_without_a_folder_of_backups_it_says_how(folder):
    assert "Sätt `BOB_BACKUP_DIR`" in texts(open_page())


def test_an_old_backup_is_told_and_a_new_one_is_good(folder, tmp_path, monkeypatch):
    backups = tmp_path / "kopior"
    backups.mkdir()
    monkeypatch.setenv("BOB_BACKUP_DIR", str(backups))
    settings.load.cache_clear()
    assert "Ingen hel kopia finns" in texts(open_page())
    for hours, said in ((40, "Se upp]"), (2, "Bra]")):
        at = datetime.now(UTC) - timedelta(hours=hours)
        one = backups / f"bob-{at:%Y-%m-%dT%H%M%S}Z"
        one.mkdir()
        (one / "manifest.json").write_text("{}")
        line = next(text.value for text in open_page().markdown if "Säkerhetskopia**" in text.value)
        assert said in line and f"{hours} timmar gammal" in line
    assert "Samma disk som datamappen" in texts(open_page())
    shutil.rmtree(backups)
    assert "Mappen med kopior går inte att läsa" in texts(open_page())
    settings.load.cache_clear()


def test_the_last_failures_are_a_table_without_their_words(folder):
    error = ValueError(WRITTEN)
    faults.keep({"level": "error", "exc_info": error, "reference": "a1b2c3d4", "id": "f" * 32}, "x")
    app = open_page()
    (table,) = app.dataframe
    assert table.value.loc[0, ["I loggen", "Slag", "Referens"]].tolist() == [
        "x", "ValueError", "a1b2c3d4",
    ]  # fmt: skip
    assert WRITTEN not in texts(app) + table.value.to_csv()


def test_the_store_of_reports_away_is_told_and_the_rest_is_there(folder):
    open_page()  # which looks for it once
    connect.dispose(to_raw_address())
    (folder / "bob-inlamnat.db").rename(folder / "undan.db")
    told = texts(open_page())
    line = next(one for one in told.split("**Huvud") if "Svarar inte." in one)
    assert "Inlämnade uppgifter** :red-badge" in line
    assert "Går inte att veta" in told


def test_the_button_reads_it_anew(folder):
    app = open_page()
    error = OSError("x")
    faults.keep({"level": "error", "exc_info": error}, "nytt fel")
    next(one for one in app.button if one.label == "Uppdatera").click().run()
    assert not app.exception
    assert "nytt fel" in app.dataframe[0].value["I loggen"].tolist()


def away(folder):
    connect.dispose(connect.current_address())
    (folder / "bob.db").rename(folder / "undan.db")
    (folder / "bob.db").write_text("detta är ingen databas, men ganska lång text " * 50)
    prepare.forget_prepared()


def test_with_the_database_away_it_is_calm_and_says_what_to_do(folder):
    away(folder)
    app = open_page()
    assert "Databasen svarar inte just nu" in app.warning[0].value
    told = texts(app)
    assert "python -m data_access health" in told and "Den svarar inte." in told
    assert str(folder) not in told and "**Program**" not in told


def test_no_other_page_says_it_then(folder):
    away(folder)
    assert "data_access health" not in texts(show("logg", roll=str(Role.ADMIN)))


def test_who_has_not_signed_in_sees_no_more_than_health_tells(with_sign_in, tmp_path):
    with_sign_in.setattr("streamlit.user_info._get_user_info", lambda: {"is_logged_in": False})
    away(tmp_path)
    told = texts(show("drift"))
    assert "Den svarar inte." in told and "**Program**" not in told


def test_the_administrator_who_signs_in_sees_it_and_a_reader_does_not(signed_in):
    signed_in(role="administrator", areas=None)
    assert "**Huvuddatabasen**" in texts(show("drift"))
    signed_in(role="lasare", sub="bo")
    told = texts(show("drift"))
    assert "inte för din roll" in told and "Huvuddatabasen" not in told
