"""The network's reading of a text: pieces of words, and sums over them."""

import numpy as np

from dialogs.topics.encoder import forward
from dialogs.topics.model import trained_model
from dialogs.topics.pieces import BEGIN, END, FIRST, LAST, UNKNOWN, pieces

FEW = pieces(
    ("<unk>", "<s>", "</s>", "▁", "▁积", "分", "积分", "▁积分", "a", "ab"), (0, 0, 0, -2, -6, -4, -5, -6, -3, -4)
)


def test_a_text_is_cut_in_the_likeliest_way_between_its_marks() -> None:
    assert FEW.places("积分") == [BEGIN, 7, END]
    assert FEW.places("分积分") == [BEGIN, 3, 5, 6, END]
    assert FEW.places("aab") == [BEGIN, 3, 8, 9, END]


def test_blanks_are_one_and_an_unknown_character_is_marked() -> None:
    assert FEW.places("  积分 \n 积分 ") == FEW.places("积分 积分")
    assert FEW.places("鑫") == [BEGIN, 3, UNKNOWN, END]
    assert FEW.places("") == [BEGIN, 3, END]


def test_of_a_long_text_the_beginning_and_the_end_are_read() -> None:
    long = FEW.places("积分 " + "a" * 500 + " ab")
    assert len(long) == FIRST + LAST + 2
    assert (long[1], long[-2]) == (7, 9)


def test_the_highest_sum_is_nought_and_every_topic_has_one() -> None:
    model = trained_model()
    sums = model.encoder.sums("积分通知书在哪里打印")
    assert len(sums) == len(model.settings["topics"])
    assert max(sums) == 0


def test_a_question_reads_the_same_beside_a_longer_one() -> None:
    encoder = trained_model().encoder
    chance = np.random.default_rng(7)
    short, long = (chance.normal(0, 0.1, (size, 512)).astype(np.float32) for size in (6, 11))
    alone = forward(encoder.layers, short[None], np.ones((1, 6), np.float32), np)
    both = np.stack([np.concatenate([short, chance.normal(0, 9, (5, 512)).astype(np.float32)]), long])
    mask = np.array([[1] * 6 + [0] * 5, [1] * 11], np.float32)
    assert np.allclose(forward(encoder.layers, both, mask, np)[0], alone[0], atol=1e-3)
