"""The picture of a conversation in the README, drawn from the conversation itself.

python -m bot.pictures.conversation     draws bot/pictures/conversation.svg anew
"""

import io
import re
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot.channels.terminal import PROMPT, Terminal, choice_lines, fitted

PICTURE = Path(__file__).parent / "conversation.svg"
DAY = date(2026, 11, 22)
MESSAGES = (
    "38岁，大专，社保6年，没有职称，未婚",
    "12000",
    "够 36 个月",
    "以上都没有",
    "以上都没有",
    "以上都不是",
    "看结果",
)
COLUMNS = 88
SHOWN_TURNS = (1, 2, -1)


def draw() -> str:
    """The picture as SVG, without a font from anywhere else."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    turns = list(Terminal(on=DAY, locale="zh_Hans").turns(MESSAGES))
    for place in SHOWN_TURNS:
        console.print(Text(f"{PROMPT}{MESSAGES[place - 1 if place > 0 else place]}", style="bold green"))
        console.print()
        for said in turns[place].say:
            console.print(Text(fitted(said, COLUMNS, "zh_Hans")))
            console.print()
        for line in choice_lines(turns[place].choices):
            console.print(Text(line, style="cyan"))
        console.print()
    svg = console.export_svg(title="hujifen chat", unique_id="conversation")
    without_fonts = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    # Lengths are counted in characters: Chinese ones, which are twice as wide, would be pushed into each other.
    return re.sub(r' textLength="[\d.]+"', "", without_fonts)


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
