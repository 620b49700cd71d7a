"""Our conversation as a worker (`python -m bench.hujifen_turn FOLDER`): interviews in which everybody tells the truth.

A turn is all that the pure part does for a message: the fold over the answers so far, the score as an interval, the
choice of the next question, and the words and choices of the reply. Those asked have no records, as most have none.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from time import perf_counter

from bench.people import ON, Person, people
from bench.reference import total
from bench.toy import STANDARD
from bench.worker import serve, timed_each
from bot.texts import texts
from dialogs.conversation import Turn, opening, respond
from dialogs.talk import Talk
from scoring.facts import parse_facts
from scoring.score import score

TEXT = texts("zh_Hans")
TOO_MANY = 40
BANDS = {"from_3": "months_3", "from_2": "months_2", "from_1": "months_1", "from_08": "months_08"}
KEEP = "keep"
"""What is said to a check that finds an answer odd: it is meant so."""
EDUCATION_WORDS = {
    "none": "高中毕业",
    "associate": "大专",
    "bachelor": "本科没有学位",
    "bachelor_with_degree": "本科有学士学位",
    "master": "硕士研究生",
    "doctor": "博士",
}


def without_records() -> Iterator[Person]:
    """People to talk with."""
    return (each for each in people(100_000) if not (each.false_material or each.detention or each.minor_crime))


def truth(person: Person) -> Mapping[str, str]:
    """What the person says to each question: a number with its unit, or the id of a choice."""
    return {
        "age": f"{person.age}岁",
        "education": person.education,
        "credential": person.credential,
        "credential_fits_job": "yes" if person.fits_job else "no",
        "base_1x_months_last_12": f"{person.months_1x_of_12}个月",
        "insured_years": f"{person.insured_months}个月",
        "contribution_base": next((band for band, months in BANDS.items() if getattr(person, months)), "below_08"),
        "base_months_3": f"{person.months_3}个月",
        "base_months_2": f"{person.months_2}个月",
        "base_months_1": f"{person.months_1}个月",
        "base_months_08": f"{person.months_08}个月",
        "spouse": "yes" if person.spouse_hukou else "no",
        "marriage": f"{person.married_years}年",
        "bonuses": "none",
        "deductions": "none",
        "conditions": "none",
    }


def begin() -> Turn:
    """The first turn of a talk."""
    return opening(today=ON, text=TEXT)


def interview(person: Person) -> Iterator[tuple[Turn, float]]:
    """The turns after the opening with the seconds of each, until the bot asks nothing more of its own accord."""
    answers = truth(person)
    turn = begin()
    for _ in range(TOO_MANY):
        if turn.asking is None:
            return
        message = answers.get(turn.asking, KEEP)
        start = perf_counter()
        turn = respond(turn.talk, message, today=ON, text=TEXT)
        yield turn, perf_counter() - start
    raise AssertionError(f"asked {turn.asking} without end: {person}")


def turns() -> Iterator[tuple[Turn, float]]:
    """The turns of one interview after the other."""
    return (turn for person in without_records() for turn in interview(person))


def asking_turns(count: int) -> float:
    """The seconds of so many turns that ask the next question."""
    return sum(islice((seconds for turn, seconds in turns() if turn.asking is not None), count))


def result_turns(count: int) -> float:
    """The seconds of so many turns that show where the interview has led, the forecast and the plans among it."""
    talks = [[turn for turn, _ in interview(person)][-1].talk for person in islice(without_records(), count)]
    return timed_each(lambda talk: respond(talk, "result", today=ON, text=TEXT), talks)


def sentence(person: Person) -> str:
    """Much at once, in free text."""
    return (
        f"我{person.age}岁，{EDUCATION_WORDS[person.education]}，社保缴了{person.insured_months}个月，"
        f"没有职称，配偶是上海户口，结婚{person.married_years}年"
    )


def free_text_turns(count: int) -> float:
    """The seconds of so many opening messages, each telling six facts in one sentence."""
    sentences = [sentence(person) for person in islice(without_records(), count)]
    return timed_each(lambda message: respond(Talk(), message, today=ON, text=TEXT), sentences)


def asked(count: int) -> list[int]:
    """How many answers each person gives until the bot offers the result; its verdict must be the true one."""
    return [answers_of(person) for person in islice(without_records(), count)]


def answers_of(person: Person) -> int:
    """The answers that one person gives."""
    *_, last = turns_of = [turn for turn, _ in interview(person)]
    verdict = score(parse_facts(last.facts, on=ON)).verdict
    right = "reached" if total(person) >= STANDARD else "not_reached"
    if verdict != right:
        raise AssertionError(f"{verdict}, not {right}: {person}")
    return len(turns_of)


if __name__ == "__main__":
    answers = {
        "turn": asking_turns,
        "turn in free text": free_text_turns,
        "result screen": result_turns,
        "asked": asked,
    }
    serve(answers)
