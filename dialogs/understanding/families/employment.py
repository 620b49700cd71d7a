"""Residence permit (居住证), employment and the employer.

"Employed" needs a place: 在职 alone is unclear. A company "of Shanghai" (上海公司, 公司注册在上海) is registered there;
one merely located there (公司在上海) is unclear. A Shanghai branch of an out-of-town firm stays unclear, however the
firm itself is told of, because the sources disagree on it.
"""

from __future__ import annotations

import re

from ..dates import MONTH_WORD, SMALL, next_such_day, whole_day
from ..model import Facts
from ..places import DISTRICTS, DISTRICTS_EN, QUARTERS, TRADES_EN
from ..rules import Context, Family, Rule, compiled, nothing, only_where, says, unclear

_DISTRICT = f"(?:{DISTRICTS}|{QUARTERS})"
_HERE = rf"(?:上海|本市|沪|魔都|{_DISTRICT})(?:市|新区|新城|区|这边|那边|这里|那里|这儿|那儿|本地|{_DISTRICT}){{0,3}}"
_CITY = (
    "(?:北京|广州|深圳|杭州|苏州|南京|无锡|宁波|昆山|成都|武汉|重庆|天津|合肥|郑州|西安|常州"
    "|南通|嘉兴|外地|老家|外省|太仓)"
)
_CITY_EN = (
    r"(?:beijing|guangzhou|shenzhen|hangzhou|suzhou|nanjing|wuxi|ningbo|kunshan|chengdu|wuhan|hong kong|chongqing"
    r"|tianjin|hefei|xi'?an|jiaxing|nantong|taicang|qingdao|xiamen|changsha|dalian|singapore|tokyo)"
)
_DISTRICT_EN = DISTRICTS_EN
_HERE_EN = rf"(?:(?:downtown |central |greater )?shanghai|{DISTRICTS_EN})(?! (?:branch|hukou|registered|permit))"
_AT_EN = (
    r"(?:(?!\b(?:wife|husband|spouse|sister|brother|branch|registered|incorporated|headquartered|remote"
    r"(?:ly)?|from|until|student|degree|till|but|years?|born"
    rf"|hukou|permit|and|not|would|will|could|might|may|should|if)\b|{_CITY_EN})[a-z0-9&'. /-])"
)
_WORK_EN = (
    r"\b(?=work|employ|job|in s|station|office|place)(?<!not )(?<!n't )(?<!to )(?<!his )(?<!her )"
    r"(?<!their )(?<!for )(?<!earlier )(?<!previous )(?<!former )(?<!last )(?<!old )(?<!stopped )"
    r"(?<!quit )(?<!never )(?<!longer )(?<!before )(?<!ever )(?<!started )(?<!while )(?<!when )(?<!than )"
    r"(?:works?|working|employed|employ|job is|job|in service|stationed|office is|work(?:ing)? "
    r"(?:location|place|site)(?: is|:)?|workplace(?: is|:)?|place of (?:work|employment)(?: is|:)?"
    r"|employment(?: status)?(?: is|:)?|employed[:?]? yes,?)"
)
_WORKPLACE_EN = (
    "(?:desk|seat|workplace|office|job|shop|clinic|school|lab|factory|plant|studio|restaurant|warehouse|hospital"
    "|work(?:ing)? place|place of work)"
)
_AREA = rf"(?:{_CITY}|浙江|江苏|安徽|江西|海南|新疆|[^,.;上海沪本我的司]{{2}}省)"
_WORK = (
    r"(?:上班|工作(?!居住|并居住|和居住|及居住|生活|、居住|经验)|就业|任职|任教|办公(?!室|楼|地|软)"
    r"|打工|干活|搬砖|就职|教书|坐班|做工|当差)(?!期间|的时候|时(?!间)|那)"
)
_FOREIGN = "外(?=[企资贸卖包滩高派商]|服务)"
"""An 外 that does not say that a place is out of town."""
_FIRM = r"(?:公司|单位|企业|用人单位|雇主)"
_NOT_SINCE = r"(?!.{0,4}(?:之前|以前))"


_OTHER_PAPER = compiled("合同|签证|护照|租|驾照|医保卡|身份证|协议|积分")
"""What has an end as well as the permit."""
_LONGEST_PERMIT = 10
"""Years that a permit can still run at most."""


def _expires(match: re.Match[str], context: Context) -> Facts | None:
    value = context.quantity(match, "date").date
    if value is None:
        return None
    year = int(value[:4])
    if 0 <= year + 100 - context.on.year < _LONGEST_PERMIT:
        value = f"{year + 100}{value[4:]}"  # 到27年5月 is the year to come
    if value < context.on.isoformat()[: len(value)]:
        return {"residence_permit": False}
    return {"residence_permit": True, "permit_expires": value}


def _expires_on_the_next(match: re.Match[str], context: Context) -> Facts | None:
    """到期 on a day of which the year is not said: the next such day, of the permit where no other paper is named."""
    if _OTHER_PAPER.search(match.string) and not match["permit"]:
        return {}
    value = next_such_day(match["month"], match["on_day"], context.on)
    return None if value is None else {"residence_permit": True, "permit_expires": value}


def _expires_on_the_next_english(match: re.Match[str], context: Context) -> Facts | None:
    day = context.first(match, "number", "before", "next", "of_next").number()
    if month := match["month"] or match["month2"]:
        value = next_such_day(month, str(day.min), context.on)
    else:
        value = context.first(match, "date", "later").date
        value = None if value is None or len(value) != len("2026-12") else whole_day(f"{value}-{int(day.min):02}")
    return None if value is None else {"residence_permit": True, "permit_expires": value}


def _expires_then(match: re.Match[str], context: Context) -> Facts | None:
    """A time to come at which something ends: the permit, where no other paper is named."""
    facts = None if _OTHER_PAPER.search(match.string) else _expires(match, context)
    return facts if facts and "permit_expires" in facts else {}


