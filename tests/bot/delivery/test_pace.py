"""The pace of a chat, by a clock that the test moves."""

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pace import Allowance, Pace


@given(st.integers(1, 20), st.floats(0.01, 60), st.lists(st.floats(0, 120), max_size=60))
def test_in_no_stretch_of_time_are_there_more_than_the_pace_allows(
    burst: int, seconds: float, pauses: list[float]
) -> None:
    allowance, now, used = Allowance(Pace(burst, seconds)), 1_000.0, []
    for pause in pauses:
        now += pause
        now += allowance.wait(now)
        allowance.use(now)
        used.append(now)
    for first, begin in enumerate(used):
        for last in range(first, len(used)):
            allowed = burst + (used[last] - begin) / seconds
            assert last - first + 1 <= allowed + 1e-3


@given(st.integers(1, 20), st.floats(0.01, 60))
def test_a_burst_goes_at_once_and_the_next_one_waits(burst: int, seconds: float) -> None:
    allowance = Allowance(Pace(burst, seconds))
    for _ in range(burst):
        assert allowance.wait(5.0) == 0
        allowance.use(5.0)
    assert abs(allowance.wait(5.0) - seconds) < 1e-6
    assert not allowance.is_full(5.0)


def test_after_a_while_nothing_is_used_up() -> None:
    allowance = Allowance(Pace(3, 1.0))
    allowance.use(10.0)
    assert not allowance.is_full(10.9)
    assert allowance.is_full(11.0)
