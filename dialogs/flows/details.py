"""The short questions that only procedures ask: they score nothing, and say what a person has to do or to bring."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.flows.pages import page_of
from dialogs.screens import Choice, Screen
from dialogs.talk import DETAIL, Entry
from dialogs.texts import Texts
from dialogs.understanding.plain import folded

YES, NO, UNKNOWN = "yes", "no", "unknown"
_YES_NO = {YES: "choice.yes", NO: "choice.no"}


@dataclass(frozen=True, slots=True)
class Detail:
    """One short question: the message that asks it, the label of each answer, and the words that mean one."""

    id: str
    ask: str
    answers: Mapping[str, str] = field(default_factory=lambda: _YES_NO)
    words: Mapping[str, str] = field(default_factory=dict)

    def told(self, answer: str) -> Entry:
        """What an answer enters."""
        return Entry(DETAIL, self.id, picked=(answer,))

    @property
    def forgotten(self) -> Entry:
        """What lets the question be asked again."""
        return Entry(DETAIL, self.id)


# ------------------------------------------------------------------------------------------------------ of the papers

DISPATCH = Detail("dispatch", "flow.ask.dispatch")
EMPLOYER_FIRST_TIME = Detail("employer_first_time", "flow.ask.employer_first_time")
DEGREE = Detail(
    "degree",
    "flow.ask.degree",
    {"domestic": "flow.degree.domestic", "foreign": "flow.degree.foreign"},
    {
        "domestic": r"(?:在)?(?:中国|国内|大陆|内地)(?:的|读的|拿的)?|(?:in )?(?:mainland )?china|domestic",
        "foreign": (
            r"(?:在)?(?:国外|海外|境外|外国|留学|英国|美国|澳洲|加拿大|日本|韩国|香港|澳门|台湾)(?:的|读的|拿的)?"
            r"|abroad|overseas|foreign"
        ),
    },
)
UPGRADED_DIPLOMA = Detail("upgraded_diploma", "flow.ask.upgraded_diploma")
ADULT_DIPLOMA = Detail("adult_diploma", "flow.ask.adult_diploma")
CREDENTIAL_REGISTERED = Detail("credential_registered", "flow.ask.credential_registered")
COHABITANT_SPOUSE = Detail("cohabitant_spouse", "flow.ask.cohabitant_spouse")
COHABITANT_CHILD = Detail("cohabitant_child", "flow.ask.cohabitant_child")
COHABITANT_CHILD_16 = Detail("cohabitant_child_16", "flow.ask.cohabitant_child_16")

PAPER_DETAILS = (
    EMPLOYER_FIRST_TIME,
    DISPATCH,
    DEGREE,
    UPGRADED_DIPLOMA,
    ADULT_DIPLOMA,
    CREDENTIAL_REGISTERED,
    COHABITANT_SPOUSE,
    COHABITANT_CHILD,
    COHABITANT_CHILD_16,
)

# ---------------------------------------------------------------------------------------- of the change of employer

POINTS_STAND = Detail(
    "points_stand",
    "flow.ask.points_stand",
    {"approved": "flow.points_stand.approved", "filed": "flow.points_stand.filed", "none": "flow.points_stand.none"},
    {
        "approved": (
            r"(?:积分)?(?:已经?|都)?(?:核定|批|通过|办好|批下来|下来)了?|有积分了?"
            r"|approved|granted|i have (?:the |my )?points"
        ),
        "filed": (
            r"(?:材料)?(?:已经?|都)?(?:递交|提交|交)了?(?:但?(?:还)?没核定)?|(?:还)?(?:没有?|未)核定"
            r"|(?:还)?在(?:审核|审批|办)(?:中)?"
            r"|(?:filed|submitted|handed in|pending)(?:,? but)?(?:,? not (?:yet )?approved(?: yet)?)?"
            r"|not (?:yet )?approved(?: yet)?"
        ),
        "none": (
            r"(?:还|都)?(?:没有?|未)(?:申请|办|开始|提交|递交)?(?:过|呢)?|不是?|还没有申请"
            r"|no(?:ne)?|not yet|not (?:yet )?applied(?: yet)?|i (?:haven't|have not|didn't) appl(?:ied|y)(?: yet)?"
        ),
    },
)
PERMIT_STANDS = Detail(
    "permit_stands",
    "flow.ask.permit_stands",
    {"renewed": "flow.permit_stands.renewed", "in_its_year": "flow.permit_stands.in_its_year"},
    {
        "renewed": (
            r"是的?|有|对|嗯|(?:签注|续签)?(?:已经?|都)?(?:办|签|续|续签|签注|弄)(?:好|完|过)?了|办好"
            r"|yes|yeah|yep|done|(?:i have |it is |it's |already )?(?:been )?(?:renewed|endorsed)(?: it)?(?: already)?"
        ),
        "in_its_year": (
            r"(?:今年)?(?:还|都)?(?:没有?|未|不)(?:有)?(?:是|去)?(?:办|签|续|续签|签注|弄)?(?:好|完|过)?(?:呢|啊)?"
            r"|还没到期|没到期|no(?:pe)?|not (?:yet|done|renewed|endorsed)(?: yet)?"
            r"|i (?:haven't|have not|didn't)(?: renewed?(?: it)?)?(?: yet)?"
        ),
    },
)
EMPLOYER_KNOWN = Detail("employer_known", "flow.ask.employer_known")

CHANGE_DETAILS = (POINTS_STAND, PERMIT_STANDS, EMPLOYER_KNOWN)

DETAILS: Mapping[str, Detail] = {detail.id: detail for detail in (*PAPER_DETAILS, *CHANGE_DETAILS)}


def detail_screen(detail: Detail, text: Texts, *ways: Choice) -> Screen:
    """A short question with its answers, and other ways on."""
    answers = {**detail.answers, UNKNOWN: "choice.unknown"}
    choices = [Choice(answer, text(label), (detail.told(answer),)) for answer, label in answers.items()]
    return page_of((text(detail.ask),), (*choices, *ways), text, asking=detail.id)


def detail_heard(message: str, asking: str) -> Entry | None:
    """The answer to a short question that stands in a message, or None."""
    detail = DETAILS.get(asking)
    words = detail.words if detail else {}
    said = folded(message).strip(" .!,")
    answers = (answer for answer, pattern in words.items() if re.fullmatch(pattern, said))
    answer = next(answers, None)
    return Entry(DETAIL, asking, picked=(answer,)) if answer else None