def _employed_again(match: re.Match[str], context: Context) -> Facts:
    return {"employed_in_shanghai": True} if match["here"] else {}


_ELSEWHERE_EN = (
    rf"(?:{_CITY_EN}|jiangsu|zhejiang|anhui|guangdong|shandong|fujian|hubei|hunan|henan|sichuan|hainan|another city"
    r"|another province|changzhou|shaoxing|yangzhou|huzhou|foshan|dongguan|zhuhai|jinan|zhengzhou|fuzhou|kunming)"
)
_REGISTERED_EN = (
    r"(?:\b(?:company|employer|firm|business|agency|entity|bank|school|hospital|start-?up|subsidiary|arm|unit|that"
    r" (?:employs|pays) me)"
    r"(?: (?:that )?(?:i work (?:for|at|with)|i'm (?:with|at)|i am (?:with|at)|we work for|employs me|itself|also|is"
    r"|was"
    r"|he works for|she works for|though|however|as such|where i work|in shanghai))*,? ?[(]?(?:legally |officially "
    r"|formally |actually "
    r"|itself )?(?:registered|incorporated)|\bregistered (?:company|office|employer|firm|address|seat)(?: is)?)"
)
_PERMIT = r"(?<!临时)(?:上海)?(?:市)?居住证(?!积分|明(?!年)|转|的积分)"
_PERMIT_EN = (
    r"(?:(?:shanghai )?(?:residen(?:ce|cy|t|tial) )?permit(?: card)?|\bjuzhuzheng)(?! points?)"
    r"(?<!work permit)(?<!work permit card)"
)

