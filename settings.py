"""All settings of the product, in one typed place, read from the environment (prefix `BOB_`)."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parent


class Settings(BaseSettings):
    """What an administrator may set. Every field is described in README."""

    model_config = SettingsConfigDict(env_prefix="BOB_", frozen=True)

    data_dir: Path = Field(
        default=ROOT / "data",
        description="Folder for the embedded database and the built outlines.",
    )
    database_url: str = Field(
        default="",
        description="SQLAlchemy address of the database; empty means SQLite in the data folder.",
    )
    log_level: str = Field(
        default="INFO",
        description="Least severe level that is logged: DEBUG, INFO, WARNING, ERROR.",
    )

    @property
    def database(self) -> str:
        """The database address in use."""
        return self.database_url or f"sqlite:///{self.data_dir / 'bob.db'}"

    @property
    def areas_dir(self) -> Path:
        """Folder of the built outlines and of an authority's own boundary file."""
        return self.data_dir / "areas"


@lru_cache(maxsize=1)
def load() -> Settings:
    """Settings from the environment, read once. `load.cache_clear()` reads them anew."""
    return Settings()
