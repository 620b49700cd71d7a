"""What is counted (指标): how much, how fast and how well. Never whose, and never what was said."""

from typing import Final

from prometheus_client import Counter, Gauge, Histogram

TAKEN: Final = Counter("hujifen_taken", "Things that came in, by what they were", ["kind"])
PUT_OFF: Final = Counter("hujifen_put_off", "Things that came in too fast and were left")
DEAD: Final = Counter("hujifen_dead_letters", "Things that could not be read, handled or sent", ["where"])
TURN_SECONDS: Final = Histogram(
    "hujifen_turn_seconds",
    "From what came in to the commit",
    buckets=(0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
)
SENT: Final = Counter("hujifen_sent", "Things sent, by what they were", ["kind"])
DELAYED: Final = Counter("hujifen_delayed", "Times that sending had to wait or be tried again", ["why"])
UNREACHABLE: Final = Counter("hujifen_unreachable", "People who could not be reached any more")
WAITING: Final = Gauge("hujifen_waiting", "Messages that wait to be sent by this process")
