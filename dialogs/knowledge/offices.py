"""The district centres (区人才服务中心) as they are asked for: found by a name in any script, told with their worth."""

from collections.abc import Iterator

from dialogs.knowledge.answering import Answer, citations
from dialogs.knowledge.loader import directory
from dialogs.knowledge.model import Office, Place, Statement

_PLACES_AT_MOST = 3
_ALSO = ("district_center", "unit_registration")


def offices_named_in(text: str) -> tuple[Office, ...]:
    """The offices whose name or alias stands in a text, in any of the scripts, in the order in which they stand."""
    sought = text.casefold()
    places = {
        office.id: min(sought.find(alias) for alias in office.aliases if alias in sought)
        for office in directory().offices
        if any(alias in sought for alias in office.aliases)
    }
    named = [office for office in directory().offices if office.id in places]
    return tuple(sorted(named, key=lambda office: places[office.id]))


def answer_about(office: Office, locale: str) -> Answer:
    """What is known of an office, in a language: at most three places, what they are worth, and whom to call first."""
    places = office.places[:_PLACES_AT_MOST]
    remarks = list(_remarks(office, places))
    told = [*(_told(office, place, locale) for place in places), *(each.words[locale] for each in remarks)]
    if not places:
        told[0] = directory().lines["remark"][locale].format(office=office.name[locale], remark=told[0])
    return Answer(
        paragraphs=tuple(told),
        sources=citations(
            [
                *((place.sources, place.confidence) for place in places),
                *((remark.sources, remark.confidence) for remark in remarks),
            ]
        ),
        as_of=min([*(place.reviewed for place in places), *(remark.reviewed for remark in remarks)]),
        also=_ALSO,
    )


def _remarks(office: Office, places: tuple[Place, ...]) -> Iterator[Statement]:
    """The remarks on the places and then on the office, each once."""
    seen: list[Statement] = []
    for remark in (*(remark for place in places for remark in place.remarks), *office.remarks):
        if remark not in seen:
            seen.append(remark)
            yield remark


def _told(office: Office, place: Place, locale: str) -> str:
    line = "address_and_phones" if place.address and place.phones else "address" if place.address else "phones"
    return (
        directory()
        .lines[line][locale]
        .format(
            office=office.name[locale],
            address=place.address[locale] if place.address else "",
            phones="、".join(place.phones) if locale != "en" else ", ".join(place.phones),
        )
    )
