"""Bonus indicators (加分指标) that a person can state: area, sanitation, majors, founders, graduates, awards, tax.

None of them is ever concluded from a word that merely hints at it: a major's name is no shortage major, an award
without its level is no award, founding a firm is not the status 创业人才. An outlying area needs both work and home
there.
"""

from __future__ import annotations

import re

from ..model import Facts
from ..rules import Context, Family, Rule, compiled, interval, nothing, says, unclear

_LINGANG = r"(?:临港(?:新片区)?|lingang|lin-gang)"
_LINGANG_SAID = compiled(_LINGANG)
_NEW_TOWN = (
    r"(?:(?:嘉定|松江|青浦|奉贤)新城|五个新城|五大新城|(?:jiading|songjiang|qingpu"
    r"|fengxian) new (?:town|city))"
)
_BOTH = (
    "(?:工作(?:并|和|跟|及|又|还|、|,|且|、和)?(?:且)?(?:居住|生活|住)|(?:居住|生活|住)(?:并|和"
    "|及|又|还|、|,|且)?(?:且)?(?:工作|上班)|上班(?:和|跟|并|也|又|,)?居?住(?![在到的址])|住(?:和|跟|并|也"
    "|,)?上班)"
)
_BOTH_EN = (
    "(?:(?:live|lived|living)(?: and | & |/)(?:work|worked|working)|(?:work|worked"
    "|working)(?: and | & |/)(?:live|lived|living))"
)


_LEAST_TAX = 1000


def _area(match: re.Match[str], context: Context) -> Facts | None:
    facts: Facts = {"outlying_area": "lingang" if _LINGANG_SAID.search(match[0]) else "other"}
    times = ("time", "other", "third_time")
    said = context.first(match, *times) if any(match.groupdict().get(name) for name in times) else None
    if said is not None and (said.months or said.years):
        facts["outlying_months"] = interval(said.in_months())
    return facts


def _public_service(match: re.Match[str], context: Context) -> Facts | None:
    said = context.first(match, "time", "other")
    return {"public_service_months": interval(said.in_months())} if said.months or said.years else None


_OF_EVERY_YEAR = compiled(
    "每年|年年|逐年|平均|年均|average|every year|each year|per year|yearly|annual"
    r"|\ue007(?: ?(?:yuan|rmb|cny))? \ue000(?=\s?(?:$|[,.;!?\n]))"
)
_NEAR = 16
"""Characters around a figure in which it is said to be an average."""


def _is_an_average(match: re.Match[str]) -> bool:
    """Whether a figure is one of every year: that of last year, or of today, says nothing of three years."""
    return _OF_EVERY_YEAR.search(match.string, max(0, match.start() - _NEAR), match.end() + _NEAR) is not None


def _share(match: re.Match[str], context: Context) -> Facts | None:
    """The firm's yearly figure times the applicant's share of it."""
    if not _is_an_average(match):
        return None
    firm, share = context.quantity(match, "number").number(), context.quantity(match, "share").number()
    if firm.min != firm.max or share.min != share.max or share.max > 100:
        return None
    key = "annual_tax_share" if match["tax"] else "annual_local_hires_share"
    value = firm.min * share.min / 100
    return {key: int(value) if key == "annual_tax_share" or value == int(value) else value}


def _share_before(match: re.Match[str], context: Context) -> Facts | None:
    return _share(match, context) if match["tax"] or match["hires"] else {}


def _graduated(match: re.Match[str], context: Context) -> Facts:
    """Only who finished this year can be a fresh graduate still."""
    said = context.first(match, "date", "later").date or ""
    return {"fresh_graduate": True} if said[:4] == str(context.on.year) else {}


def _tax_share(match: re.Match[str], context: Context) -> Facts | None:
    amount = context.first(match, "number", "other", "third", "fourth").number()
    exact = amount.min == amount.max >= _LEAST_TAX
    return {"annual_tax_share": int(amount.min)} if exact and _is_an_average(match) else None


