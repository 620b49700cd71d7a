"""What the owner sets (设置): environment variables that begin with HUJIFEN_.

Whatever is wrong with one is a `BadInput` of one line that names it; it never repeats what the variable says, which may
be a secret.
"""

import os
import re
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, StringConstraints, ValidationError

from bot.inputs import BadInput

PREFIX: Final = "HUJIFEN_"
DATA: Final = "hujifen"
"""The folder of the default database, and the name of its file."""

_MEANT: Final = {
    "telegram_token": "the token that @BotFather gave, digits, a colon and a secret",
    "telegram_api": "an address as in https://api.telegram.org",
    "telegram_library": "aiogram or ptb",
    "database_url": "an address as in sqlite:///file.db or postgresql://user@host/name",
    "public_url": "the address under which the world sees this server, as in https://example.org",
    "webhook_secret": "1 to 256 letters, digits, _ and -",
    "host": "the name or number of the machine to listen on",
    "port": "a number from 0 to 65535",
    "log_level": "debug, info, warning or error",
}
"""What each variable is to say."""

_WebAddress: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^https?://[^/\s?#@]+(/[^\s?#]*)?$"), AfterValidator(lambda url: url.rstrip("/"))
]
_Token: TypeAlias = Annotated[SecretStr, AfterValidator(lambda secret: _matching(secret, r"\d{1,20}:[\w-]{3,}"))]
_Secret: TypeAlias = Annotated[SecretStr, AfterValidator(lambda secret: _matching(secret, r"[\w-]{1,256}"))]


class Settings(BaseModel):
    """The settings; secrets do not show in a representation. Read them by `read_settings`."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    telegram_token: _Token | None = None
    telegram_api: _WebAddress = "https://api.telegram.org"
    telegram_library: Literal["aiogram", "ptb"] = "aiogram"
    database_url: SecretStr | None = None
    public_url: _WebAddress | None = None
    webhook_secret: _Secret | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    def needed_token(self) -> str:
        """The token. Raises `BadInput` where there is none."""
        if self.telegram_token is None:
            raise BadInput(f"{PREFIX}TELEGRAM_TOKEN is not set: {_MEANT['telegram_token']}")
        return self.telegram_token.get_secret_value()

    def database(self) -> str:
        """The address of the database; by default a file in the user's data folder, which is made if need be."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / DATA
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise BadInput(f"{PREFIX}DATABASE_URL is not set, and there can be no {folder}: {error.strerror}") from None
        return f"sqlite:///{folder / DATA}.db"


def read_settings() -> Settings:
    """The settings of this process. Raises `BadInput`."""
    said = {name.upper(): value for name, value in os.environ.items() if value}
    try:
        return Settings.model_validate(
            {name.removeprefix(PREFIX).lower(): value for name, value in said.items() if name.startswith(PREFIX)}
        )
    except ValidationError as problem:
        name = str(problem.errors(include_input=False, include_context=False)[0]["loc"][0]).lower()
        raise bad_setting(name) from None


def bad_setting(name: str, problem: str = "") -> BadInput:
    """What is raised where a setting cannot be used."""
    return BadInput(f"{PREFIX}{name.upper()}: {problem or f'must be {_MEANT[name]}'}")


def _matching(secret: SecretStr, pattern: str) -> SecretStr:
    if not re.fullmatch(pattern, secret.get_secret_value(), flags=re.ASCII):
        raise ValueError
    return secret
