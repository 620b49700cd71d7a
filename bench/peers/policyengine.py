"""PolicyEngine-Core as a worker (`python -m bench.peers.policyengine FOLDER`), and its cold start (`once`)."""

from bench.peers import fiscal_worker
from bench.peers.fiscal_rules import by_index

ENGINE = ("policyengine_core", "enums")


def once(file: str) -> None:
    """Print the total of the person in that file."""
    fiscal_worker.once(*ENGINE, file)


if __name__ == "__main__":
    fiscal_worker.work(*ENGINE, by_index)
