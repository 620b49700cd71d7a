"""Spouse with Shanghai hukou (配偶为本市户籍人员) and the marriage.

上海人, 本地人 and "Shanghainese" are heard as a Shanghai hukou, 外地的 as none; a birthplace alone (安徽人) says
nothing. Who is single, divorced or widowed has no spouse with a Shanghai hukou. A fiancée or girlfriend is no spouse.
"""

from __future__ import annotations

import re

from ..model import Facts
from ..numerals import Amount
from ..places import DISTRICTS
from ..rules import About, Context, Family, Reading, Rule, compiled, interval, nothing, says, unclear

_HUKOU = (
    "(?:(?:上海|本市|沪|本地|城镇)(?:市区?|城区)?(?:的)?(?:本地|农村|农业|城镇|非农业?|集体|居民|家庭"
    "|常住)?(?:户口|户籍|户(?![外型])|籍)"
    rf"|上海(?:市)?(?:本地|土著|本市|{DISTRICTS})?人|上海本地|本地人|沪籍|a?\s?shanghai (?:hukou"
    "|household registration|huji|resident registration)(?: holder)?|shanghainese"
    "|shanghai ren\\b|sh hukou|sh huji|shanghai (?:household )?regist(?:er|ration|ry)|hukou (?:is )?sh\\b"
    "|shanghai native|native shanghai|(?:hukou|huji|household regist(?:er|ration)) (?:is |has (?:always )?been |now"
    " )?(?:in |from |of"
    " )?shanghai(?!nese)|shanghai local"
    "|local hukou|hukou(?: is)?(?: in)?:? (?:shanghai|pudong|xuhui|minhang|jing'?an|changning|putuo|hongkou"
    "|yangpu|baoshan|jiading|songjiang|qingpu"
    r"|fengxian|jinshan|chongming|huangpu)\b|from shanghai and has(?: an?| the)? hukou(?: here)?"
    r"|shanghai resident with(?: an?)? hukou"
    rf"|(?:上海)?(?:市)?(?:{DISTRICTS})(?:区|县)?(?:本地)?(?:的)?(?:户口|户籍))"
)
_PLACE_EN = (
    "(?:anhui|jiangsu|zhejiang|henan|hebei|hubei|hunan|shandong|shanxi|shaanxi|sichuan|jiangxi|fujian|guangdong"
    "|guangxi"
    "|yunnan|guizhou|gansu|hainan|liaoning|jilin|heilongjiang|xinjiang|ningxia|qinghai|inner mongolia|tibet|chongqing"
    "|tianjin|beijing|dalian|wuxi|suzhou|nanjing|hangzhou|ningbo|wuhan|chengdu|hefei|xi'?an|qingdao|harbin|shenyang"
    "|changsha|zhengzhou|nantong|wenzhou|her hometown|his hometown|(?:her|his|another) home ?town"
    "|another (?:city|province))"
)
_PROVINCE = (
    "(?:安徽|江苏|浙江|江西|河南|河北|湖北|湖南|山东|山西|福建|广东|广西|四川|重庆|陕西|甘肃"
    "|贵州|云南|北京|天津|南京(?![东西]路)|苏州|杭州|无锡|宁波|武汉|成都|合肥|郑州|西安|深圳|广州|青岛|厦门"
    "|南通|温州|东北|辽宁|吉林|黑龙江|海南|新疆|内蒙古?|宁夏|青海|老家)"
)
OUTSIDE = (
    f"(?:外地(?:户口|户籍|人|的)?|外省(?:户口|户籍|的|人)?|{_PROVINCE}(?:省|市)?(?:(?!上海"
    f"|[转迁落入来到])[一-鿿]){{0,3}}(?:的)?(?:户口"
    "|户籍)|(?<![海市沪])农村户口|非沪籍?|外籍|out-of-town hukou|(?:a )?(?:non-shanghai|non-local) hukou"
    rf"|non-local|non-shanghai|\bwaidi\b|non-sh\b|{_PLACE_EN}(?: provincial| province)? hukou"
    r"|hukou(?:'s| is| was)?(?: registered| still)? (?:elsewhere|out of town|outside (?:of )?shanghai|somewhere else"
    r"|back home)"
    rf"|(?:hukou|household registration)(?:'s| is| was| still| remains?| stays?| registered| in| of| from|:| back)*,?"
    rf" {_PLACE_EN})"
)
_DISTRICT = DISTRICTS
_PARTNER = "老婆|老公|婆娘|太太|先生|丈夫|妻子|爱人|配偶|媳妇儿?|堂客|wife|husband|hubby|hubs|spouse|laogong|laopo"
_HUKOU_SAID = "户口|户籍|沪籍|hukou|shanghainese|\\blocal"
_NOT = r"(?:不是|没有?|并?非|无|未|不|isn't|is not|not|doesn't have|does not have|has no|without|no)"


