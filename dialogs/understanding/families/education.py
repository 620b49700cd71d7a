"""Education (教育背景): the highest level finished, and for 本科 whether the degree (学位) was said.

本科 alone is one of two: with or without the degree. 大学毕业 may be 大专 as well. 研究生 is a finished master's unless
it is said to be in progress. A master's or doctor's degree said to lack the diploma or the degree (单证, 同等学力), and
a foreign one said to lack the recognition, stays unclear: which level then counts is not settled.
"""

from __future__ import annotations

from dataclasses import replace

from ..model import FactValue
from ..rules import About, Family, Mention, Rule, compiled, nothing, only_where, says, unclear

BACHELOR: list[str] = ["bachelor", "bachelor_with_degree"]
UNIVERSITY: list[str] = ["associate", *BACHELOR]


def _level(rank: int, pattern: str, level: str | list[str]) -> Rule:
    return Rule("education", compiled(pattern), says(education=level), About.PERSON, rank)


_HIGHEST = 9
"""The rank of words that leave every level in doubt."""

_SCHOOL_EN = (
    r"(?:junior |senior |upper |lower )?(?:high|middle|primary|elementary|secondary|vocational|technical)"
    r"(?: vocational| technical| secondary| high| middle)?[- ]school"
)

_SCHOOL_SAID = compiled("school|education (?:after|at|in|with)")

