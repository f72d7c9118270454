"""nginx by the files of `deploy/nginx`, with a name, a port and a certificate of its own."""

import shutil
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.deploy.nginx_binary import find
from tests.served import ROOT, free_port

CONF = ROOT / "deploy" / "nginx"
SECONDS = 20
_MAIN = """
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
daemon off;
worker_processes 1;
events {{ }}
http {{
  types {{ text/html html; }}
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include bob.conf;
}}
"""
_SITE = """
listen 127.0.0.1:{port} ssl;
server_name 127.0.0.1;
ssl_certificate {folder}/certificate.pem;
ssl_certificate_key {folder}/key.pem;
access_log {folder}/access.log bob;
set $bob_pages {folder};
"""


@dataclass
class Proxy:
    """One nginx in front of app processes at `addresses`."""

    folder: Path
    addresses: list[str]
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    def start(self) -> "Proxy":
        """Write its files where there are none, start, and wait until it answers."""
        if not self.folder.exists():
            self._write()
        arguments = [find(), "-p", self.folder, "-c", "nginx.conf"]
        self.process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
        until = time.monotonic() + SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            if self.status("/healthz"):
                return self
            time.sleep(0.05)
        raise RuntimeError((self.folder / "error.log").read_text())

    def stop(self) -> None:
        """End the process that this object started."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)

    def status(self, path: str) -> int:
        """HTTP status of a path; 0 when nobody answers."""
        context = ssl.create_default_context(cafile=self.folder / "certificate.pem")
        try:
            with urllib.request.urlopen(self.address + path, timeout=10, context=context) as got:
                return int(got.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def _write(self) -> None:
        self.folder.mkdir(parents=True)
        self.folder.chmod(0o755)
        shutil.copy(CONF / "bob.conf", self.folder)
        shutil.copy(CONF / "bob-away.html", self.folder)
        servers = subprocess.run(
            [CONF / "make-servers", *self.addresses], check=True, capture_output=True
        )
        (self.folder / "bob-servers.conf").write_bytes(servers.stdout)
        own = {"folder": self.folder, "port": self.port}
        (self.folder / "bob-site.conf").write_text(_SITE.format(**own))
        (self.folder / "nginx.conf").write_text(_MAIN.format(**own))
        make_certificate(self.folder)


def make_certificate(folder: Path) -> None:
    """A certificate of our own for this machine, of a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(here, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "certificate.pem").write_bytes(made.public_bytes(pem))
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(private)
