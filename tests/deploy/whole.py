"""The whole of a large installation on this machine: primary, standby, keeper of the log, two app
processes, nginx in front, a provider to sign in at, and networks that can be troubled."""

import os
import secrets
import subprocess
import sys
import tempfile
import threading
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from data_access.connect import WRITER_LOCK
from data_access.raw.store import RAW_LOCK
from tests.deploy.cluster import Keeper, Server, make_primary, make_standby, own, remove
from tests.deploy.proxy import Proxy
from tests.deploy.quota import Quota
from tests.deploy.relay import Relay
from tests.provider import Provider
from tests.served import ROOT, Served, free_port
from tests.web.data_folder import copy_to

PEOPLE = {
    "lasse": {"bob_role": "lasare", "bob_areas": ["se"]},
    "rut": {"bob_role": "rapportor", "bob_areas": "se", "bob_reports": "pr-syd"},
}
MEGABYTES = 96


@dataclass
class Whole:
    """Everything, started; `stop` ends what was started here."""

    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="bob-whole-")))
    _ends: ExitStack = field(default_factory=ExitStack)

    def start(self) -> "Whole":
        """Start it in the order of the runbook."""
        self.folder.chmod(0o755)
        end = self._ends.callback
        end(remove, self.folder)
        self.quota = Quota(self.folder / "quota", MEGABYTES)
        end(self.quota.close)
        self.primary = make_primary(self.folder / "primary")
        end(self.primary.stop, "immediate")
        self.keeper = Keeper(self.primary, self.folder / "wal").start()
        end(self.keeper.stop)
        self.primary.ask(f"CREATE TABLESPACE small LOCATION '{self.quota.inner}'", "postgres")
        self.primary.ask("ALTER DATABASE bob SET TABLESPACE small", "postgres")
        self.standby = self._to_standby()
        end(self.standby.stop, "immediate")
        self.primary.wait_for_followers()
        self.relay = Relay(self.primary.port).start()
        end(self.relay.cut)
        self.provider = Provider(PEOPLE).start()
        end(self.provider.stop)
        ports = [free_port(), free_port()]
        self.proxy = Proxy(self.folder / "nginx", [f"127.0.0.1:{port}" for port in ports])
        end(self.proxy.stop)
        self.environment = self._to_environment()
        self.apps = [self._to_app(number, port) for number, port in enumerate(ports)]
        for app in self.apps:
            end(app.stop)
            app.start()
        self.proxy.start()
        return self

    def _to_standby(self) -> Server:
        """With the small disk's part in a folder of its own."""
        moved = own(self.folder / "moved")
        mapping = f"{self.quota.inner}={moved}"
        wal = self.folder / "wal"
        return make_standby(self.primary, self.folder / "standby", wal, "-T", mapping)

    def _to_environment(self) -> dict[str, str]:
        hosts = (f"host=127.0.0.1:{port}" for port in (self.relay.port, self.standby.port))
        either = "&".join(hosts)
        return {
            "BOB_DATABASE_URL": f"postgresql+psycopg://bob@/bob?{either}"
            "&target_session_attrs=read-write",
            "BOB_STANDBY_DATABASE_URL": self.standby.address(),
            "BOB_BASE_URL": self.proxy.address,
            "BOB_OIDC_METADATA_URL": self.provider.metadata_url,
            "BOB_OIDC_CLIENT_ID": "lagesbild-bob",
            "BOB_OIDC_CLIENT_SECRET": secrets.token_urlsafe(32),
            "BOB_COOKIE_SECRET": secrets.token_urlsafe(48),
            "BOB_EXAMPLE_DATA": "true",
        }

    def _to_app(self, number: int, port: int) -> Served:
        folder = copy_to(self.folder / f"app{number}")
        for file in folder.glob("*.db*"):
            file.unlink()
        return Served(folder, environment=self.environment, port=port)

    def app_of(self, cookie: str) -> Served:
        """The process that nginx's cookie names."""
        return self.apps[int(cookie) - 1]

    def find_faults(self) -> list[str]:
        """What the processes logged of pages that could not be shown."""
        lines = [line for app in self.apps for line in app.log().splitlines()]
        return [line for line in lines if "script error" in line]

    def write(self) -> subprocess.Popen[str]:
        """Somebody who sends reports to the database as the apps do, until `stop_writing`."""
        return subprocess.Popen(
            [sys.executable, "-m", "tests.deploy.writer", str(self.folder / "stop")],
            cwd=ROOT,
            env={**os.environ, **self.environment},
            stdout=subprocess.PIPE,
            text=True,
        )

    def stop_writing(self) -> None:
        """Let who writes finish the report in hand."""
        (self.folder / "stop").touch()

    def hold_locks(self, seconds: float) -> threading.Thread:
        """Hold both writers' locks, as somebody who has forgotten to end what she began."""

        def hold() -> None:
            address = f"host=127.0.0.1 port={self.primary.port} dbname=bob user=bob"
            with psycopg.connect(address) as connection:
                for lock in (WRITER_LOCK, RAW_LOCK):
                    connection.execute("SELECT pg_advisory_xact_lock(%s)", (lock,))
                connection.execute("SELECT pg_sleep(%s)", (seconds,))

        thread = threading.Thread(target=hold, daemon=True)
        thread.start()
        return thread

    def stop(self) -> None:
        """End what was started, the last first."""
        self._ends.close()