EDUCATION = Family(
    "education",
    compiled(
        r"科|本课|修士|普本|统本|招本|考本|人本|授本|开本|专|d\.?phil|level|junior high|technical|中[三四五六]"
        r"|[初高][一二三]|[一二三]本|国中|中职|硕|博|研究生"
        r"|研究所|学士|学位|学历|高中|初中|小学|技校|职高|大学|高职"
        r"|双证|单证|degree|dgree|bache?l[eo]r|master|phd|ph\.d|doctor|diploma|school|college|mba|msc"
        r"|m\.sc|\bb\.?a\b|\bb\.?sc\b|benke|dazhuan|zhuanke|polytech|xuewei|shuoshi|undergrad|associate|diplom"
        r"|studies|中学|国小|\bb\.?(?:tech|com|eng|ed|e|s|arch|pharm)\b|\bm\.?(?:tech|com|eng|ed|s|a|phil"
        r"|ca)\b|\bll\.?[bm]\b"
        r"|zhongzhuan|gaozhong|chuzhong|12th|batchelor|batchlor|university"
    ),
    only_where(
        r"学位|学历|学士|双证|两证|单证|毕业证|degree|xuewei|diploma|有学",
        "degree",
        (
            Rule("education", compiled(r"(?:本科|大专|专科|硕士|研究生|高中)(?:学历)?\s?(?:及|或)?以上"), nothing),
            Rule(
                "education",
                compiled(r"(?:在读|就读):\s?[^,.;!?\n]{0,6}(?:大专|本科|专科|硕士|博士|研究生)"),
                nothing,
            ),
            Rule("education", compiled(r"博士后(?:出站|进站|在站)"), nothing),
            Rule(
                "education", compiled(r"(?:研究生|硕士|博士|本科)(?:入学|考试|备考|辅导|推免)|考研|读研|保研"), nothing
            ),
            Rule(
                "education",
                compiled(
                    r"学位(?:证书?)?(?:有了?|拿到了?|下来了)?[,\s]?(?:但是?|可是?|可惜|不过|却|就是|只是)?(?:还|也)?"
                    r"(?:没有?|无|缺|没拿到?|没发)(?:拿到?)?(?:研究生|硕士|博士|本科)?(?:毕业证|学历(?!学位))"
                    r"|degree (?:certificate )?but (?:no|without an?) diploma"
                ),
                unclear,
                About.PERSON,
                rank=_HIGHEST,
                plain=True,
            ),
            Rule(
                "degree",
                compiled(
                    r"有(?:毕业证|学历证)书?(?:和|、|与|跟|,)?\s?学位证|(?:毕业证|学历证书?|"
                    r"(?<![科专士生])学历)(?:和|、|与|跟"
                    r"|,)?\s?(?:学士)?学位证?书?(?:也)?(?:都|全"
                    "|均)?(?:有|齐全?|拿到)|双证(?:齐全)?|两证(?:都有|齐全|俱全|在手)"
                ),
                says(degree=True),
                About.PERSON,
                plain=True,
            ),
            Rule(
                "degree",
                compiled(
                    r"(?:没有?|无|未(?:获|取)?得?|没有?(?:拿|取得|获得|给|考|申请)[到过]?|缺)\s?(?:学士|硕士"
                    r"|博士)?学位证?书?|学位(?:证书?)?[^,;!?\n]{1,14}?没(?:能|有)?(?:发|拿|给|下|通过|批"
                    r"|授予)|(?:学士|硕士|博士)?学位证?书?\s?[:是]?\s?(?:也|都|还)?(?:没有?|无"
                    "|没拿到?|未)"
                    "|(?:(?<=只有本科)|(?<=只有本科的)|只有(?:一张|个)?)(?:毕业证|学历证|(?<!只有本科)"
                    "(?<!只有本科的)学历(?=$|[,.;!?]))(?!和|与)|学位(?:证书?)?(?:还)?(?:要|得)(?:再)?等|单证"
                    "|(?:without|no|lacks?"
                    "|minus)(?: the| a| any)? (?:(?:bachelor'?s? )?degree|xuewei)|(?:w/o|lacking|missing)(?: the"
                    r"| a)? (?:degree|xuewei)|degree (?:was |has been |is |being )?(?:withheld|refused|denied"
                    r"|revoked)|degree[:,]? (?:(?:no|none)(?=\s?(?:$|[,.;)/\n]))|(?:was |has )?(?:never|not) "
                    "(?:been )?(?:awarded|given|granted|conferred|issued))|(?:never|not|didn't|n't"
                    "|did not)(?: yet)? (?:receive[d]?|g[oe]t"
                    "|obtain(?:ed)?|earn(?:ed)?|(?:been |was )?(?:awarded|given|granted))(?: the| a"
                    "| my)? (?:actual )?(?:bachelor'?s? )?degree(?: cert[a-z]*)?(?! from)|(?<!school )diploma only"
                ),
                says(degree=False),
                About.PERSON,
                plain=True,
            ),
            Rule(
                "degree",
                compiled(r"(?:(?<=有学位)|(?<=有学位,))我(?:却|就)?没有?(?=\s?(?:的)?\s?(?:$|[,.;!?\n]))"),
                says(degree=False),
                plain=True,
            ),
            Rule(
                "degree",
                compiled(r"(?:只有|只拿了?)(?:硕士|博士)?学位(?:证书?)?"),
                says(degree=False),
                About.PERSON,
                plain=True,
            ),
            Rule(
                "degree",
                compiled(
                    r"(?:有|带|含|拿了|取得了?|拿到了?|和|加|连同?|获得?了?)\s?(?:学士)?(?:学位|\bdegree"
                    r"|\bxuewei)(?:证书?)?"
                    r"|(?:学士)?学位证?书?\s?(?:[:是]\s?)?(?:也|都)?(?:有|齐|拿到了?)|双学位"
                    r"|学位(?:证书?)?(?:也|都|已经?|后来)*(?:申请|拿|取得|获得|授予|发|考|补)(?:到|下来|了|过)+"
                    r"|(?:毕业证|学历证)书?(?:和|、|与|跟)?学位证书?(?:都|一个|一样|也|一本|全|[,\s])*"
                    r"(?:不[少缺差]|齐全?|有|在手|拿)"
                    r"|学位证书?(?:和|、|与|跟)?(?:毕业证|学历证)书?(?:都|一个|一样|也|一本|全|[,\s])*"
                    r"(?:不[少缺差]|齐全?|有|在手|拿)"
                    r"|diploma and (?:the )?degree|degree and (?:the )?diploma|degree[:,]? (?:yes|too|as well)\b"
                    r"|[+&]\s?(?:degree|xuewei)|degree[- ]holding|degree holder|w/ ?(?:a |the )?(?:degree|xuewei)|you"
                    r" xuewei|xuewei(?: zheng)? (?:dou )?you|with (?:the "
                    "|a )?(?:degree|xuewei)|(?<=本科)学位|(?<=[,+ ])学士学位"
                ),
                says(degree=True),
                About.PERSON,
            ),
            Rule(
                "education",
                compiled(r"(?:没|未|还没|没有|尚未)(?:有)?(?:做|办|过)?(?:学历|学位|留服|教育部)?认证"),
                unclear,
                About.PERSON,
                rank=_HIGHEST,
                plain=True,
            ),
            Rule(
                "education",
                compiled(r"在职(?:研究生|硕士|博士)(?!.{0,6}双证)(?![^\n]{0,20}最高)|同等学[力历](?:申硕)?|\bemba\b"),
                unclear,
                About.PERSON,
                rank=_HIGHEST,
            ),
            Rule(
                "education",
                compiled(
                    r"(?:master'?s?|bachelor'?s?|ph\.?d|doctoral|mba|graduate|postgraduate)(?: degree)? (?:entrance"
                    r"|admissions?"
                    r"|exams?|application|thesis|candidate|offer|place\b|entry)"
                ),
                nothing,
                needs=compiled(r"entrance|admission|exam|applic|thesis|candidate|offer|place|entry"),
            ),
            Rule(
                "education",
                compiled(
                    rf"(?:teach[a-z]*|work[a-z]*|employed|job|professor|lecturer|nurse"
                    rf"|librarian)\b[^.;,!?\n]{{0,24}}? "
                    rf"(?:at|in|for|of) (?:an? |the |my |our )?[a-z -]{{0,16}}?{_SCHOOL_EN}"
                    rf"|(?:start|enter|attend|begin)(?:s|ing)? (?:a |an |the )?{_SCHOOL_EN}"
                    rf"|{_SCHOOL_EN} (?:place|admission|teacher|entrance|exam|fees|student|principal|next|pupil)"
                ),
                nothing,
                needs=_SCHOOL_SAID,
            ),
            Rule(
                "education",
                compiled(
                    r"(?:(?:never|didn't|did not|haven't|have not) (?:get|got|gone|go|went|make it|study|studied)"
                    r"|no(?:thing)?|no (?:diploma|degree|education|schooling|qualification)s?) (?:past|beyond|further"
                    r" than"
                    rf"|above|after|higher than) {_SCHOOL_EN}"
                    r"|(?:left|quit|dropped out of|finished with|done with) (?:school|education) (?:after|at|in"
                    r"|with) "
                    rf"(?:{_SCHOOL_EN}|(?:<age>|<number>))"
                ),
                says(education="none"),
                About.PERSON,
                rank=1,
                plain=True,
                needs=_SCHOOL_SAID,
            ),
            Rule(
                "education",
                compiled(
                    r"(?:\bonly|\bjust|\bdid|finished|completed|graduated(?: from)?|left school after|stopped after"
                    r"|no further than|schooling:?|education:?|(?:education|qualification|schooling|level|diploma)(?:"
                    r" level)?"
                    r" (?:is|was)) (?:did |have |an? |my |the |only |just |went to |got |finished |is |was )*"
                    rf"{_SCHOOL_EN}"
                    r"|(?:\bi have|\bi've|has|with) (?:only |just )?(?:junior |senior )?(?:high|middle|primary) school"
                    r"(?=\s?(?:$|[,.;]))"
                    r"|(?:junior |senior |upper |lower )?(?:high|middle|primary|elementary|secondary|vocational"
                    r"|technical)"
                    r"(?: vocational| technical)?[- ]school (?:education|diploma|graduate|only|level|leaver|educated"
                    r"|qualification|graduation)"
                    r"|(?:^|(?<=[,;:/|] ))(?:junior |senior )?(?:high|middle|primary|secondary|vocational"
                    r"|technical)[- ]?school"
                    r"(?=\s?(?:$|[,.;/|\n]))"
                ),
                says(education="none"),
                About.PERSON,
                needs=_SCHOOL_SAID,
            ),
            _level(
                6,
                (
                    r"博士后?(?:研究生)?(?:学历|学位|毕业)?|\bph\.?d\b|\bd\.?phil\b|doctorate|doctoral degree"
                    "|doctor'?s? degree|doctor of [a-z]+|(?:degree|education|qualification): ?doctor\\b"
                ),
                "doctor",
            ),
            _level(
                5,
                (
                    r"(?=[anmhp])(?:(?:(?<=^)|(?<=[,;/|(] )|(?<=[,;/|(]))m\.?[as]\.?(?=\s?(?:$|[,;/|)]))"
                    r"|(?:\ban|\bmy|\bher|\bhis) m\.?[as]\.?(?=\s?(?:$|[,.;/|)]| (?:and|in|from|but)\b))"
                    r"|\bm\.?(?:res|fa|pa|ph|acc|st|jur|sci|math)\b(?<!mph)|post-?graduate (?:diploma|qualification)"
                    r"|\bmaters degree)"
                ),
                "master",
            ),
            _level(
                4,
                (
                    r"(?=[bfuh])(?:\bbat?ch(?:e?l[eo]r)'?s? (?:degree|dgree|degre|with)|\bbach?l[eo]rs\b"
                    r"|\b(?:undergrad(?:uate)?"
                    r"|first|university|uni) degree\b|\bbs(?:n|ba)\b|\bb\.?fa\b|\bbba\b|\bb\.?s\.?c?\.? (?:hons"
                    r"|honou?rs)"
                    r"|(?:(?<=^)|(?<=[,;/|(] )|(?<=[,;/|(]))b\.?s\.?(?=\s?(?:$|[,;/|)]))|(?:\ba|\bmy|\bher|\bhis)"
                    r" b\.?s\.?"
                    r"(?=\s?(?:$|[,.;/|)]| (?:and|in|from|but)\b)))"
                ),
                "bachelor_with_degree",
            ),
            _level(
                5,
                (
                    "非全日制研究生|硕士(?:研究生)?(?:学历|学位|毕业(?!证))?|研究生(?:学历|学位|毕业|文凭)?"
                    r"|(?<!scrum )(?<!station )(?<!head )\bmaster'?s?\b(?! (?:chef|baker|plumber"
                    r"|electrician|class|sergeant))(?:[' ]*(?:degree|dgree|degre|diploma))?"
                    r"(?! of ceremon)|\bm\.?sc\b"
                    r"|\bm\.?(?:tech|eng|com|phil|fin|pharm)\b|\bm\.(?:ed|arch)\b|\bmca\b|\bll\.?m\b|\bm\.?[as]\.?"
                    r"(?= (?:from|in|degree|at)\b)|\bm\.[as]\.(?=[ ,;])|\bm\.e\b"
                    r"|\bmba\b|shuoshi|postgraduate degree|硕博(?!连读)|本硕(?![博连])|本硕连读(?=毕业)"
                    r"|修士(?=学位|毕业|\s?(?:$|[,.;]))|(?:\ue007|双一流|双非)硕(?=\s?(?:$|[,.;毕]))"
                    r"|研究所(?=毕业|学历|学位)"
                ),
                "master",
            ),
            _level(
                4,
                (
                    "(?<!副)双?学士(?!后)(?:学位)?|(?:bachelor'?s?|undergrad(?:uate)?)[' ]*(?:degree|dgree|degre)"
                    r"|bachelor'?s|bachelor (?:of [a-z]+|with (?:a |the )?degree)|\bb\.?a\b|\bb\.?sc\b"
                    r"|\bb\.?(?:eng|tech|com|arch|pharm|ba)\b|\bb\.ed\b|\bb\.?[es]\.? (?:degree|from|in)\b"
                    r"|\bb\.[es]\.(?=[ ,;])|\bll\.?b\b|\bbca\b|honou?rs degree"
                    r"|\bdegree (?:is )?(?:a )?bachelor'?s?\b|\bbatche?lor'?s? (?:degree|dgree|degre)"
                ),
                "bachelor_with_degree",
            ),
            _level(
                3,
                (
                    "(?:大学|自考|成人|成考|函授|网教|网络|远程|夜大|电大|国开|统招|全日制"
                    r"|普通)?(?:的)?(?:本科|本课|大本|[一二三]本(?=毕业|院校|大学|学历|双证|[,;.\s]|$))(?:院校"
                    r"|大学)?(?:学历"
                    r"|文凭|毕业(?!证)生?)?|专(?:升|套|接|转)本(?:学历|毕业)?"
                    r"|(?<![一-鿿])(?:普|统招?|自考|成人|函授|国开)本(?=毕业|双证|学历|有|没|无|[,.;\s]|$)"
                    r"|\bbenke\b|\bbachelor\b"
                    r"|\bundergrad(?:uate)?\b(?! (?:student|degree|program|course))(?: (?:diploma|studies"
                    r"|education|level|qualification))?"
                    r"|(?:four|4|\ue000|\ue007)[- ]?(?:year )?(?:university|college degree)"
                ),
                BACHELOR,
            ),
            Rule(
                "education",
                compiled(
                    "(?:没有?|没上过?|没读过?|没念过?|未读过?|没考上|从没上过|不是)(?:过)?大学(?!城"
                    "|生)(?:毕业|文凭|学历)?|(?:没有|没|无)(?:任何)?(?:文凭|学历)|(?:never went to"
                    "|didn't go to|no) (?:college|university)"
                ),
                says(education="none"),
                About.PERSON,
                rank=1,
                plain=True,
            ),
            Rule(
                "education",
                compiled(
                    r"(?:no|without an?y?) (?:degree|diploma|education|schooling)s? (?:past|beyond|after"
                    r"|above|higher than) (?:high|middle|secondary|junior) school"
                ),
                says(education="none"),
                About.PERSON,
                rank=1,
                plain=True,
            ),
            _level(
                2,
                (
                    "(?:自考|成人|成考|函授|网教|统招|全日制|国开|电大|夜大)?(?:的)?(?:大专|专科|高职(?!称)"
                    "|大砖|大转(?=学历)|专课(?=学历|毕业))(?!医院|院校|生院|门诊)(?:学历|文凭|毕业证?"
                    r"|毕业生)?|(?<!research )(?<!sales )(?<!senior )\bassociate(?:'?s)?(?: degree)?\b"
                    r"(?! (?:professor|senior|director|manager|engineer|editor|partner|title|consultant))"
                    r"|junior[- ]college(?: diploma)?|associates?'? (?:degree|diploma)|community college"
                    r"|polytechnic (?:diploma|college)|(?:higher|tertiary) vocational(?: (?:college|diploma|school"
                    r"|education))?"
                    r"|\bzhuanke\b|diploma from a (?:vocational|junior|community|three-year|technical) college"
                    r"|副学士|[二五]专(?=\s?(?:$|[,.;毕学]))|vocational college|(?:three|\ue007|\ue000)-?"
                    r"(?:year)? college|\bdazhuan\b"
                    "|college diploma"
                ),
                "associate",
            ),
            _level(
                1,
                r"大学(?=[,\s]?(?:但|可)?(?:没有?|无|有)(?:拿到?)?(?:学士)?学位)|大学(?:已经?|早就|早|也"
                r"|都)*(?:毕业生?|学历|文凭|(?:也|都)?[读念上]完)",
                UNIVERSITY,
            ),
            _level(
                0,
                (
                    r"(?:(?<=[,;\s])|^)(?:初中|小学|国中)(?=\s|[,;])(?!.*(?:孩子|小孩|娃|儿子|女儿))(?<!孩子.)"
                    "|(?:初中|小学|高中|中专|国中|职高)(?:肄业|辍学|结业)|(?:初中|小学|高中|中专|国中"
                    "|职高)(?:也|都|还)?没(?:有)?(?:毕业|念完|读完|上完|毕得了业)"
                    "|(?:中学|国小)(?:毕业|学历|文化|程度|肄业)"
                    r"|\b(?=[jlusmpev])(?:^|(?<=[,;:.] )|(?<=went to )|(?<=only )|(?<=finished )|"
                    r"(?<=completed )|(?<=graduated )|(?<=education ))"
                    r"(?:junior |lower |senior |upper )?(?:middle|primary|elementary|secondary"
                    r"|vocational)(?: vocational| technical| secondary| middle)?(?: school)(?: (?:diploma"
                    r"|graduate|only|education|graduated?))?"
                    r"|(?:secondary vocational|vocational secondary|vocational high|technical secondary"
                    r"|vocational middle)(?: school)?(?: (?:diploma|graduate|only))?|(?:vocational high"
                    r"|junior high|junior middle|middle) school(?: (?:diploma|graduate|only|education"
                    r"|level))?"
                    r"|(?:^|(?<=[,;:.] )|(?<=only ))technical school|junior high\b|[oa]-levels?(?=\s?(?:$"
                    r"|[,.;]| only))|(?:读到|念到)?中[三四五六](?=毕业|\s?(?:$|[,.;]))|\bzhongzhuan\b"
                    r"|\bgaozhong\b|\bchuzhong\b|12th standard|\bk-?12\b"
                    "|(?:高中|中专|中职|职高|技校|职校)(?!级|生活|三年)(?:学历|毕业|文凭)?|(?:初中|小学|国中)(?:学历"
                    "|毕业|文凭|文化)(?:程度|水平)?|学历(?:不高|不行|很?低|比较低)[, ]?(?:就|只|是|有|个|也"
                    "|才)*(?:初中|小学|国中|高中|中专)"
                    r"|(?:初中|小学)[一二三四五六]年级(?:文化|学历|毕业)|[念读上]过(?:小学|初中)(?!的)"
                    r"|[念读上]到(?:[初高][一二三]"
                    r"|[一二三四五六]年级)|(?:(?<=只有)|(?<=学历)|(?<=文凭)|(?<=我是)|(?<=读到)"
                    r"|(?<=读了))(?:初中|小学|国中)(?=\s?(?:$|[,.;!?\n]))"
                    "|high school(?: (?:diploma|graduate|only))?|secondary school"
                ),
                "none",
            ),
        ),
    ),
    learning_before=compiled(
        "(?:(?:现在|目前|正在|还在|在)(?:读|上(?!海)|念(?!到|完|了))[^,.;了过完]{0,6}|在读|正在?读|还在读|攻读|在念"
        "|读着|在上|快读完|[读念上学修混](?:一?个|一?张)|报(?:名|考)?了?(?:个|的)?"
        "|(?<![自成高])考(?!的)(?:个|上)?|(?:准备|打算|想|要|去)考的|准备|备考|想读|劝我去?[读念上考](?:一?个)?"
        "|(?:studying(?: for)?|doing|pursuing|reading for|taking|started|starting|begun|enrolled (?:in|on"
        "|at))(?: an?| my| the)?(?: part[- ]time| full[- ]time| online| executive| second)?"
        "|working (?:on|towards?)(?: an?| my)?|(?:admitted|accepted|applied|applying|enrolled|registered)(?: to| into"
        "| on| for"
        r"| in)(?: an?| my| the)?|(?:half ?way|mid-?way|part[- ]way) through(?: an?| my| the)?|offer(?:ed)? (?:of"
        r" )?(?:a place )?(?:for|on|in)(?: an?| my| the)?"
        r"|还?[差离](?:[^,.;!?\n]{0,3})|[没未]有?(?:毕业|读完|念完)的?|在职[读念修攻]*|快要?|即将"
        "|马上(?:就?要)?|距离?|away from(?: an?| my)?"
        "|(?:haven't|have not|hasn't|not yet|didn't|did not|never) (?:yet )?(?:finish(?:ed)?"
        "|complete[d]?|got|gotten|get)(?: an?| my| the)?|(?:finish|complet|graduat)ing(?: with| from)?"
        r"(?: an?| my| the| with)*|\bto (?:graduate|finish|complete|get|receive|earn)(?: with| from)?"
        "(?: an?| my| the)*|enrolled in(?: an?| my)?|(?:quit|left"
        r"|dropped out of)(?: an?| my)?)\s?(?:了|个|的)?\s?$"
    ),
    learning_after=compiled(
        r"(?!学位)(?:毕业)?(?:论文|答辩)"
        r"|[^,.;!?\n]{0,3}[\ue004](?:[^,.;!?\n]{0,6}(?:毕业|拿|完|到手|答辩|下来|发)|\s?(?:$|[,.;!?\n]))"
        r"|[^,.;!?\n]{0,8}还?差(?:[\ue000\ue005\ue007一二两三四五六七八九几]|\d+)\s?(?:门|科|个?学分|篇|次|$"
        r"|[,.;!?\n])"
        r"|[^,.;!?\n]{0,3}(?:还剩|延期?毕|论文没|没考?过|没通过|挂了)"
        r"|[^,.;!?\n]{0,6}(?:是|都是)?(?:假的|伪造|买来?的)"
        r"|[^,.;!?\n]{0,24}(?:before i (?:finished|graduated|could finish)|won't be|will not be|isn't "
        r"(?:finished|done|complete)|not (?:yet )?(?:finished|graduated|done|complete|awarded)|still "
        r"(?:studying|ongoing)|expected (?:in|by)|due (?:in|by)|(?:but|and)? ?(?:never|didn't|did not) "
        r"(?:finish|graduate|complete)|top-up(?= (?:course|program|studies|student|now|at the moment|this|next)))"
        r"|,? (?:which |that )?i (?:quit|dropped|left|never finished|did not finish|didn't finish)|(?: was"
        r"| is)? (?:unfinished|incomplete)"
        r"|(?: degree)? (?:will|is going to|to be|not (?:yet )?(?:done|finished|complete))"
        r"|\s?(?:还|也|都)?没(?:有|拿到?|发)?毕业证|毕业证书?(?:也|都|还|暂时)*[没未]有?(?:拿|发|下|领|到)"
        r"|[读念上学]了?到?(?:一半|中途)|(?:已经?|被|刚)?录取|[读念]到(?:第|[研博大][一二三四]|现在)"
        r"|(?!学位)[^,.;!?\n了过\ue000-\ue007]{0,5}(?:报名|报考|入学|开学|读到一半)"
        r"|\s?(?:学历|学位)?(?:,?\s?(?:还|尚)没(?:有)?毕业|(?:也|还|都|函授|自考|业余|网教|成教"
        r"|夜大)?(?:在读|还在读|正在?读|读着"
        "|在念|没(?:有)?(?:毕业|读完|考完|念完|读出|拿到)|未毕业|还没(?:有)?(?:毕业|读完|考完"
        r"|拿到|念完)|肄业|结业|中(?=\s?(?:$|[,.;!?]))|班(?:也|都|还)?(?:没(?:有)?(?:毕业|读完|念完)|在读"
        r"|肄业)|辍学|退学|候选|还有.{0,5}毕业|今年.{0,2}入学|在考|candidate"
        "|student|(?:is )?(?:still )?in progress|dropout|还差|快毕业|即将毕业))"
    ),
)


