"""The bots of the README, run as they stand there."""

import asyncio
import os
import re
import sys
from pathlib import Path

import pytest

from tests.bot.channels.at_work import PATIENCE
from tests.bot.channels.people import agrees
from tests.botapi import World
from tests.source_tree import ROOT

EXAMPLES = {
    library: example
    for example in re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    for library in ("aiogram", "telegram")
    if f"\nfrom {library} import" in example
}


@pytest.mark.parametrize("library", ["aiogram", "telegram"])
async def test_the_example_of_the_readme_is_a_bot_that_advises(library: str, tmp_path: Path) -> None:
    async with World.open() as world:
        file = tmp_path / "example.py"
        file.write_text(EXAMPLES[library], encoding="utf-8")
        own = {"HUJIFEN_TELEGRAM_TOKEN": world.token, "HUJIFEN_TELEGRAM_API": world.url}
        database = {"HUJIFEN_DATABASE_URL": f"sqlite:///{tmp_path}/store.db"}
        process = await asyncio.create_subprocess_exec(sys.executable, file, env={**os.environ, **own, **database})
        try:
            await world.bot.listens(timeout=PATIENCE)
            user = world.user()
            await agrees(user)
            await user.sends("35岁，本科有学位")
            await user.hears()
            assert "120" in user.last().text
            assert not [call for call in world.calls if call.status not in (0, 200)]
        finally:
            process.kill()
            await process.wait()
