"""Who and how a stretch of text speaks: of the applicant or somebody else, as a fact, a plan, a condition or a
question.

The text is cut into segments, at punctuation (hard) and before words that open a new thought (soft), because voice
input has no punctuation at all. Every segment gets a subject and a mood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from .patterns import Lazy
from .places import TRADES_EN
from .quantities import FUTURE


class Subject(Enum):
    """Whom a segment speaks of."""

    APPLICANT = "applicant"
    SPOUSE = "spouse"
    COUPLE = "couple"
    CHILD = "child"
    FORMER = "former"
    """Who was the spouse once."""
    OTHER = "other"
    UNNAMED = "unnamed"
    """He or she, where nobody was named whom it can be."""


_SPOUSE = (
    "老婆|老公|太太(?!平洋)|丈夫|妻子|爱人|配偶|另一半|媳妇|(?<![一-鿿])先生|(?<=[我跟])先生|内人"
    "|老伴|堂客|婆娘|屋里厢|老头子|现任(?=老[公婆]|丈夫|妻|是?(?:上海|外地|沪|本地))|对方(?=.{0,4}(?:户"
    "|沪|上海|外地|本地))|(?:孩子|娃儿?|小孩|宝宝|儿子|女儿)(?:他|她|的)?(?:爸爸?|妈妈?)(?!都)"
    r"|(?<!\bno )(?<!without a )\b(?:husband|wife|spouse|hubby|(?:(?<=my )|(?<=[/,;] )|(?<=[/,;]))hubs?\b|laogong"
    r"|laopo|better half|missus)"
)
_CHILD = (
    r"老大(?=\s?[\ue001]|今年|上)|老二|大宝|二宝|大娃|(?<![带养陪])孩子|(?<![带养陪])小孩|儿子|女儿"
    r"|(?<![带养陪])娃|宝宝|闺女|囡囡"
    r"|\b(?:sons?|daughters?|kids?|child(?:ren)?)\b"
)
_OTHER = (
    r"[\ue001] (?:friend|colleague|cousin|brother|sister|neighbou?r|classmate|acquaintance|relative)|\b(?:nobody|no"
    r" one) "
    r"(?:in|at|of|from|else|here)\b|"
    "家[父母](?=[\ue001\ue007今年])|(?<![一-鿿])[老小](?:张|王|李|赵|刘|陈|杨|黄|周|吴|徐|孙|马|朱|胡|郭"
    "|何|林|高|罗)(?!师|我)|朋友|同事|(?:大学|高中|初中|中学)同学|(?<!大学)(?<!高中)(?<!初中)(?<!中学)同学"
    "|老板(?!娘|没给|不给|给|帮|一直|说|答应|承诺|同意|不?肯|让|按|只)|领导|爸爸|妈妈(?!可以)|我爸|我妈|老爸"
    "|老妈|父亲"
    "|母亲|父母|公婆|公公"
    "|婆婆|岳父|岳母|亲戚|邻居|室友|(?:哥哥|姐姐|弟弟|妹妹|表[哥姐弟妹]|堂[哥姐弟妹]"
    "|我[哥姐弟妹姊]|姊姊|姊妹|大姐|大哥)"
    r"|女友|男友|女朋友|男朋友|未婚妻|未婚夫|对象(?!\s?(?:$"
    "|[,.;!?]))|人家|(?<!不是帮)(?<!不是替)(?<!不是给)别人|好?几个(?:人|同事)|(?<!持)有(?:的|些)?人(?!才|社|力)"
    "|[好很]多人|不少人|大家(?!好|看|帮|伙|,)|他们"
    "|她们|其他人|大部分人|身边(?:的)?人|网友|闺蜜|师傅(?!好)|徒弟|师[兄姐弟妹]|学[长姐]"
    "|客户|房东|老乡|嫂子|姐夫|妹夫|弟媳|认识(?:的)?(?:一?个|有个)?人|隔壁|阿哥|家姐|细佬|阿妹|阿姐|侄子|外甥"
    "|舅舅|姑姑|(?<!保洁)(?<!清洁)(?<!钟点工)阿姨|叔叔|爷爷"
    "|奶奶|外[公婆]|丈母娘"
    "|(?<=我)(?:主管|经理|老师|领导)"
    r"|(?<!not )\b(?<!not for a )(?<!not a )(?:friends?|buddy|mates?|teammates?|flatmate|team lead(?:er)?|everyone"
    r"|everybody|colleagues?|coworkers?"
    r"|brother|sister|(?:father|mother|mom|dad)(?! of)|parents?"
    "|girlfriend|boyfriend|fianc[eé]e?|roommate|someone|somebody|guy|woman|person|classmate"
    r"|landlord|nephew|niece|grand(?:ma|pa|mother|father)|in-laws?|neighbou?r"
    r"|cousin|uncle|aunt|sister-in-law|people"
    r"|(?:(?<=my )|(?<=the )|(?<=his )|(?<=her )|(?<=old )|(?<=former )|(?<=previous )|(?<=new ))(?:boss|manager"
    r"|supervisor|teacher|leader|director|predecessor))\b"
)
_SELF = (
    r"我|本人|(?<![他她])自己|(?<=[,;\s])职称(?=[:是为\s]?[初中副正高])|(?<=[,;\s])(?:年龄|学历"
    r"|最高学历)(?=[:是为\s]?[\ue001\ue007大本专硕博高初中])|自身|员工"
    r"|申请人|\bwe employ\b|\b(?:i|i'm|im|(?<!\bin )(?<!\bat )(?<!\bof )my|(?<!\bof )mine|myself|i've|me|employee"
    r"|applicant"
    r"|candidate)\b"
)
_STAFF = (
    r"\b(?:our|one of our) (?:[a-z&'-]+ ){0,3}?(?:colleague|coworker|candidate|hire|recruit|"
    rf"{TRADES_EN})\b(?! (?:from|at) (?:another|other))|^(?:a )?colleague from\b"
    r"|(?<=[帮替代])同事(?=咨询|问|申请|办|,|:)|我(?:们|司)(?:公司|单位|这边|部门|厂里?|店里?|这儿"
    r"|这里)?的?(?:一?[个名位])?(?:新)?(?:的)?(?:员工"
    r"|同事|职工|职员|下属)(?!们|都|说)"
)
"""Of whom an employer speaks: the applicant."""
_COUPLE = r"我们|我俩|咱俩|咱们|夫妻|夫妇|双方|两口子|两个人都|\b(?:we|we're|we've|both of us|both)\b"
_PRONOUN = r"(?<!其)[他她](?!们)|(?<!/)\b(?:he|she|his|her|he's|she's)\b(?!/)"

_PEOPLE = Lazy(
    rf"(?P<joined>(?:我|i)\s?(?:和|跟|与|同|and)\s?(?:我|my)?\s?(?:的)?(?:{_SPOUSE})"
    rf"|(?:my )?(?:{_SPOUSE})\s?(?:和|跟|与|同|and|&)\s?(?:我(?!们)|me\b|i\b|myself\b))"
    r"|(?P<likeness>(?<=是)我的?(?:大学|高中|初中|中学|前)?(?:同学|同事|老乡|朋友))"
    r"|(?P<unmarried>(?:i'm|i am) an? (?:[\ue000-\ue007a-z-]+ ){0,3}(?:guy|woman|man|person)\b"
    r"|^(?:an? )?(?:[\ue000-\ue007]|single|female|married)[ -](?:old )?(?:guy|woman|man|person)\b|在家带"
    r"(?:孩子|娃|小孩)|married to an? (?:[a-z-]+ ){0,3}(?:husband|wife"
    r"|man|woman|guy|girl)|(?:(?<![,;\s婆太妻妇]是)全职|单亲|[一二两三]娃|[二三]胎)(?:妈妈?|太太|爸爸?)|宝妈|宝爸"
    "|(?:single|stay-at-home|working|full-time|from an?"
    "|as an?) (?:mother|mom|mum|father|dad|parent))"
    rf"|(?P<staff>{_STAFF})"
    r"|(?P<former>(?:我|我的|my)?\s?(?:前妻|前夫|(?<![目当以])前任(?![职务何])|前老[公婆]|\bex-?(?:wife"
    r"|husband)\b|\bex\b))"
    rf"|(?P<other>(?:我|我的|我有个|my)?\s?(?:{_OTHER}))|(?P<spouse>(?:我|我的|我家|我们"
    rf"|my|his|her|their)?\s?(?:{_SPOUSE}))|(?P<child>(?:我|我的|我家|我们|my)?\s?(?:{_CHILD}))"
    r"|(?P<alike>(?<=[,;\s])都(?=是|为|属))"
    rf"|(?P<couple>{_COUPLE})|(?P<self>{_SELF})|(?P<pronoun>{_PRONOUN})",
    re.ASCII,
)
_SUBJECTS = {
    "joined": Subject.COUPLE, "former": Subject.FORMER, "other": Subject.OTHER, "spouse": Subject.SPOUSE,
    "child": Subject.CHILD, "couple": Subject.COUPLE, "self": Subject.APPLICANT, "unmarried": Subject.APPLICANT,
    "staff": Subject.APPLICANT,
}  # fmt: skip

_THEIR = Lazy(r"\s?(?:his|her|their)\b")
"""Whose husband or wife is not the writer's."""
_OWN = Lazy(r"我|my|his|her|their|i\b")
_FIRST_PERSON = Lazy(r"我(?!们|司)|\b(?:i|i'm|i've|my(?! (?:employee|staff))|me|mine)\b")
_EMPLOYER = Lazy(
    r"\b(?:our|us|hr|we employ|employee'?s?|(?<!my )colleague|candidate|applicant|staff)\b|员工|职工|下属|我们?"
    r"(?:公司|单位|部门|厂|店)的?(?:一[个名位])?(?:同事|新人)|(?:人事"
    r"|\bhr\b)[^.;!?\n]{0,3}[帮替代](?:一?[个位名])?同事"
)
_FOR_A_COLLEAGUE = Lazy(
    r"(?:帮|替|代|给|为)(?:我(?:的|们)?)?(?:公司|部门|单位)?(?:的)?(?:一?[个名位])?(?:女|男|新|老)?"
    r"(?:同事|员工|职工|下属|[他她])"
    r"(?!们)[^,.;!?\n]{0,4}(?:[问算查看测]|咨询|打听)|(?:同事|员工|职工|下属)的积分"
    r"|\b(?:ask(?:ing)?|calculat(?:e|ing)|check(?:ing)?|questions?|points|on behalf)(?: is| it| this| the points)? "
    r"(?:for|of) (?:an?|my|our) (?:[a-z]+ )?(?:colleague|coworker|employee)\b"
    r"|(?:colleague|coworker|employee)'s points\b",
    re.ASCII,
)
_COLLEAGUE = Lazy(r"同事|colleague|coworker")
_TELLS_OF_SELF = Lazy(
    r"(?<![帮给替跟问])我(?!们|司|的?(?:一?[个名位])?(?:同事|员工|下属)"
    r"|想|来|要|帮|替|代|给|有[个名位]?(?:同事|员工)|这边|是(?:hr|人事))"
    r"|\b(?:(?:i'm|i am)(?! (?:asking|writing|the hr|from hr|hr\b|here|checking))"
    r"|i have(?! an? (?:colleague|employee))|i've|my (?!colleague|coworker|employee|staff))",
    re.ASCII,
)
"""Whoever asks for a colleague and tells nothing of himself tells of the colleague."""
_ON_FILE = Lazy(
    r"\b(?:hires?|hired|joined|joiner|personnel|on file|onboard(?:ed|ing)?|his wife|her husband|mr|ms|mrs|miss)\b"
)
"""What is said of a third person who is no stranger to the writer."""
_OFFICE = Lazy(
    r"(?:给|帮|替|代)(?:我?们?(?:公司|单位))?的?(?:一?[个位名])?(?:员工|职工|下属)|\bhr\b|人事|我们?(?:公司"
    r"|单位|司)的?(?:一?[个名位])?(?:员工|职工)"
)
_MALE = Lazy(r"老公|丈夫|先生|爸|husband|hubby|男|\bhe\b|\bhis\b|\bhe's\b|他")
_FEMALE = Lazy(r"老婆|太太|妻|媳妇|妈|内人|wife|女|\bshe\b|\bher\b|\bshe's\b|她")
_WED = Lazy(
    r"our marriage|\bwedding|\bwed\b|tied the knot|结婚|婚龄|夫妻|已婚|婚后|领[了的]?证|扯[了的]?证|嫁|娶|married"
)
_TO_WED = Lazy(
    r"(?:准备|打算|计划|想(?!问|请教|知道|了解|咨询)|将|快要?|即将|马上|谈婚论嫁|订婚"
    r"|[\ue004])[^,.;:!?\n\ue003]{0,6}(?:结婚|领证"
    r"|登记|成婚|完婚|办婚)"
    r"|(?<![需不主])要(?:去|跟\S{1,3})?(?:结婚|领证)|订了?婚|\bengaged\b|(?:getting|to be|to get|will be) married"
)
_UNWED = Lazy(r"没有?(?:结婚|领证)|未婚")
"""对象 is the spouse of who is married, and a friend otherwise; before the wedding so is whoever is called 老婆."""