def with_degree(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with what was said of the degree worked into the level it was said of.

    Words on the degree belong to the level named before them, or else to the first one named.
    """
    degrees = [mention for mention in mentions if mention.rule.slot == "degree"]
    if not degrees:
        return mentions
    rest = [mention for mention in mentions if mention.rule.slot != "degree"]
    for degree in degrees:
        levels = [mention for mention in rest if mention.rule.slot == "education"]
        before = [level for level in levels if level.start <= degree.start]
        level = before[-1] if before else levels[0] if levels else None
        if level is None:
            has = degree.facts is not None and degree.facts["degree"] is True
            said = has and "学士" in text[degree.start : degree.end]
            rest.append(replace(degree, facts={"education": "bachelor_with_degree"} if said else None))
        elif level.facts is not None and degree.facts is not None:
            value = _qualified(level.facts["education"], degree.facts["degree"] is True)
            rest[rest.index(level)] = replace(level, facts=None if value is None else {"education": value})
    return rest


def _qualified(level: FactValue, has_degree: bool) -> FactValue | None:
    if level in (BACHELOR, "bachelor", "bachelor_with_degree"):
        return "bachelor_with_degree" if has_degree else "bachelor"
    if level == UNIVERSITY:
        return "bachelor_with_degree" if has_degree else ["associate", "bachelor"]
    if level in ("master", "doctor") and not has_degree:
        return None
    return level
