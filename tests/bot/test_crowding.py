"""Who sends more than anybody can mean, by a clock that the test moves."""

from bot.crowding import MOST_REMEMBERED, PERSON, TELL_EVERY, Crowd, Turnstile
from bot.messages import Address

SOMEBODY, ANOTHER = Address("telegram:1", "1"), Address("telegram:1", "2")


def test_a_burst_is_taken_and_the_rest_is_put_off_with_one_word() -> None:
    crowd = Crowd()
    seen = [crowd.turnstile(SOMEBODY, 100.0) for _ in range(PERSON.burst + 50)]
    assert seen[: PERSON.burst] == [Turnstile.PASS] * PERSON.burst
    assert seen[PERSON.burst :] == [Turnstile.TELL, *[Turnstile.LEAVE] * 49]


def test_others_are_not_affected() -> None:
    crowd = Crowd()
    for _ in range(1000):
        crowd.turnstile(SOMEBODY, 100.0)
    assert crowd.turnstile(ANOTHER, 100.0) is Turnstile.PASS


def test_who_waits_is_taken_again_and_told_again_only_after_a_while() -> None:
    crowd = Crowd()
    for _ in range(PERSON.burst + 1):
        crowd.turnstile(SOMEBODY, 100.0)
    assert crowd.turnstile(SOMEBODY, 100.0 + PERSON.seconds) is Turnstile.PASS
    assert crowd.turnstile(SOMEBODY, 100.0 + PERSON.seconds) is Turnstile.LEAVE
    later = 100.0 + TELL_EVERY
    said = [crowd.turnstile(SOMEBODY, later) for _ in range(PERSON.burst + 1)]
    assert said[-1] is Turnstile.TELL


def test_whoever_is_forgotten_when_many_came_was_idle() -> None:
    crowd = Crowd()
    for _ in range(PERSON.burst + 1):
        crowd.turnstile(SOMEBODY, 100.0)
    for number in range(MOST_REMEMBERED + 10):
        crowd.turnstile(Address("telegram:1", f"many {number}"), 100.0)
    assert crowd.turnstile(SOMEBODY, 100.0) is Turnstile.LEAVE


def test_what_could_not_be_taken_does_not_count_when_it_comes_again() -> None:
    crowd = Crowd()
    for _ in range(5 * PERSON.burst):
        assert crowd.turnstile(SOMEBODY, 100.0) is Turnstile.PASS
        crowd.forgive(SOMEBODY)
    crowd.forgive(ANOTHER)
    assert [crowd.turnstile(SOMEBODY, 100.0) for _ in range(PERSON.burst)] == [Turnstile.PASS] * PERSON.burst
    assert crowd.turnstile(SOMEBODY, 100.0) is Turnstile.TELL
