"""What the buttons carry, and what anybody else may put there."""

from hypothesis import example, given
from hypothesis import strategies as st

from bot.buttons import PREFIX, Deed, OfScreen, deed_button, is_for, read_button, screen_button

CHOICES = st.text(min_size=1, max_size=40)


@given(st.integers(0, 2**62), st.integers(0, 200), CHOICES)
def test_a_button_of_a_screen_is_read_as_it_was_written(revision: int, place: int, choice: str) -> None:
    data = screen_button(revision, place, choice)
    read = read_button(data)
    assert isinstance(read, OfScreen)
    assert (read.revision, read.place) == (revision, place)
    assert is_for(read, choice)
    assert data.isascii()
    assert len(data) <= 64


@given(CHOICES, CHOICES)
@example("exit", "back")
def test_a_button_is_for_its_own_choice(one: str, another: str) -> None:
    read = read_button(screen_button(1, 0, one))
    assert isinstance(read, OfScreen)
    if one == another:
        assert is_for(read, another)


def test_choices_of_one_place_are_told_apart() -> None:
    read = read_button(screen_button(1, 0, "exit"))
    assert isinstance(read, OfScreen)
    assert not is_for(read, "back")


def test_a_deed_is_read_as_it_was_written() -> None:
    assert read_button(deed_button("consent", "zh_Hans.renew")) == Deed("consent", "zh_Hans.renew")


@given(st.text(max_size=64))
@example(PREFIX)
@example(f"{PREFIX}s")
@example(f"{PREFIX}s::::")
@example(f"{PREFIX}s:-1:0:ab")
@example(f"{PREFIX}s:１:0:ab")
@example(f"{PREFIX}a:b:c:d:e")
@example(f"{PREFIX}s:{'f' * 40}:0:ab")
def test_whatever_a_button_carries_is_read_or_is_not_ours(data: str) -> None:
    for carried in (data, PREFIX + data):
        read = read_button(carried)
        assert read is None or carried.startswith(PREFIX)
        if isinstance(read, OfScreen):
            assert read.revision >= 0
            assert read.place >= 0
