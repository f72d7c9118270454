"""The app as a real server process, for browser tests and benchmarks."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
START_SECONDS = 60


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Served:
    """One server process with its own data folder."""

    data_dir: Path
    environment: dict[str, str] = field(default_factory=dict)
    command: str = "streamlit"
    app: str = "app:app"  # what uvicorn serves
    script: Path = ROOT / "app.py"
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    greeted: set[str] = field(default_factory=set)  # who has had the look at a first sign-in

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, *, wait_for: str = "/_stcore/health") -> "Served":
        """Start and wait until it answers."""
        process = self.launch()
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.status(wait_for)[0]:
                return self
            if process.poll() is not None:
                break
            time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"server did not start:\n{self.log()[-4000:]}")

    def launch(self) -> "subprocess.Popen[bytes]":
        """Start without waiting."""
        self.data_dir.mkdir(parents=True, exist_ok=True)
        own = {"BOB_DATA_DIR": str(self.data_dir), **self.environment}
        with (self.data_dir / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                self._arguments(), cwd=ROOT, env={**os.environ, **own}, stdout=log, stderr=log
            )
        return self.process

    def _arguments(self) -> list[str]:
        port = str(self.port)
        if self.command == "uvicorn":
            return [sys.executable, "-m", "uvicorn", self.app, "--port", port]
        run = [sys.executable, "-m", "streamlit", "run", str(self.script)]
        return [*run, "--server.port", port]

    def status(self, path: str) -> tuple[int, bytes]:
        """HTTP status and body of a path; status 0 when nobody answers."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except OSError:
            return 0, b""

    def health(self) -> tuple[int, dict[str, object]]:
        status, body = self.status("/healthz")
        return status, json.loads(body or b"{}")

    def log(self) -> str:
        """What the server has written; nothing before it was launched."""
        file = self.data_dir / "server.log"
        return file.read_text("utf-8", errors="replace") if file.exists() else ""

    def troubles(self) -> str:
        """The log's lines that tell of more than what happens every day, each with its trace."""
        lines = self.log().splitlines()
        told = [line for line in lines if '"level": "info"' not in line]
        return "\n".join(line.replace("\\n", "\n") for line in told)

    def stop(self) -> None:
        """End the process that this object started."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def kill(self) -> None:
        """End the process that this object started, as when the machine is lost."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def restart(self) -> "Served":
        self.stop()
        return self.start()