_HARD = Lazy(
    r"[,;:!?…\n()\"/+]|\.(?!\d)|(?<![a-z0-9])\.(?=\d)|(?<=[^\x00-\x7f\ue000-\ue007]) "
    r"| (?=[^\x00-\x7f\ue000-\ue007])"
)
_CHUNK_END = Lazy(r"[,;:!?…\n]|\.(?!\d)")
_END = Lazy(r"[.;!?\n]|\+(?=[\ue001\ue007])")
_OPENERS = Lazy(
    "我|本人|社保|五险|学历|职称|居住证|基数|缴费|结婚|领证|未婚|单身|离婚|年龄|今年|但是?"
    "|不过|然后|而且|另外|现在|目前|其实|因为|所以|还有|后来|没有|公司|无犯罪"
    r"|(?<=[ ])(?:and|but|with|i|i'm|my|we|he|she|currently|now|so|because|then)\b",
    re.ASCII,
)

_CONDITION = Lazy(
    "如果|要是|假如"
    r"|假设|假使|倘若|万一|若是|若(?=我|有|结|考)|等我|等到|等(?=[^,.;!?\n]{1,12}(?:再|才|就"
    r"|之后|以后))|只要|哪怕|即使|就算|除非|别说(?=[^,.;]{1,10}(?:,|了))|更别提|let alone|的话(?!题)|\bif\b"
    r"|what if|suppos(?:e|ing)\b"
    r"|比如说?(?:一个|有个|某)|譬如|举例|suppos|say (?:someone|somebody|a person"
    r"|i )|for example|assum(?:e|ing)\b|\bunless\b|once (?:i|we)\b"
    r"|when i(?:'m| (?:get|have|finish|reach|am|turn))\b|(?:had i|were i)\b|provided (?:that )?i\b|\b(?:imagine"
    r"|pretend)\b"
    r"|\bhypothetical|\bwith (?=[^,.;!?\n]{1,40} (?:i'd|i would|it'd|it would|we'd|you'd|one (?:can|could|would))\b)"
    r"|as soon as i\b|by the time"
    r" i\b|until i (?:get|have|finish|reach|turn)\b|had i been\b|were i to\b",
    re.ASCII,
)
_TOPIC_ONLY = Lazy(
    "(?:学历|职称|社保|年龄|基数|配偶|老婆|老公|太太|居住证|证|这块|我|现在|目前|户口|婚姻"
    "|这个|金|方面|岁数)(?:这块|方面)?$"
)
_BACK_TO_FACT = Lazy(
    (
        r"就好了|该多好|就够了|就行了|现在|目前|其实|实际上?|事实上|眼下|我只有|我才|\b(?:now|currently|at the moment"
        r"|right now|actually|for now|at present|as it stands|so far|today (?:i|it|we)\b|in reality|the (?:truth"
        r"|fact) is"
        r"|but (?:in shanghai|here)|but (?:i|we)(?:'m|'ve| am| are| have| only| just| do| don't| hold| never| still))\b"
    ),
    re.ASCII,
)
_INTENTION = Lazy(
    f"{FUTURE}|除了?(?=[^,.;]{{1,8}}(?:以外|之外|外)?[,]?(?:其他|其它|别的)?(?:都|全))|打算|计划|准备(?!好)"
    f"|想(?!问|知道|咨询|了解|查|看看|请教|算|着|不到|到)|希望"
    r"|考虑|争取|将来|未来|到时候?|届时|下半年|过(?:两|几|[\ue000])|马上(?:就?要)|即将|快要(?=考|结|领|拿"
    "|读|评)"
    "|需要|必须|要求|要有|一定要|得有|得是|最好是?|是否|应该(?:去|考|读)|(?:中介|机构|老师|顾问)(?:都|也)?(?:说"
    "|讲|建议|让我|叫我|推荐|忽悠)(?!我)|要(?=[^,.;!?\n]{1,6}才[能可行])|听说|据说|网上说"
    r"|都说|以为|规定|政策|(?:^|(?<=[,.;!?\s]))以后|(?:还有|还要|还得"
    r"|再有)\s?[\ue000\ue005]|(?:说|答应|承诺|同意|保证)(?:可以|以后|要|会|能)?[给帮]我"
    r"|还?差(?!不多"
    r"|点)[^,;.!?\n]{0,2}[\ue000\ue005\ue007]?(?=[^,;.!?\n]{0,8}[就满才够到]"
    r")|再(?:过|交|缴|等|干)|到(?:[\ue003\ue004]|年底"
    r"|月底)(?=[^,.;!?\n]{0,6}满)"
    r"|(?<!听)(?:没有?|从未|未曾|不曾)(?:跟你|和你|这么|这样)?(?:说|讲|提(?![供交到高前]))过?(?![错过完清好明])"
    r"|不是说"
    r"|(?:did not|didn't|never|haven't|have not) (?:say|said|mention|mentioned|claim|claimed)\b"
    r"|\b(?:plan(?:s|ning|ned)?|want|would like|going to|intend|hop(?:es?|ing|ed)|need(?:ed|s)?|should"
    "|will|gonna|about to(?! turn| be [\ue001\ue007])|would(?! my )|consider(?:ing)?|(?:thinking|thought) (?:of|about)"
    "|prepar(?:e|ing)|requir(?:es?|ed"
    "|ing)|takes|must|heard"
    r"|dream(?:s|ed|t|ing)?|i'd (?:like|love|have|be|get|need)|i'll (?!be\b|turn)[a-z]+|wish|might|hopefully|asked"
    r" (?:me |us |her "
    r"|him )?(?:for|about|whether)|promis(?:ed|es|ing)"
    r"|expect(?:ed|ing|s)?"
    r"|(?:everyone|everybody|people|they) (?:thinks?|thought|says?|said|assumes?|takes?|guess(?:es)?))\b"
    r"|\b(?:after|before|until|once|when|as soon as) (?:the|my|our|his|her|a|an|it|that)\b(?: [a-z]+){0,3}? "
    r"(?:is|are|gets?|has been)\b",
    re.ASCII,
)
_WORTH = Lazy(
    r"\b(?:would|could|might|can) (?:give|bring|add|earn|get|make|mean|help|count)\b"
    r"|\b(?:gives?|brings?|earns?|gets?|adds?|(?:is|are) worth)(?: me| you| one| him| her| us)? (?:\ue007|points|more)",
    re.ASCII,
)
_MINE = Lazy(r"\b(?:i|my|we)\b", re.ASCII)
_HARMLESS = Lazy(
    (
        r"(?:打算|计划|准备|想要?|希望|考虑|争取|[\ue004]|need to|want to|would like to"
        r"|plan(?:ning)? to|going to|hope to)\s?(?:要|来|帮|给|去|明年)?(?:孩子|自己)?(?:申请"
        "|办理?|申办|咨询|问|知道|了解|算|查|apply|know|ask|check|find out"
        "|see)(?!.{0,4}居住证(?!积分))"
    ),
    re.ASCII,
)

