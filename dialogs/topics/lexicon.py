"""Words that mean the same, in Chinese and in English, read as one concept.

A text becomes a row of tokens: a concept where a phrase of the lexicon stands (the longest that fits), and otherwise
the bare character or word. The words of the trade are also known by their sound, for who types or dictates a wrong
character of the same sound, or writes pinyin.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*|\d+(?:\.\d+)?x?")
_QUANTITY = re.compile(
    r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百半]+)(年|个月|岁|周岁|分|天|万|元|块|人)(?!\w?钟)"
    r"|\d+ ?(year|month|day|point|week)s?(?![a-z])"
)
_END_OF_CLAUSE = frozenset(",.;!?:\n…")
_SHORTEST_STEM = 2
_EVERYDAY = frozenset("几是在有不我你他她这那就也都还和到会能要可以没时日事年月公工作上下去来一三四五六七八九十")
"""Characters so common that nobody types them for another by mistake."""


class Token(NamedTuple):
    """What stands at a place: `concept` is None for a bare character or word. `clause` counts the clauses before it."""

    text: str
    concept: str | None
    clause: int


class _Phrase(NamedTuple):
    text: str
    concept: str
    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases by how they begin, the longest first.

    `written` is keyed by the first character, `heard` by the sound of the first character, `words` by the first word,
    `spelt` by the whole pinyin, `stems` by the beginning of a word.
    """

    written: Mapping[str, tuple[_Phrase, ...]]
    heard: Mapping[str, tuple[_Phrase, ...]]
    words: Mapping[str, tuple[_Phrase, ...]]
    spelt: Mapping[str, str]
    stems: Mapping[str, str]
    longest_stem: int
    sounds: Mapping[str, str]

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of a folded text (see `dialogs.understanding.plain.folded`), in order."""
        return tuple(self._tokens(text))

    def _tokens(self, text: str) -> Iterator[Token]:
        at, clause = 0, 0
        while at < len(text):
            found = self._found_at(text, at)
            word = _WORD.match(text, at)
            if found:
                yield Token(found.text, found.concept, clause)
                at += len(found.text)
            elif word:
                yield Token(word[0], None, clause)
                at = word.end()
            else:
                if text[at] in _END_OF_CLAUSE:
                    clause += 1
                elif text[at].isalnum():
                    yield Token(text[at], None, clause)
                at += 1

    def _found_at(self, text: str, at: int) -> _Phrase | None:
        if found := self._written_at(text, at):
            return found
        if quantity := _QUANTITY.match(text, at):
            return _Phrase(quantity[0], f"n {quantity[1] or quantity[2]}")
        word = _WORD.match(text, at)
        return self._worded_at(text, at, word[0]) if word else self._heard_at(text, at)

    def _written_at(self, text: str, at: int) -> _Phrase | None:
        phrases = self.written.get(text[at], ())
        return next((phrase for phrase in phrases if text.startswith(phrase.text, at)), None)

    def _heard_at(self, text: str, at: int) -> _Phrase | None:
        """A phrase that sounds like what stands there, with a character as it should be, and nothing better inside."""
        for phrase in self.heard.get(self.sounds.get(text[at], ""), ()):
            said = text[at : at + len(phrase.text)]
            alike = tuple(map(self.sounds.get, said)) == phrase.sounds and _may_be_meant(said, phrase.text)
            inside = map(partial(self._written_at, text), range(at + 1, at + len(said)))
            if alike and not any(other and len(other.text) > 1 for other in inside):
                return _Phrase(said, phrase.concept)
        return None

    def _worded_at(self, text: str, at: int, word: str) -> _Phrase | None:
        for phrase in self.words.get(word, ()):
            begun = phrase.text.removesuffix("*")
            if text.startswith(begun, at):
                end = _end_of_word(text, at + len(begun))
                if begun != phrase.text or end == at + len(begun):
                    return _Phrase(text[at:end], phrase.concept)
        if concept := self.spelt.get(word) or self._stem_of(word):
            return _Phrase(word, concept)
        return None

    def _stem_of(self, word: str) -> str | None:
        lengths = range(min(len(word), self.longest_stem), _SHORTEST_STEM - 1, -1)
        return next((self.stems[word[:length]] for length in lengths if word[:length] in self.stems), None)


def lexicon(concepts: Mapping[str, str], by_sound: frozenset[str], syllables: Mapping[str, str]) -> Lexicon:
    """The lexicon of lines `chinese phrases | words, words`, each under the name of its concept.

    `by_sound` names the concepts whose Chinese phrases are also known by their sound; `syllables` has the characters of
    each sound.
    """
    sounds = {char: syllable for syllable, chars in syllables.items() for char in chars}
    written: dict[str, list[_Phrase]] = {}
    heard: dict[str, list[_Phrase]] = {}
    words: dict[str, list[_Phrase]] = {}
    spelt: dict[str, str] = {}
    stems: dict[str, str] = {}
    for concept, line in concepts.items():
        chinese, _, latin = line.partition("|")
        for phrase in (*chinese.split(), *filter(None, map(str.strip, latin.split(",")))):
            if not phrase.isascii():
                written.setdefault(phrase[0], []).append(_Phrase(phrase, concept))
                heard_as = tuple(sounds.get(char, "") for char in phrase)
                if concept in by_sound and len(phrase) > 1 and all(heard_as):
                    heard.setdefault(heard_as[0], []).append(_Phrase(phrase, concept, heard_as))
                    spelt["".join(heard_as)] = concept
            elif phrase[-1] == "*" and " " not in phrase:
                stems[phrase[:-1]] = concept
            else:
                first = _WORD.match(phrase)
                words.setdefault(first[0] if first else phrase, []).append(_Phrase(phrase, concept))
    longest = max(map(len, stems), default=0)
    return Lexicon(_longest_first(written), _longest_first(heard), _longest_first(words), spelt, stems, longest, sounds)


def _may_be_meant(said: str, phrase: str) -> bool:
    """Whether some character is as it should be, and the wrong ones are not everyday words of their own."""
    wrong = {one for one, other in zip(said, phrase, strict=True) if one != other}
    return not set(phrase).isdisjoint(said) and wrong.isdisjoint(_EVERYDAY)


def _end_of_word(text: str, at: int) -> int:
    while "a" <= text[at : at + 1] <= "z":
        at += 1
    return at


def _longest_first(phrases: Mapping[str, list[_Phrase]]) -> dict[str, tuple[_Phrase, ...]]:
    return {key: tuple(sorted(found, key=lambda phrase: -len(phrase.text))) for key, found in phrases.items()}
