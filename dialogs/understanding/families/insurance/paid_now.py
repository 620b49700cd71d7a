"""Whether insurance is paid now (现在是否在缴): paying, stopped, resumed, paid this month."""

from __future__ import annotations

import re

from ...model import Facts
from ...rules import Context, compiled, nothing, says, unclear
from .words import BROKEN, ELSEWHERE, SOMEWHERE, TOPIC, TOPIC_EN, chinese, english, entry


def _paid_this_month(match: re.Match[str], context: Context) -> Facts:
    this_month = context.first(match, "month", "paid_in").date == context.on.isoformat()[:7]
    return {"insured_now": True} if this_month else {}


def _not_paid_that_month(match: re.Match[str], context: Context) -> Facts:
    return {"insured_now": False} if _paid_this_month(match, context) else {}


def _paid_that_month(match: re.Match[str], context: Context) -> Facts:
    this_month = context.first(match, "month", "later", "third").date == context.on.isoformat()[:7]
    return {"insured_now": True} if this_month else {}


def _paid_now(match: re.Match[str], context: Context) -> Facts:
    return _paid_this_month(match, context) if match["month"] else {"insured_now": True}


def _resumed(match: re.Match[str], context: Context) -> Facts:
    return {"insured_now": True} if match["on"] else {}


def _stopped(match: re.Match[str], context: Context) -> Facts:
    return {"insured_now": False}


_THIS_MONTH = compiled(r"[\ue003]")

_STOPS = compiled(r"[没未不停断欠]|空窗")