_QUESTION = Lazy(
    "[?]|吗|多少|多久|多长|(?<!有)几分|(?<![好有])几(?:年|个月|岁)(?!前)|怎么(?!也)|怎样|才能|咋|如何|能不能"
    r"|可不可以|可以不|够不够|够(?!\ue002)(?=[^\n,;.]{0,4}$)|是不是|是否|[对是]吧(?=\s?(?:$|[,.;!?\n]))"
    r"|还是[^,.;!?\n]{1,8}(?:好|划算|合适|容易)(?=\s?(?:$|[,.;!?]))|算不算|行不行"
    r"|(?<!不记得)(?<!不知道)(?<!不清楚)(?<!不确定)(?<!忘了)有没有|要不要"
    r"|(?<!不记得)(?<!不知道)(?<!不清楚)(?<!不确定)(?<!忘了)([一-鿿])[不没]\1"
    r"|了呢(?=\s?(?:$|[.!?\n]))"
    "|(?<!没)(?<!没有)什么(?![^,;.]{0,6}都?没)|(?<!没)(?<!没有)啥(?![^,;.]{0,6}都?没)|哪|谁(?!都)|为何|对不对|好不好"
    r"|\b(?:how|what(?! i (?:do|did|have|hold|earn|got)\b)|whether|why|do i|(?<!i )(?<!he )(?<!we )(?:does|did) (?:my"
    r"|the|i|you|he|she|it|we|they|this|that"
    r"|having)"
    r"|(?:know|ask|tell me|sure|wonder|see) which|is it|is that|is this|(?:could|would|should|can|will) (?:an?"
    r"|someone|somebody|anyone|one|people|it|this|that)|can i|could i|should i|am i"
    r"|will i|would i|are there|is there|do you|can you)\b|^\s?(?:is|are|can|does|do|did|which)\b",
    re.ASCII,
)
_OR_NOT = Lazy(r"\s*(?:or (?:how|what|not|no)|还是怎(?:样|么样|的)|是不是)\s?[?!.]?\s?")
"""A question of nothing but its end, as in: my permit is expired, or how?"""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with one subject and one mood. ``named``: its subject is said in the segment itself."""

    start: int
    end: int
    subject: Subject
    named: bool
    own: bool
    """Whether the subject is said to be the applicant's: 我老婆, not 老婆 alone."""
    opens: bool
    """Whether a sentence starts here."""
    hard: bool
    """Whether punctuation stands before it."""