def _married_years(match: re.Match[str], context: Context) -> Facts | None:
    said = context.quantity(match, "time")
    return {"married_years": interval(said.in_years())} if said.months or said.years else None


def _year_of_marriage(match: re.Match[str], context: Context) -> Facts | None:
    """结婚第八年: seven whole years are over."""
    years = context.quantity(match, "time").years
    return None if years is None or years.min < 1 else {"married_years": interval(Amount(years.min - 1, years.max - 1))}


def _marriage_date(match: re.Match[str], context: Context) -> Facts | None:
    value = context.quantity(match, "date").date
    return None if value is None else {"marriage_date": value}


def _year_of_the_republic(match: re.Match[str], context: Context) -> Facts | None:
    years = context.quantity(match, "roc").years
    return None if years is None else {"marriage_date": str(1911 + int(years.min))}


def _again(match: re.Match[str], context: Context) -> Facts | None:
    value = context.first(match, "date", "again", "third").date
    return None if value is None else {"marriage_date": value}


def _married_time(match: re.Match[str], context: Context) -> Facts | None:
    said = context.first(match, "time", "since")
    return {"married_years": interval(said.in_years())} if said.months or said.years else None


def _married_number(match: re.Match[str], context: Context) -> Facts:
    return {"married_years": interval(context.quantity(match, "number").number())}


def _this_year(match: re.Match[str], context: Context) -> Facts:
    return {"marriage_date": str(context.on.year)}


def _spouse(
    pattern: str,
    *,
    hukou: bool,
    about: About = About.SPOUSE,
    plain: bool = False,
    needs: str | None = None,
    rank: int = 0,
) -> Rule:
    denied: Facts | None = {"spouse_shanghai_hukou": False} if hukou else None
    needed = compiled(needs) if needs else None
    return Rule(
        "spouse",
        compiled(pattern),
        says(spouse_shanghai_hukou=hukou),
        about,
        rank,
        denied=denied,
        plain=plain,
        needs=needed,
    )


def _marriage(pattern: str, read: Reading, *, rank: int = 0, needs: str | None = None) -> Rule:
    return Rule("marriage", compiled(pattern), read, About.MARRIAGE, rank, needs=compiled(needs) if needs else None)


_REMARRIED = (
    r"(?<!没)(?<!没有)(?<!未)(?<!不)再婚|又结|又领|二婚|再[娶嫁]|复婚|重新领|(?<!not )(?<!never )(?<!n't )\bremarried"
)


_WED = (
    r"(?:登记(?:结婚|领证)?|结[的了]?婚|[领扯拉打][的了]?(?:结婚)?证|成[的了]?婚|办[的了]?结婚证"
    r"|注册结婚|完婚|[嫁娶](?:给|到|了|的)*)的?(?:登记)?"
)
_MARRIED = (
    "(?:(?:我们|我俩)?已?经?(?:登记)?结了?婚(?:证领了)?|婚龄|[领扯拉打]了?(?:结婚)?证|成婚"
    "|结婚登记|婚姻(?:存续期?)?|已婚)"
)
_FILL = r"(?:\s?(?:已经?|都|[有了也才是刚的满快整还]|:|登记|时间|到现在|至今)){0,4}\s?"
_UNMARRIED = (
    "未婚(?!妻|夫)|单身(?!证|公寓|宿舍)|(?:没有?|还没|尚未|未曾?|从未)(?:有)?结(?:过)?婚|没领证"
    "|没成家|没有?领过?证|没(?:有)?[跟和与][^,.;!?\\n]{1,4}(?:领证|结婚)|没嫁人?(?!给)|未[娶嫁]|没娶|光棍"
    "|(?<!吃)单着(?!急)"
    "|(?<![没要快想会办闹备算不])(?<!不是)离(?:了)?(?:过)?婚(?:了|状态)?|(?<=[\ue003年])离(?:了|掉)+(?!职"
    "|开)|离异|丧偶|单亲(?:妈妈|爸爸)?|结过[^,.;]{0,3}婚[, ]?(?:又|后来|已经?|但)*离了"
    "|(?:没(?:有)?|无)(?:老婆|老公|对象|配偶)(?!.{0,2}(?:户口|上海))"
    r"|(?<!not )(?<!no longer )(?<!was )\bsingle\b(?! (?:until|till|before|child|point|day|year|month|page"
    "|most|cert|diploma|employer|break|gap|employee))|unmarried|\\bdanshen\\b|\\bweihun\\b|\\bli ?hun\\b|(?:\\bnot"
    "|n't|\\bneither) (?:yet |actually |legally"
    " )?married(?:"
    " yet)?|married[:?]? no\\b"
    r"|never (?:been )?married|(?<!getting )(?<!not )\bdivorced\b|\bwidow(?:ed|er)?\b|\b(?:no"
    r"|without an?) (?:wife|husband|spouse)\b(?! (?:with|who|has|hukou|of))"
)
_SURVIVOR = (
    r"(?:老婆|老公|太太|先生|丈夫|妻子|爱人|配偶|媳妇儿?|老伴儿?|老头子|老太婆)[^,.;!?\n爸妈父母]{0,6}?"
    r"(?:过世|去世|病逝|离世|往生|病故|不在世|已故|亡故|(?<=[\ue003])(?:就)?(?:走|没(?=了)))了?"
    r"|\b(?:my|her|his) (?:late|deceased) (?:husband|wife|spouse)|\b(?:husband|wife|spouse) (?:died"
    r"|passed away|has passed|is deceased)"
)
"""Who has lost the wife or the husband."""

