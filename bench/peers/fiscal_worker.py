"""OpenFisca-Core and PolicyEngine-Core as workers; see fiscal_rules.py for their rules."""

import json
from pathlib import Path

from bench.peers.fiscal_rules import BaseRules, by_index, items
from bench.worker import read_columns, serve, timed, timed_each


def work(package, enums, look_up_in_batch):
    """Serve the engine of that package."""
    columns = read_columns()
    single = BaseRules(package, enums, by_index)
    batch = BaseRules(package, enums, look_up_in_batch)
    everybody = batch.arrays(columns)
    one_by_one: list[dict[str, object]] = []

    def people(count):
        """The first people, each as arrays of one, made once: the engine's input is not what is timed."""
        rows = (slice(row, row + 1) for row in range(len(one_by_one), count))
        one_by_one.extend(single.arrays({name: values[row] for name, values in columns.items()}) for row in rows)
        return one_by_one[:count]

    def first(count):
        return {name: values[:count] for name, values in everybody.items()}

    def explain(person):
        _, simulation = single.calculate(person, trace=True)
        return simulation

    def explained(count):
        return timed_each(explain, people(count))

    def in_batch(count):
        ready = first(count)
        return timed(lambda: batch.calculate(ready, trace=False))

    serve(
        {
            "totals": lambda count: batch.calculate(first(count), trace=False)[0].tolist(),
            "items": lambda count: [items(explain(person)) for person in people(count)],
            "explained": explained,
            "batch": in_batch,
        }
    )


def once(package, enums, file):
    """Load the rules and print one person's total, as a script of its own would."""
    rules = BaseRules(package, enums, by_index)
    person = json.loads(Path(file).read_text())
    totals, _ = rules.calculate(rules.arrays({name: [value] for name, value in person.items()}), trace=False)
    print(totals[0])
