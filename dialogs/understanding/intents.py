"""What a message wants of the conversation: back, skip, why, the result; only where the whole message is that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from .numerals import read_amount
from .patterns import Lazy
from .plain import folded


class IntentKind(Enum):
    """What a message can want."""

    BACK = "back"
    SKIP = "skip"
    UNKNOWN = "unknown"
    WHY = "why"
    REPEAT = "repeat"
    RESTART = "restart"
    CANCEL = "cancel"
    HELP = "help"
    CHANGE = "change"
    WRONG_LINE = "wrong_line"
    RESULT = "result"
    HUMAN = "human"
    GREETING = "greeting"
    THANKS = "thanks"
    GO_ON = "go_on"
    PLANS = "plans"
    FUTURE = "future"
    PRIVACY = "privacy"
    OFFICIAL = "official"
    YES = "yes"
    NO = "no"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Intent:
    """A wish; ``what`` is the question's id of a change, or the number of the wrong line."""

    kind: IntentKind
    what: str | None = None


_PHRASES: Mapping[IntentKind, str] = {
    IntentKind.BACK: (
        "返回 返回上一步 返回上一题 上一步 上一题 上一个 上一个问题 回上一步 回到上一步 回到上一题 回去 退回 "
        "退回去 退一步 后退 倒回去 撤销 撤回"
        "|back|go back|previous|prev|previous question|last question|go to the previous question"
        "|undo|one step back|step back|go back one|take me back"
    ),
    IntentKind.SKIP: (
        "跳过 跳过这题 跳过这个 跳过这个问题 先跳过 跳 略过 下一题 下一个 下一个问题 下一步 不想说 不想回答 "
        "不方便说 不方便透露 不说 不告诉你 这题不答 不答 先不说 过"
        "|skip|skip it|skip this|skip this one|skip this question|pass|next|next question"
        "|prefer not to say|i'd rather not say|rather not say|i'd rather not|don't want to say"
    ),
    IntentKind.UNKNOWN: (
        "不知道 不清楚 不晓得 不记得 不记得了 记不清 记不清了 忘了 忘记了 不确定 不太清楚 不太确定 不太知道 "
        "没概念 不懂 不了解 搞不清 搞不清楚 说不准 说不清 不好说 我也不知道 这个不知道 这个不清楚 唔知 唔知道 "
        "唔清楚 不造 没注意过 没注意"
        "|i don't know|don't know|dont know|i dont know|i do not know|do not know|idk|dunno"
        "|not sure|i'm not sure|im not sure|i am not sure|no idea|i have no idea|unsure|no clue"
        "|unknown|can't remember|i can't remember|i don't remember|i forgot|forgot|can't say"
        "|hard to say"
    ),
    IntentKind.WHY: (
        "为什么 为啥 为什么问这个 为什么要问这个 为啥问这个 为什么要问 问这个干嘛 问这个干什么 问这个做什么 "
        "问这个有什么用 干嘛问这个 干嘛要问这个 这个有什么用 有什么用 为什么需要这个 为什么要知道这个 "
        "这个跟积分有什么关系 有什么关系 点解 点解问呢个 为何问这个 为何 你问这个干嘛"
        "|why|why do you ask|why are you asking|why do you ask that|why do you ask this"
        "|why do you need that|why do you need this|why do you need to know"
        "|why do you need to know that|why does it matter|why this question|what for"
        "|what's it for|how come|why is that needed|why ask"
    ),
    IntentKind.REPEAT: (
        "再说一遍 再说一次 重复 重复一遍 重复一下 再问一遍 再问一次 没听懂 没看懂 没听清 没明白 不明白 什么意思 "
        "什么 啥 啥意思 你说什么 看不懂 听不懂 解释一下 没懂 刚才说什么 你问什么 咩话 咩意思"
        "|repeat|repeat that|say again|say that again|say it again|pardon|again|what|come again"
        "|i don't understand|what do you mean|i don't get it|sorry what|repeat the question"
        "|can you repeat that|could you repeat that|ask again|what was the question"
    ),
    IntentKind.RESTART: (
        "重新开始 重来 从头来 从头开始 从头再来 重置 重新来 重新来过 再来一次 重新算 重新测 重新算一次 重新填 "
        "全部重来 清空 清空重来 重启 推倒重来"
        "|restart|start over|start again|reset|begin again|from the beginning|from scratch"
        "|start from scratch|new start|redo|clear everything|/restart|/start"
    ),
    IntentKind.CANCEL: (
        "取消 退出 算了 算了不问了 不用了 结束 停 停止 不问了 不玩了 不聊了 不想聊了 不弄了 不填了 终止 拜拜 "
        "再见 下次再说 下次吧 先这样 先不弄了 打住"
        "|cancel|quit|exit|stop|never mind|nevermind|forget it|bye|goodbye|see you|end|abort"
        "|that's all|i'm done|not now|/cancel|/stop"
    ),
    IntentKind.HELP: (
        "帮助 帮帮我 帮忙 怎么用 怎么使用 这个怎么用 你能做什么 你会什么 你能干嘛 你能干什么 你是谁 你可以做什么 "
        "菜单 功能 使用说明 说明 有什么功能 求助 点用"
        "|help|help me|menu|what can you do|what do you do|how does this work|how do i use this"
        "|how to use|who are you|options|commands|instructions|/help|/menu"
    ),
    IntentKind.WRONG_LINE: (
        "错 错了 有错 弄错 搞错 听错 理解错 你理解错 你搞错 你弄错 你听错 不是这样 不是这样的 不是这个意思"
        "|wrong|that's wrong|that's not right|not right|incorrect|you got it wrong|you misunderstood"
    ),
    IntentKind.RESULT: (
        "看结果 结果 出结果 看看结果 我要看结果 直接看结果 直接出结果 现在多少分 多少分 多少分了 我多少分 "
        "我多少分了 我现在多少分 现在几分 几分 我几分 几分了 有多少分 我有多少分 总分 总分多少 分数 我的分数 "
        "算分 算一下 算算 算一下分 算个分 算一算 测一下 测一测 算我的分 算积分 算一下积分 算一下我的积分 "
        "先看结果 先看看结果 出分 看分数 看分 查看结果 得分 够了吗 够不够 够120吗 到120了吗 够分吗"
        "|result|results|see result|see results|see the result|see the results|see my result|view result"
        "|view results|view the result|see the result now|show result|show the result|show results|show me the result"
        "|show my score|score|my score|my points|how many points|how many points do i have"
        "|how many points now|what's my score|what is my score|total|what's the result|calculate"
        "|calculate my points|calculate my score|calculate points|calculate it|compute my points|count my points"
        "|check my points|work out my points"
        "|do i have enough|do i reach 120|am i at 120|/result|/score"
    ),
    IntentKind.HUMAN: (
        "人工 转人工 人工客服 人工服务 客服 真人 找人工 我要人工 找客服 找真人 接人工 联系客服 转接人工 12333 "
        "打12333 电话 客服电话 咨询电话 人工电话 热线 我要找人 有人吗"
        "|human|agent|a human|real person|a real person|talk to a human|talk to a person"
        "|talk to someone|speak to a human|speak to someone|speak to a person|speak to an agent"
        "|operator|hotline|call 12333|customer service|phone number|representative"
    ),
    IntentKind.GREETING: (
        "你好 您好 你好啊 你好呀 嗨 哈喽 哈啰 喂 早 早上好 早安 上午好 中午好 下午好 晚上好 晚安 在吗 在么 "
        "在不在 你好在吗 大家好 hello你好"
        "|hello|hi|hey|hi there|hello there|good morning|good afternoon|good evening|morning"
        "|greetings|yo|hiya|hello bot|hi bot"
    ),
    IntentKind.THANKS: (
        "谢谢 谢谢你 谢谢您 谢谢啦 多谢 感谢 谢了 谢啦 非常感谢 十分感谢 太感谢了 辛苦了 辛苦 唔该 唔该晒 多谢晒 "
        "谢谢谢谢 好的谢谢 好谢谢 蟹蟹 3q"
        "|thanks|thank you|thx|ty|thanks a lot|thank you very much|thank you so much|many thanks"
        "|cheers|much appreciated|thanks so much|ok thanks|great thanks|great thank you"
        "|appreciate it"
    ),
    IntentKind.YES: (
        "是 是的 是啊 是呀 对 对的 对啊 对呀 嗯 嗯嗯 恩 嗯呐 没错 好 好的 好啊 好呀 好滴 可以 行 有 有的 有啊 "
        "当然 当然是 当然有 确实 确认 正确 没问题 要 要的 都对 都是 全对 是滴 必须的 啱 ok好"
        "|yes|yeah|yep|yup|y|sure|correct|right|that's right|that is right|true|ok|okay|of course"
        "|certainly|absolutely|yes please|i do|i am|i have|confirm|confirmed|all correct|exactly"
        "|indeed|looks good"
    ),
    IntentKind.NO: (
        "不 不是 不是的 不对 否 没 没有 没有的 没有啊 没有呢 没有哦 无 不要 不行 不可以 不好 没得 唔是 唔系 不用 "
        "还没 还没有 暂时没有 从来没有 没有过"
        "|no|nope|nah|n|not|no thanks|no thank you|not really|never|false|negative|not yet"
        "|i don't|i do not|i'm not|i haven't|not at all|nothing"
    ),
    IntentKind.NONE: (
        "都没有 都不是 全没有 全都没有 一个都没有 一个也没有 一样都没有 一个都不是"
        "|none|none of them|none of these|none of those|none of the above|neither|neither of them"
    ),
    IntentKind.GO_ON: (
        "继续 继续吧 继续回答 继续答 继续算 接着 接着来 接着答 接着算 往下 往下走 开始 开始吧 开始测 开始算 开始算分 "
        "现在开始 那开始"
        "|go on|continue|carry on|proceed|keep going|start|begin|let's start|start now|begin now"
    ),
    IntentKind.PLANS: (
        "怎么补 怎么补分 怎么补到120 怎么补到120分 怎么到120 怎么到120分 怎么够120 怎么凑 怎么凑分 "
        "怎么凑够 怎么提分 怎么加分 怎么提高 怎么提高分数 怎么提高积分 方案 达标方案 提分方案 看方案 有什么办法 "
        "有什么办法提分"
        "|plan|plans|my plan|show plan|show plans|show me the plan|show me the plans|the plan|ways to 120"
        "|show me the ways|how to reach 120|how do i reach 120|how do i get to 120|how can i reach 120"
        "|how to get to 120|how can i get more points|how do i get more points"
    ),
    IntentKind.FUTURE: (
        "以后几年的分数 以后的分数 以后几年 以后分数 以后会怎样 以后会怎么样 未来几年 未来几年的分数 未来的分数 "
        "分数走势 "
        "积分走势 走势 分数变化 分数会怎么变 以后分数会怎么变 以后分数会变吗 预测"
        "|forecast|my forecast|show forecast|show me the forecast|the forecast|the next years|next years"
        "|the coming years|future|my future points|future points|points in the next years"
    ),
    IntentKind.PRIVACY: (
        "安全吗 信息安全吗 我的信息安全吗 数据安全吗 我的数据安全吗 资料安全吗 我的资料安全吗 隐私 隐私政策 "
        "会泄露吗 会不会泄露 会泄露隐私吗 "
        "会泄露我的信息吗 你会保存我的信息吗 你会保存我的数据吗 会保存我的信息吗 你会记录我的信息吗"
        "|is my data safe|is it safe|is this safe|are my data safe|is my information safe|privacy|privacy policy"
        "|do you store my data|do you keep my data|do you save my data|what do you do with my data"
        "|do you share my data|is my data private"
    ),
    IntentKind.OFFICIAL: (
        "你是官方的 你是官方吗 是官方的吗 你是官方的吗 官方的吗 官方吗 这是官方的吗 你是政府的吗 "
        "你是政府网站吗 这是政府网站吗 你们是官方的吗 你们是政府的吗 你是人社局的吗 你是中介吗 你们是中介吗 "
        "你是机器人吗 你是真人吗 你是ai吗"
        "|are you official|is this official|are you a government website|are you the government|are you government"
        "|is this a government website|are you from the government|is this an official website|are you an agency"
        "|are you a bot|are you a robot|are you human|are you a human|are you real|are you an ai|are you ai"
    ),
}
"""Whole messages, by what they want: Chinese ones parted by blanks, English ones by bars."""

