"""Title or skill grade (职称、技能等级): the highest one held.

Only words that name the level count: 中级经济师, 高级工程师, 技能三级. A job (工程师), an entry level (初级职称,
助理工程师) and a qualification whose level the rules do not state (二建, 注册会计师) stay unclear or unheard.
"""

from __future__ import annotations

from ..places import TRADES_EN
from ..rules import About, Family, Rule, compiled, nothing, says, unclear


def _level(rank: int, pattern: str, level: str, needs: str | None = None) -> Rule:
    needed = compiled(needs) if needs else None
    return Rule("credential", compiled(pattern), says(credential=level), About.PERSON, rank, needs=needed)


_NO = (
    "(?<!有)(?:没有?|无|未评|没有?(?:[评考拿办]|参加)过?|还没)(?:有)?(?:任何|什么|啥|过|专业|技术"
    "|到|其他|的|专业证书|证书?[和或、,及跟]|[一个])*"
)
_TITLE = r"(?:职称|专业技术职务|\btitle\b|技能证书?|技能等级(?:证书?)?|职业资格证?书?)"
_TRADE = (
    "(?:汽修|电工|焊工|钳工|车工|铣工|木工|育婴师|保育员?|养老护理员?|维修电工|技能|职业技能"
    "|技能等级|职业资格|国家职业资格|技工|职业技能等级)"
)

_SKILLED = (
    "(?:[一-鿿]{0,6}(?:人力资源(?:管理)?|管理师|规划师|营养师|咨询师|育婴[师员]|策划师|物流师|商务师"
    "|烹调师|烹饪师|厨师|面点师|西点师|评茶[师员]|茶艺师|护理员"
    "|保育[师员]|操作员|管理员|维修[工员]|装配工|美容师|美发师|培训师|设计师|养护工|操作工|安装工|修理工"
    "|[电焊钳车铣木管架油瓦镗磨]工))"
)

_NO_SKILL = (
    r"(?<!英语)(?<!日语)(?<!计算机)(?<!计算机等级)(?<!普通话)(?<!伤残)(?<!残疾)(?<!考试)(?<!等级考试)"
    r"(?<!公务员)(?<!书法)(?<!钢琴)(?<!水平)(?<!运动员)(?<!律师)"
)
"""What has grades that are none of a skill."""


def _skill(*, han: str, figure: int, english: str) -> str:
    """The words for one grade: 三级证书, 烘焙师三级, skill level 3, level 3 cook certificate."""
    grade, level = f"(?:{han}|{figure})级", rf"(?:level|grade|lvl)[:\- ]{{0,2}}(?:{figure}|{english})\b"
    certificate = "certificate|cert|certificates|qualification|licen[cs]e|diploma"
    return (
        rf"{_NO_SKILL}{grade}(?:的)?(?:职业)?(?:技能)?(?:等级)?证(?!券|监)书?"
        rf"|人力(?:资源)?{grade}"
        rf"|{_NO_SKILL}{grade}(?!甲|乙|医院)(?:企业)?{_SKILLED}"
        rf"|(?:师|工|员)(?:高级|中级|初级)?证书?[,\s(]{{1,2}}{grade}(?!建|教师|医)"
        rf"|(?:技能|工种|等级)(?:证书?)?(?:是|为|:)?{grade}(?!建)"
        rf"|[一-鿿]{{0,8}}(?<!公务)(?<!运动)(?:(?<![律教老医药护技])师|工|员|叉车|挖机)[,:\s(]{{0,2}}"
        rf"(?:证书?)?(?:是|考了?|有|为|:)?(?:国家|职业)?{grade}(?!建|教师|医|主任|运动)"
        rf"|(?<!english )(?<!hsk )(?<!chinese )(?:skills?|skilled|technician|worker|vocational"
        rf"|{certificate}|{TRADES_EN})s?(?<!teacher)(?<!counsel)(?: (?:skills?|{certificate}))*[,:"
        rf"( ]{{0,3}}(?:at |of |is |i (?:hold|have) is |that's |that is |which is )?{level}"
        rf"|(?<!english )(?<!hsk )(?<!chinese )(?<!japanese )(?<!cfa )(?<!acca )(?<!exam ){level}(?: "
        rf"(?!and\b|exam|test|but\b)[a-z-]+){{0,3}} (?:technician|worker|skills?|vocational|{certificate}"
        rf"|{TRADES_EN})"
        rf"|skills? (?:level|grade)(?: is|:)+ (?:{figure}|{english})\b"
        rf"|(?:got|have|hold|holds|passed|reached|earned) {level}(?! (?:english|chinese|hsk|japanese|of"
        rf"|exam))|\band {level} in "
    )