@dataclass(frozen=True, slots=True)
class Scopes:
    """The segments of a text, and the stretches that state no fact."""

    text: str
    segments: tuple[Segment, ...]
    hard: tuple[int, ...]
    """Where punctuation ends."""
    unreal: tuple[tuple[int, int], ...]
    questions: tuple[tuple[int, int, int], ...]
    """Chunks between punctuation that ask something: start, end and where the first question word stands."""

    def segment_of(self, position: int) -> int:
        """The index of the segment that holds ``position``."""
        low, high = 0, len(self.segments) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.segments[middle].start <= position:
                low = middle
            else:
                high = middle - 1
        return low

    def is_unreal(self, start: int, end: int) -> bool:
        """Whether the words are part of a plan, a condition or a demand; a marker inside the words themselves is
        theirs.
        """
        return any(first <= start and end <= last for first, last in self.unreal)

    def question_at(self, position: int) -> tuple[int, int, int] | None:
        """The asking chunk that holds ``position``."""
        return next((chunk for chunk in self.questions if chunk[0] <= position < chunk[1]), None)


def scopes(text: str, he_or_she: Subject = Subject.UNNAMED) -> Scopes:
    """Cuts ``text`` into segments and marks what is unreal or asked.

    ``he_or_she``: who that is, where nobody is named.
    """
    hard = [match.end() for match in _HARD.finditer(text)]
    ends = [match.end() for match in _END.finditer(text) if match.end() in set(hard)]
    unreal, asked = _unreal(text, hard, ends), _questions(text)
    return Scopes(text, _segments(text, hard, set(ends), he_or_she), tuple(hard), tuple(unreal), tuple(asked))