_QUESTIONS: Mapping[str, str] = {
    "credential_fits_job": r"职称对口|岗位匹配|job match",
    "insured_months_last_12": r"(?:最近|近|过去)(?:12|十二)个月(?:的)?社保|近一年(?:的)?社保",
    "insured_years": (
"社保(?:年限|时间|年数|年份|月数)?|缴费年限|交社保的时间|insurance years|insured years"
"|years of (?:social )?insurance|social insurance|social security|shebao|insurance"
),
    "contribution_base": r"(?:社保|缴费|缴纳)?基数|contribution base|base",
    "age": r"年龄|年纪|岁数|生日|出生日期|出生年月|出生年份|年份|age|birthday|birth date|date of birth|birth year",
    "education": r"学历|学位|文凭|教育(?:背景|程度)?|education|degree|diploma",
    "credential": r"职称|技能(?:等级|证书?)?|证书|资格证?|title|credential|skill|certificate|qualification",
    "spouse": (
"配偶(?:户口|户籍|情况)?|老婆(?:户口|户籍)?|老公(?:户口|户籍)?|太太(?:户口)?|爱人|spouse"
"|wife|husband|spouse's hukou"
),
    "marriage": r"结婚(?:时间|日期|年限|年份|年数)?|婚姻(?:状况|情况)?|婚龄|领证时间|marriage|marriage date|wedding",
    "residence_permit": r"居住证|residence permit|permit",
    "employment": r"工作(?:情况|单位)?|就业(?:情况)?|公司|单位|job|employment|employer|company|work",
    "bonuses": r"加分项?|bonus(?:es)?",
    "deductions": r"减分项?|扣分项?|deductions?",
    "serious_crime": r"犯罪记录|案底|criminal record",
}  # fmt: skip

