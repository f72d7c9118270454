"""A real OpenID Connect provider on loopback, for tests of sign-in."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Any

from tests.served import free_port

START_SECONDS = 30


@dataclass
class Provider:
    """One provider process; `people` are subject → claims."""

    people: dict[str, dict[str, Any]]
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def metadata_url(self) -> str:
        return f"{self.address}/.well-known/openid-configuration"

    def start(self) -> "Provider":
        """Start and wait until it answers."""
        arguments = [sys.executable, "-m", "oidc_provider_mock", "--port", str(self.port)]
        for subject, claims in self.people.items():
            arguments += ["--user-claims", json.dumps({"sub": subject, **claims})]
        self.process = subprocess.Popen(
            arguments,
            env={**os.environ, "NO_PROXY": "127.0.0.1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(self.metadata_url, timeout=2):
                    return self
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        self.stop()
        raise RuntimeError("the provider did not start")

    def tell(self, subject: str, claims: dict[str, Any]) -> None:
        """From the next sign-in on, say this of the person."""
        request = urllib.request.Request(
            f"{self.address}/users/{subject}",
            data=json.dumps(claims).encode(),
            headers={"Content-Type": "application/json"},
            method="PUT",
        )
        with urllib.request.urlopen(request, timeout=5):
            pass

    def stop(self) -> None:
        """End the process that this object started."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)