EMPLOYMENT = Family(
    "employment",
    compiled(
        "居住证|到期|期满|permit|班[^,]{0,3}在|[当做开跑]|laid|quit|lost|上班|工作|就业|任职|办公|打工|就职|失业|入职|厂"
        "|[店院校行所]里?[做当任干从]|无业|没事做|没活|派|待业|离职|辞职|裸辞"
        "|下岗|主妇|裁|全职|公司|单位|企业|雇主|employe|work|job|company|firm|退休|在职|自由职业|个体|干|搬砖|教书"
        "|juzhuzheng|now|based|sit"
        rf"|一家|目前|派|送|教|office|\bi (?:drive|make|run|cook|build|teach)|housewi|started|joined"
        rf"|kitchen|sales|{TRADES_EN}"
    ),
    only_where(
        r"居住证|permit|juzhuzheng",
        "permit",
        (
            Rule(
                "permit",
                compiled(
                    rf"{_PERMIT_EN}[: ]+(?:will )?(?:is valid (?:until|till|to|through)|valid (?:until|till|through|to)"
                    rf"|expires?|runs out|ends)(?: on)?(?: the)? (?:(?P<month>{MONTH_WORD})\.? "
                    r"(?:the )?<number>(?:st|nd|rd|th)?"
                    rf"|<number=before>(?:st|nd|rd|th)?(?: of)? (?P<month2>{MONTH_WORD})\b"
                    r"|<date>,?(?: on)? the <number=next>(?:st|nd|rd|th)"
                    r"|<number=of_next>(?:st|nd|rd|th) (?:of )?<date=later>)"
                ),
                _expires_on_the_next_english,
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    r"\b(?:it|this)(?:'s| is)(?: now| still)? (?:valid|good) (?:to|until|till|through)(?: the end"
                    r" of)? <date>"
                ),
                _expires,
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    rf"{_PERMIT_EN}[^.;!?\n]{{0,40}}\b(?:(?:valid|good|ok|runs|running) (?:until|till|through|to)"
                    r"|expir(?:es|ing)(?: in| on)?|runs out(?: in| on)?|until|till)(?: the end of)? <date>"
                ),
                _expires,
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    rf"{_PERMIT}(?:有的?|我有|[:,是]|\s)*(?:的)?(?:有效期|签注|有效)?(?:是|到|至|在|截至"
                    rf"|截止|还有|就|要|将|于"
                    r"|\s)*<date>(?:就|才|要|会|又|,|\s)*(?:到期|过期|期满|为止|有效|截止)(?:了)?"
                ),
                _expires,
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    rf"(?:(?:had|held|used to (?:have|hold)) (?:an? |my |the"
                    rf" )?)?{_PERMIT_EN}[^.;!?\n]{{0,24}}\bit(?:'s| was| has been| has| is| got| just| then| since)*"
                    rf" (?:cancell?ed"
                    rf"|revoked|expired|lapsed|ran out|run out)"
                ),
                says(residence_permit=False),
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    rf"{_PERMIT}(?:有的?|我有|[:,是]|\s)*(?:的)?(?:有效期|签注|有效)?(?:是|到|至|在|截至"
                    rf"|截止|还有|就|要|将|于"
                    r"|\s)*<date>(?:就|才|要|会|又|,|\s)*(?:到期|过期|期满|为止|有效|截止)(?:了)?(?!之?后|以后"
                    r"|,?(?:又|已经?|就|后来)*续)"
                ),
                _expires,
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    rf"{_PERMIT}[^.;!?\n\ue000-\ue007]{{0,6}}(?:签注|续签?|有效|延期?|办)(?:好|完|过"
                    rf"|下来)?了?,?期?[到至]了?<date>"
                ),
                _expires,
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    rf"{_PERMIT}[^.;!?\n\ue000-\ue007]{{0,10}}?<date>(?:就|才|要|会|底|末|,|\s)*(?:到期|过期"
                    rf"|期满|为止|失效)(?!之?后|以后|,?(?:又|已经?|就|后来)*续)"
                ),
                _expires,
                plain=True,
            ),
            Rule("permit", compiled(rf"{_PERMIT}[是能可]?[以用]?到<date>(?=\s?(?:$|[,.;!?\n]))"), _expires, plain=True),
            Rule(
                "permit",
                compiled(rf"{_PERMIT}(?:的|[:,(有]|\s)*有效期?限?(?:是|,|到|至|在|为|:|\s)*<date>"),
                _expires,
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    f"{_PERMIT_EN}[: ]+(?:that |which )?(?:is valid (?:until|till|to|through|thru)"
                    f"|valid (?:until|till|through|thru|to)"
                    "|expires?(?: on| in)?|runs (?:out|until)(?: in| on)?|expiring(?: in| on)?) <date>"
                ),
                _expires,
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    rf"(?P<permit>{_PERMIT}[^.;!?\n\d\ue000-\ue007]{{0,8}}?|(?:^|(?<=[,.;!?\s])))(?P<month>{SMALL})月"
                    rf"(?P<on_day>{SMALL})[日号]?(?:就|才|会|要|\s)*(?:到期|过期|期满)(?!了)"
                ),
                _expires_on_the_next,
                plain=True,
                needs=compiled("[到过]期|期满"),
            ),
            Rule(
                "permit",
                compiled(
                    r"(?:^|(?<=[,.;!?\s]))<date>(?:就|才|会|要|\s)*(?:到期|期满)(?=\s?(?:的|吧)?\s?(?:$|[,.;!?\n]))"
                ),
                _expires_then,
                plain=True,
                needs=compiled("到期|期满"),
            ),
            Rule(
                "permit",
                compiled(
                    rf"(?:(?:到期|过期|失效|有效期?)(?:日期?|时间)?(?:至|到|是|为|:)*<date=expiry>|<date>"
                    rf"(?:才|就)?(?:到期|过期))的?{_PERMIT}"
                ),
                _expires,
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    rf"{_PERMIT}(?:的|上|卡)?(?:到期|截止|失效|有效)(?:日期?|时间|期)?(?:是|为|:|到|至|在|\s)*<date>"
                ),
                _expires,
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    rf"{_PERMIT_EN}(?:,|:|\(| card| is| with| it| which| that|'s)*\s?(?:good |ok |expiry"
                    rf"(?: date)?|validity|end date|is )?\s?"
                    r"(?!(?:on |in )+[\ue003-\ue006])(?:valid |good |through |thru |till |until |to |up to |the end"
                    r" of |expires? |expiring |expiry "
                    r"|ends? |on |in |:|=|is )+<date>"
                ),
                _expires,
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    r"(?:(?:还没|尚未|没)(?:去|来得及|顾上)?(?:办|拿|领|申请)[^,.;!?\n]{0,3}居住证(?!的?积分)"
                    rf"|{_PERMIT}(?:的话|嘛|呢|这个|我|,|\s)*(?:还|暂时|目前)?(?:没有|没|无)(?=\s?(?:的"
                    rf"|呢)?\s?(?:$|[,.;!?\n]))"
                    rf"|{_PERMIT}[^.;!?\n]{{0,16}}(?:现在|已经?|目前)(?:都|就|也)?(?:没效了?|无效|不能用"
                    rf"|失效|过期|作废)"
                    rf"|{_PERMIT}[^,.;!?\n积\ue000-\ue007]{{0,4}}(?:没效了?|无效了?)(?=$|[,.;!?\n])"
                    rf"|{_PERMIT_EN} (?:ran out|has run out|is no longer valid|isn't valid|is not valid)"
                    rf"|never (?:had|held|got|applied for) (?:a |the |any )?{_PERMIT_EN}"
                    rf"|{_PERMIT_EN}(?:,|:| is| -|=|\?)*\s?(?:no(?=\s?(?:$|[,.;\n]))|none|not yet|nope"
                    rf"|pending|n/a|expired)"
                    rf"|{_PERMIT_EN}[^.;!?\n]{{0,60}}(?:don't have one|do not have one|i have none"
                    rf"|i've none|not got one|don't have it|haven't got one)"
                    r")"
                ),
                says(residence_permit=False),
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    r"(?:(?<=[,.;])|^)(?:现在|目前)(?:已经?|都|就|也|早)*(?:失效|过期|作废|注销)了|"
                    "(?:没有?|无|未|尚未|没拿到?|还没)(?:有)?(?:去|来得及|顾上)?(?:办过?|办理|持有?|申请过?"
                    f"|拿到?)?(?:了)?(?:有效期?内的|有效的?|一张|任何)*{_PERMIT}|{_PERMIT}(?:已经?|早就|早|都|也|我|弄|给|不小心|刚刚?|[\ue003]|上个?月"
                    f"|去年|今年|前年|这个月"
                    r"|是|被|\s)*(?:过期|到期了|失效|注销|没有|没办|还没办|没续|断了|丢了)(?:了)?"
                    rf"|{_PERMIT}[^.;!?\n\ue000-\ue007]{{0,10}}(?:还没|尚未|没有?|未)(?:拿到|下来|办好"
                    rf"|办下来|到手|批下来|办成)"
                    rf"|{_PERMIT}[^.;!?\n]{{0,4}}(?:早就|已经?)(?:失效|过期|作废|没了|注销)|(?:曾经?"
                    rf"|以前)?有过?{_PERMIT},?\s?(?:但|可|不过)?(?:是)?"
                    rf"(?:已经?|早就|后来|现在)*(?:失效|过期|作废|没了|注销)"
                    rf"|{_PERMIT}[^.;!?\n积\ue000-\ue007]{{0,10}}(?<!会)(?<!要)(?:作废|失效|注销|过期)了"
                    rf"|(?:\bno|without an?|(?:don't|do not) have(?: an?| any| the)?"
                    rf"|haven't got(?: an?)?) (?:valid )?{_PERMIT_EN}"
                    f"|{_PERMIT_EN}(?:'s| has| is| was| been| already| just)* (?:expired|cancell?ed|lapsed|invalid)"
                ),
                says(residence_permit=False),
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    "(?:有|持有?|[已经]办|办了|办好了?|办理了|拿到了?|拿了|领了|领到了?|持)(?:了)?"
                    "(?:有效期?内?的?|有效的?)?(?:个"
                    f"|一张)?{_PERMIT}(?!吗)|{_PERMIT}(?:我|是|也|都|一直|始终|已经?|早就|刚"
                    f"|[\\ue003]|今年|去年|前年|目前|现在|还"
                    r"|的|:|\s)*(?:有的|有(?!积|吗|没|什|用|影|关)|有效(?!期)|在有效期|正常|办了|办好|办的"
                    "|办过|在手|没过期|没有过期|签注(?:过|好)?了|已办(?!理中)|拿到了|领了|续签|续好了"
                    "|刚?办下来|刚?批下来|刚?下来了|(?:刚|已经?)?拿?到手了?)"
                    rf"|{_PERMIT}[^.;!?\n积]{{0,12}}没断过|{_PERMIT}还[剩差](?:不到)?[\ue000](?:就|才)?(?:到期"
                    rf"|过期)|{_PERMIT}[,\s]?[都全](?:有|齐)"
                    rf"|{_PERMIT}[^.;!?\n没未不无失积\ue000-\ue007]{{0,12}},(?:都|还|目前|现在|一直)*"
                    rf"有效(?!期)|{_PERMIT}[^.;!?\n没未不要积]{{0,12}}续签?(?:过|了|好|上|(?<=已续)"
                    rf"|(?<=已经续)|(?<=刚续))(?!吗)"
                    r"|(?<=[,;\s])证(?:还|也)?没(?:有)?过期|(?:又|重新)(?:办|申?领)(?:理|好|下来)?了"
                    r"(?:一张|新的)?(?=\s?(?:$|[,.;!?\n]))"
                    rf"|{_PERMIT}[^,.;!?\n没未过\ue000-\ue007]{{0,4}}(?:年年|每年)(?:都)?(?:签注|续签?)"
                    f"|(?:have|has|had|holds?|held|holding|with|got|obtained|received|possess(?:es)?)"
                    f"(?: got)? (?:an? |my |the |his |her |their )?(?:valid |current )?{_PERMIT_EN}"
                    f"|\\b(?=[srpj])(?<!no )(?<!any )(?<!without ){_PERMIT_EN}(?: is| card|'s|,|:| -| ="
                    f"|\\?)* ?(?:valid|in hand|ok\\b|okay|yes\\b|yep|have|held|y\\b|in order|current\\b"
                    f"|active|renewed|is fine|fine\\b|in place|got\\b|obtained|i have|✓)"
                    rf"|{_PERMIT_EN} (?:was|has been|got|just) (?:just )?(?:renewed|extended|endorsed)|"
                    rf"(?:valid|current) (?:juzhuzheng|residence permit)|permit holder"
                    rf"|(?:^|(?<=[,;/+] )|(?<=[,;/+])|(?<=\. ))(?:and |plus |have )?(?:the )?(?:valid )?"
                    rf"(?:shanghai )?{_PERMIT_EN}(?=\s?(?:$|[,.;/+\n]))"
                    r"|(?:have|has|got)(?: got)? (?:theirs|(?:their|his"
                    r"|her) residence permits?)[^.;!?\n]{0,12}(?:i've|i have) mine"
                ),
                says(residence_permit=True),
            ),
            Rule(
                "employed",
                compiled(
                    r"lost my job[^.;\n]{0,40}?(?:found|got|started|have)(?: an?)? (?:new|another) (?:\ue007"
                    r"|one|job|position)"
                    r"(?P<here>[^.,;\n]{0,12} in shanghai)?"
                ),
                _employed_again,
                plain=True,
            ),
            Rule(
                "employed",
                compiled(
                    r"(?:失业|待业|没有?工作|没上班|离职|辞职|被裁)[^.;!?\n]{0,20}?(?:重新|又[找上交缴入换]"
                    r"|恢复|续上|接上)"
                    r"|\ue003[到至~-]\ue003[^,.;!?\n]{0,4}(?:失业|待业|没有?工作|没上班)"
                ),
                nothing,
            ),
            Rule(
                "employed",
                compiled(
                    r"(?:中间|期间|中途|其间|曾经?)[^,.;!?\n\ue000-\ue007]{0,4}(?:没有?(?:工作|上班)|失业"
                    r"|待业|离职|辞职|裸辞|被裁)"
                    r"|(?:失业|待业|离职|辞职|被裁)过"
                ),
                nothing,
            ),
            Rule(
                "employed",
                compiled(
                    "(?<![要怕快会])(?<!担心)(?<!怕被)(?<![没未])(?<!还没被)(?<!谈)(?<!传)(?<!搞)(?:全职"
                    "(?:妈妈|太太|爸爸|主妇|在家|带(?:娃|孩子|小孩))|没有?(?:在)?(?:工作|上班|去上班)(?!居住"
                    "|经验|满)|没班上"
                    "|家庭主妇"
                    "|无业|没(?:事做|活干|找到工作)|失业(?!保险|金)(?:了|中|半年|在家)?|待业(?:中|在家)?|(?:已经?"
                    "|刚|上个?月|被)?(?:离职"
                    r"|辞职|裸辞|被裁|裁员|下岗)(?:了|在家|回老?家|状态|(?=[,.;!?\s\ue000]|$))|不在职|被(?:公司"
                    r"|单位|老板|厂里)?(?:优化|劝退"
                    r"|辞退|开除)|被裁|退休(?:了|在家))"
                    rf"|(?:moved|relocated|transferred) to {_CITY_EN}[^.;!?\n]{{0,12}} (?:and )?(?:i )?"
                    rf"(?:now )?work(?:ing)? there|(?:no|without an?) (?:shanghai )?job\b|"
                    rf"(?:currently )?without (?:a )?(?:job|work)\b|jobless"
                    rf"|work(?:ing|s)? (?:remotely |from home )+(?:from|in|out of) {_CITY_EN}"
                    r"|\bhousewi(?:fe|ves)\b|\bunemployed\b|(?:stopped|quit) working(?! (?:in|at|for))|"
                    r"(?:lost|quit) my job"
                    r"|out of a job\b|between jobs(?! (?:in|during|from|for) [\ue003\ue000\ue006])|out of work|(?:no"
                    r"|without an?)"
                    r" job\b"
                    "|not (?:currently )?(?:working|employed)(?! (?:there|in|at|for|with))|(?:got )?laid off"
                ),
                says(employed_in_shanghai=False),
                plain=True,
            ),
            Rule(
                "employed",
                compiled(
                    f"(?:以前|之前|曾经?|原来|前几年)(?:在|是)?{_HERE}[^,.;]{{0,4}}{_WORK}|used to work|"
                    f"(?<!have )(?<!has )(?<!'ve )worked in"
                ),
                nothing,
            ),
            Rule(
                "employed",
                compiled(
                    f"(?:不在|没在){_HERE}(?:的)?{_WORK}|(?:搬|回|转|调|跳槽?)(?:回|到|去)?了?{_CITY}(?:去"
                    f"|来)?{_WORK}|(?:派驻?|外派|驻|常驻"
                    f"|调)(?:[在到去往]){_CITY}|常驻{_CITY}|派(?:我|他|她)?[去到往]{_CITY}|人(?:长期|一直|目前"
                    f"|现在)?在{_CITY}"
                    f"|(?:人)?在{_CITY}(?:的?[^,.;上海]{{0,5}})?{_WORK}"
                    f"|(?<!stopped )(?<!quit )(?<!longer )(?<!not )(?:work(?:ing)?|employed|job is|sit"
                    f"|stationed|posted|(?:i'm|i am|am) based) in {_CITY_EN}"
                ),
                says(employed_in_shanghai=False),
                plain=True,
            ),
            Rule(
                "employed",
                compiled(
                    "(?:人)?(?:就?在|于"
                    rf"|来)(?:{_HERE}){{1,2}}(?:的)?"
                    rf"(?:(?:{_FOREIGN}|[中小大]学(?!习)"
                    rf"|[^,.;!?\n\d考评拿学毕外京找想没不要户交缴住读认]){{0,14}})?{_WORK}"
                    rf"(?:了)?{_NOT_SINCE}"
                    f"|在{_HERE}(?:的)?(?:一家|一个|某)?[^,.;]{{0,4}}{_FIRM}(?:里)?(?:干|做|待|上班|工作)"
                    rf"|(?:^|(?<=[,.;:\s!?(我人也都就是还住了]))"
                    rf"(?:{_HERE}){{1,2}}的?[^,.;!?\n\d不没想找要去来外京\ue000-\ue007]{{0,5}}(?:上班"
                    rf"|工作|打工|干活|搬砖|教书|坐班)(?!居住|并居住|和居住|及居住|生活|、居住|经验|期间"
                    rf"|的时候|时(?!间)|那|过|地)"
                    rf"|(?:上班|工作|打工|干活|教书)的?[,\s(]{{1,2}}(?:就|都|人|也)*(?:在|于)"
                    rf"(?:{_HERE}){{1,2}}(?=\s?(?:$|[,.;!?\n)]))"
                    rf"|(?:上班|工作|单位|厂|店)(?:地点?|的地方)?(?:就|都|也|是|现在|目前|人)*(?:在|:)?"
                    rf"(?:{_HERE}){{1,2}}(?=\s?(?:$|[,.;!?\n)]))"
                    rf"|在(?:{_HERE})(?:的)?(?:一家|某家?|一所"
                    rf"|一个)[^,.;!?\n\d不没外京\ue000-\ue007]{{0,10}}(?:公司|企业|单位|工厂|厂|医院|院"
                    rf"|学校|银行|集团|事务所|所|店)(?=\s?(?:$|[,.;!?\n]))"
                    rf"|(?:(?:现在|目前)(?:人)?在|就职于|供职于)(?:{_HERE}){{1,2}}的?(?:一家|一个|某"
                    rf"|这家)?[^,.;!?\n\d不没外京\ue000-\ue007]{{0,8}}(?:公司|企业|单位|工厂|医院|学校"
                    rf"|银行|集团|事务所)(?=\s?(?:$|[,.;!?\n]))"
                    rf"|(?:就职|任职|供职)[于在][^,.;!?\n外京]{{0,8}}上海(?:分公司|子公司|办事处|分部|公司|总部)"
                    rf"|上海在职|(?:任职|就职|受雇|在职于)[于在]?(?:{_HERE})"
                    rf"|(?:我是|本人是|是)(?:{_HERE})(?:的)?(?:一家|某|一个"
                    rf"|一所)?[^,.;!?\n\d不没外京\ue000-\ue007]{{1,8}}(?:的)?(?:护士|老师|教师|医生|会计"
                    rf"|司机|保安|厨师|员工|职工|程序员|工程师|工人|职员|销售|店员|服务员|公务员|研究员"
                    rf"|技术员|文员)(?=\s?(?:$|[,.;!?\n]))"
                    rf"|(?:^|(?<=[,.;:\s!?我人在]))(?:{_HERE})(?:做|当|干|搞|跑|开(?!始))"
                    rf"(?:[^,.;!?\n\d不没过了\ue000-\ue007]{{1,8}})(?=\s?(?:$|[,.;!?\n]))"
                    rf"|人在(?:{_HERE}),?(?:做|当|干|搞|上班|工作)"
                    rf"|在(?:{_HERE})(?:的)?[^,.;!?\n\d不没外京\ue000-\ue007]{{0,8}}(?:送(?:快递|外卖|货)"
                    rf"|教[^,.;!?\n育过]{{1,4}}|[三两]班倒|倒班|打螺丝|踩缝纫机|扫马路|站柜台|看大门|烧饭"
                    rf"|开吊车|开叉车|带班"
                    rf"|值班)(?!过)"
                    rf"|在(?:{_HERE})(?:这边)?(?:一直)?(?:干|做|当)(?:了|有)*[\ue000\ue005]"
                    rf"|班(?:就|也|都)?是?在(?:{_HERE})上"
                    rf"|在(?:{_HERE})(?:跑|开)(?:滴滴|网约车|出租车?|外卖|快递|货车|公交车?|地铁)(?![过了])"
                    rf"|(?:跳槽?|换|调|转|派遣?|外派|搬)(?:槽)?[到来](?:了)?"
                    rf"(?:{_HERE}){{1,2}}[^,.;!?\n\d不没\ue000-\ue007]{{0,8}}{_WORK}"
                    rf"|(?:在沪|本市|沪)(?:就业|工作|上班)|入职[了到于]?在?{_HERE}|(?:就职|任职|供职|现职"
                    rf"|受雇)[于在]{_HERE}"
                    rf"|在[^,.;!?\n\d外京]{{1,6}}?{_DISTRICT}[^,.;!?\n\d]{{0,6}}?{_WORK}"
                    rf"|在{_HERE}(?:的)?[^,.;!?\n\d]{{0,6}}(?:厂|店|院|学校|银行|所|企|公司|单位|集团"
                    rf"|机构|工地|机场|码头|园区|商场|超市|小区)(?:里|内)?(?:做|当|干|任|从事|担任|打工)"
                    rf"|在{_HERE}分公司上班"
                    rf"|{_WORK_EN}(?::| {_AT_EN}{{0,40}}?\b(?:in|at|near|around|around|within|from|inside"
                    rf"|for|office|as)\b)? {_AT_EN}{{0,32}}?\b{_HERE_EN}"
                    rf"|{_WORK_EN} (?:at|in|for|with|out of|from) (?:our|the|my|its|their|his|her"
                    rf"|an?) [a-z0-9&'. -]{{0,24}}?{_HERE_EN} (?:office|hq|headquarters?|plant|factory"
                    rf"|site|store|branch|entity|lab|campus|team)"
                    rf"|(?:^|(?<=[,.;:/] )|(?<=\bas an )|(?<=\bas a )|(?<=\bi'm an )|(?<=\bi'm a )|"
                    rf"(?<=\bi am an )|(?<=\bi am a )|(?<=\bis an )|(?<=\bis a )|(?<=hello )|(?<=hi ))"
                    rf"(?:[a-z&'/-]+ ){{0,4}}?(?:{TRADES_EN}|engineering|sales|hr|it|ux|finance|marketing"
                    rf"|logistics|kitchen|staff|teaching)(?: (?!title|cert|exam|degree|qualif|diploma"
                    rf"|course|job|student)[a-z]+)? (?:in|at) {_AT_EN}{{0,24}}?\b{_HERE_EN}"
                    rf"|(?:i (?:do )?sit|sits|sitting|based) (?:in|at) (?:the |our |my "
                    rf"|a )?{_AT_EN}{{0,12}}{_HERE_EN}"
                    rf"|(?:^|(?<=[,.;] ))now (?:in|at|with) (?:an? |the )?[a-z0-9&'. -]{{0,24}}?\b(?:in"
                    rf"|at) {_HERE_EN}"
                    rf"|(?:started|joined) (?:with |at )?(?:us|our [a-z ]{{2,16}}) (?:in|at) (?:shanghai"
                    rf"|{DISTRICTS_EN})"
                    rf"|first job is in {_HERE_EN}|\bshanghai-based {TRADES_EN}|\bwork(?:ing|s)? "
                    rf"(?:remotely |from home )+(?:from|in) "
                    rf"(?:shanghai|{DISTRICTS_EN})|in (?:shanghai|{DISTRICTS_EN}) (?:working|employed"
                    rf"|doing)\b"
                    rf"|\bi (?:teach|drive|run|make|build|cook|manage|sell|code|handle|lead|repair|clean"
                    rf"|design|do|serve|operate|supervise|deliver|fix|assemble|guard"
                    rf"|sweep) {_AT_EN}{{0,40}}?(?:in|at|on|around|@) (?:the )?{_HERE_EN}"
                    rf"|(?:^|(?<=[,.;:/] )|(?<=\bi'm )|(?<=\bi am )|(?<=\bnow ))doing {_AT_EN}{{0,30}}?"
                    rf"(?:in|at) {_AT_EN}{{0,20}}?{_HERE_EN}"
                    rf"|(?:^|(?<=[,.;:/] ))(?:[a-z&'/-]+ ){{0,3}}?{TRADES_EN},? (?:@ ?)?{_HERE_EN}(?=\s?(?:$"
                    rf"|[,.;/\n]))"
                    rf"|(?:employer|company|firm|office) is (?:located )?in (?:shanghai"
                    rf"|{DISTRICTS_EN})[^.;!?\n]{{0,12}}\bi work (?:there|here|for them)"
                    rf"|(?:上班|工作)(?:地点?)?(?:就|都|也|是)?在{_HERE}(?!的时候|期间)|(?:现在|目前"
                    rf"|在){_HERE}(?:当|做|干|跑|开)(?![过了始])"
                    rf"|have worked (?:in|at) (?:shanghai|{_DISTRICT_EN})(?=,? (?:for|since)\b)"
                ),
                says(employed_in_shanghai=True),
            ),
            Rule(
                "employed",
                compiled(
                    rf"\b(?:no longer|don't|do not|doesn't|does not|not) (?:currently |actually )?work(?:ing)? (?:in"
                    rf"|at) "
                    rf"(?:{_AT_EN}{{0,16}})?{_HERE_EN}"
                    rf"|(?:transferred|moved|posted|seconded|relocated|sent|dispatched)(?: back)? to (?:our|the|my"
                    rf"|its|a) "
                    rf"(?:company's |firm's )?{_ELSEWHERE_EN} (?:office|branch|plant|site|factory|subsidiary"
                    rf"|headquarters|hq)"
                    rf"|\b(?:sends?|sent|posts?|posted|assigned|dispatched) me to {_ELSEWHERE_EN}"
                    rf"|(?:moved|went|gone|relocated|returned|transferred)(?: back)? to"
                    rf" {_ELSEWHERE_EN}[^.;!?\n]{{0,24}}"
                    rf"\bwork(?:ing)? (?:there|here)"
                    r"|\b(?:i|i've|i have) (?:just |recently )?(?:left|resigned from) my job(?! (?:in|back in)"
                    r" [\ue003\ue006])"
                    r"|\bneither (?:an? )?(?:job|work) nor"
                    r"|\b(?:let me go|(?:was|been|got) (?:let go|made redundant|fired|sacked)(?! (?:in|back in)"
                    r" [\ue003\ue006])"
                    r"|haven't found (?:another|a new|any|an?) (?:job|\ue007)|looking for (?:a|another) (?:new )?job"
                    r" after)"
                ),
                says(employed_in_shanghai=False),
                plain=True,
            ),
            Rule(
                "permit",
                compiled(
                    rf"{_PERMIT_EN}[^.;!?\n]{{0,44}}\b(?:it's|it is|is) (?:now )?(?:valid|renewed|active|in order)(?:"
                    rf" again| now)"
                    rf"|\b(?:an?|my|the|his|her) (?:valid|current) {_PERMIT_EN}"
                    rf"|{_PERMIT_EN}(?:'s| is| remains| card)*(?: still| currently| also)+ (?:valid|current\b|active"
                    rf"|in force|good)"
                    rf"|holder of (?:an? |the |my )?(?:valid |current )?{_PERMIT_EN}"
                    rf"|(?<!no )(?<!without ){_PERMIT_EN}(?:'s| is| was| has been| has| card|,|:| just| newly"
                    rf"| recently"
                    rf"| already)* (?:issued|granted|received|collected|picked up|approved|arrived)\b"
                ),
                says(residence_permit=True),
            ),
            Rule(
                "employed",
                compiled(
                    rf"\b(?:my|our|her|his|their) (?:current |present |own )?{_WORKPLACE_EN}(?:'s| is| sits)"
                    rf"(?: located| based| right| actually| here)* (?:in|at|on|near) (?:the )?{_HERE_EN}"
                    rf"|\b(?:just|recently|now|have|i) started (?:work(?:ing)? |a job |as an? [a-z ]{{2,20}} )?(?:in"
                    rf"|at) {_HERE_EN}"
                    rf"|\b(?:in|at) (?:[a-z']+ )?{_HERE_EN},? where i (?:currently |now )?work\b"
                    rf"|lingang\b[^.;!?\n]{{0,30}}\bwork(?:ing)? (?:there|here)\b"
                    rf"|[\ue001] (?:[a-z&'/-]+ ){{0,4}}?{TRADES_EN} (?:in|at|with|for) {_AT_EN}{{0,36}}?\b{_HERE_EN}"
                    rf"|\bwork[a-z]*\b[^.;!?\n]{{0,60}}\b(?:in|at|from|out of) (?:their|its|our|the) (?:own"
                    rf" )?(?:shanghai"
                    rf"|{DISTRICTS_EN}) (?:office|branch|plant|factory|lab|store|team|site|shop)"
                    rf"|\b(?:i'm|i am|am|she's|he's|she is|he is|is) (?:now |currently |employed )?(?:an? )?"
                    rf"(?:[\ue001] )?(?:[a-z&'/-]+ ){{0,4}}?{TRADES_EN} (?:in|at|with|for) "
                    rf"{_AT_EN}{{0,36}}?\b{_HERE_EN}"
                    rf"|\b(?:i'm|i am|she's|he's|she is|he is) (?:now |currently )?(?:with|at) an? "
                    rf"{_AT_EN}{{0,30}}?\b(?:in|at) {_HERE_EN}"
                    rf"|\b(?:have|has|got|found|started|hold|holds|with) (?:an? )?(?:new |full-time "
                    rf"|steady |stable |regular )*(?:job|position|post) "
                    rf"(?:in|at) {_AT_EN}{{0,24}}?{_HERE_EN}"
                ),
                says(employed_in_shanghai=True),
            ),
            Rule(
                "employed",
                compiled(
                    "自由职业者?|个体户|个体工商户|灵活就业|freelanc(?:e|er|ing)|self-employed"
                    "|(?<![在全])在职(?!研究生|硕士|博士|教育|学历|[读念修攻])"
                ),
                unclear,
                rank=-1,
            ),
        ),
    ),
    learning_before=compiled(
        "(?:快要?|想|打算|准备|要|正在|还在(?:办|申请|等)|去|在申请|申请|办|怎么|apply for(?: an?)?"
        r"|applying for(?: an?)?|get(?: an?)?)\s?(?:办|来|去)?\s?$"
    ),
    learning_after=compiled(r"\s?(?:还)?(?:正在办|在办|办理中|还没下来|申请中|还没拿到|吗)"),
)