_CRAFT = "(?:厨师|烹[调饪]师|[面西]点师|美[容发甲]师|茶艺师|育婴[师员]|保育[师员]|护理员|营养师|按摩师)"
"""Trades whose 中级 and 高级 are grades of a skill."""

_FIT = compiled(
    r"(?:对口|匹配|相符).*(?:职称|中级|高级|技师|证书)|"
    r"(?:职称|中级|高级|技师|技能|证|level|accountant|engineer|title|certificate|skill|级工|副高|会计).*(?:对口|匹配"
    r"|相[符关]|一致|符合|评|考|拿|取得|not|无关|关系|不搭|不沾|码事|回事|match|fit|relat|relev|对得上|suit|before)"
    r"|[二三四五一]级.*(?:对口|匹配|不搭)"
)

_FROM_ELSEWHERE_EN = (
    r"(?:beijing|guangzhou|shenzhen|hangzhou|suzhou|nanjing|wuxi|ningbo|kunshan|chengdu|wuhan|chongqing|tianjin|hefei"
    r"|xi'?an|zhengzhou|changsha|qingdao|xiamen|dalian|another (?:city|province)|my home ?town|back home"
    r"|(?:my|another) (?:old|previous|former|home) (?:city|province))"
)
_HELD_EN = compiled(
    r"title|certificate|\bcert\b|credential|technician|qualification|skilled|skill (?:level|grade)|level[- ]\ue007 "
)
_REVIEWED_EN = (
    r"(?:[a-z]+ )?(?:title )?(?:review|exam|evaluation|assessment)[^.;!?\n]{0,20} and (?:now |already |i )*(?:have"
    r"|hold|got"
    r"|received|obtained) (?:the|my) (?:certificate|title)"
)
_POST_EN = (
    r"(?:(?:my|her|his|their|the) )?(?:current |present |actual |own |day )*"
    r"(?:job|post|position|work|role|duties|occupation)\b"
)

