"""Which of the three languages a message is written in, or asks for."""

import re

from dialogs.understanding.scripts import SIMPLIFIED, TRADITIONAL, scripts_of

_ASKED = {
    "en": ("english", "in english", "英文", "英语", "英語", "说英文", "說英文"),
    "zh_Hant": ("繁體", "繁体", "繁體中文", "繁体中文", "traditional chinese"),
    "zh_Hans": ("简体", "簡體", "简体中文", "簡體中文", "中文", "chinese", "simplified chinese"),
}
_BESIDE = re.compile(
    r"^(?:(?:请|請|能|可以|可不可以|能不能|用|说|說|讲|講|换成?|換成?|切换到?|切換到?|please|can|could|you|we|do|speak|talk|write|answer"
    r"|switch|change|to|in|use)\s*)+(?=[a-z繁简簡中英])"
    r"|[\s,，]*(?:please|可以[吗嗎]?|行[吗嗎]|好[吗嗎]|[吗嗎吧]|谢谢|謝謝)+$"
)
"""How a language is asked for beside its name."""
_WORDS_OF_ENGLISH = 2


def asked_language(message: str) -> str | None:
    """The language that a message asks for by name, or None."""
    said = _BESIDE.sub("", message.strip().strip(".!?。！？").casefold())
    return next((locale for locale, names in _ASKED.items() if said in names), None)


def language_of(message: str) -> str | None:
    """The language that a message is surely written in, or None."""
    if any("\u4e00" <= character <= "\u9fff" for character in message):
        return _script(message)
    words = [word for word in message.split() if word.strip(",.!?;:'").isascii() and word.strip(",.!?;:'").isalpha()]
    return "en" if len(words) >= _WORDS_OF_ENGLISH else None


def _script(message: str) -> str | None:
    """The script of a Chinese message: the one in which nothing would have to be written otherwise."""
    found = scripts_of(message)
    if TRADITIONAL in found:
        return "zh_Hant"
    return "zh_Hans" if SIMPLIFIED in found else None