_POLITE = Lazy(
    "^(?:(?:请问|请|麻烦(?:你|您)?|劳驾|帮我|给我|那|那就|那个|我想(?:要)?|我要|我想要|能不能"
    "|可以|能|嗯+|呃|额|哦|啊|好吧|唉|please|can you|could you|can i|could i|i want to"
    r"|i'd like to|i would like to|let's|let me|ok|okay|well|um+|oh|uh|hey|just)[,\s]*)+"
)
_TRAILING = Lazy(
    r"[\s,.!?~…、]*(?:(?:吧|了|呢|啊|呀|啦|哈|哦|喔|好吗|好不好|可以吗|行吗|吗|嘛|一下|谢谢"
    r"|please|thanks|thank you|pls|now|thx)[\s,.!?~…]*)*$"
)
_EDGES = Lazy(r"^[\s,.!?~…:;'\"()-]+|[\s,.!?~…:;'\"()-]+$")
_BLANKS = Lazy(r"\s+")

_TOPICS = "|".join(pattern for pattern in _QUESTIONS.values())
_CHANGE = Lazy(
    f"(?:(?:把|将)?(?:我的|之前的|刚才的|刚刚的)?(?P<first>{_TOPICS})(?:那题|那个|那里|这里"
    "|这题|这个|一栏)?(?:我)?(?:要|想|需要|得)?(?:(?:填|写|说|选|打|搞|弄|输)错|有误|不对"
    "|要?改|修改|更改|更正|重填|重选|重新填|重新选))"
    "|(?:(?:改|修改|更改|更正|重填|重选|换|重新填|重新选|编辑)(?:一?下|掉)?(?:我的|之前的"
    f"|刚才的)?(?P<second>{_TOPICS})(?:那题|那个|一栏)?)"
    "|(?:(?:change|edit|correct|fix|update|modify|redo)(?: my"
    f"| the)? (?P<third>{_TOPICS})(?: answer| question)?)|(?:my )?(?P<fourth>{_TOPICS}) (?:is"
    "|was) wrong"
)
_CHANGE_SOMETHING = Lazy(
    "(?:我?要?想?)?(?:改|修改|更改|更正|改答案|修改答案|改回答|修改回答|改一个答案|改前面的|改一下|change"
    "|edit|change (?:an|my) answers?|correct an answer|fix something|modify)"
)
_LINE = Lazy(
    r"(?:第\s?(?P<at>\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:条|行|项|个|点|句|题)|(?:line"
    r"|item|number|no\.?|#)\s?(?P<number>\d{1,2})|(?P<this>这条|这行|这一?条|这个|那条|上面"
    "|这里|有一条|this line|that line|this one|something|that))"
    r"\s?(?:是|好像|is|was|'s)?\s?(?:不对|错|错的|有误|有问题|搞错|写错|不正确|wrong|incorrect|not right)"
)


