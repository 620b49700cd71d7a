"""Deductions and the veto (减分指标, 一票否决): detention, minor and serious crime, false material.

What each denial covers, no more:

- 无犯罪记录, 没犯过罪, "no criminal record": no minor and no serious crime;
- 没有案底, 没有违法犯罪记录, 没有任何处罚, "clean record", "never in trouble with the law": those and no administrative
  detention;
- 没坐过牢: no serious crime, because a minor one may have ended in probation;
- 没有减分项, 没有扣分: none of the three records that deduct;
- 没被拘留过, 没提供过虚假材料, 没有严重犯罪: only that one.

A record without its date, or a sentence whose gravity is not said (判过刑, 坐过牢), stays unclear, whatever else is
denied beside it. 刑事拘留 is no administrative detention.
"""

from __future__ import annotations

import re

from ..model import Facts
from ..rules import Context, Family, Reading, Rule, compiled, nothing, says, unclear


def _dated(key: str) -> Reading:
    def read(match: re.Match[str], context: Context) -> Facts | None:
        value = context.quantity(match, "date").date
        return None if value is None else {key: [value]}

    return read


def _ago(key: str) -> Reading:
    """So many years or months before today: the year, or the month, that it was."""

    def read(match: re.Match[str], context: Context) -> Facts | None:
        said, on = context.first(match, "time", "since"), context.on
        if said.months is not None and said.months.min == said.months.max:
            at = on.year * 12 + on.month - 1 - int(said.months.min)
            return {key: [f"{at // 12}-{at % 12 + 1:02}"]}
        if said.years is not None and said.years.min == said.years.max:
            return {key: [str(on.year - int(said.years.min))]}
        return None

    return read


def _one_of(key: str, *names: str) -> Reading:
    def read(match: re.Match[str], context: Context) -> Facts | None:
        value = context.first(match, *names).date
        return None if value is None else {key: [value]}

    return read


_minor = _one_of("minor_crime_dates", "date", "earlier", "then", "last", "driving")
_false_material = _one_of("false_material_dates", "date", "filed", "told", "then", "last")


def _two_dates(match: re.Match[str], context: Context) -> Facts | None:
    dates = [context.quantity(match, name).date for name in ("date", "second") if match[name]]
    known = [value for value in dates if value is not None]
    return {"detention_dates": known} if len(known) == len(dates) else None


_NO = r"(?:没有?|无|未|从未|从没|从来没有?|并无)(?:有)?(?:过|任何|什么|受过|被|不良)*"
_GAP = r"(?:(?!有人|别人|同事|[他她](?!人))[^,.;!?\n]){0,10}?"
_DETAINED = r"(?<!刑事)(?:行政)?拘留"
_FALSE_PAPER = r"(?:虚假|假|伪造)的?[^,.;!?\n]{0,4}(?:材料|学历|文凭|证书?|毕业证|学位证|证明)"
_NOT_FOR_WORK = r"(?![^,.;!?\n]{0,6}(?:找工作|入职|应聘|面试|求职))"
_END = r"(?=\s?(?:$|[,.;!?\n]))"
_PUNISHED = rf"(?:任何|什么|受到过?|公安|违法|治安|的|过)*处罚(?:过|的?记录|{_END})"
_OF_ONESELF = r"(?:^|(?<=[,.;:!?\s我也都且人他她]))"
"""Not of an act, as 断缴没有处罚 is."""
_CLEAN: list[str] = []

