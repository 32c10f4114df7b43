from rules.address_fields import Parts, settle


def test_the_first_word_without_a_mark_is_the_town_the_second_the_street():
    parts = Parts(unnamed=["Ивановка", "Ленина", "двор"])

    settle(parts)

    assert (parts.city, parts.street, parts.rest) == ("Ивановка", "Ленина", ["двор"])


def test_two_letters_that_may_be_several_regions_follow_the_town():
    parts = Parts(region="Чеченская Республика", region_typed="ЧР", city="Чебоксары")

    settle(parts)

    assert parts.region == "Чувашская Республика"


def test_a_region_in_full_outweighs_the_town():
    parts = Parts(region="Тульская область", region_typed="Тульская", city="Казань")

    settle(parts)

    assert parts.region == "Тульская область"
