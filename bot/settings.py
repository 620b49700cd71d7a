"""What the owner sets (设置): environment variables that begin with HUJIFEN_.

Whatever is wrong with one is a `BadInput` of one line that names it, and never says what it was set to.
"""

import os
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field, SecretStr, StringConstraints, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.inputs import BadInput

PREFIX: Final = "HUJIFEN_"
LIBRARIES: Final = ("aiogram", "ptb")

_WebAddress: TypeAlias = Annotated[str, StringConstraints(pattern=r"^https?://[^/\s?#@]+(/[^\s?#]*)?$")]


def _default_database() -> SecretStr:
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return SecretStr(f"sqlite:///{home / 'hujifen' / 'hujifen.db'}")


class Settings(BaseSettings):
    """The settings. Secrets do not show in a representation."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore")

    telegram_token: SecretStr | None = None
    telegram_api: _WebAddress = "https://api.telegram.org"
    telegram_library: Literal["aiogram", "ptb"] = "aiogram"
    database_url: SecretStr = Field(default_factory=_default_database)
    public_url: _WebAddress | None = None
    webhook_secret: SecretStr | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
