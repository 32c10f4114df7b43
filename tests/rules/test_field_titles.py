from rules.field_titles import field_title
from rules.fields import Field


def test_every_field_has_a_title_of_its_own():
    titles = {field: field_title(str(field)) for field in Field}
    assert [field for field, title in titles.items() if title == field] == []


def test_a_name_that_is_no_field_is_its_own_title():
    assert field_title("shoe_size") == "shoe_size"