RECORDS = Family(
    "records",
    compiled(
        "案底|犯.{0,2}[罪事]|[造作].{0,2}假|酒驾|crime|拘留|违法|减分|扣分|虚假|判.?刑|判过|坐.?牢|假.{0,6}[材证学文]|不良|造假"
        "|crim|detained|detention|false|forged|fake|醉驾|危险驾驶|record|convict|处罚|前科|伪造|被抓|进去过|局子|缓刑|被判"
        r"|\bjail|prison|\barrest|trouble|with the police|felony"
    ),
    (
        Rule("detention", compiled(r"刑事拘留|刑拘"), unclear, rank=-1),
        Rule(
            "records",
            compiled(rf"{_NO}(?:减分|扣分)(?:项|记录|情况|情形)?|(?:减分|扣分)项?(?:都|也)?(?:没有|无)"),
            says(detention_dates=_CLEAN, minor_crime_dates=_CLEAN, false_material_dates=_CLEAN),
            plain=True,
        ),
        Rule(
            "records",
            compiled(
                rf"{_OF_ONESELF}{_NO}{_PUNISHED}|(?:处罚|违法)记录(?:也|都)?(?:没有|无){_END}"
                r"|(?:^|(?<=[,;.:] )|\b(?:have|has|with|and|got) )no (?:bad |police |negative )?records?"
                rf"{_END}"
                r"|never (?:been |was |got |gotten )?(?:ever )?in(?:to)? (?:any )?trouble with the (?:law|police)"
                r"|no trouble with the (?:law|police)"
                f"|no criminal or detention records?|no (?:criminal (?:record|records)|crimes?),? (?:or"
                f"|nor|and no) (?:administrative )?detentions?|never (?:been )?(?:detained|arrested),? "
                f"(?:or"
                f"|nor) (?:been )?convicted|{_NO}(?:刑事|违法)?犯罪(?:的)?(?:记录)?(?:和|或者?|及|以及|,"
                f"|也没有?|与)(?:被)?(?:行政)?拘留(?:过|记录)?|{_NO}(?:违法犯罪|违法(?:和|或|及|、|,)犯罪"
                f"|违法(?=记录|行为))(?:的)?(?:记录|行为|情况"
                f"|前科)?|{_NO}(?:案底|前科)|案底(?:也|都)?(?:没有|无)|(?:clean|no police) record|no records? of any"
                f" kind"
                f"|never (?:been |had )?(?:in )?(?:any )?trouble with the (?:police|law)"
            ),
            says(detention_dates=_CLEAN, minor_crime_dates=_CLEAN, serious_crime=False),
            plain=True,
        ),
        Rule(
            "serious",
            compiled(
                rf"{_NO}(?:坐过?|蹲过?)牢|never (?:been )?jailed"
                r"|never (?:been |went |gone |was )?(?:in|to) (?:jail|prison)"
            ),
            says(serious_crime=False),
            plain=True,
        ),
        Rule(
            "serious",
            compiled(rf"{_NO}严重(?:的)?(?:刑事)?犯罪(?:记录|行为)?|no serious (?:crime|criminal record)s?"),
            says(serious_crime=False),
            plain=True,
        ),
        Rule(
            "records",
            compiled(
                f"{_NO}判过?刑|{_NO}刑事处罚|never (?:been "
                f"|was )?convicted(?: of (?:anything|any crime|a crime))?"
                f"|{_NO}(?:刑事)?犯罪(?:的)?(?:记录|行为|前科)?|{_NO}犯过?罪|没犯过(?:罪|事)"
                r"|犯罪记录(?:没有|无)|never (?:committed|been convicted of) (?:a |any )?crimes?"
                r"|clean criminal record|\bno crimes?\b(?! (?:in|at|around)\b)|(?:\bno"
                "|without(?: a| any)?|(?:don't|do not) have (?:a|any)) (?:criminal record|convictions?)"
            ),
            says(minor_crime_dates=_CLEAN, serious_crime=False),
            plain=True,
        ),
        Rule(
            "detention",
            compiled(
                f"{_NO}行政处罚(?:记录)?"
                f"|{_NO}(?:行政)?拘留(?:过|记录)?|never (?:ever )?(?:been |was |got |be )?detained(?! or)"
                f"|no (?:administrative )?detentions?|never (?:been )?in (?:administrative )?detention"
                rf"|\bnor (?:ever )?(?:been )?detained"
            ),
            says(detention_dates=_CLEAN),
            plain=True,
        ),
        Rule(
            "material",
            compiled(
                rf"{_NO}(?:提供|提交|交|做|用)?(?:过)?(?:虚假|假)(?:的)?材料|(?:没(?:有)?|无)造过?假|(?:\bno"
                rf"|never (?:used|submitted|provided|handed in)(?: any)?) (?:fake|false"
                rf"|forged)(?: [a-z]+)? ?(?:documents?|materials?|papers?)"
            ),
            says(false_material_dates=_CLEAN),
            plain=True,
        ),
        Rule(
            "detention",
            compiled(rf"{_DETAINED}[^.;!?\n]{{0,12}},(?:具体|时间|日期|就|应该|是|在)+<date>"),
            _dated("detention_dates"),
            rank=1,
        ),
        Rule("detention", compiled(rf"<date>(?:和|跟|与|及|,)<date=second>{_GAP}{_DETAINED}(?:了|过)?"), _two_dates),
        Rule("detention", compiled(rf"<date>{_GAP}{_DETAINED}(?:了|过)?"), _dated("detention_dates")),
        Rule("detention", compiled(rf"<time>(?:之|以)?前{_GAP}{_DETAINED}(?:了|过)?"), _ago("detention_dates")),
        Rule(
            "detention",
            compiled(
                r"<time> ago,? (?:i|he|she) (?:was|got) (?:administratively )?detained"
                r"|\bdetained(?: by (?:the )?police)?(?: about| some| once)? <time=since> ago"
            ),
            _ago("detention_dates"),
        ),
        Rule("detention", compiled(rf"(?:被)?{_DETAINED}[^.;!?\n\ue003]{{0,10}}<date>"), _dated("detention_dates")),
        Rule(
            "detention",
            compiled(
                "(?:detained(?: administratively| once| twice)*,?|administrative detention)(?: by (?:the )?police)?"
                "(?: for [^,.;]{1,14}?)?(?: in"
                "| on)? <date>"
            ),
            _dated("detention_dates"),
        ),
        Rule(
            "detention",
            compiled(
                r"detention:? ?(?:for |of |, ?)?\ue007 days?,? (?:in |on |from )?<date>"
                r"|detention(?: (?:on|in) (?:my|his|her) (?:record|file)| on record| record)?,? (?:from|dated|of|in)"
                r" <date=then>"
                r"|(?:in|on) <date=earlier>[, ]+(?:i|he|she) (?:was|got|spent|served|had|have|received"
                r"|did)[^.;!?\n]{0,32}?"
                r"(?:detained|detention)"
            ),
            _one_of("detention_dates", "date", "then", "earlier"),
        ),
        Rule(
            "minor",
            compiled(
                r"minor (?:crime|criminal offen[cs]e|offen[cs]e|criminal|conviction)(?: record| conviction)?(?: in|"
                r" on| from"
                r"| of| dated| back in| dating from|:"
                r"|,)* <date=then>|一般(?:刑事)?犯罪(?:记录)?[:,\s]*<date=last>|convicted (?:of|for) "
                r"(?:drunk|drink|drunken|dangerous)[- ]driving(?: in| on)? <date>"
                r"|<date=earlier>[^.;!?\n\ue000-\ue007]{0,10}(?:危险驾驶|醉驾|酒驾)[^.;!?\n\ue000-\ue007]{0,6}"
                r"(?:判|拘役|定罪)|(?:危险驾驶|醉驾"
                r"|酒驾)[^.;!?\n\ue000-\ue007]{0,8}<date=driving>[^.;!?\n\ue000-\ue007]{0,6}(?:判|拘役|定罪)"
            ),
            _minor,
        ),
        Rule(
            "serious",
            compiled(
                r"(?:convicted of|committed|sentenced for) an? (?:serious|grave|major) (?:criminal )?"
                r"(?:crime|offen[cs]e|felony)|(?<!no )serious crime on record"
                r"|have a serious criminal record"
            ),
            says(serious_crime=True),
        ),
        Rule(
            "material",
            compiled(
                r"in <date>,? i (?:handed in|submitted|used|provided|gave)[^.;,!?\n\ue000-\ue007]{0,16}?"
                r"(?:forged|fake|false|faked)\b"
                r"|application in <date=filed>[^.;!?\n\ue000-\ue007]{0,24}(?:contained|had|included) "
                r"(?:false|forged|fake) (?:material|document|paper)"
                r"|(?:forged|fake|false|faked) (?:diploma|documents?|materials?|papers?"
                r"|certificates?)[^.;!?\n\ue000-\ue007]{0,40} in <date=told>"
                r"|(?:[交用提]|提交|提供)过?(?:了)?假(?:的)?(?:材料|证明|学历|文凭"
                r"|证书?)[^.;!?\n\ue000-\ue007]{0,12}<date=then>(?:的事|的|被)?"
                r"|虚假材料(?:记录)?[:,\s]*<date=last>"
            ),
            _false_material,
        ),
        Rule(
            "detention",
            compiled(r"<date>(?:又|再|还)(?:被|有|进去)?(?:了)?(?:一次|一回|\ue007次)"),
            _dated("detention_dates"),
            needs=compiled(_DETAINED),
        ),
        Rule(
            "detention",
            compiled(
                r"detentions?(?: records?|,? administrative(?: ones)?)?[,:( ]+(?:in |on )?<date>(?:(?:,"
                r"| and|, and) (?:in "
                r"|on )?<date=second>)?"
            ),
            _two_dates,
        ),
        Rule("serious", compiled(r"有(?:过)?严重(?:的)?(?:刑事)?犯罪(?:记录|行为)?"), says(serious_crime=True)),
        Rule("minor", compiled(rf"<date>{_GAP}(?:一般刑事犯罪|一般犯罪)(?:记录)?"), _dated("minor_crime_dates")),
        Rule(
            "material",
            compiled(
                rf"<date>{_GAP}(?:(?:提供|提交|[交用])[过了]*{_FALSE_PAPER}{_NOT_FOR_WORK}"
                rf"|材料(?:[造作]假|弄虚作假|是假的))"
            ),
            _dated("false_material_dates"),
        ),
        Rule(
            "detention",
            compiled(rf"被{_DETAINED}|{_DETAINED}过|有(?:过)?(?:行政)?拘留(?:记录)?|was detained|have been detained"),
            unclear,
            rank=-1,
        ),
        Rule(
            "records",
            compiled(
                "(?:有(?:过)?)(?:案底|前科|犯罪记录)|(?:判过|判了?)刑|(?:坐|蹲)过?牢|(?:进|蹲)过?局子|缓刑|被抓(?:过|了|进去)"
                "|(?:打架|被|醉驾|斗殴)[^,.;!?\n]{0,4}进去过|被判(?:刑|过|了)?"
                "|(?:(?<!没)(?<!没有)(?:受过|受到过)|被|(?<!没)有过?)(?:行政|治安|刑事|公安)?(?:的)?处罚"
                rf"(?:过|记录)?{_END}|have a criminal record|convicted"
                r"|(?:was|been|went|got|put|sent|served)[a-z ]{0,12} (?:jail(?:ed)?|prison)\b"
                r"|\bjailed\b|\barrested\b|in trouble with the (?:law|police)"
            ),
            unclear,
            rank=1,
        ),
        Rule(
            "material",
            compiled(
                rf"(?:提供|提交|[交用])[过了]+{_FALSE_PAPER}"
                r"|(?:used|submitted|handed in|gave) (?:a |some )?(?:fake|forged|false)\b"
            ),
            unclear,
            rank=1,
        ),
        Rule("records", compiled(r"不良(?:记录|行为)|征信"), unclear, rank=-1, plain=True),
        Rule("records", compiled(r"居住记录|缴费记录"), nothing),
    ),
    learning_before=compiled(r"(?:怕|担心)\s?$"),
)
