"""Which procedure a message asks for, where the whole message is that: 怎么申请, what papers, when must I renew."""

import re

from dialogs.flows.pages import APPLY, CHANGE_EMPLOYER, OFFICE, PAPERS, RENEW, STATUSES
from dialogs.understanding.plain import folded

_POINTS = r"(?:(?:上海)?(?:市)?(?:居住证)?积分|这个|jf)?"
_HOW = r"(?:怎么|怎样|如何|咋)"
_NEED = r"(?:要|需要|要准备|需要准备|准备|要带|带|要交|交|提交)"
_MY = r"(?:the |my |shanghai |points? ?)*"

_WISHES = {
    APPLY: (
        rf"(?:{_POINTS}(?:要)?{_HOW}(?:去)?(?:申请|申办|办理|办){_POINTS}|(?:开始|我要|想)?申请{_POINTS}"
        rf"|{_POINTS}(?:的)?(?:申请|办理|申办)(?:流程|步骤|程序)(?:是什么|有哪些)?)"
        rf"|how (?:do|can|should) i apply(?: for {_MY}(?:points|score))?|how to apply|apply(?: now)?"
        r"|application steps|steps to apply"
    ),
    PAPERS: (
        rf"(?:{_POINTS}(?:申请|办理)?{_POINTS}{_NEED}(?:些)?(?:什么|哪些|啥)(?:申请)?(?:材料|资料|文件|证件|东西)"
        r"|(?:申请)?(?:材料|资料)(?:清单|有哪些|是什么)?)"
        r"|(?:what|which) (?:papers|documents|materials)(?: (?:do|will) i need| are needed| must i bring)?"
        r"|papers|documents|check ?list"
    ),
    OFFICE: (
        r"(?:去|到|在)哪(?:里|儿|个区)?(?:的)?(?:办|办理|申请|交材料)|(?:哪个|哪一个)?(?:区)?人才(?:服务)?中心(?:在哪(?:里|儿)?|地址|电话)?"
        r"|(?:which|what) (?:office|cent(?:re|er)|district)|where (?:do|can|must|should) i (?:apply|go|file)"
    ),
    STATUSES: (
        r"(?:系统)?(?:显示)?(?:的)?(?:等待受理|受理不通过|单位不存在|预审通过|状态)(?:(?:是)?什么意思|怎么办)?"
        r"|what does (?:my |the )?status mean|status"
    ),
    RENEW: (
        rf"(?:{_POINTS}(?:什么时候|啥时候|几时|何时|{_HOW})(?:要|去|该|可以|能)?(?:续签|续办|签注|续期|续|确认){_POINTS}"
        rf"|{_POINTS}(?:续签|续办|续期|签注))"
        rf"|when (?:do|must|should|can) i renew(?: {_MY}(?:permit|points|card))?"
        rf"|how (?:do|can) i renew(?: {_MY}(?:permit|points|card))?|renew(?:al)?"
    ),
    CHANGE_EMPLOYER: (
        r"(?:(?:我)?(?:要|想|刚)?(?:换了?|变更了?|更换了?)(?:个)?(?:工作|单位|公司|东家)了?|(?:我)?(?:要|想)?跳槽了?)"
        rf"(?:(?:{_POINTS}(?:该|要)?(?:怎么办|怎么弄|怎么处理|咋办)))?"
        r"|(?:what if )?(?:i (?:have )?)?chang(?:e|ed) (?:my )?(?:employer|jobs?)|(?:i have )?a new (?:job|employer)"
    ),
}
_MANNERS = re.compile(
    r"^(?:请问一?下?|请|那么?|我想(?:知道|问一?下?)?|想问一?下?|and|so|please|ok(?:ay)?)[\s,]*"
    r"|[\s,.!?~…]*(?:呢|啊|呀|吗|的|please|now)?[\s,.!?~…]*$"
)
_LONGEST = 60


def procedure_asked_for(message: str) -> str | None:
    """The page that a message asks for, or None."""
    if len(message) > _LONGEST:
        return None
    said = _MANNERS.sub("", folded(message).strip())
    return next((page for page, pattern in _WISHES.items() if re.fullmatch(pattern, said)), None)
