"""The district centres: found in any script, told with what they are worth, and unknown where nothing was found."""

import pytest

from dialogs.knowledge import loader
from dialogs.knowledge.model import LOCALES
from dialogs.knowledge.offices import answer_about, offices_named_in

OFFICES = {office.id: office for office in loader.directory().offices}


def test_there_are_sixteen_districts_and_the_new_area() -> None:
    assert len(OFFICES) == 17
    assert "lingang" in OFFICES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我公司在虹口", ["hongkou"]),
        ("浦東新區的中心在哪裡", ["pudong"]),
        ("Where is the centre of Jing'an?", ["jingan"]),
        ("Where is the centre of Jing’an?", ["jingan"]),
        ("以前的闸北", ["jingan"]),
        ("臨港新片區", ["lingang"]),
        ("徐汇还是长宁", ["xuhui", "changning"]),
        ("北京海淀", []),
    ],
)
def test_an_office_is_found_by_its_name_in_any_script(text: str, found: list[str]) -> None:
    assert [office.id for office in offices_named_in(text)] == found


def test_every_office_is_found_by_its_own_name_in_every_language() -> None:
    for office in OFFICES.values():
        assert all(office in offices_named_in(office.name[locale]) for locale in LOCALES), office.id


@pytest.mark.parametrize("locale", LOCALES)
def test_every_office_says_to_call_first(locale: str) -> None:
    for office in OFFICES.values():
        said = answer_about(office, locale)
        assert "12333" in said.paragraphs[-1]
        assert said.sources
        assert said.also
        assert said.as_of.year == 2026


def test_what_is_not_known_stays_unknown() -> None:
    assert {id for id, office in OFFICES.items() if not office.places} == {"jinshan", "chongming"}
    assert answer_about(OFFICES["jinshan"], "en").paragraphs[0] == (
        "Jinshan: No address or telephone of this district was found: call 12333."
    )


def test_an_address_of_an_old_list_says_that_it_is_old() -> None:
    for office in OFFICES.values():
        for place in office.places:
            assert place.stale == (place.sources[0].id in {"old_list", "lingang_page"}), office.id
            assert place.remarks, office.id
            assert (place.confidence == "D") == (place.sources[0].id == "pudong_program"), office.id


def test_a_place_is_told_by_its_address_its_telephones_or_both() -> None:
    assert answer_about(OFFICES["huangpu"], "zh_Hans").paragraphs[0] == "黄浦区：南苏州路343号"
    assert answer_about(OFFICES["huangpu"], "en").paragraphs[0] == "Huangpu: “南苏州路343号”"
    assert answer_about(OFFICES["songjiang"], "zh_Hant").paragraphs[0] == "松江區：電話 37043013、57657037"
    assert answer_about(OFFICES["songjiang"], "en").paragraphs[0] == "Songjiang: telephone 37043013, 57657037"
    assert answer_about(OFFICES["qingpu"], "en").paragraphs[0] == (
        "Qingpu: “北青公路8098号二楼1至4号窗口”, telephone 33862073"
    )


def test_a_district_with_many_addresses_is_told_by_three_and_each_remark_once() -> None:
    said = answer_about(OFFICES["pudong"], "zh_Hans").paragraphs
    assert len([text for text in said if text.startswith("浦东新区：")]) == 3
    assert len(said) == len(set(said)) == 5