def _by_phrase() -> dict[str, IntentKind]:
    found: dict[str, IntentKind] = {}
    for kind, phrases in _PHRASES.items():
        chinese, *english = phrases.split("|")
        for phrase in (*chinese.split(), *english):
            found.setdefault(phrase, kind)
    return found


_KINDS = _by_phrase()
_LONGEST = 40


def intent(text: str) -> Intent | None:
    """What ``text`` wants, where it is nothing but that wish; ``None`` for everything else."""
    if len(text) > _LONGEST:
        return None
    said = _BLANKS.sub(" ", _EDGES.sub("", folded(text)))
    bare = _TRAILING.sub("", said)
    forms = (said, bare, _POLITE.sub("", said), _POLITE.sub("", bare), said.replace(" ", ""))
    for form in dict.fromkeys(forms):
        if kind := _KINDS.get(form):
            return Intent(kind)
        if found := _pointed(form):
            return found
    return None


def topic_named(text: str) -> str | None:
    """The question's id whose everyday name is the whole of ``text``, or ``None``."""
    said = _POLITE.sub("", _TRAILING.sub("", _BLANKS.sub(" ", _EDGES.sub("", folded(text)))))
    return next((question for question, words in _QUESTIONS.items() if re.fullmatch(words, said)), None)


def _pointed(said: str) -> Intent | None:
    """A wish that names what it is about: the answer to change, or the line that is wrong."""
    if match := _LINE.fullmatch(said):
        number = match["number"] or match["at"]
        amount = read_amount(number) if number else None
        return Intent(IntentKind.WRONG_LINE, str(int(amount.min)) if amount else None)
    if match := _CHANGE.fullmatch(said):
        topic = match["first"] or match["second"] or match["third"] or match["fourth"]
        return Intent(
            IntentKind.CHANGE, next(question for question, words in _QUESTIONS.items() if re.fullmatch(words, topic))
        )
    return Intent(IntentKind.CHANGE) if _CHANGE_SOMETHING.fullmatch(said) else None
