"""Whether a message is one of the choices shown: its id, its number, its label, or several numbers where many fit."""

import re
from functools import lru_cache
from unicodedata import normalize

from dialogs.screens import Choice, Screen
from dialogs.talk import PICK, TICK

_NUMBER = re.compile(r"[\s(（【]*(\d{1,2})[\s)）】.。、]*")
_NUMBERS = re.compile(r"\d{1,2}(?:[\s,，、;；和及&+]+\d{1,2})+")
_MARKS = re.compile(r"[\s✓☐☑·,，。.!！、:：()（）]+")

_NONE_OF_THESE = re.compile(
    r"(?:以上|上面|这些|這些|一[个個条條])(?:情况|情況)?[也都]?(?:没有|沒有|不是|不符合)|都不符合|[都全](?:冇|没|沒)"
    r"|(?:没有|沒有){2}|none(?:ofthese|oftheabove|apply)"
)
_ALL_MET = re.compile(
    r"(?:条件|條件)?(?:全部?|都)(?:符合|满足|滿足|没问题|沒問題|可以|ok)|(?:都)?(?:没有?|沒有?)(?:问题|問題)"
    r"|符合(?:条件|條件)?|all(?:fine|good|met|ok|ofthemaremet|conditionsaremet)|noproblems?"
)
_CHANGE = re.compile(r"(?:我?(?:要|想)?(?:修?改|更正)(?:一下)?|change|edit|correct)[\s:：]*(?P<name>.+)", re.IGNORECASE)
_WRONG = re.compile(r"(?P<name>.+?)\s*(?:不对|不對|错了|錯了|有误|有誤|is wrong|are wrong)", re.IGNORECASE)


WRONG = re.compile("不对|不對|错了|錯了|wrong|thatswrong|that'swrong")
"""Ways to say that something is wrong without saying what, as plain() leaves them."""


def chosen(message: str, screen: Screen) -> Choice | None:
    """The choice that a message takes, or None. Where a bare number is an answer, it is no choice's number."""
    bare, said = message.strip(), plain(message)
    for choice in screen.choices:
        if bare == choice.id or (said and said == plain_label(choice.label)):
            return choice
    return None if screen.numbers else by_number(message, screen)


def by_number(message: str, screen: Screen) -> Choice | None:
    """The choice whose number a message is, or None."""
    number = _NUMBER.fullmatch(normalize("NFKC", message))
    if number is None:
        return None
    choices = sorted(screen.choices, key=lambda choice: not choice.numbered)
    return choices[int(number[1]) - 1] if 1 <= int(number[1]) <= len(choices) else None


def several(message: str, screen: Screen) -> tuple[str, ...]:
    """The options of a multiple choice whose numbers a message lists, or nothing."""
    listed = _NUMBERS.fullmatch(normalize("NFKC", message).strip())
    if listed is None:
        return ()
    numbered = numbered_choices(screen.choices)
    places = [int(each) - 1 for each in re.findall(r"\d+", message)]
    picked = [numbered[place] for place in places if 0 <= place < len(numbered)]
    if len(picked) < len(places) or not all(_is_option(choice) for choice in picked):
        return ()
    return tuple(choice.id for choice in picked)


def _is_option(choice: Choice) -> bool:
    return bool(choice.entries) and all(entry.kind in (PICK, TICK) for entry in choice.entries)


def denies_all(message: str, asking: str | None) -> bool:
    """Whether a message says that nothing of what is shown applies; of problems, also that all is well."""
    said = plain(message)
    return bool(_NONE_OF_THESE.fullmatch(said) or (asking == "conditions" and _ALL_MET.fullmatch(said)))


def named_wrong(message: str) -> str | None:
    """The plain name of what a message wants to change or calls wrong, or None."""
    said = _CHANGE.fullmatch(message.strip()) or _WRONG.fullmatch(message.strip())
    return plain(said["name"]) if said else None


def numbered_choices(choices: tuple[Choice, ...]) -> list[Choice]:
    """The choices that have a number, in its order."""
    return [choice for choice in choices if choice.numbered]


def _plain(words: str) -> str:
    """Words without case, width, spaces and marks."""
    return _MARKS.sub("", normalize("NFKC", words)).casefold()


# One message is compared with many things, and the same labels stand below screen after screen.
plain = lru_cache(maxsize=4)(_plain)
plain_label = lru_cache(maxsize=1024)(_plain)
