"""Questions that people ask when something presses, and the one sentence that they must not miss."""

import pytest

from dialogs.topics.reply import reply
from tests.dialogs.knowledge.test_answering import ON

MUST_SAY = [
    ("居住证过期一个月了怎么办", ("60 天内补办", "12333")),
    ("居住證下個月到期怎麼辦", ("30 天內", "簽注", "3 個工作日")),
    ("my permit expired a month ago, what now", ("suspended", "60 days", "12333")),
    ("居住证到期了积分要重新申请吗", ("说法不一", "12333")),
    ("骑手能办积分吗", ("以职工身份",)),
    ("灵活就业能办吗", ("不符合这一条",)),
    ("Can freelancers apply?", ("as an employee",)),
    ("办积分要多少钱", ("资料没有写",)),
    ("61岁还能申请吗", ("60 周岁",)),
    ("2026年社保基数上下限是多少", ("7546", "37731")),
    ("晚上能登录吗", ("8:00 到 22:00",)),
    ("双一流硕士加5分吗", ("当它没有",)),
]


@pytest.mark.parametrize(("question", "said"), MUST_SAY)
def test_what_presses_is_said_first(question: str, said: tuple[str, ...]) -> None:
    first = " ".join(reply(question, on=ON).answer.paragraphs[:2])
    assert not [words for words in said if words not in first]