SPOUSE = Family(
    "spouse",
    compiled(
        "婚|户|籍|沪|外地|领.?证|单身|离异|丧偶|单亲|扯证|上海|没.?(?:对象|老婆|老公|配偶)|外省"
        "|本地|marr?ied|hukou|single|divorced|widow|wed|shanghai|local|marriage|登记|过世|去世|病逝|离世"
        "|往生|病故|已故|亡故|不在世"
        "|走了|没了|外国|新加坡|马来西亚|籍|国人|台湾人|香港人|澳门人|foreign|citizen|late|passed|died|deceased"
        "|waidi|danshen|weihun|jie ?hun|li ?hun|wife|husband|spouse|离"
        "|单着|光棍|嫁|娶"
    ),
    (
        _spouse(
            r"(?:居转户|落户|落沪)(?:[\ue003已经也都就在]|终于)*(?:成功|办好|办完|(?:办|批)?下来|办成"
            r"|完成)了?(?!吗|之?[后前])",
            hukou=True,
        ),
        Rule(
            "spouse",
            compiled(
                f"{_HUKOU}正?(?:在办|办理中|还在办|申请中|还没下来|没批)|(?:正在|在办|准备|打算"
                "|可以|在)(?:申请|办)?理?(?:上海)?(?:落户|居转户|落沪|户口)(?!了|成功|好)[^.;!?\n]{0,10}"
                r"|(?:[\ue003]|之前|以前|原来)(?:还|都|是|一直)*(?:单身|未婚)"
                r"(?=[^!?\n]{0,20}?(?:领[了的]?证|结了?婚|登记|成家))"
                "|居转户|新上海人"
                r"|(?:离(?:了|过)*婚(?:了|过)?|离异|丧偶|divorced|widowed)[^.;!?\n]{0,20}?(?:(?<!没)"
                r"(?<!没有)(?<!未)再婚|又结|又领|二婚|复婚|重新|再娶|再嫁|(?<!not )(?<!never )"
                r"(?<!n't )remarried)"
            ),
            nothing,
        ),
        _spouse(
            r"married (?:for [\ue000] )?(?:to )?an? (?:shanghainese|shanghai (?:local|girl|guy|man|woman|native))",
            hukou=True,
            about=About.MARRIAGE,
        ),
        _spouse(
            f"(?:(?:我|和|跟|与|同)(?:我)?上海(?:本地)?(?:的)?(?:老公|老婆|媳妇儿?|丈夫|太太|先生)"
            f"|(?:嫁(?:给|到|了|的是|的|个)*|娶(?:了|的是|的|个|到)*)(?:一?个)?(?:{_HUKOU}"
            f"|(?:上海|本地|上海本地)的?(?:老公|老婆|媳妇儿?|男人|女人|姑娘|男生|女生|小伙)))",
            needs="[嫁娶]|上海(?:本地)?的?(?:老[公婆]|媳|丈|太|先)",
            hukou=True,
            about=About.MARRIAGE,
        ),
        _spouse(
            rf"(?:neither (?:of us|my (?:wife|husband|spouse) nor i|i nor my (?:wife|husband|spouse))|none of us"
            rf"|both(?: of us)?(?: are| were| have)? (?:not|no|non|without))"
            rf"[^.;!?\n]{{0,24}}?(?:{_HUKOU}|\blocals?\b)|both(?: of us)?(?: are| have| hold| with| on|:)*(?: an?)? "
            rf"(?:{OUTSIDE})|both (?:of us )?(?:are |being )?from (?:out of town|outside"
            rf"(?: of)? shanghai|other (?:provinces|cities))|(?:both(?: of us)?"
            rf"|we both) (?:are |have |hold |hold an? |has )?(?:non-shanghai|non-local|out-of-town)"
            rf"|(?:老婆|老公|太太|先生|爱人|配偶|媳妇)[和跟与同]我(?:一样|都|也|是|,)*(?:{OUTSIDE})"
            rf"|不是(?:上海|本市|沪籍?)(?:户[口籍])?的?配偶|非沪籍?配偶"
            rf"|(?:没有?|不是|非)(?:上海|本市|沪|本地)(?:户[口籍]|籍)的(?:{_PARTNER})|没(?:有)?上海的?(?:{_PARTNER})",
            needs="neither|none of|both|配偶|[和跟与同]我|[口籍]的|没有?上海",
            hukou=False,
            about=About.ANYONE,
            plain=True,
        ),
        _spouse(
            r"(?<![爸妈母])都(?:不是|没有?|非)(?:(?:上海|本市|本地|沪)(?:市)?的?(?:户[口籍](?!本)|籍)"
            r"|户[口籍](?!本)|(?:上海|本市)(?:本地)?[的人](?=\s?(?:$|[,.;!?\n])))",
            hukou=False,
            about=About.MARRIAGE,
            plain=True,
            needs="老[公婆]|太太|先生|爱人|配偶|夫妻|妻|丈夫|媳妇",
        ),
        _spouse(
            r"married [^.;!?\n\ue000-\ue007]{0,24}\bwhose hukou(?: is|'s)(?: in| from)? (?:shanghai|pudong|xuhui"
            r"|minhang)",
            hukou=True,
            about=About.MARRIAGE,
        ),
        _spouse(
            rf"(?:both )?(?:{_PARTNER}) and i(?: both)?(?: have| hold| are| come with)(?: an?)? {OUTSIDE}"
            rf"|\b(?:our|both) hukous?(?: is| are|:)*(?: both)?(?: in| from| of)? {_PLACE_EN}",
            hukou=False,
            about=About.ANYONE,
        ),
        _spouse(
            r"(?:moved|transferred|got|changed|switched|has|had) (?:her|his) hukou (?:now )?(?:moved |transferred )?"
            r"(?:here|over|(?:in)?to shanghai|in shanghai)",
            hukou=True,
        ),
        _spouse(r"married (?:for [\ue000] )?(?:to )?an? local\b(?! (?:of|from))", hukou=True, about=About.MARRIAGE),
        _spouse(
            rf"hukou(?: is|'s)?(?: in| from| of|:)? {_PLACE_EN},? (?:and )?(?:so is|as is|same (?:for|as|with)|just"
            rf" like|like) "
            rf"(?:my |the )?(?:{_PARTNER})",
            hukou=False,
            about=About.ANYONE,
            plain=True,
        ),
        _spouse(r"married to an? (?:non-shanghai|non-local|out-of-town)", hukou=False, about=About.MARRIAGE),
        _spouse(
            rf"married (?:to|with) an? [^,.;!?\n\ue000-\ue007]{{0,40}}?(?:{_PLACE_EN}(?: provincial| province)? hukou"
            r"|(?:non-shanghai|non-local|out-of-town|without an?|no) )"
            rf"|\bneither (?:has|holds|have|is|are)(?: an?| the)? {_HUKOU}",
            hukou=False,
            about=About.MARRIAGE,
            plain=True,
            needs="married|neither",
        ),
        _spouse(
            rf"(?:{_HUKOU})[ -](?:holding |holder )?(?:wife|husband|spouse|hubby|laogong|laopo)",
            hukou=True,
            about=About.ANYONE,
            needs="wife|husband|spouse|hubby|laogong|laopo",
        ),
        _spouse(
            r"(?:non-shanghai|non-local|out-of-town)(?: hukou)? (?:wife|husband|spouse|hubby|laogong|laopo)",
            hukou=False,
            about=About.ANYONE,
        ),
        _spouse(
            r"(?:doesn't|does not|hasn't|has not|hasn't got|has)(?: yet| actually)? (?:(?:hold|have|got|get|own"
            r"|possess)"
            r"(?: \ue007| it| any)?(?: yet)?|none)(?=\s?(?:$|[,.;!?\n]))",
            hukou=False,
            plain=True,
            needs="hukou",
        ),
        _spouse(
            r"from shanghai(?:,)? (?:with|and (?:has|holds))(?: an?| the| her| his)?(?: local)? hukou|born in"
            r" shanghai and"
            r" (?:has|holds) (?:the|an?|his|her) (?:local )?hukou",
            hukou=True,
        ),
        _spouse(
            rf"(?:{_PARTNER})(?:,| he| she| is|'s| are|:)*(?: also| still| himself| herself)* not(?: from)? (?:sh\b"
            rf"|shanghai\b)"
            rf"(?! (?:born|native))",
            hukou=False,
            plain=True,
        ),
        _spouse(
            (
                rf"(?<=[太婆公生夫妻人侣俩妇])(?:我们|俩|[\ue003就已经是都在后来早])*"
                rf"(?<![没要快想会办闹备算不])离(?:了)?婚(?:了|(?=$"
                rf"|[,.;!?\n\ue000\ue005]))(?![^;!?\n]*(?:{_REMARRIED}))"
            ),
            hukou=False,
            about=About.ANYONE,
            plain=True,
            rank=1,
            needs="跟|和|与|同|我们",
        ),
        _spouse(
            rf"我们(?:俩|两个|夫妻|一?家)?(?:都|全)?是(?:外地|外省|{_PROVINCE})(?:省|市)?的?(?:户[口籍]"
            rf"|人(?=\s?(?:$|[,.;])))",
            hukou=False,
            about=About.MARRIAGE,
            needs=_PARTNER,
        ),
        _spouse(
            r"(?<=[,.;\s])(?:我们|后来|早就|[\ue003已经就也都])+离了婚?(?=\s?(?:$|[,.;!?\n]))"
            rf"(?![^;!?\n]*(?:{_REMARRIED}))",
            hukou=False,
            about=About.MARRIAGE,
            plain=True,
            rank=1,
            needs=_PARTNER,
        ),
        _spouse(
            r"(?:^|(?<=[,.;!?\s我是跟和有])|(?<=我的))[男女](?:朋)?友[^.;!?\n]{0,20}?[没未](?:有)?(?:领证|结婚|登记)"
            r"|我[和跟与][他她](?:还|也|并|都)?没(?:有)?(?:领证|结婚|登记)",
            hukou=False,
            about=About.ANYONE,
            plain=True,
            needs="[男女]朋?友|[和跟与][他她]",
        ),
        _spouse(
            rf"(?:{_UNMARRIED})(?![^;!?\n]*(?:{_REMARRIED}))", hukou=False, about=About.APPLICANT, plain=True, rank=1
        ),
        _spouse(
            r"配偶(?:情况|姓名)?[:,]?\s?(?:无|没有)(?=[\s,.;()]|$)", hukou=False, about=About.ANYONE, plain=True, rank=1
        ),
        _spouse(
            rf"(?:{_SURVIVOR})(?![^;!?\n]*(?:{_REMARRIED}))", hukou=False, about=About.MARRIAGE, plain=True, rank=1
        ),
        _spouse(
            rf"(?:{_PARTNER})(?:也|都|还|他|她|is|has|with|have|,|\s)*(?:没有?户口|no hukou|without(?: any"
            rf"| a)? hukou)"
            rf"|without(?: any| a)? hukou|no hukou(?=\s?(?:$|[,.;!?]| here))"
            rf"|(?:{_PARTNER})(?: is|:|'s)? (?:an? )?(?:foreign(?:er)?|[a-z]+ citizen)\b|(?:是|为)?"
            rf"(?:(?:新加坡|美国?|日本|韩国?|加拿大|澳大利亚|澳洲|英国?|德国?|法国?|马来西亚)国?(?:籍|人)"
            rf"|外国人|外籍|(?:台湾|香港|澳门)(?:人|籍|居民|身份)|港人)"
            rf"|from {_PLACE_EN}[^.;!?\n]{{0,12}}hukou there",
            hukou=False,
            plain=True,
        ),
        _spouse(
            (
                r"\bmarried(?:(?: for| since| in| on)? [\ue000\ue003\ue006])?(?: to| with)(?: an?| the"
                r"| my)? [^,.;!?\n\ue000-\ue007]{0,28}?(?<!non-)(?<!no )"
                r"(?<!without )(?<!not a )shanghai hukou"
            ),
            hukou=True,
            about=About.MARRIAGE,
        ),
        _spouse(
            (
                "(?:夫妻|夫妇|双方|我俩|两个?人|(?:老婆|老公|太太|先生|爱人)[和跟与]我|我们(?:俩|两个"
                "|夫妻)?|两口子|我[和跟与]我?(?:老婆|老公|太太|先生|爱人))(?:双方|俩|两个|两人)?(?:都|均"
                f"|全)(?:是|为|属于)?(?:{OUTSIDE}|(?:不是|没有?|非){_HUKOU})"
            ),
            needs="[都均全]",
            hukou=False,
            about=About.ANYONE,
            plain=True,
        ),
        _spouse(
            rf"(?:{_PARTNER})(?:他|她|却|倒|就|可|则|都|也|自己|,|but|herself|himself|\s)*(?:不是|没有|doesn't"
            rf"|does not|isn't|is not"
            rf"|hasn't)(?:的|了)?(?=\s?(?:$|[,.;!?\n]))",
            hukou=False,
            about=About.MARRIAGE,
            plain=True,
            needs=_HUKOU_SAID,
        ),
        _spouse(
            rf"(?:{_PARTNER})(?:他|她|却|倒|就|可|则|,|but|\s)*(?:是|does|is|has)(?:的)?(?=\s?(?:$|[,.;!\n]))",
            hukou=True,
            plain=True,
            needs=_HUKOU_SAID,
        ),
        _spouse(
            rf"{OUTSIDE}(?:户[口籍])?的?(?:{_PARTNER})|(?:嫁|娶)(?:给|到|了|的是|的|一?个)*(?:{OUTSIDE})",
            hukou=False,
            about=About.MARRIAGE,
            needs=rf"的(?:{_PARTNER})|外[地省](?:{_PARTNER})|[嫁娶]",
        ),
        _spouse(
            rf"户[口籍](?:都|也都|全)[在是](?:外地|老家|外省|{_PROVINCE})"
            rf"|(?<!孩子)(?<!小孩)(?<!娃)(?:户[口籍])?都是(?:(?:外地|外省|非沪)(?:户[口籍]|的|人|籍)"
            rf"|(?:我们)?{_PROVINCE}(?:省|市)?的?户[口籍])",
            hukou=False,
            about=About.MARRIAGE,
            needs=_PARTNER,
        ),
        _spouse(
            rf"户[口籍](?:已经?|都|也|又|早就)*迁(?:到|去|往|回|出|走)(?:了)?(?:{_PROVINCE}|外地|外省)?(?!上海"
            rf"|本市|沪)"
            rf"(?=了?\s?(?:$|[,.;!?\n]))",
            hukou=False,
            plain=True,
            rank=1,
        ),
        _spouse(rf"{_HUKOU}[的之](?:{_PARTNER})", hukou=True, about=About.MARRIAGE, needs=rf"[的之](?:{_PARTNER})"),
        _spouse(
            r"户[口籍](?:都|也|一直|还|暂时|至今|目前)*没(?:有)?[迁落转](?![走出回])(?:进|到|入|来|过来|进来"
            r"|下来|成)*(?:上海|本市)?",
            hukou=False,
            plain=True,
        ),
        _spouse(
            (
                rf"[都也]?(?:是|为)?(?:我们)?(?:老家的户[口籍]|{OUTSIDE})"
                rf"|户[口籍](?:所在)?地?(?:还没[迁落转](?:下来|过来|进来)?"
                rf"|没[迁落转]|[也还仍都,]|[是在]我们?的?|[是在:\s])*{_PROVINCE}"
            ),
            hukou=False,
        ),
        _spouse(
            (
                rf"(?:hukou )?(?:is )?{_NOT}(?:\s?(?:是|a|an|have|in)){{0,2}}\s?{_HUKOU}"
                "|hukou (?:is )?(?:not|isn't) in shanghai|没有?落户|户[口籍](?:也|都|虽然|并)*(?:不[是在]"
                "|没在)(?:上海"
                "|本市)|不是上海(?:市"
                r"|本地|这边)?的(?=\s?(?:$|[,.;!?]))"
            ),
            hukou=False,
            plain=True,
        ),
        _spouse(
            (
                rf"{_HUKOU}|集体户口?,?(?:是)?上海的|户[口籍](?:所在地?|地|已经?|也|都|就|早就"
                rf"|本上|写的?|登记的?|[落迁转是在到回进刚才过:\s\ue003])*(?:上海|本市|本地|{_DISTRICT})"
                rf"|(?<!不)是上海(?:本地)?的(?=$|[,.;!?\s])"
                rf"|(?:{_PARTNER})(?:也|就|都|他|她)?是?上海(?:本地|这边)?的(?=$|[,.;!?\s])"
                r"|(?:wife|husband|spouse)(?: is|'s|:)?(?: an?)? local\b"
                r"|hukou(?: has been| was| got| is| has)?(?: now| since| already)? (?:moved|transferred|relocated"
                r"|registered|changed"
                r"|settled)(?: over)? (?:to|in|into|at) (?:shanghai|pudong|xuhui|minhang|jing'?an|putuo|hongkou"
                r"|yangpu)"
                rf"|户[口籍][^,.;!?\n不没未想要]{{0,6}}[迁落转](?:到|进|入|来)了?(?:上海|本市|{_DISTRICT})"
                rf"|户[口籍](?:[已经也都就早刚才终于\s\ue003])*落(?:下来|好|成|到位)了?"
                rf"|户[口籍]跟着?[^,.;!?\n不没]{{1,5}}在(?:上海|本市)"
                f"|落户(?:在?上海|了)?|落的户|在(?:上海|本市)有户[口籍](?!本)|[拿取][到得]了?{_HUKOU}"
            ),
            hukou=True,
        ),
    ),
    learning_before=compiled(
        r"(?:正在办|在办|准备|打算|快要?|马上|想|要|申请"
        r"|(?:appl(?:y|ied|ying|ies) for|waiting (?:for|on)|hop(?:es|ing) (?:for|to get)|getting|process of getting"
        r"|(?:on (?:the|her|his) way|close) to|in line for|queu(?:e|ing) for|eligible for|qualif(?:y|ies) for)(?: an?"
        r"| the| his| her)?)\s?$"
    ),
    learning_after=compiled(r"\s?(?:正在办|在办|办理中|申请中|(?:也|还|都|暂时)*没(?:有)?(?:下来|批|办|落))"),
)