def _segments(text: str, hard: list[int], ends: set[int], he_or_she: Subject) -> tuple[Segment, ...]:
    people = [match for match in _PEOPLE.finditer(text) if match.lastgroup != "likeness"]  # 老公是我同学: still he
    cuts = {0, *hard}
    cuts.update(match.start() for match in _OPENERS.finditer(text))
    cuts.update(match.start() for match in people)
    for match in people:  # 我老婆 opens one segment, not two
        cuts.difference_update(range(match.start() + 1, match.end()))
    starts = sorted(cut for cut in cuts if cut < len(text)) or [0]
    who = {match.start(): match for match in people}
    hard_set = set(hard)
    found: list[Segment] = []
    to_wed = _TO_WED.search(text) is not None
    for_a_colleague = _FOR_A_COLLEAGUE.search(text) is not None and _TELLS_OF_SELF.search(text) is None
    told_by_employer = for_a_colleague or _tells_of_staff(text)
    wed = _WED.search(text) is not None and not to_wed
    last_person = Subject.APPLICANT if told_by_employer else _he_or_she(people, he_or_she, wed=wed)
    last_word = ""
    of_another = False
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        opens = start == 0 or any(
            cut in ends and not text[cut:start].strip() for cut in range(max(0, start - 2), start + 1)
        )
        person = who.get(start)
        if person is None:
            subject, named = (Subject.APPLICANT if opens or not found else found[-1].subject), False
        elif person.lastgroup == "pronoun":
            another = told_by_employer and _is_another(last_word, person[0])
            subject, named = (Subject.APPLICANT if another else last_person), True
        elif person.lastgroup == "alike":
            subject, named = _alike(found), True
        else:
            subject, named = (
                _called(
                    person,
                    wed=wed and not _UNWED.search(text),
                    to_wed=to_wed,
                    told=told_by_employer,
                    for_a_colleague=for_a_colleague,
                ),
                True,
            )
            theirs = of_another and _THEIR.match(person[0]) is not None
            subject = Subject.OTHER if theirs else subject
            of_another = theirs or (subject is Subject.OTHER and not told_by_employer)
            if person.lastgroup in ("spouse", "former", "other", "joined"):
                last_person = _FOLLOWED_BY.get(subject, Subject.SPOUSE)
                last_word = person[0]
            elif told_by_employer and person.lastgroup in ("staff", "self"):
                last_person, last_word = Subject.APPLICANT, ""
        own = person is not None and _OWN.match(person[0]) is not None
        found.append(Segment(start, end, subject, named, own, opens, start in hard_set))
    return tuple(found)