EMPLOYER = Family(
    "employer",
    compiled(r"公司|单位|企业|雇主|驻沪|派遣|注册|执照|employer|company|firm|branch|registered"),
    (
        Rule(
            "employer",
            compiled(
                f"(?:{_AREA}|外地|总部).{{0,6}}(?:上海|驻沪|沪)(?:的)?(?:分公司|分部|办事处|子公司)"
                f"|(?:外地|外省|{_CITY})(?:的)?{_FIRM}(?:的)?(?:驻沪|上海|在上海)|(?:上海|沪)分公司"
                "|驻沪办(?:事处)?|劳务派遣|派遣|shanghai branch"
                rf"|(?:上海|本市|沪|这边|这里)(?:市|这边|这里|本地|[也都还就只是])*(?:(?:开设|设有?|设立|成立"
                rf"|开|有)了?"
                rf"(?:一?[个家])?的?|的?)(?:分公司|分部|办事处|子公司|分支机构)"
                rf"|(?:branch|subsidiary)(?: office| company)?(?: is)? (?:in|at) (?:shanghai|{DISTRICTS_EN})"
            ),
            unclear,
            rank=2,
        ),
        Rule(
            "employer",
            compiled(
                rf"{_FIRM}(?:总部|[就也都是人]|现在|目前)*[在于]{_HERE}的?(?=\s?(?:$|[,.;!?\n]))"
                r"|(?:company|employer|firm) is (?:located )?in shanghai(?=\s?(?:$|[,.;!?\n]))"
            ),
            unclear,
            rank=-1,
        ),
        Rule(
            "employer",
            compiled(f"(?:上海|本市|沪)(?:的)?{_FIRM}(?:的)?(?:{_CITY}|外地|外省)(?:的)?(?:分公司|分部|办事处|项目部)"),
            says(employer_in_shanghai=False),
            rank=3,
        ),
        Rule(
            "employer",
            compiled(
                rf"{_FIRM}(?:的)?(?:注册地?|登记地?|法人注册)?(?:是|也是|地|在|于|也|都|:|\s)*(?:注册"
                f"|登记)?(?:是|在|于|的)*(?:{_AREA}|外地|外省)(?:的)?(?:注册)?(?!.{{0,3}}分公司|上班|工作)"
                f"|(?:company|employer|firm) is (?:based|headquartered) in {_CITY_EN}"
                f"|{_FIRM}?注册地?(?:址)?(?:却|则|倒|也|都|其实|实际上?|是|在|于|为)*(?:{_AREA}|外地|外省)"
                f"|(?:外地|外省)(?:的)?{_FIRM}|(?:{_CITY})(?:的)?{_FIRM}(?!.{{0,5}}(?:上海|沪))|(?:company"
                f"|employer|firm)(?: is)? (?:registered|incorporated) in {_CITY_EN}"
            ),
            says(employer_in_shanghai=False),
        ),
        Rule(
            "employer",
            compiled(
                rf"(?:employer|company|firm|单位|公司)(?:'s| is|:)? (?:not|isn't|n't) (?:registered"
                rf"|incorporated) in (?:shanghai|{DISTRICTS_EN})|(?:employed by|work(?:ing)? (?:for|at)"
                rf"|with) (?:the|a|its|our) {_CITY_EN} (?:branch|subsidiary|office)"
            ),
            says(employer_in_shanghai=False),
            rank=3,
        ),
        Rule(
            "employer",
            compiled(
                rf"营业执照(?:也|都|就)?(?:是|在)(?:上海|本市)|[(]注册地?在?(?:上海|本市|{_DISTRICT})"
                rf"|注册地(?:址)?(?:也|都)?{_DISTRICT}"
                rf"|注册地?(?:址)?(?:也|就|都|同样)*[是在于为:](?:上海|本市|沪|{_DISTRICT})"
                rf"|{_FIRM}(?:的)?(?:注册|登记)(?:地)?(?:是|在|于|也|:|\s)*(?:上海|本市|沪"
                rf"|{_DISTRICT})"
                f"|{_FIRM}(?:也|就|都)?(?:是在|是|在)(?:上海市?|本市|沪|{_DISTRICT})(?:{_DISTRICT})?(?:区"
                f"|新区)?(?:注册|登记)"
                f"|{_FIRM}(?:就)?(?:是|为)(?:上海|本市|沪)(?:市)?(?:本地|本土|当地)?(?:的(?!分)|国企"
                f"|央企|民企|外企|私企|事业单位|注册|企业|公司|$|[,.;])|(?:上海"
                f"|本市|沪)(?:本地|上)?注册的?{_FIRM}?|(?<!在)(?<!派遣到)(?:上海"
                f"|本市)(?:{_DISTRICT})?(?:本地)?(?:的)?(?:公司"
                "|企业)(?!上班|工作|交|的.{0,2}分)|本地企业|(?:company|employer|firm)(?: is"
                f"| was| i work for is| i work at is)? (?:register(?:ed|s)?"
                f"|incorporated)(?: here)? in (?:{_DISTRICT_EN},? )?(?:district,? )?(?:shanghai"
                f"|{_DISTRICT_EN})|(?:company|employer|firm)(?: is)? in shanghai registered"
                f"|registered shanghai (?:entity|company|firm|employer)|shanghai-registered|shanghai "
                f"(?:company|employer|firm)"
            ),
            says(employer_in_shanghai=True),
            denied={"employer_in_shanghai": False},
        ),
        Rule(
            "employer",
            compiled(
                rf"{_REGISTERED_EN} in (?:the )?{_ELSEWHERE_EN}|\b{_ELSEWHERE_EN}[- ](?:registered|incorporated)\b"
                rf"|(?:work(?:ing|s)? (?:for|at|with)|employed by|employer is|company is|firm is) an? "
                rf"{_ELSEWHERE_EN}(?:[- ]based)? (?:company\b|employer\b|firm\b|business\b|\ue007)"
            ),
            says(employer_in_shanghai=False),
        ),
        Rule(
            "employer",
            compiled(
                rf"registered (?:the|his|her|its|their|our) (?:firm|company|business) in {_ELSEWHERE_EN}"
                rf"|\b(?:it's|it is|it was|they're|they are) (?:actually |legally |formally |officially |itself )?"
                rf"(?:registered|incorporated) in {_ELSEWHERE_EN}"
            ),
            says(employer_in_shanghai=False),
            needs=compiled("company|employer|firm|business"),
        ),
        Rule(
            "employer",
            compiled(
                rf"{_REGISTERED_EN} in (?:the )?(?:shanghai|{DISTRICTS_EN})\b"
                rf"|(?:company|employer|firm) is an? shanghai \ue007|registered (?:here )?in shanghai,? (?:company"
                rf"|employer|firm)"
            ),
            says(employer_in_shanghai=True),
            denied={"employer_in_shanghai": False},
        ),
    ),
    learning_before=EMPLOYMENT.learning_before,
    learning_after=EMPLOYMENT.learning_after,
)
