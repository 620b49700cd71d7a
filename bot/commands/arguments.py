"""The arguments that several commands take, and their types."""

import argparse
import re
from datetime import date

from bot.texts import DEFAULT_LOCALE, LOCALES, recognise_locale


def add_on(parser: argparse.ArgumentParser) -> None:
    """`--on`: the day that counts as today; left out it is None, and `bot.clock.today()` tells."""
    parser.add_argument("--on", type=day, metavar="YYYY-MM-DD", help="the day that counts as today (Shanghai's date)")


def add_json(parser: argparse.ArgumentParser) -> None:
    """`--json`: for programs."""
    parser.add_argument("--json", action="store_true", help="print JSON, one line a result, and nothing else")


def add_lang(parser: argparse.ArgumentParser) -> None:
    """`--lang`: the language of every sentence printed."""
    parser.add_argument(
        "--lang",
        type=language,
        default=DEFAULT_LOCALE,
        metavar="L",
        help=f"one of {', '.join(LOCALES)} (zh-TW will do)",
    )


def day(text: str) -> date:
    """A date as the contract writes it. Raises `argparse.ArgumentTypeError`."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r}: {error}") from None
    raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2026-11-22")


def language(text: str) -> str:
    """One of the languages that there are. Raises `argparse.ArgumentTypeError`."""
    locale = recognise_locale(text)
    if locale is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not one of {', '.join(LOCALES)}")
    return locale
