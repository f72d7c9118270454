"""`manifest.json` of a backup: what is in it, when, of which kind, and digests of all of it."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from data_access.audit_walk import Verified
from data_access.backup_files import to_sum
from data_access.copy_errors import NotABackup
from data_access.copying import Copied, Sums
from data_access.digests import TableSum
from data_access.stores import PARTS
from words import _

FILE = "manifest.json"
FORMAT = 1


class Manifest(NamedTuple):
    """What a backup says of itself. Revisions and sums are by part, `files` (SHA-256) by name."""

    made_at: datetime
    kinds: tuple[str, ...]  # kind.EXAMPLE, kind.REAL
    revisions: dict[str, str]
    files: dict[str, str]
    sums: Sums
    chain_ok: bool
    chain_last: str

    @property
    def is_current(self) -> bool:
        """Whether it is at the schema of this code."""
        return all(self.revisions[part.name] == part.chain.head for part in PARTS)


def describe(folder: Path, made_at: datetime, copied: Copied, chain: Verified) -> Manifest:
    """The manifest of the files that are in the folder. Raises OSError."""
    return Manifest(
        made_at,
        copied.kinds,
        {part.name: part.chain.head for part in PARTS},
        {part.file: to_sum(folder / part.file) for part in PARTS},
        copied.sums,
        chain.ok,
        chain.last_digest,
    )


def to_text(manifest: Manifest) -> str:
    """As JSON, with a digest of all the rest, so that a changed sign shows."""
    told = {
        "format": FORMAT,
        "made_at": manifest.made_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "kinds": list(manifest.kinds),
        "revisions": manifest.revisions,
        "files": manifest.files,
        "audit": {"whole": manifest.chain_ok, "last_digest": manifest.chain_last},
        "tables": {
            part: {name: one._asdict() for name, one in sums.items()}
            for part, sums in manifest.sums.items()
        },
    }
    return json.dumps(told | {"digest": _digest(told)}, ensure_ascii=False, indent=1) + "\n"


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the backup in the folder. Raises NotABackup."""
    try:
        told = json.loads((folder / FILE).read_text("utf-8"))
    except OSError as error:
        wrong = _("{file} kan inte läsas").format(file=FILE)
        raise NotABackup(str(folder), wrong) from error
    except ValueError as error:
        raise NotABackup(str(folder), _is_changed(FILE)) from error
    if not isinstance(told, dict) or told.pop("digest", "") != _digest(told):
        raise NotABackup(str(folder), _is_changed(FILE))
    if told["format"] != FORMAT:
        raise NotABackup(str(folder), _("den är gjord av en annan version av produkten"))
    made_at = datetime.strptime(told["made_at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    sums = {
        part: {name: TableSum(**one) for name, one in tables.items()}
        for part, tables in told["tables"].items()
    }
    audit = told["audit"]
    return Manifest(
        made_at, tuple(told["kinds"]), told["revisions"], told["files"], sums,
        audit["whole"], audit["last_digest"],
    )  # fmt: skip


def check_files(folder: Path, manifest: Manifest) -> None:
    """Raises NotABackup unless each file is, byte by byte, what the manifest says."""
    for name, wanted in manifest.files.items():
        try:
            found = to_sum(folder / name)
        except OSError as error:
            wrong = _("{file} kan inte läsas").format(file=name)
            raise NotABackup(str(folder), wrong) from error
        if found != wanted:
            raise NotABackup(str(folder), _is_changed(name))


def _is_changed(name: str) -> str:
    return _("{file} är ändrad eller trasig").format(file=name)


def _digest(told: dict[str, Any]) -> str:
    written = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