NOW = (
    english(
        entry(
            "insured_now",
            rf"(?:\bnot|n't)(?: been)? pa(?:id|y)(?: any| my| for| into| in)* {TOPIC_EN}(?: for| in)? <date=month>",
            _not_paid_that_month,
            plain=True,
        )
    ),
    english(
        entry(
            "insured_now",
            r"(?:insured|insurance|shebao|contributions?|paid)\?? (?:no, )?not (?:for )?(?:[\ue003]|now"
            r"|at the moment|currently|any ?more)"
            r"|\bnot (?:currently|now|presently) (?:insured|paid|covered)"
            r"|(?:nothing|none|not|no (?:insurance|shebao|contributions?|social insurance))(?: (?:is|was"
            r"|were|has been|being|been))? (?:paid|insured)(?: for| in)? (?:[\ue003]|now|at the moment"
            r"|currently)"
            r"|(?:insurance|shebao) (?:has |was |is )?(?:not|isn't|wasn't) paid (?:for |in )?[\ue003]",
            says(insured_now=False),
            topic=True,
            plain=True,
        )
    ),
    chinese(
        entry(
            "insured_now",
            r"(?<=[,;\s])(?:中间|一直|从来?|都|也)*没(?:有)?(?:中)?断过(?=\s?(?:$|[,.;!?\n]))",
            says(insured_now=True),
            plain=True,
            needs=BROKEN,
        )
    ),
    chinese(
        entry(
            "insured_now",
            (
                f"(?:{TOPIC}|缴费)[^.;!?\n\ue000\ue005]{{0,10}}?(?:没有?|未曾?|不曾)(?:中?断"
                f"|停)[缴交过掉]*|没有?(?:{TOPIC})?(?:断|停)(?:缴|保)过?"
            ),
            says(insured_now=True),
            plain=True,
        )
    ),
    chinese(
        entry(
            "insured_now",
            rf"(?:{TOPIC}[^.;!?\n\ue000-\ue007]{{0,8}})?(?<![没未不])(?<!没有)[断停][^.;!?\n]{{0,10}}?(?:(?P<on>(?:现在"
            rf"|目前"
            rf"|如今)(?:又|已经?|都|也|重新)*(?:续上|接上|恢复|[交缴续]))|续上|接上|补上|恢复|又[交缴]"
            rf"|重新[交缴])",
            _resumed,
            topic=True,
        )
    ),
    chinese(
        entry(
            "insured_now",
            rf"{TOPIC}(?:公司|单位)(?:都|一直|也)*(?:在|有)?(?:[给帮]我?)?[交缴]的?着?(?=\s?(?:$|[,.;!?\n]))|"
            rf"(?:(?:现在|目前|(?<=[,;\s])现)(?:又|都|也|已经?)*(?:在正常|在|正常|恢复)|(?:还|一直|仍)在"
            rf"(?:正常)?)[交缴][着纳]?(?=\s?(?:的|呢|了)?\s?(?:$|[,.;!?\n]))"
            rf"|{TOPIC}[^,.;!?\n没未不断停\ue000-\ue007]{{0,10}}一直(?:都|也)?(?:在|有)?(?:正常)?[交缴上供][着纳]?"
            rf"(?=\s?(?:的|呢|了|到现在|到今天|至今)?\s?(?:$|[,.;!?\n]))",
            says(insured_now=True),
            topic=True,
            plain=True,
        )
    ),
    chinese(
        entry(
            "insured_now",
            (
                rf"{TOPIC}(?:一直|都|也|现在|目前|还|是|交|缴)*(?:在|转[到去回]了?){ELSEWHERE}(?:那边)?(?:[交缴上]"
                rf"|给我[交缴])[纳着]?(?:的|着)?(?=\s?(?:$|[,.;!?\n]))"
            ),
            _stopped,
            needs=SOMEWHERE,
        )
    ),
    chinese(
        entry(
            "insured_now",
            rf"{TOPIC}(?:一直|都|也|现在|目前|还|是)*[交缴]在{ELSEWHERE}(?:那边)?(?:的)?(?=\s?(?:$|[,.;!?\n]))",
            _stopped,
            needs=SOMEWHERE,
        )
    ),
    chinese(
        entry(
            "insured_now",
            rf"{TOPIC}[^,.;!?\n没未不断停补\ue000-\ue007]{{0,8}}(?:(?:有(?:在)?|正常|在正常|正在|都在"
            rf"|还在|一直在)[帮给]?我?(?:正常)?[交缴](?:纳|着)?(?=\s?(?:的|呢|了|中|$|[,.;!?\n ]|居))"
            rf"|给[交缴]着)"
            rf"|{TOPIC}[^,.;!?\n没未不断停补\ue000-\ue007]{{0,8}}(?:有|在)(?:一直)?[帮给]我?(?:正常)?[交缴]"
            rf"|(?:公司|单位)(?:一直|都|每个?月|正常)(?:都|在|有|也)*[给帮替]我?(?:正常)?[交缴供]{TOPIC}?"
            rf"|{TOPIC}(?:一直)?照常[交缴]"
            rf"|(?:公司|单位)[^,.;!?\n没未不断停补\ue000-\ue007]{{0,4}}[给帮](?:我)?[交缴]着(?=\s?(?:的"
            rf"|呢|$|[,.;!?\n]))"
            rf"|(?:现在|目前|一直)(?:都|又|也|是|已经)*正常?在?(?:正常)?[交缴](?:纳|着)?(?:社保)?(?=\s?"
            rf"(?:的|呢|中|$|[,.;!?\n]))",
            says(insured_now=True),
            topic=True,
        )
    ),
    chinese(
        entry(
            "insured_now",
            (
                r"(?:上海|这边|本市|沪)(?:这边)?(?:现在|目前|一直|就|都|也|并)*(?:没|没有|未|不)(?:在|有"
                r"|给)*[交缴](?:社保|了|的)?(?=\s?(?:$|[,.;!?\n]))"
            ),
            says(insured_now=False),
            topic=True,
            plain=True,
        )
    ),
    english(
        entry(
            "insured_now",
            r"(?:insured|paid|covered|contribut(?:ed|ing)|(?:being|is|are) paid|insurance)(?: is| are)?"
            r"(?: up)?(?: for| in)? (?:the (?:present|current) month|(?P<month>[\ue003]))(?: too| as well"
            r"| yes)?"
            rf"|(?:company|employer|firm|boss)(?:, [^,.;!?\n]{{1,30}},)?(?: still| always| now| is"
            rf"| currently)* pay(?:s"
            rf"|ing)"
            rf"(?: for)?(?: all)? (?:my|the|his|her|our) (?={TOPIC_EN}(?! (?:base|at|on)))"
            r"|(?:currently|now|still|presently) (?:being )?(?:paid|insured|covered|contributing)(?=\s?"
            r"(?:too|as well|$|[,.;!?\n]))"
            r"|(?:social insurance|shebao|insurance|contributions?)(?: is| are)? (?:current|active"
            r"|running|ongoing|being paid)(?=\s?(?:$|[,.;!?\n]| now| at))",
            _paid_now,
            topic=True,
        )
    ),
    chinese(
        entry(
            "insured_now",
            rf"{TOPIC}(?:都|已经?|也)*断[缴交]?了?[有快都]?[\ue000]了"
            r"(?![^.;!?\n]{0,12}(?:续|恢复|补|接上|又[交缴]|重新|在[交缴]))",
            says(insured_now=False),
            plain=True,
            needs=BROKEN,
        )
    ),
    entry("insured_now", r"断缴?[了过]?[^,.;!?]{0,3}<time>|(?<!没)(?<!没有)断[缴交]?过(?!的)", nothing),
    entry(
        "insured_now",
        rf"(?<!没有)(?<!没)(?<!无){TOPIC}(?:[\ue003]|[上这]个?月|公司|也|\s)*刚[断停](?=\s?(?:$|[,.;!?\n]))"
        rf"|(?<!没有)(?<!没)(?<!无){TOPIC}(?:已经?|也|都|就|又|刚|现在|[上这]个?月|目前|突然|给我|自己|被|有点|\s"
        r"|[\ue003])*(?:断|暂?停)[缴交了的掉保着]+"
        r"|(?<!没)(?<!没有)(?<!未)(?<!会)(?<!怕)[断停]保(?:了|中|状态)?(?!吗|影响|怎么|会|后)"
        r"|断缴(?:了|中|状态)?(?!吗|影响|怎么)"
        "|(?:现在|目前|这个月|已经)(?:没有?|不)(?:在)?[交缴上]社保|(?:social (?:insurance"
        "|security)|shebao) (?:has |was |is |just )?(?:stopped|lapsed|interrupted|suspended)"
        "|not (?:currently )?paying (?:social|shebao)",
        says(insured_now=False),
        plain=True,
    ),
    chinese(
        entry(
            "insured_now",
            rf"(?:{TOPIC}(?P<paid_in>[\ue003])|(?P<month>[\ue003])的?{TOPIC})(?:已经?|也|都|正常|是|我|有|公司|给我"
            rf"|\s)*(?:[交缴扣]|到账)[纳费]?(?!的?基数)",
            _paid_this_month,
            needs=_THIS_MONTH,
        )
    ),
    chinese(
        entry(
            "insured_now",
            rf"(?P<month>[\ue003])(?:份|公司|单位|[我已经也都就有给帮正常刚])*[交缴]纳?(?:了|过|上)?的?{TOPIC}(?!的?(?:基数|多|多少))",
            _paid_this_month,
            needs=_THIS_MONTH,
        )
    ),
    chinese(
        entry(
            "insured",
            rf"{TOPIC}(?:[也都就我是]|目前|现在|一直)*有的?(?=\s?(?:$|[,.;!?\n]))|(?<![没只])有(?:上海的?)?{TOPIC}(?=\s?(?:$|[,.;!?\n]))",
            unclear,
            rank=-1,
        )
    ),
    chinese(
        entry(
            "insured_now",
            r"(?P<month>[\ue003])(?:的|也|已经?|都|正常|有|在|公司|单位|给我)*[交缴]纳?"
            r"(?:了|(?<=[已在常有].)中?|(?<=[已在常有].纳))(?:社保)?(?=\s?(?:$|[,.;!?\n]))",
            _paid_this_month,
            topic=True,
        )
    ),
    chinese(
        entry(
            "insured_now",
            r"(?P<month>[\ue003])[^,.;!?\n\ue000-\ue007]{0,8}[没未](?:有|给我|帮我|再|继续)*[交缴](?!过)",
            _not_paid_that_month,
            topic=True,
            plain=True,
        )
    ),
    chinese(
        entry(
            "insured_now",
            rf"(?:现在|目前|这个月|本月|当月|\ue003)[^,.;!?\n]{{0,8}}(?:没有?|未|不)(?:再|继续|在"
            rf"|给我|帮我|正常)*[交缴上续]纳?(?:的|了)?{TOPIC}"
            rf"|{TOPIC}[^,.;!?\n]{{0,5}}(?<!从)(?<!从来)没(?:有)?续(?:缴|交|上)?(?=\s?(?:$|[,.;!?\n]))"
            rf"|{TOPIC}[^,.;!?\n]{{0,5}}(?<!从)(?<!从来)没(?:有)?(?:人)?(?:再|继续|给我"
            rf"|帮我|接着|正常)*[交缴续]了|{TOPIC}(?:现在|目前|暂时|\ue003)没(?:有|在)?[交缴]"
            rf"|\ue003的?{TOPIC}(?:还|也|都|就|公司)*没(?:有|给我)?[交缴]|(?:就|已经|都|再也)(?:不"
            rf"|没)(?:再)?(?:给我|帮我|替我)?[交缴](?:{TOPIC})了"
            rf"|{TOPIC}[^,.;!?\n没未不会怕\ue000\ue005]{{0,6}}?[断停][缴交保掉]*了(?=\s?(?:"
            rf"$|[,.;!?\n]))"
            rf"|{TOPIC}(?:处于|是|状态|[:]|目前|现在|已经?|\s)*(?:停缴|断缴|中断|暂停|欠缴|空窗)(?:状态"
            rf"|中|了)?(?!\s?(?:吗|影响|怎么|过|会|[\ue000]|[^,.;]{{0,6}}[\ue000]))",
            says(insured_now=False),
            plain=True,
            needs=_STOPS,
        )
    ),
    english(
        entry(
            "insured_now",
            r"insurance (?:has |was |is |got |just |also |then )*(?:stopped|lapsed|cut off|suspended|interrupted)"
            r"|(?:stopped|no longer|(?<!did )(?<!do )not|(?<!did)(?<!don)n't|ceased)(?: been| being"
            r"| currently)? (?:pay(?:ing)?|contribut(?:e|ing)"
            r"|cover(?:ed|ing)|insur(?:ed|ing))(?: (?:my|for|to|into|by|the|any|shanghai|employee))*"
            r" ?(?:social (?:insurance|security)|shebao)?(?: (?:for|since|in|this|last) [^,.;]{0,12})?",
            _stopped,
        )
    ),
    english(
        entry(
            "insured_now",
            rf"(?:currently|now|presently|at present|still|i'm|i am|am) (?:being )?(?:covered by|insured"
            rf"|enrolled in|paying(?: into)?|contributing(?: to)?|in|under)(?: (?:with|the|a|my|shanghai|employee"
            rf"|employees'|shanghai's|urban))*(?:$|(?=[,.;])| {TOPIC_EN})(?!\s?for)"
            r"|(?:never|not|n't)(?: been| ever)* (?:interrupted|stopped|lapsed|broken)"
            rf"|i pay (?:my |for |the )*(?:{TOPIC_EN}|insurance)[^.;,\ue000-\ue007]{{0,20}}(?:right now|now"
            rf"|at the moment|currently)"
            r"|(?:without|no) (?:a |any |single )?(?:break|gap|interruption|lapse)s?|uninterrupted(?:ly)?"
            r"|(?:contributions?|social insurance|shebao) (?:is|are) (?:up to date|current|being paid)",
            says(insured_now=True),
            topic=True,
        )
    ),
    english(
        entry(
            "insured_now",
            rf"{TOPIC_EN} (?:is|are|gets|get) (?:being |currently |now )?(?:paid|handled|done) (?:in|by"
            rf"|through|from)"
            rf" {ELSEWHERE}"
            rf"|\bneither [^.;,!?]{{1,16}} nor (?:any )?{TOPIC_EN}(?: right now| now| at the moment| at present"
            rf"|(?=[.,;]|$))"
            rf"|\b(?:nobody|no one|no employer) insures me\b"
            rf"|\b(?:i'm|i am|am|and|she's|he's|is) (?:currently |now |therefore |thus )?uninsured\b"
            rf"|\b(?:cut|stopped|cancell?ed|terminated|ended|suspended) my {TOPIC_EN}"
            rf"|(?:nobody|no one|no company|no employer|none)(?: is| has been|'s)?(?: currently| now)? pay(?:s|ing)?"
            rf"(?: for)?(?: my| any| the| into)* {TOPIC_EN}"
            rf"|{TOPIC_EN}(?: is| are|'s| has| have)(?: currently| now| at present)? ?(?:not|n't|no longer)(?: being"
            rf"| been| currently)*(?: paid| covered| running| active| contributing)"
            rf"|{TOPIC_EN}(?: payments?| contributions?)?(?: has| have| is| are| was| were| got| just| also| then"
            rf"| currently| now)* (?:stopped|lapsed|cut off|suspended|interrupted|ended|ceased|paused|on hold"
            rf"|discontinued)(?=\s?(?:$|[,.;!?\n]| (?:in|since|when|at|now|because|after|last|this|from|as)\b"
            rf"| [\ue003]))"
            rf"|\b(?:currently|now|presently) uninsured|uninsured (?:now|at the moment|at present|right now)",
            says(insured_now=False),
            topic=True,
            plain=True,
        )
    ),
    english(
        entry(
            "insured_now",
            rf"(?<!private )(?<!medical )(?<!no ){TOPIC_EN}(?: payments?)?(?: is| are|:| -| =|'s|,| status|"
            rf" currently| now"
            rf"| in shanghai| here| still| always| being| all)* ?(?:current\b(?! base)|up to date|up-to-date|active\b"
            rf"|ongoing"
            rf"|running\b|being paid|(?:still )?(?:paid|made) (?:every|each) month|(?:paid|made) monthly|in payment\b"
            rf"|in order\b"
            rf"|currently (?:being )?paid|paid at (?:the moment|present)|paid (?:now|currently)\b"
            rf"|still (?:being )?paid|continu(?:es|ing)\b|uninterrupted)"
            rf"|(?<!not )\b(?:is|are|it's|'s|being) (?:being )?(?:paid|covered|insured|running|active|going|up and"
            rf" running|back on) (?:again|now|currently"
            rf"|at present|at the moment)\b"
            rf"|\bstill (?:on|in|with|under) (?:shanghai )?{TOPIC_EN}"
            rf"|(?:never|not|n't|without ever)(?: ever| once| yet)? (?:miss(?:ed|ing)?|skip(?:ped|ping)?)(?: out on|"
            rf" even)? "
            rf"(?:an?|any|one|a single)(?: single)? (?:month|payment|contribution)"
            rf"|(?:not|never) (?:an?|one|a single) (?:gap|break|month missed|missed month|missed payment)"
            rf"|without (?:ever )?(?:stopping|missing|a missed month)",
            says(insured_now=True),
            topic=True,
            plain=True,
        )
    ),
    english(
        entry(
            "insured_now",
            r"<date=month>,? (?:is )?(?:included|including|as well|inclusive)\b|including <date=later>"
            r"|<date=third>(?:'s)? (?:contribution|payment|insurance|shebao|social insurance)s? (?:went through|has"
            r" been paid"
            r"|was paid|is paid|is in|is done|has gone through|already paid|paid|included)",
            _paid_that_month,
            topic=True,
        )
    ),
    entry(
        "insured_now",
        rf"{TOPIC}(?:在?上海|在?本市|由|公司|单位|给我|帮我|目前|现在|也|都|是|一直|还|仍然?|依然|依旧"
        rf"|\s)*(?:在(?:正常)?(?:[交缴续]|上(?!海))|连续[交缴]"
        "|(?:状态)?[:]?正常(?:[交缴在]|$|(?=[,.;]))|[交缴]纳?中(?=$|[,.; ])"
        r"|[续缴交]着)(?!过?[^,.;]{0,3}[\ue000\ue005])纳?"
        "|(?:还在|一直在|现在在|目前在|正在|正常)(?:正常)?(?:[交缴]纳?|上)社保|(?:still"
        "|currently) (?:paying|contributing)[^.;,]{0,20}(?:social (?:insurance|security)|shebao)?"
        "|currently insured",
        says(insured_now=True),
    ),
)