_FOLLOWED_BY = {Subject.OTHER: Subject.OTHER, Subject.FORMER: Subject.OTHER, Subject.APPLICANT: Subject.APPLICANT}
"""Who he or she is after somebody was named; the spouse otherwise."""


def _he_or_she(people: list[re.Match[str]], unnamed: Subject, *, wed: bool) -> Subject:
    """Who he or she is before anybody was named."""
    if _names_nobody(people):
        return Subject.SPOUSE if wed and all(person.lastgroup != "spouse" for person in people) else unnamed
    return Subject.SPOUSE if wed else Subject.OTHER


def _names_nobody(people: list[re.Match[str]]) -> bool:
    """Whether a text begins with he or she, and does not tell of the speaker."""
    return (
        bool(people)
        and (people[0].lastgroup == "pronoun" or people[0][0].startswith(("his ", "her ")))
        and not any(person.lastgroup in ("self", "couple", "joined", "staff") for person in people)
    )


def _tells_of_staff(text: str) -> bool:
    """Whether an employer writes, of somebody else."""
    if _FIRST_PERSON.search(text) is None:
        return (_EMPLOYER.search(text) or _ON_FILE.search(text)) is not None
    return _EMPLOYER.search(text) is not None and _OFFICE.search(text) is not None


def _called(person: re.Match[str], *, wed: bool, to_wed: bool, told: bool, for_a_colleague: bool) -> Subject:
    """Who is called by the words: 对象 of who is married is the spouse, 老婆 before the wedding is none yet.

    The staff is the applicant where an employer tells of it, and a colleague otherwise; so is a colleague who is asked
    for.
    """
    subject = _SUBJECTS[str(person.lastgroup)]
    if for_a_colleague and _COLLEAGUE.search(person[0]):
        return Subject.APPLICANT
    if person.lastgroup == "staff" and not told:
        return Subject.OTHER
    if "对象" in person[0] and wed:
        return Subject.SPOUSE
    return Subject.OTHER if subject is Subject.SPOUSE and to_wed else subject