CREDENTIAL = Family(
    "credential",
    compiled(
        "职称|职务|中级|高级|初级|副高|正高|高工|讲师|professor|nurse|level|lvl|intermediate|accountant|economist"
        "|none|技师|技能|资格|软考|建造师|[一二]建|会计师|工程师"
        r"|经济师|工证|工\b|级工|级电工|助理级|title|qualific|skill|credential|cert|technician|zhicheng|对口|师|员|级"
        "|匹配|岗位|证"
    ),
    (
        Rule(
            "credential",
            compiled(
                f"{_NO}{_TITLE}(?!.{{0,3}}(?:对口|匹配))|{_TITLE}(?:这块|方面|呢|的话|嘛|啊|:|,|都|是|也|暂时"
                f"|目前|现在"
                r"|还|[和/,、及]?技能(?:等级)?|啥的|什么的|\s)*(?:没有?|暂?无|零)(?!问题|对口|匹配|写"
                r"|[有高中初技学大本硕社居结工]|[评批发考拿领过通下出]?(?:下来?|上|到|过|出来?|通过|批)"
                r"(?:了|$|[,.;!?]|来)"
                r"|[评批发考拿领]?(?:下来|上|到|通过|出来)|[批发过])(?:的|呢"
                "|过)?"
                r"|(?:什么|啥|任何|一[个张本]).{0,3}(?:职称|证书|(?<![住位业婚份产])证).{0,2}(?:也"
                r"|都)没有?|(?:职称|技能|资格)?(?<![位业婚])证书?(?:一[个张本])(?:也|都)?没有?|(?:\bno"
                r"|\bwithout(?: an?| any)?"
                "|(?:don't|do not|haven't|doesn't) (?:really )?(?:have|hold|got)(?: got)?(?: an?"
                "| any)?) (?:professional |technical |job |shanghai |recogni[sz]ed |official |formal |valid |such"
                " )*(?:titles?|credentials?|zhicheng"
                r"|skills? certificates?|certs?)(?! deed)|(?:title|certificate|credential|cert)s?\b(?: is"
                r"|:| ?-| =)* (?:none|no|nil|n/a)\b"
                r"|(?:没有?|无)(?:任何|什么|啥)?(?:技能|职业|专业)?(?<!居住)证(?:书)?(?=\s?(?:$|[,.;!?\n]))"
                r"|没考过(?:任何|什么|啥)?证(?:书)?(?=\s?(?:$|[,.;!?\n]))|没啥证"
                r"|\b(?:no|any) (?:state|official|formal|chinese|recogni[sz]ed) (?:professional "
                r"|technical )?(?:titles?|certificates?|credentials?)"
                r"|\b(?:i've|i have) (?:got )?none\b"
                r"|\b(?:no|without an?y?) (?:professional|vocational|technical) (?:qualification|licen[cs]e)s?\b"
                r"|\bmei ?you zhicheng"
                r"|neither an? (?:professional )?title nor|neither [^.;,!?\n]{1,30} nor (?:an? |any )?(?:professional"
                r" )?(?:title"
                r"|certificate|skill)"
            ),
            says(credential="none"),
            About.APPLICANT,
            rank=0,
            plain=True,
        ),
        _level(
            101,
            r"主管(?:护师|药师|技师|中药师|检验师)|主治医[师生]|(?:中学|小学|中小学|幼儿园)一级教师|一级教师职称",
            "intermediate_title",
        ),
        _level(
            101,
            r"讲师职称|职称[:是为]?讲师|(?:大学|高校|学院|大专院校)(?:里|的|当|做|任|教书|专任|,|是)*讲师"
            r"|(?:(?<=^)|(?<=[,;\s是])|(?<=是个)|(?<=任))讲师(?=[^.;!?\n]{0,24}(?:大学|高校|学院|院校))"
            r"|(?:economist|engineer|accountant|auditor|statistician)\"?,? \(?intermediate\)?(?=\s?(?:$"
            r"|[,.;)]))|intermediate (?:level )?(?:economist|accountant|auditor)"
            r"|lecturer'?s? title|title(?: of|:| is)* lecturer|\btitle ?\(intermediate\)"
            r"|intermediate \(title\)|(?:supervising|charge) nurse(?: by)? title"
            r"|attending (?:doctor|physician)(?:'s)? title",
            "intermediate_title",
        ),
        _level(
            140,
            r"副?教授职称|职称[:是为]?(?:正|副)?教授|(?:associate |full )?professor(?:'s|ship)? title"
            r"|title(?: of|:| is)* (?:associate |full )?professor"
            r"|title[: ]+(?:is )?senior(?=\s?(?:$|[,.;]))|职称(?:是|为|:)?(?:正|副)?高级?(?=\s?(?:$"
            r"|[,.;]))|(?:associate|deputy|full)[- ]senior title|title[^.;,!?\n]{0,24}\b(?:(?:associate|deputy)"
            r" senior|fu ?gao|zheng ?gao)|"
            r"title[^.;,!?\n]{0,24}\b(?:at|of) (?:the |an? )?senior level|senior (?:engineer|economist"
            r"|accountant) \(title\)"
            r"|chief (?:physician|nurse)(?:'s)? title",
            "senior_title",
        ),
        _level(140, r"副?主任(?:医|护|药|技)师|(?:中学|中小学)高级教师", "senior_title"),
        Rule(
            "credential",
            compiled(
                "(?:主管|副主任|主任|检验|放射|影像|按摩|美容|美甲|足疗|推拿|调音)技师|药师|英语[四六]级"
                "|计算机[一二三四]级|普通话"
            ),
            nothing,
        ),
        Rule(
            "credential_fits_job",
            compiled(
                "(?:和|跟|与)?(?:我)?(?:的)?(?:现在|现|目前"
                "|当前)?(?:的)?(?:工作|岗位|职位|职务|专业岗位)?(?:是|也|都|并)?(?:不|没有?)(?:太|怎么|是很"
                r"|是)?(?:对口|匹配|相符|一致|相关)|(?:和|跟|与)(?:我)?(?:的)?(?:职称|证书?)?(?:现在"
                r"|目前)?(?:的)?(?:工作|岗位|职位|职务|专业"
                r"|证书?)?(?:是|都|也|完全|根本)*(?:无关|没(?:有|啥|什么)?关系|不搭(?:边|界|嘎)?|不沾边|两码事"
                r"|两回事)"
                r"|(?:\bbut|\band|\bwhich|\bthat|\bit|,|;)[^.;!?\n]{0,28}(?:doesn't|does not|do not|don't"
                r"|not) (?:fit|match|suit|relate to|correspond to)|(?:(?<=职称)|(?<=证)|(?<=证书)|"
                r"(?<=中级)|(?<=高级)|(?<=技师))(?:是)?(?:来上海(?:之前|以前|前)|在(?:外地|老家))(?:就)?"
                r"(?:考|评|拿)"
                r"|完全不(?:对口|搭边?|匹配)|,\s?(?:but )?(?:it(?:'s| is) )?(?:not related"
                r"|unrelated)(?: to (?:my|the) [a-z ]+)?"
                r"|(?:(?<=title )|(?<=certificate )"
                r"|\bit )(?:does not|doesn't|do not|don't) (?:match"
                "|fit) (?:with )?(?:my|the) (?:current |present |actual )?(?:job"
                "|post|position|work|role)|不是?在?(?:上海|本市|这边)(?:这边)?(?:工作时|上班时)?(?:评|考|拿"
                r"|取得|获得|办)(?:下来|出来|到)?的"
                r"|\bnot (?:obtained|earned|got|granted|issued|received|acquired) (?:it )?in shanghai"
                r"|(?:外地|老家|外省|外面|北京|江苏|浙江|安徽)(?:评|考|拿"
                "|取得)(?:下来|出来)?的"
            ),
            says(credential_fits_job=False),
            needs=_FIT,
            plain=True,
        ),
        Rule(
            "credential_fits_job",
            compiled(
                r"\bbefore (?:i )?(?:ever )?(?:work(?:ing|ed)|came|coming|moving|moved)(?: to| in)* shanghai"
                r"|(?:from|in) an? (?:earlier|previous|former) job in (?:another city|my hometown)"
            ),
            says(credential_fits_job=False),
            needs=compiled(
                r"(?:earned|obtained|got|passed|granted|awarded)[^.;!?\n]{0,40}(?:title|certificate"
                r"|level)[^.;!?\n]{0,40}before"
            ),
            plain=True,
        ),
        Rule(
            "credential_fits_job",
            compiled(
                "(?:和|跟|与)?(?:我)?(?:的)?(?:现在|现|目前|当前)?(?:的)?(?:工作|岗位|职位|职务)(?:是|也|都"
                "|完全|很|挺|正好)*(?:对口|匹配|相符|一致|符合)|(?:对口|匹配)(?:现在)?(?:的)?(?:岗位"
                r"|工作)|(?<=[,;\s])(?:(?:也|都|专业|工作|岗位|证书|(?:单位|公司)?已?聘[用任])?(?:都"
                r"|也)?(?:对口|匹配|相符|一致|符合)"
                r"|(?:做|干)的"
                r"(?:工作|活|事)?(?:也|都)*(?:对口|匹配|相关))(?:的|了)?(?=\s|$|[,.;!?\n])"
                r"|(?<=[,;\s])(?:干|做|从事)的(?:工作|活|事)?(?:就|也|正)*是(?:这个?|这一?行|本行|相关的?)"
                r"|(?:(?<=title )|(?<=certificate )|\bit |\bwhich |\bthat |(?<=[,;] )|\band )(?:match(?:es)?|fits?"
                r"|is relevant to|is related to) (?:my|the) (?:current |present "
                r"|actual )?(?:job|post|position|work|role)"
                r"|same (?:trade|field|line|profession) as my (?:current |present )?(?:job|post|position|work|role)"
            ),
            says(credential_fits_job=True),
            needs=_FIT,
        ),
        Rule(
            "credential_fits_job",
            compiled(
                r"(?:和|跟|与)(?:我)?(?:现在|目前)?(?:的)?(?:岗位|工作|职位|职务|现职|干的活儿?|做的事|做的)"
                r"(?:也|都|是|挺|正好|完全)*(?:对得上|对上|相符|匹配|一致|对口)"
                r"|(?:岗位|职位|工作)(?:和|跟|与)(?:我)?(?:的)?(?=[^,.;!?\n不没无]{0,4}(?:职称|证书?|中级|技师"
                r"|高级)(?:是|也|都|挺|很|完全)*"
                r"(?:对口|匹配|相符|一致|对得上))"
                r"|(?:\bobtained|\bearned|\bmatching|\bwhich|\bthat|\bit|\band|,|;)(?:(?!\b(?:not|n't"
                r"|doesn't|never|titles?|certificate|level|grade|lvl|skills?|cert"
                r"|technician)\b)[^.;!?\n]){0,60}\b(?<!not"
                r" )(?<!n't )(?:fits?|match(?:es|ing)?|suits?"
                r"|corresponds? to) (?:with )?(?:my|the|her|his|their) "
                r"(?:current |present |actual )?(?:job|post|position|work|role|duties)"
            ),
            says(credential_fits_job=True),
            needs=_FIT,
        ),
        Rule(
            "credential_fits_job",
            compiled(
                r"(?:obtained|earned|got|gained|awarded|granted|issued|passed|received|acquired)(?: it)?(?: back)? "
                rf"(?:in {_FROM_ELSEWHERE_EN}|back home)|(?:obtained|earned|awarded|acquired|issued|got)(?: it)?"
                rf" before "
                r"(?:i |my )?(?:came|coming|moved|moving|arriv(?:ed|ing)|move|arrival)"
            ),
            says(credential_fits_job=False),
            needs=compiled(r"title|certificate|\bcert\b|credential|technician|skill"),
            plain=True,
        ),
        Rule(
            "credential_fits_job",
            compiled(
                r"(?:nothing to do with|unrelated to|irrelevant (?:to|for)|no (?:relation|connection|relevance|link)"
                r" (?:to|with)"
                r"|\b(?:not|n't) (?:at all |really |actually |in any way |even )*(?:(?:related|relevant|linked) to"
                r"|(?:match|fit|suit|relate to|correspond (?:to|with)|go with|line up with)(?: with)?"
                r"|in line with)|(?:a )?different (?:field|trade|line|profession) (?:from|to|than))"
                rf" (?:what i (?:actually )?do|{_POST_EN})"
            ),
            says(credential_fits_job=False),
            needs=_HELD_EN,
            plain=True,
        ),
        Rule(
            "credential_fits_job",
            compiled(
                r"(?<!degree )(?<!degree is )(?<!major )(?<!major is )(?<!diploma )(?<!diploma is )(?<!studies )"
                r"(?:relevant to|related to|relates to|match(?:es|ing)?|matched to|fit(?:s|ting)?|suits|suited to"
                r"|correspond(?:s|ing) to|in line with|in keeping with|consistent with|the same (?:trade|field|line"
                r"|profession|area) as|appropriate (?:to|for))(?: with)?"
                rf" (?:what i (?:actually )?do|{_POST_EN})|\b(?:job|post|position|work)(?: (?:that )?i (?:hold|have"
                rf"|do))? is in the"
                r" same (?:field|trade|line|profession)|\band (?:i )?(?:also |actually |still )?work as (?:\ue007"
                rf"|such\b)"
            ),
            says(credential_fits_job=True),
            needs=_HELD_EN,
        ),
        Rule(
            "credential",
            compiled(
                r"\bi (?:don't|do not|haven't|have not)(?: have| got| hold| yet)* (?:\ue007|any)(?=\s?(?:$"
                r"|[,.;!?\n]))"
            ),
            says(credential="none"),
            About.APPLICANT,
            plain=True,
            needs=compiled(
                r"(?:title|certificate|credential)s?\b[^.;!?\ue000-\ue007]{0,24}[.;,!] (?:but |and |while )?"
                r"i (?:don't|do not|haven't|have not)(?: have| got| hold| yet)* (?:\ue007|any)"
            ),
        ),
        _level(
            140, r"\btitle(?: is| of|,)+ (?:an? )?\"?senior(?! citizen)\b(?: [a-z]+)?", "senior_title", needs="title"
        ),
        _level(
            101,
            r"title[^.;,!?\n]{0,24}\b(?:at|of) (?:the |an? )?intermediate level"
            r"|\btitle(?::| is| of|,)* ?(?:an? )?\"?(?:intermediate|mid-?level|middle)[- ]?(?:level )?(?:[a-z]+ ?)?",
            "intermediate_title",
            needs="title",
        ),
        _level(
            101,
            r"\b(?:the|an|my) intermediate \ue007(?=\s?(?:$|[,.;!?]| i| is| since| from| in))",
            "intermediate_title",
            needs="title",
        ),
        _level(
            140,
            rf"passed (?:the |my )?senior {_REVIEWED_EN}",
            "senior_title",
        ),
        _level(
            101,
            rf"passed (?:the |my )?(?:intermediate|mid-level) {_REVIEWED_EN}",
            "intermediate_title",
        ),
        Rule(
            "credential",
            compiled(
                "软考初级|初级(?:职称|证书?|会计师?|经济师|工程师)?(?!工)|助理(?:级|工程师|经济师|会计师)"
                r"|[一二]级?建(?:造师)?(?:证书?)?|注册(?:会计师|建筑师|安全工程师|[^,.;]{1,4}师)|\bcpa\b"
                "|软考(?!中级|高级|高项)|junior title|entry[- ]level title"
            ),
            unclear,
            About.PERSON,
            rank=-1,
        ),
        _level(
            140,
            (
                "高级职称|(?:副|正)高级?(?:职称|工程师)?|高级(?:工程|经济|会计|审计|统计|政工"
                "|教)师(?:职称|证书?)?|高工(?:职称|证)?(?!资)|软考高[级项]|senior (?:professional "
                "|technical )?(?:title|credential)(?!'s)|senior(?:-level)? (?:[a-z']+ ){0,2}title(?!'s)"
                "|title[: ]+(?:is )?senior (?:engineer|economist|accountant|auditor)|senior (?:economist|accountant"
                "|auditor|statistician|engineer) (?:with (?:the|a) )?(?:title|qualification|certificate)"
            ),
            "senior_title",
        ),
        _level(
            139,
            (
                r"一级(?:/)?技师|"
                + _skill(han="一", figure=1, english="one|i")
                + "|高级技师(?:证书?)?|技能一级|一级技能|职业资格一级|职业技能等级一级|(?:skill"
                r"|skilled worker) (?:level|grade) (?:1|one)\b|senior technician(?=\s?(?:$|[,.;]"
                r"(?! ?level [2-5])))|senior technician,? (?:\()?(?:cert|certificate|qualification"
                r"|grade|level)|level (?:1|one) senior technician"
            ),
            "skill_1",
            needs=r"一级|1级|高级技师|level|grade|lvl|technician|skills?",
        ),
        _level(
            101,
            (
                rf"中级(?!{_CRAFT})(?:专业技术)?(?:职称|经济师?|会计师?|工程师|审计师?|统计师?|社工|社会工作者?"
                "|[一-鿿]{1,6}师)(?:职称|证书?)?|软考中级(?:证书?)?|(?:工程师|经济师|会计师)职称"
                r"|(?<=职称)[:是为]\s?(?:工程师|经济师|会计师)|(?<!操作员)(?<!管理员)(?<!护理员)"
                rf"(?<![焊钳车电木]工)中级(?:证书?)?(?!工|{_CRAFT}|[电焊钳车铣木管技]工|维修电工"
                rf"|[,(]?[四4五5]级|人|法院"
                r"|英语|日语|班|课"
                "|车|口译|水平|驾)|(?:intermediate|mid-?level"
                "|middle)(?:[- ]level)?(?: [a-z']+){0,2} (?:title(?!'s)|credential)|title(?::| is"
                "|,)? ?intermediate|(?:intermediate"
                "|mid-?level)(?:[- ]level)? (?:accountant|accounting|economist|auditor|statistician"
                "|engineer(?:ing)? (?=title|certificate|qualification|professional|exam))(?: exam)?(?: title"
                "| certificate| qualification)?"
            ),
            "intermediate_title",
        ),
        _level(
            100,
            (
                _skill(han="二", figure=2, english="two|ii")
                + rf"|(?<!高级)(?<!一级)技师(?:证书?)?|{_TRADE}(?:证书?)?\s?(?:等级)?(?:证书?)?(?:二级|2级)|二级技能"
                rf"|(?:二级|2级){_TRADE}|(?:skill|skilled worker) (?:level"
                rf"|grade) (?:2|two)\b|技能等级2|{_SKILLED}(?:证书?)?\s?[(]?(?:二级|2级)"
                rf"|(?:二级|2级){_SKILLED}|technician(?: certificate| qualification)?,? ?[(]?(?:level"
                rf"|grade)[- ](?:2|two|ii)\b"
                rf"|(?:level|grade)[- ](?:2|two"
                rf"|ii)\b(?: [a-z]+)? (?:technician|skilled worker|skills?"
                rf"|vocational)"
            ),
            "skill_2",
            needs=r"技师|[二2]级|level|grade|lvl|skills?",
        ),
        _level(
            60,
            (
                _skill(han="三", figure=3, english="three|iii")
                + rf"|{_TRADE}(?:证书?)?高级(?:证书?)?(?!技|职称|工|[一-鿿]{{0,3}}师)|高级(?:技|[电焊钳车铣木管]"
                rf"|维修电)?工(?!程|资|艺|学校)(?:证书?)?"
                rf"|{_TRADE}(?:证书?)?\s?(?:等级)?(?:证书?)?(?:三级|3级)"
                rf"|(?:三级|3级){_TRADE}|(?:skill|skilled worker) (?:level"
                rf"|grade) (?:3|three)\b|{_SKILLED}(?:证书?)?\s?[(]?(?:三级|3级)|(?:三级"
                rf"|3级)(?:企业)?{_SKILLED}|(?:level|grade)[- ](?:3|three"
                rf"|iii)\b(?: [a-z]+)? (?:technician|skilled worker|skills?"
                rf"|vocational)"
            ),
            "skill_3",
            needs=r"高级|[三3]级|level|grade|lvl|skills?",
        ),
        _level(
            30,
            (
                _skill(han="四", figure=4, english="four|iv")
                + rf"|{_TRADE}(?:证书?)?中级(?:证书?)?(?!技|职称|工|[一-鿿]{{0,3}}师)|中级{_CRAFT}|中级(?:技"
                rf"|[电焊钳车铣木管]"
                rf"|维修电)?工(?!程|资|艺|学校)(?:证书?)?"
                rf"|{_TRADE}(?:证书?)?\s?(?:等级)?(?:证书?)?[(]?(?:中级)?(?:四级|4级)"
                rf"|(?:四级|4级){_TRADE}|(?:skill|skilled worker) (?:level"
                rf"|grade) (?:4|four)\b|{_SKILLED}(?:证书?)?\s?[(]?(?:四级|4级)|(?:四级"
                rf"|4级){_SKILLED}|(?:level|grade)[- ](?:4|four"
                rf"|iv)\b(?: [a-z]+)? (?:technician|skilled worker|skills?"
                rf"|vocational)"
            ),
            "skill_4",
            needs=r"中级|[四4]级|level|grade|lvl|skills?",
        ),
        _level(
            15,
            (
                _skill(han="五", figure=5, english="five|v")
                + rf"|初级工(?!程|资)(?:证书?)?|{_TRADE}(?:证书?)?\s?(?:等级)?(?:证书?)?(?:五级|5级)|(?:五级"
                rf"|5级){_TRADE}|(?:skill|skilled worker) (?:level|grade) (?:5"
                rf"|five)\b|{_SKILLED}(?:证书?)?\s?[(]?(?:五级|5级)|(?:五级|5级){_SKILLED}"
                rf"|(?:level|grade)[- ](?:5|five|v)\b(?: [a-z]+)? (?:technician"
                rf"|skilled worker|skills?|vocational)"
            ),
            "skill_5",
            needs=r"初级|[五5]级|level|grade|lvl|skills?",
        ),
    ),
    learning_before=compiled(
        "(?:(?:要|想|去|准备|打算|年底|月底|等着?|才能|可以)(?:去)?[领拿评考](?:到|个)?|快要?"
        "(?:[拿考评领办](?:到|下来|出来)?)?|等|在考|正考|备考|准备(?:考)?|报考|报名|报了|参加|想考|要考"
        "|去考|考个|买一?个?|挂靠|申报|在评|正在?评"
        "|复习|打算考?|学|(?:^|[^了过到出上的])考(?!了)|做|担任|当|任|work(?:ing)? as an?"
        "|(?:waiting|rejected|turned down|denied) (?:for )?(?:an?|the|my)?|failed(?: an?| the| my)?|appl"
        "(?:ying|ied) for(?: an?| the| my)?|studying for(?: an?| the)?"
        "|(?:preparing|documents|papers|materials|aiming|going|sitting|qualify(?:ing)?) for(?: an?| the| my)?|\\bas"
        " an?|taking(?: an?| the)?"
        r"|get(?:ting)? an?)\s?(?:个|了|着)?\s?$"
    ),
    learning_after=compiled(
        r"[(](?:在考|备考|正?在|还在|[没未还待拟]|报名)|(?:考了?|考试)?(?:\ue007次|好几次"
        r"|[几一两三四五]次)?(?:也|都|还|是)*没(?:考)?(?:过|通过)"
        r"|考了?[^,.;!?\n]{0,3}次(?:也|都|还)*[没不唔](?:考)?过|[^,.;!?\n没]{0,3},?证书?(?:也|都)?(?:\ue004"
        r"|要等|还要等)"
        r"|(?:[^.;!?\n]{0,12}证书?(?:也|都)?还?[没未]有?(?:下|拿|发|领|到|出))|\s?(?:职称"
        r"|证书?|资格)?[\ue003\ue004]?(?:也|还|都|正|要|才|去|已经?)?(?:报名|报了|开考"
        r"|(?:考试)(?!.{0,2}(?:通?过|合格))|没(?!问题|有问题)(?:有)?(?:评|考|拿|下|过|通|发|领|办"
        "|到|出|批)|未(?:评|考|过|通|下)|在考|正在|还差|(?:考试)?(?:已?通过|过)了?,?(?:但是?|可)?评审(?:也|还"
        "|都)*[没未]|评审(?:也|还|都)*[没未]|[^,.;!?\n]{0,2}(?:要|需要|得)[^,.;!?\n]{1,10}才"
        r"|[一二三四五六\ue007]门[^,.;!?\n全]{0,2}[过考][了过]?[^,.;!?\n全]{0,2}[一二两三四五\ue007]门"
        r"|考过了?[^,.;]{0,3}[门科]|考了?一半"
        "|考试(?!.{0,3}(?:通?过|合格))|出?成绩"
        "|考试[^,.;]{0,2}没|材料|公示|申报|初审|送审|待批|在评|评审中|备考|等证|没戏|挂了|在准备|准备中|在复习"
        r"|exam(?!,? (?:and )?(?:i )?passed)|(?:application|result|review)\b)"
    ),
)