MARRIAGE = Family(
    "spouse",  # the name of one subject with the rules above: a question about both is a question about one thing
    compiled(
        r"婚|领.?证|扯.?证|拉.?证|打.?证|嫁|娶|登记|注册|marr?ied|marry|jie ?hun|marriage|husband and|wed|证.*领|结的"
        r"|knot"
        r"|registered (?:in|on"
        r"|with)|registry"
    ),
    (
        _marriage(
            (
                r"(?:证|(?:跟|和|与)(?:我|现任|现在|他|她)[^,.;!?\n\ue000-\ue007]{0,6}?)(?:是|却是|才是|都是"
                r"|其实是|,)*<date>(?:才|就|去)?(?:领|扯|打|拿|办|结)(?:的|了)(?:婚|证)?"
            ),
            _marriage_date,
            rank=1,
            needs="婚|老[公婆]|太太|先生|爱人|丈夫|妻",
        ),
        _marriage(
            (
                r"<date>(?:我|才|就|跟|和|\S{2})?(?:又结(?:了|的)?婚?|再婚|二婚|复婚|又领(?:了|的)?证|再[嫁娶])"
                r"(?:了|的)?|(?:二婚|再婚)(?:是|于|在|,)*<date=again>"
            ),
            _again,
            rank=1,
        ),
        _marriage(
            rf"<date>(?:就|才|我们|我|[和跟与同].{{1,4}}|已经|在.{{2,4}}|[,\s号日份]|的时候|[春夏秋冬]天"
            rf"|春节|过年|中秋|七夕|情人节|暑假|上半年|下半年|年初|年中|年底|底|那年|那会儿?|我俩|两个人|去"
            rf"|民政局|正式"
            rf"|刚)*{_WED}",
            _marriage_date,
        ),
        _marriage(
            rf"(?:我们|我俩|[和跟同](?:[他她]|{_PARTNER}))(?:在|是|于|就)*<date>(?:注册|登记)(?!公司|的公司)",
            _marriage_date,
            needs=_PARTNER,
        ),
        _marriage(
            r"(?:(?<=[,;\s])|^)<date>(?:注册|登记|结)的?(?=\s?(?:$|[,.;!?\n]))",
            _marriage_date,
            needs=_PARTNER,
        ),
        _marriage(rf"民国<time=roc>\s?(?:我们|才|就)*{_WED}", _year_of_the_republic),
        _marriage(rf"今年(?:才|刚|我们|已经)*{_WED}(?=$|[的了,.;!?\s])", _this_year),
        _marriage(
            (
                r"(?:结婚|领证|登记|婚姻)(?:登记)?(?:日期|时间|纪念日|日|证上?(?:的|写的)?)?(?:[是于在为:\s]"
                "|日期){0,3}<day=date>(?!生)"
            ),
            _marriage_date,
        ),
        _marriage(
            (
                "(?:got (?:re)?married|remarried|wedding was|(?:were|was|been|are|we|i)? ?married"
                "|marriage(?: registered)?"
                r"|\bwed|registered our marriage)(?: (?:to )?an? [a-z ]{2,24})?(?: in| on| since"
                "|,? since|:)? (?:(?:early|late|mid|the )?[ -]?(?:spring|summer|autumn|fall|winter)(?: of)? |early "
                "|late |mid-?)?<date>"
            ),
            _marriage_date,
        ),
        _marriage(
            r"(?:结婚|婚后|婚姻|领证|成婚)(?:已经?|今年|现在|正好|刚好|是|的|进入|迈入|步入|到了?|[,\s])*第\s?<time>",
            _year_of_marriage,
        ),
        _marriage(
            r"(?:结婚|婚姻|婚后)(?:正|已经?|即将)?(?:进入|迈入|步入)第?\s?<time>",
            _year_of_marriage,
        ),
        _marriage(rf"{_MARRIED}{_FILL}<time>了?", _married_years),
        _marriage(
            (
                r"(?:结婚|领证|婚龄)[^.;!?\n没未前\ue000-\ue007]{0,6},(?:都|已经?|有|也|快|今年|\s)*<time>了?"
                r"(?=\s?(?:$|[,.;!?\n]))"
            ),
            _married_years,
        ),
        _marriage(r"结了?<time>的?婚", _married_years),
        _marriage(r"婚后(?:已经?|也)?满<time>了?(?=\s?(?:$|[,.;]))", _married_years),
        _marriage(r"<time>的?婚龄", _married_years),
        _marriage(rf"<time>之?前就?{_WED}", _married_years),
        _marriage(
            r"(?:been )?(?:happily )?married?(?: (?:to|with) [a-z ]{2,24})?(?: for| since|:)?(?: a| an)?(?: full|"
            r" good| whole"
            r"| total of)? ?<time>"
            r"|(?:since|for) <time=since>,? (?:we|i) (?:are|am|have been|'ve been) married",
            _married_time,
        ),
        _marriage(r"(?:husband and wife (?:for|since)|jie ?hun(?: le)?) <time>", _married_years),
        _marriage(
            r"<date>,? (?:that is )?when (?:i|we) (?:got )?(?:re)?married|\bwe marry (?:in"
            r" )?<date=again>",
            _again,
        ),
        _marriage(r"\bm\. ?(?:in )?<date>", _marriage_date, needs="spouse|wife|husband|hub"),
        _marriage(r"\bwe registered (?:in|on) <date>", _marriage_date, needs="spouse|wife|husband|marri|hubby"),
        _marriage(r"<time> (?:(?:of )?marriage|married)|marriage (?:of|for|lasting) <time=since>", _married_time),
        _marriage(r"\bmarried for <number>(?=\s?(?:$|[,.;!?\n]))", _married_number),
        _marriage(
            (
                r"(?:registered|registry)(?: (?:it|this|our marriage|marriage))? (?:with|together with) (?:my |his "
                r"|her )?"
                r"(?:husband|wife|spouse|laogong|laopo) (?:on |in )?<date>|(?:in|on|since) <date=again>,? (?:i|we|she"
                r"|he) "
                r"(?:re)?(?:married|wed|tied the knot|registered our marriage)"
            ),
            _again,
        ),
        _marriage(
            (
                r"(?:since|in) <date>,? (?:i am|i'm|we are|we're|we've been|i've been|i was|we were|we got"
                r"|i got) (?:re)?married"
            ),
            _marriage_date,
        ),
        _marriage(
            r"(?:marriage|wedding|tied the knot)(?: date)?(?: is| was|:| registered| in| on| the| year"
            r"| certificate| from| dated)*:? <date>"
            r"|\b(?:married|wed)(?:(?! and\b| but\b| moved\b| came\b)[^,.;!?\n\ue000-\ue007]){0,40}? "
            r"(?:in|since|on) <date=again>|(?:remarried) "
            r"(?:in |on |since )?<date=third>",
            _again,
            rank=1,
        ),
        _marriage(r"结婚(?:好多|好几|几|多)年", unclear),
    ),
    learning_before=SPOUSE.learning_before,
    learning_after=SPOUSE.learning_after,
)
