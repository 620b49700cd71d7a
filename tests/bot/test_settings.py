"""The settings: what they are by default, and a line that names the one which is wrong."""

from pathlib import Path

import pytest

from bot.inputs import BadInput
from bot.settings import PREFIX, Settings, read_settings

TOKEN = "123456789:AAEdYjk3_lmNoPqRsTuVwXyZ-0123456789"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)


def settings(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    """The settings with some variables set, named without their prefix."""
    for name, value in values.items():
        monkeypatch.setenv(f"{PREFIX}{name.upper()}", value)
    return read_settings()


def test_without_any_variable_there_are_defaults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    found = read_settings()
    assert (found.telegram_api, found.telegram_library) == ("https://api.telegram.org", "aiogram")
    assert (found.host, found.port, found.public_url, found.telegram_token) == ("127.0.0.1", 8080, None, None)
    assert found.database() == f"sqlite:///{tmp_path}/data/hujifen/hujifen.db"
    assert (tmp_path / "data" / "hujifen").stat().st_mode & 0o777 == 0o700


def test_a_variable_that_is_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings(monkeypatch, port="", telegram_token="", database_url="") == Settings()


def test_the_case_of_a_variable_is_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("hujifen_Port", "8083")
    assert read_settings().port == 8083


def test_variables_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settings(
        monkeypatch,
        telegram_token=TOKEN,
        telegram_api="http://127.0.0.1:8081/",
        telegram_library="ptb",
        database_url="postgresql://hujifen@db/hujifen",
        public_url="https://example.org/bots/",
        webhook_secret="a-Secret_1",
        port="0",
    )
    assert (found.needed_token(), found.telegram_library, found.port) == (TOKEN, "ptb", 0)
    assert (found.telegram_api, found.public_url) == ("http://127.0.0.1:8081", "https://example.org/bots")
    assert found.database() == "postgresql://hujifen@db/hujifen"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("telegram_token", "canary"),
        ("telegram_token", "12345:can ary canary"),
        ("telegram_token", f"{TOKEN}\n"),
        ("telegram_token", f"bot{TOKEN}"),
        ("telegram_api", "api.telegram.org"),
        ("telegram_api", "ftp://canary"),
        ("telegram_api", "https://me:canary@api.telegram.org"),
        ("telegram_library", "canary"),
        ("public_url", "https://"),
        ("public_url", "https://example.org/?canary"),
        ("webhook_secret", "with a canary"),
        ("webhook_secret", "s" * 257),
        ("port", "canary"),
        ("port", "70000"),
        ("port", "-1"),
        ("log_level", "canary"),
    ],
)
def test_a_variable_that_is_wrong_is_named_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    with pytest.raises(BadInput, match=f"^HUJIFEN_{name.upper()}: must be [^\n]+$") as problem:
        settings(monkeypatch, **{name: value})
    assert "canary" not in str(problem.value)


def test_a_token_that_is_needed_and_missing_is_named() -> None:
    with pytest.raises(BadInput, match=r"^HUJIFEN_TELEGRAM_TOKEN is not set"):
        read_settings().needed_token()


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settings(
        monkeypatch, telegram_token=TOKEN, webhook_secret="mysecret", database_url="postgresql://a:password@db/x"
    )
    for shown in (repr(found), str(found), found.model_dump_json()):
        assert not [secret for secret in (TOKEN, "mysecret", "password") if secret in shown]


def test_a_data_folder_that_cannot_be_made_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    with pytest.raises(BadInput, match=r"^HUJIFEN_DATABASE_URL is not set, and there can be no .*Not a directory$"):
        read_settings().database()
