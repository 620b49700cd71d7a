"""What is measured: the figures, and how the engines take turns at each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median

from bench import cold_start, toy
from bench.engines import (
    BATCH,
    CONVERSATION,
    OPENFISCA,
    POLICYENGINE,
    PUBLICODES_ENGINE,
    REFERENCE,
    SCORER,
    ZEN_EXPRESSIONS,
    ZEN_TABLES,
    Engine,
    Missing,
    Worker,
)

ROUNDS = 9
COLD_ROUNDS = 15
TOY_PEOPLE = 20_000
TOY_PEOPLE_OF_PUBLICODES = 400
INTERVIEWED = 1_000

ByName = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: what it is called, its request, and how many people (or turns) a round each engine is given."""

    title: str
    request: str
    counts: Mapping[Engine, int]

    def speeds(self, workers: Mapping[Engine, Worker]) -> ByName:
        """How many a second, the median of the rounds.

        In each round every engine has its turn, so that a busy moment of the machine hits all; the first is a warm-up.
        """
        here = {engine: count for engine, count in self.counts.items() if engine in workers}
        rounds = [
            {engine.name: count / workers[engine].seconds(self.request, count) for engine, count in here.items()}
            for _ in range(ROUNDS + 1)
        ]
        return {engine.name: median(each[engine.name] for each in rounds[1:]) for engine in here}


EXPLAINED = Figure(
    "one person at a time, with the explanation: scores/s",
    "explained",
    {
        SCORER: 10_000,
        OPENFISCA: 500,
        POLICYENGINE: 250,
        PUBLICODES_ENGINE: 500,
        ZEN_TABLES: 5_000,
        ZEN_EXPRESSIONS: 10_000,
        REFERENCE: 50_000,
    },
)
FROM_JSON = Figure("the same from JSON text, decoded and checked: scores/s", "explained from JSON", {SCORER: 5_000})
IN_BATCH = Figure(
    "100,000 people at once, totals: people/s",
    "batch",
    {BATCH: 100_000, OPENFISCA: 100_000, POLICYENGINE: 100_000, ZEN_TABLES: 10_000, ZEN_EXPRESSIONS: 10_000},
)
TURN = Figure("conversation, a turn that asks on: turns/s", "turn", {CONVERSATION: 600, PUBLICODES_ENGINE: 200})
FREE_TEXT = Figure("conversation, six facts in one sentence: turns/s", "turn in free text", {CONVERSATION: 300})
RESULT = Figure("conversation, result with forecast and plans: turns/s", "result screen", {CONVERSATION: 30})


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that was measured, by figure and engine."""

    explained: ByName
    from_json: ByName
    batch: ByName
    turn: ByName
    free_text: ByName
    result: ByName
    cold_start: ByName
    questions: ByName


def measure(workers: Mapping[Engine, Worker], folder: Path, missing: list[str], tell: Callable[[str], None]) -> Results:
    """Take every figure; `tell` is told what comes next, and what has no cold start is added to what is missing.

    Raises Missing where an engine ends in the middle, Different for another total of a cold start.
    """

    def speeds(figure: Figure) -> ByName:
        tell(figure.title)
        return figure.speeds(workers)

    return Results(
        explained=speeds(EXPLAINED),
        from_json=speeds(FROM_JSON),
        batch=speeds(IN_BATCH),
        turn=speeds(TURN),
        free_text=speeds(FREE_TEXT),
        result=speeds(RESULT),
        cold_start=_cold_starts(folder, missing, tell),
        questions=_questions(workers, tell),
    )


def _cold_starts(folder: Path, missing: list[str], tell: Callable[[str], None]) -> ByName:
    """Milliseconds of a whole process, the median of the rounds."""
    tell("cold start")
    commands = {}
    for name, command in cold_start.commands(folder).items():
        try:
            cold_start.check(name, command)
            commands[name] = command
        except Missing as problem:
            missing.append(str(problem))
    rounds = [{name: cold_start.seconds(command) for name, command in commands.items()} for _ in range(COLD_ROUNDS + 1)]
    return {name: 1000 * median(each[name] for each in rounds[1:]) for name in commands}


def _questions(workers: Mapping[Engine, Worker], tell: Callable[[str], None]) -> ByName:
    """Questions to a certain verdict, the mean."""
    tell("questions to a certain verdict")
    population = list(toy.people(TOY_PEOPLE))
    means = {
        toy.RELEVANCE: fmean(toy.asked(person, toy.by_relevance) for person in population),
        toy.FORM_ORDER: fmean(toy.asked(person, toy.in_form_order) for person in population),
    }
    if PUBLICODES_ENGINE in workers:
        means[toy.FORMS] = fmean(workers[PUBLICODES_ENGINE].asked(TOY_PEOPLE_OF_PUBLICODES))
    if CONVERSATION in workers:
        means[toy.REAL_RULES] = fmean(workers[CONVERSATION].asked(INTERVIEWED))
    return means