def _is_another(word: str, pronoun: str) -> bool:
    """Whether he or she cannot be the wife or the husband just named."""
    return bool(word) and (_MALE if _FEMALE.search(word) else _FEMALE).search(pronoun) is not None


def _alike(before: list[Segment]) -> Subject:
    """Of whom 都是 is said: of both, where the couple was spoken of."""
    last = before[-1].subject if before else Subject.APPLICANT
    return Subject.COUPLE if last is Subject.SPOUSE else last


def _unreal(text: str, hard: list[int], ends: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _CONDITION.finditer(text):
        if match[0] == "的话":
            start = max((cut for cut in hard if cut <= match.start()), default=0)
            if not _TOPIC_ONLY.search(text, start, match.start()):
                found.append((start, match.end()))
            continue
        stop = next((cut for cut in ends if cut > match.start()), len(text))
        back = _BACK_TO_FACT.search(text, match.end(), stop)
        found.append((match.start(), back.start() if back else stop))
    found.extend(
        (match.start(), next((cut for cut in hard if cut > match.start()), len(text)))
        for match in _INTENTION.finditer(text)
        if not _HARMLESS.match(text, match.start())
    )
    found.extend(_worth(text, hard))
    return found


def _worth(text: str, hard: list[int]) -> list[tuple[int, int]]:
    """What is weighed, not had: a master's would give 100 points."""
    found = []
    for match in _WORTH.finditer(text):
        start = max((cut for cut in hard if cut <= match.start()), default=0)
        if not _MINE.search(text, start, match.start()):
            found.append((start, match.end()))
    return found


def _questions(text: str) -> list[tuple[int, int, int]]:
    if not _QUESTION.search(text):
        return []
    found = []
    start = before = 0
    for end in [*(match.end() for match in _CHUNK_END.finditer(text)), len(text)]:
        if _OR_NOT.fullmatch(text, start, end):
            found.append((before, end, before))  # it asks of what stands before it
        elif match := _QUESTION.search(text, start, end):
            found.append((start, end, match.start()))
        before, start = start, end
    return found
