"""All settings of the product, in one typed place, read from the environment (prefix `BOB_`)."""

import os
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parent
_FOR_CHILDREN = ("PATH", "LANG", "LC_ALL", "TMPDIR")
VERSION = "0.1.0"  # of the program, as in pyproject.toml
FOR_ALL = "exempeldata får visas för alla"


class Settings(BaseSettings):
    """What an administrator may set. Every field is described in docs/operate.md."""

    model_config = SettingsConfigDict(env_prefix="BOB_", frozen=True)

    data_dir: Path = Field(
        default=ROOT / "data",
        description="Folder for the embedded database and the built outlines.",
    )
    database_url: str = Field(
        default="",
        description="SQLAlchemy address of the database; empty means SQLite in the data folder.",
    )
    raw_database_url: str = Field(
        default="",
        description="SQLAlchemy address of the store of what is reported, unprotected; "
        "empty means beside the database.",
    )
    reader_database_url: str = Field(
        default="",
        description="SQLAlchemy address of the same PostgreSQL database for what readers ask, as a "
        "role that reads and reaches nothing of what is reported; empty means the database's own.",
    )
    standby_database_url: str = Field(
        default="",
        description="SQLAlchemy address of a hot standby of the same PostgreSQL database, which "
        "readers' questions are asked while it is near; empty means that the primary is asked.",
    )
    standby_lag_seconds: float = Field(
        default=5, gt=0, le=600, description="Seconds that the standby may be behind and answer."
    )
    log_level: str = Field(
        default="INFO",
        description="Least severe level that is logged: DEBUG, INFO, WARNING, ERROR.",
    )

    base_url: str = Field(
        default="",
        description="The one address that people use, https://…; needed with sign-in.",
    )
    oidc_metadata_url: str = Field(
        default="",
        description="The provider's discovery address (…/.well-known/openid-configuration); "
        "empty means demonstration with example data, on this machine only.",
    )
    oidc_client_id: str = Field(default="", description="Our client id at the provider.")
    oidc_client_secret: SecretStr = Field(
        default=SecretStr(""), description="Our client secret at the provider."
    )
    cookie_secret: SecretStr = Field(
        default=SecretStr(""),
        description="Signs the session's cookie: 32 random characters or more.",
    )
    access_from: Literal["claims", "users"] = Field(
        default="claims",
        description="Where role and areas come from: `claims` of the provider, or our own `users`.",
    )
    claim_role: str = Field(default="bob_role", description="Claim with the role.")
    claim_areas: str = Field(default="bob_areas", description="Claim with the areas to see.")
    claim_reports: str = Field(
        default="bob_reports", description="Claim with the areas to report and approve."
    )
    session_hours: float = Field(
        default=10, gt=0, le=24, description="Hours from sign-in until one must sign in again."
    )
    idle_minutes: float = Field(
        default=60, gt=0, le=600, description="Minutes without use until one must sign in again."
    )
    protection_base: str = Field(
        default="5",
        description="What small counts are rounded to in a release: 3, 5 or 10; else 5.",
    )
    protection_method: str = Field(
        default="avrundning",
        description="How counts are protected in a release: `avrundning`, or `undertryckning` for "
        "exact numbers of which some are not shown; else `avrundning`.",
    )
    protection_key: SecretStr = Field(
        default=SecretStr(""),
        description="Decides how small counts are rounded: 32 random characters or more, the same "
        "for good. Needed to publish real reports.",
    )
    audit_days: int = Field(
        default=1095,
        ge=30,
        description="Days that audit rows are kept before a purge removes them.",
    )
    draft_days: int = Field(
        default=400,
        ge=90,
        description="Days that a draft of a report is kept untouched before `tidy` empties it.",
    )
    allowed_hosts: str = Field(
        default="",
        description="More host names that the app answers to beside its own, comma separated.",
    )
    sign_ins_per_minute: int = Field(
        default=20, ge=1, description="Sign-in attempts a minute from one address."
    )
    exports_per_minute: int = Field(default=20, ge=1, description="Exports a minute by one person.")
    open_data: str = Field(
        default="",
        description="What is open to everybody without a key: `indikator@nivå`, comma separated, "
        "`rad@nivå` for the councils' stages, `*` for everything; empty means nothing.",
    )
    api_calls_per_minute: int = Field(
        default=600, ge=1, description="Calls for open data a minute by one key, or one address."
    )
    publisher: str = Field(
        default="",
        description="Who answers for the service and publishes the open data, by name.",
    )
    contact: str = Field(
        default="",
        description="E-mail address for questions of the open data and faults in accessibility.",
    )
    licence: str = Field(default="", description="Address of the open data's licence.")
    demonstration: str = Field(
        default="",
        description=f"`{FOR_ALL}` lets the demonstration be seen from other machines too.",
    )
    metrics_token: SecretStr = Field(
        default=SecretStr(""),
        description="Lets another machine read /metrics, as `Authorization: Bearer`: 32 random "
        "characters or more; empty means this machine only.",
    )
    backup_dir: Path | None = Field(
        default=None,
        description="Folder of the backups, to tell how old the newest is; empty means not told.",
    )
    drain_seconds: float = Field(
        default=0,
        ge=0,
        le=300,
        description="Seconds from the signal to stop until nobody new is let in; `/readyz` says "
        "meanwhile that visitors should go elsewhere.",
    )
    example_data: bool = Field(
        default=False,
        description="`true` shows and writes example data with sign-in too, for training.",
    )

    @property
    def signs_in(self) -> bool:
        """Whether people sign in; else everyone is the demonstration's reader."""
        return bool(self.oidc_metadata_url)

    @property
    def example(self) -> bool:
        """Whether what is shown and written is example data."""
        return not self.signs_in or self.example_data

    @cached_property
    def database(self) -> str:
        """The database address in use."""
        return self.database_url or f"sqlite:///{self.data_dir / 'bob.db'}"

    @property
    def areas_dir(self) -> Path:
        """Folder of the built outlines and of an authority's own boundary file."""
        return self.data_dir / "areas"


def to_child_environment() -> dict[str, str]:
    """The environment of a process of ours that is to know no setting, and so no secret."""
    return {name: os.environ[name] for name in _FOR_CHILDREN if name in os.environ}


@lru_cache(maxsize=1)
def load() -> Settings:
    """Settings from the environment, secrets also from files in BOB_SECRETS_DIR, read once.
    `load.cache_clear()` reads them anew."""
    return Settings(_secrets_dir=os.environ.get("BOB_SECRETS_DIR"))  # type: ignore[call-arg]
