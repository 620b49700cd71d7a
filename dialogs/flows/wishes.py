"""Which procedure a message asks for, where the whole message is that: 怎么申请, what papers, when must I renew."""

import re
from collections.abc import Mapping
from functools import lru_cache

from dialogs.flows.pages import APPLY, CHANGE_EMPLOYER, OFFICE, PAPERS, RENEW, STATUSES
from dialogs.understanding.patterns import Lazy
from dialogs.understanding.plain import folded

_POINTS = r"(?:(?:上海)?(?:市)?(?:居住证)?积分|这个|jf)?"
_HOW = r"(?:怎么|怎样|如何|咋)"
_NEED = r"(?:要|需要|要准备|需要准备|准备|要带|带|要交|交|提交)"
_MY = r"(?:the |my |shanghai |residence |points? ?)*"
_HELD = r"(?:permit|points|card|it)"

_WISHES: Mapping[str, Lazy] = {
    APPLY: Lazy(
        rf"(?:{_POINTS}(?:要)?{_HOW}(?:去)?(?:申请|申办|办理|办){_POINTS}|(?:开始|我要|想)?申请{_POINTS}"
        rf"|{_POINTS}(?:的)?(?:申请|办理|申办)(?:流程|步骤|程序)(?:是什么|有哪些)?)"
        rf"|how (?:do|can|should) i apply(?: for {_MY}(?:points|score))?|how to apply|apply(?: now)?"
        r"|application steps|steps to apply"
    ),
    PAPERS: Lazy(
        rf"(?:{_POINTS}(?:申请|办理)?{_POINTS}{_NEED}(?:些)?(?:什么|哪些|啥)(?:申请)?(?:材料|资料|文件|证件|东西)"
        r"|(?:申请)?(?:材料|资料)(?:清单|有哪些|是什么)?)"
        r"|(?:what|which) (?:papers|documents|materials)(?: (?:do|will) i need| are needed| must i bring)?"
        r"|papers|documents|check ?list"
    ),
    OFFICE: Lazy(
        r"(?:要|该|应该)?(?:去|到|在|找|交到)?(?:哪个|哪一个|哪)区(?:的)?(?:人才(?:服务)?中心)?(?:办理?|申请|交材料)?"
        r"|(?:去|到|在)哪(?:里|儿|个区)?(?:的)?(?:办|办理|申请|交材料)|(?:哪个|哪一个)?(?:区)?人才(?:服务)?中心(?:在哪(?:里|儿)?|地址|电话)?"
        r"|(?:which|what) (?:office|cent(?:re|er)|district)(?:'s)?"
        r"(?: (?:talent )?(?:service )?(?:office|cent(?:re|er)))?"
        r"(?: (?:do|must|should|can) i (?:go|apply|file)(?: to| at)?)?|where (?:do|can|must|should) i (?:apply|go|file)"
    ),
    STATUSES: Lazy(
        r"(?:系统)?(?:显示)?(?:的)?(?:等待受理|受理不通过|单位不存在|预审通过|状态)(?:(?:是)?什么意思|怎么办)?"
        r"|what does (?:my |the )?status mean|status"
    ),
    RENEW: Lazy(
        rf"(?:{_POINTS}(?:什么时候|啥时候|几时|何时|{_HOW})(?:要|去|该|可以|能)?(?:续签|续办|签注|续期|续|确认){_POINTS}"
        rf"|{_POINTS}(?:续签|续办|续期|签注))"
        rf"|when (?:(?:do|must|should|can|may|will) i (?:have to |need to )?|to )renew(?: {_MY}{_HELD})?"
        rf"|how (?:(?:do|can|should) i |to )renew(?: {_MY}{_HELD})?|renew(?:al)?(?: {_MY}{_HELD})?"
        rf"|when (?:is|does) {_MY}(?:{_HELD} )?(?:renewal|(?:have|need) to be renewed|due)"
    ),
    CHANGE_EMPLOYER: Lazy(
        r"(?:(?:我)?(?:要|想|刚)?(?:换了?|变更了?|更换了?)(?:个)?(?:工作|单位|公司|东家)了?|(?:我)?(?:要|想)?跳槽了?)"
        rf"(?:(?:{_POINTS}(?:该|要)?(?:怎么办|怎么弄|怎么处理|咋办)))?"
        r"|(?:what if )?(?:i (?:have )?)?chang(?:e|ed) (?:my )?(?:employer|jobs?)|(?:i have )?a new (?:job|employer)"
    ),
}
_REMIND = re.compile(
    r"(?:请|麻烦你?|可以|能不能|能否|帮我|给我|到时候?|到期前?|提前|记得|要|我要|我想|设置?|设个|开启?|打开)*提醒(?:一下|我|功能|续签|我续签)*"
    r"|(?:please |can you |could you )*remind me"
    r"(?: (?:of )?(?:it|this|that|then|later|when (?:it is|it's) time|to renew))?"
    r"|(?:set |set up |turn on )?(?:a |the )?reminders?"
)
_CALENDAR = re.compile(
    r"(?:请|帮我|给我|把|这些|日期|日子|它们?)*(?:导出|加入|加进|加到|添加到?|放进|放到|放入|存到|存进|写进|写入|下载|导入|生成|同步到?)?"
    r"(?:手机|我的|到)*(?:日历|日程|行事历)(?:文件|里|中)*"
    r"|(?:please |can you |could you )*(?:(?:add|put|export|save|download|send|get)(?: me)?"
    r"(?: (?:it|this|them|these|the|dates?|file))*"
    r"(?: (?:to|in|into|as|for))? ?)?(?:the |my |a |phone |phone's )*(?:calendar|ics)(?: file)?|export(?: the)? dates"
)
_MANNERS = re.compile(
    r"^(?:请问一?下?|请|那么?|我想(?:知道|问一?下?)?|想问一?下?|and|so|please|ok(?:ay)?)[\s,]*"
    r"|[\s,.!?~…]*(?:呢|啊|呀|吗|的|please|now)?[\s,.!?~…]*$"
)
_LONGEST = 60


def procedure_asked_for(message: str) -> str | None:
    """The page that a message asks for, or None."""
    if len(message) > _LONGEST:
        return None
    said = _bare(message)
    return next((page for page, pattern in _WISHES.items() if pattern.fullmatch(said)), None)


def asks_to_be_reminded(message: str) -> bool:
    """Whether a message only asks to be reminded."""
    return _asks(message, _REMIND)


def asks_for_calendar(message: str) -> bool:
    """Whether a message only asks for the dates as a calendar."""
    return _asks(message, _CALENDAR)


def _asks(message: str, pattern: re.Pattern[str]) -> bool:
    return len(message) <= _LONGEST and pattern.fullmatch(_bare(message)) is not None


# One message is looked at for one wish after the other.
@lru_cache(maxsize=4)
def _bare(message: str) -> str:
    """A message without what only manners put around it."""
    return _MANNERS.sub("", folded(message).strip())