def _hires(match: re.Match[str], context: Context) -> Facts | None:
    amount = context.quantity(match, "number").number()
    exact = amount.min == amount.max
    return {"annual_local_hires_share": amount.min} if exact and _is_an_average(match) else None


def _own_tax(match: re.Match[str], context: Context) -> Facts | None:
    amount = context.quantity(match, "number").number()
    return {"annual_tax_share": int(amount.min)} if amount.min == amount.max else None


_AREA_EN = r"(?:lingang|lin-gang|(?:jiading|songjiang|qingpu|fengxian) new (?:town|city))"
_PLACE = rf"(?:{_LINGANG}|{_NEW_TOWN})"
_TIMED = r"(?:(?:已经?|了|都|也|有|满|整|刚|,|将近|for|\s){0,4}<time>(?:了)?)?"
_TAX = (
    r"(?:公司|企业|我们厂|firm|company)[^;.!?\n]{0,8}?(?:每年|年均|平均每年|近三年平均"
    "|一年|年)?(?P<tax>纳税|交税|缴税|税收)?(?:每年|平均|年均|大概|约|有|是|雇了|招了|员工)*"
)

BONUSES = Family(
    "bonuses",
    compiled(
        "临港|新城|远郊|环卫|紧缺|急需|创业人才|中介服务人才|应届|往届|非应届|表彰|奖|占股|股份"
        "|持股|lingang|lin-gang|fresh graduate|recent graduate|sanitation|street|award|shortage|new town"
        r"|创业|专业|street|entrepreneur|graduat|innovation|commend|honou?r|公共服务|\btax|劳模|劳动模范|outlying|new"
        r" city"
        r"|\bshare\b"
    ),
    (
        Rule("area", compiled(rf"(?:不在|没在)(?:{_LINGANG}|{_NEW_TOWN})"), unclear, rank=-1, plain=True),
        Rule(
            "area",
            compiled(
                rf"在{_PLACE}[^,.;!?\n]{{0,6}}(?:上班|工作)[,\s]?(?:也|又|都|而且|,|并且|人|家|我"
                rf"|就|还|\s)*(?:住|居住)(?:在|的)?(?:也|是|就)*(?:{_LINGANG}|{_NEW_TOWN}|那里"
                rf"|那边|那儿|附近|这里|这边|(?=\s?(?:$"
                rf"|[,.;!?\n\ue000\ue005了已满都])))[^,.;!?\n\ue000\ue005]{{0,4}}{_TIMED}"
            ),
            _area,
        ),
        Rule("area", compiled(rf"在?{_PLACE}(?:这边|那边)?(?:里)?(?:都|一直|又)?{_BOTH}{_TIMED}"), _area),
        Rule(
            "area",
            compiled(
                rf"住在{_PLACE}[,\s]?(?:也|又|都|而且|,|并且|工作|上班|就|还|在)*(?:在)?(?:{_LINGANG}"
                f"|{_NEW_TOWN}|那里|那边|里面)?(?:上班|工作)(?![在于的]){_TIMED}"
            ),
            _area,
        ),
        Rule(
            "area",
            compiled(
                rf"(?:住|家)(?:在|住)?{_PLACE}(?:这边|那边)?[,\s]?(?:上班|工作|公司|单位)(?:也|都|就)*(?:在)?"
                rf"(?:{_LINGANG}|{_NEW_TOWN}|那里|那边|这里|这边)[,\s]?{_TIMED}"
            ),
            _area,
        ),
        Rule(
            "area",
            compiled(
                rf"(?:在)?{_PLACE}(?:这边|那边)?(?:上班|工作)的?[,\s](?:住|家|人)?(?:也|都|就)*(?:住|居住"
                rf"|在)(?:在)?(?:{_LINGANG}|{_NEW_TOWN}|那里|那边|这里|这边)[,\s]?{_TIMED}"
            ),
            _area,
        ),
        Rule(
            "area",
            compiled(
                rf"(?:{_BOTH_EN} in (?:the )?{_AREA_EN}|work(?:ing|s|ed)? in"
                rf" (?P<first>{_AREA_EN})[^.;!?\n\ue000-\ue007]{{0,24}}"
                rf"\b(?:live|rent|home is|house is|flat is|reside)[a-z]*(?: in)? (?:(?P=first)|there|here|too))"
                rf"[^.;!?\n\ue000-\ue007]{{0,36}} ?<time>"
                rf"|liv(?:e|ed|ing) in (?P<third>{_AREA_EN})[^.;!?\n]{{0,24}}\bwork(?:ing|ed)? (?:there|here|in"
                rf" (?P=third))"
                rf"[^.;!?\n\ue000-\ue007]{{0,24}}(?:<time=third_time>)?"
                rf"|<time=other>(?: of)? {_BOTH_EN} in (?:the )?{_AREA_EN}"
            ),
            _area,
            rank=1,
        ),
        Rule(
            "area",
            compiled(
                rf"{_BOTH_EN} in {_PLACE}(?:,? (?:me|both|since|for|already|now|i|have|it's|been|the))*,? ?{_TIMED}"
            ),
            _area,
        ),
        Rule(
            "area",
            compiled(
                rf"work(?:ing|s|ed)? in (?P<first>{_AREA_EN}),? (?:and |& )?(?:also )?(?:i )?liv(?:e|ing"
                rf"|es) (?:in (?P=first)|there|here)(?: too| as well)?(?:,? (?:for|since|now"
                rf"|already))*,? ?{_TIMED}"
                rf"|liv(?:e|ing|es) in (?P<second>{_AREA_EN}),? (?:and |& )?(?:also )?(?:i )?work(?:ing"
                rf"|s)? (?:in (?P=second)|there|here)(?: too| as well)?(?:,? (?:for|since|now"
                rf"|already))*,? ?(?:<time=other>)?"
                rf"|in (?P<third>{_AREA_EN}) (?:i |we )?(?:both )?(?:(?:live and work)|(?:work and live))"
                rf"(?:,? (?:for|since|now|already))*,? ?(?:<time=third_time>)?"
            ),
            _area,
        ),
        Rule(
            "area",
            compiled(
                rf"在?(?:{_LINGANG}|{_NEW_TOWN})(?:住|居住|生活)(?:了|满|已经?)*<time=third_time>[,\s]?"
                rf"(?:也|又|都|工作|上班)*在?(?:{_LINGANG}|{_NEW_TOWN}|那里|那边|这边|那)(?:上班|工作)?"
                rf"|在?(?:{_LINGANG}|{_NEW_TOWN})(?:住|居住|生活)[,\s]?(?:也|又|都|同时)*在?(?:{_LINGANG}"
                rf"|{_NEW_TOWN}|那里|那边|这边)?(?:上班|工作)[,\s]?{_TIMED}"
                rf"|在?(?:{_LINGANG}|{_NEW_TOWN})(?:上班|工作)[,\s]?(?:也|又|都|同时)*在?(?:{_LINGANG}"
                rf"|{_NEW_TOWN}|那里|那边|这边)(?:住|居住|生活)[,\s]?(?:满|已经?)*(?:<time=other>)?"
            ),
            _area,
        ),
        Rule(
            "area",
            compiled(
                rf"在?{_PLACE}(?:上班|工作)(?:了|满|已经?|都|有)*<time>整?[,\s]?(?:也|又|都|就|人)*(?:租房?"
                rf"|居?住|家|房子)"
                rf"(?:也|就|都)*(?:租|住)?在?(?:{_PLACE}|那里|那边|附近)"
                rf"|在{_PLACE}(?:居住|住|租房)[,\s]?班(?:也|就|都)*在(?:{_PLACE}|那里|那边)上[,\s]?(?:刚|已经?"
                rf"|都|满|有|了)*(?:<time=other>)?"
            ),
            _area,
        ),
        Rule(
            "area",
            compiled(
                r"(?:not|nor|neither|n't)\b[^.;!?\n]{0,60}\b(?:any|an) outlying (?:area|district|zone)s?"
                r"|no outlying (?:area|district)s?|outlying area:? (?:none|no)\b"
            ),
            says(outlying_area="none"),
            plain=True,
        ),
        Rule(
            "area",
            compiled(
                r"(?:没有?|不)(?:住|工作)?在?(?:远郊|重点区域)|不在远郊(?:重点)?(?:区域)?|远郊(?:重点)?"
                r"(?:区域)?(?:没有|无)"
            ),
            says(outlying_area="none"),
            plain=True,
        ),
        Rule(
            "public_service",
            compiled(
                "(?:环卫|清扫保洁|sanitation|street[- ](?:cleaner|sweeper|cleaning"
                "|sweeping)|(?:clean|sweep)(?:ing|s)? (?:the )?streets?)(?:工人?|所|公司|局|队|部门|单位"
                "|第?一线|行业|作业"
                "|岗位|系统|work(?:er)?){0,2}(?:里"
                r"|上)?(?: in [a-z' ]{3,14}?| for (?:a|the) [a-z ]{4,28}?)?(?:已经?|都|一共|连续|的|,|\s"
                r"|干|做|工作|了|上班|有|满|for|a|as|扫马路|扫了|扫街|扫地|保洁"
                r"|in shanghai|company|full)*<time>"
            ),
            _public_service,
        ),
        Rule(
            "public_service",
            compiled(
                r"(?:sanitation|street[- ](?:cleaner|sweeper|cleaning"
                r"|sweeping))[^.;!?\n\ue000-\ue007\u4e00-\u9fff]{0,32}"
                r"(?:for|since|,|:|\() ?<time>"
                r"|<time=other> (?:as an? |of |in |with )(?:the )?(?:[a-z]+ )?(?:sanitation|street[- ](?:cleaner"
                r"|sweeper"
                r"|cleaning|sweeping))"
            ),
            _public_service,
        ),
        Rule(
            "public_service",
            compiled(r"环卫[^.;!?\n\ue000-\ue007]{0,8},(?:一共|已经?)?(?:做|干)了<time>"),
            _public_service,
        ),
        Rule("public_service", compiled(r"(?:做|干)了?<time>(?:的)?环卫"), _public_service),
        Rule(
            "shortage_major",
            compiled(
                "(?:不是|不属于|不在|没在|非)(?:上海)?(?:的)?(?:紧缺|急需)(?:急需|紧缺)?(?:专业"
                "|目录)?(?:里|内)?|专业(?:也)?(?:不在|不是|没在)(?:紧缺|急需)(?:急需|目录|专业)*(?:里"
                r"|内)?|not a shortage major|major(?: is|'s)?(?: not|n't) (?:in|on|part of) (?:the "
                r"|any )?(?:catalogue of )?shortage"
            ),
            says(shortage_major=False),
            plain=True,
        ),
        Rule(
            "shortage_major",
            compiled(
                "紧缺(?:急需)?专业(?=[(,][^)\n]{0,30}(?:目录|一字不差|匹配|对口|一致))"
                r"|紧缺(?:急需)?(?:专业)?目录(?:里面?|上|中)?(?:就)?有(?:这个|我|的|(?=\s?(?:$|[,.;])))"
                r"|(?:(?:是|属于|在|学的|读的)(?:上海)?(?:的)?(?:紧缺|急需)(?:急需|紧缺)?|(?:^|"
                r"(?<=[,;\s]))紧缺急需)(?:专业(?!吗)"
                "|目录)(?:目录)?(?:里|内)?|(?:in|on) the (?:catalogue of )?shortage (?:majors?(?: list"
                "| catalogue)?|list|catalogue)"
            ),
            says(shortage_major=True),
        ),
        Rule(
            "entrepreneur",
            compiled(
                r"(?:不是|不算|不属于|没有认定)创业人才|\bnot an? (?:recogni[sz]ed )?entrepreneur"
                r"|(?:\bnot|n't) (?:qualify|count|recogni[sz]ed|registered|certified|approved|classed) as (?:an?"
                r" )?entrepreneur"
            ),
            says(entrepreneur=False),
            plain=True,
        ),
        Rule(
            "entrepreneur",
            compiled(
                r"(?:是|属于|认定(?:为|了|过|的)?|评为)(?:上海)?(?:的)?创业人才"
                r"|recogni[sz]ed (?:as )?(?:an )?entrepreneur(?:ial)?(?: talent)?|i am an? "
                r"(?:recogni[sz]ed|certified) entrepreneur"
                r"|(?:recogni[sz]ed|certified|approved|registered|qualif(?:y|ied)) as (?:an? )?"
                r"(?:entrepreneur(?:ial)? (?:talent)?|entrepreneur\b)"
            ),
            says(entrepreneur=True),
        ),
        Rule(
            "innovation_service",
            compiled(r"(?:不是|不算|不属于)(?:创新创业)?中介服务人才"),
            says(innovation_service_staff=False),
            plain=True,
        ),
        Rule(
            "innovation_service",
            compiled(
                r"(?:是|属于|做|认定(?:为|了)?)(?:备案的?|上海的?)?(?:创新创业)?中介服务人才|(?:^|"
                r"(?<=[,;\s]))(?:创新创业)中介服务人才(?=\s?(?:$|[,.;]))|innovation"
                r"(?: and entrepreneurship)? service (?:staff|talent|agent|personnel)"
            ),
            says(innovation_service_staff=True),
        ),
        Rule(
            "fresh",
            compiled(
                "(?:不是|非|早就不是|不算)(?:全日制)?应届(?:毕业|高校)?(?:大学)?(?:毕业)?生?"
                "|往届(?:毕业)?生?|(?:not a|no) (?:fresh|recent) graduate"
            ),
            says(fresh_graduate=False),
            plain=True,
        ),
        Rule("fresh", compiled(r"(?:19|20)?\d\d[年届](?:的)?应届|应届(?:生|毕业)?(?:身份|落户|招聘)"), nothing),
        Rule(
            "fresh",
            compiled(
                "(?:全日制)?应届(?:本科|大专|硕士|博士|高校|大学|研究生)?(?:毕业)?生?"
                "|fresh (?:university |college )?graduate"
            ),
            says(fresh_graduate=True),
        ),
        Rule(
            "fresh",
            compiled(r"graduated (?:<date>,? (?:from )?(?:a )?full[- ]time|full[- ]time,? (?:in )?<date=later>)"),
            _graduated,
        ),
        Rule(
            "award",
            compiled(
                "(?:没有?|无|未|从没)(?:获得?|得|拿)?(?:过|到)?(?:任何|什么|市级|省部级)?(?:表彰"
                r"|奖励)(?:奖励)?|(?:表彰|奖励)(?:没有|无)|\bno (?:government |official |municipal "
                "|provincial )*awards?"
                r"|never (?:won|received|got|had|been (?:given|granted))(?: any| an?)?(?: [a-z]+){0,2}? (?:award"
                r"|commendation"
                r"|honou?r)s?\b"
            ),
            says(award="none"),
            plain=True,
        ),
        Rule(
            "award",
            compiled(
                r"省部级(?:及以上|以上)?(?:政府)?(?:的)?(?:表彰|奖励|荣誉|先进|奖项?|劳模|劳动模范)"
                r"|provincial(?:-level| level)?(?: or ministerial)? (?:award|commendation|honou?r)"
                r"|ministerial(?:-level| level)? (?:award|commendation|honou?r)|(?:award|commendation"
                r"|honou?r) at (?:the )?(?:provincial|ministry|ministerial)(?: or ministerial)? level"
            ),
            says(award="provincial"),
            rank=3,
        ),
        Rule(
            "award",
            compiled(
                r"市级(?:机关)?(?:的)?综合性?(?:的)?(?:表彰|奖励|荣誉|奖)|municipal(?:-level)? (?:general"
                r"|comprehensive) (?:award|commendation)"
            ),
            says(award="municipal_general"),
            rank=2,
        ),
        Rule(
            "award",
            compiled(
                r"市级(?:机关)?(?:的)?专项性?(?:的)?(?:表彰|奖励|荣誉|奖)|municipal(?:-level)? (?:special"
                r"|specific) (?:award|commendation)"
            ),
            says(award="municipal_special"),
            rank=1,
        ),
        Rule(
            "award",
            compiled(r"(?:得过|获得?过|拿过|获)(?:上海市?|市级|国家|区级|市)?(?:的)?(?:表彰|奖励|荣誉)"),
            unclear,
            rank=-1,
        ),
        Rule(
            "tax",
            compiled(
                r"(?:按|以|照)(?:我的?|本人|个人|自己的?)*(?:持股|股份|份额|占股|出资|股权)(?:比例)?"
                r"(?:来)?(?:算下?来?|折算下?来?|折合|计算|折下来)?"
                r"[^,.;!?\n\ue000-\ue007]{0,6}(?:每年|年均|平均|一年)+(?:大概|约)?[纳交缴]税(?:了|是|有"
                r"|大概|约)*<number>"
            ),
            _own_tax,
        ),
        Rule(
            "tax",
            compiled(
                r"\b(?:my|her|his|their) tax share[^.;!?\n\ue000-\ue007]{0,16}?<number=third>|(?:按我的?"
                r"|我的?|个人的?|本人的?)(?:份额|股份|持股)"
                r"(?:比例)?[^.;!?\n\ue000-\ue007]{0,8}<number=fourth>(?!%)|\b(?:my|her|his|their) "
                r"(?:own )?share of (?:the )?(?:firm's |company's |annual )?tax"
                r"(?:es)?[^.;!?\n\ue000-\ue007]{0,32}?(?:of |is |averages? |: ?|, )?<number>"
                r"|\b(?:my|her|his|their) share of (?:the )?tax"
                r"(?:es)?[^.;!?\n\ue000-\ue007]{0,6}\ue000[^.;!?\n\ue000-\ue007]{0,12}<number=other>"
            ),
            _tax_share,
            needs=compiled("税|tax"),
        ),
        Rule(
            "hires",
            compiled(
                r"by (?:my|her|his|their) "
                r"(?:own )?share[^.;!?\n\ue000-\ue007]{0,24}?<number>[^.;!?\n\ue000-\ue007]{0,8}"
                r"(?:shanghai[- ]hukou|local|shanghai) (?:staff|employees|workers|people|hires)"
            ),
            _hires,
        ),
        Rule(
            "tax",
            compiled(
                r"(?:占股|持股|股份|份额)(?:比例)?(?:是|有|为|占)*\s?<number=share>%[^;!?\n\ue007]{0,16}?"
                r"(?:(?P<tax>[纳交缴]税)|带动|雇了?|招了?)[^,.;!?\n\ue000-\ue007]{0,6}<number>"
                r"[名个位人元块的]{0,2}(?P<hires>沪籍|(?:上海|本市)户[籍口])?"
            ),
            _share_before,
            needs=compiled("%"),
        ),
        Rule(
            "tax",
            compiled(
                r"(?P<tax>tax(?:es)?)[^.;!?\n\ue000-\ue007]{0,40}<number>[^.;!?\n\ue000-\ue007]{0,40}\b(?:own|hold"
                r"|have|share"
                r"|stake|holding)[^.;!?\n\ue000-\ue007]{0,16}<number=share> ?(?:%|percent|per cent)"
            ),
            _share,
        ),
        Rule(
            "tax",
            compiled(
                rf"{_TAX}\s?<number>(?:元|块|人|个|名)?(?:上海户籍|上海户口|本市户籍)?(?:的)?(?:员工"
                r"|税)?,?\s?(?:我|本人)?(?:个人)?(?:占股|持股|股份|占)(?:比例|份额)?(?:是|有"
                r"|为)?\s?<number=share>%"
            ),
            _share,
        ),
    ),
    learning_before=compiled(r"(?:想|打算|准备|要去|去|想去)\s?$"),
    learning_after=compiled(r"\s?(?:吗|可以|能)"),
)
