import pytest

from rules.person import normalise, normalise_parts


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("дЖАПАРИДЗЕ шАМИЛЬ аРМЕНОВИЧ", ("Джапаридзе", "Шамиль", "Арменович")),
        ("Суслов.Олег.Петрович", ("Суслов", "Олег", "Петрович")),
        ("Каримов Фаррух Фаррух угли", ("Каримов", "Фаррух", "Фаррух угли")),
        ("Бабина 3оя Антоновна", ("Бабина", "Зоя", "Антоновна")),
        ("Lbrjdbyrby Fhn`v Cthuttdbx", ("Диковинкин", "Артём", "Сергеевич")),
        ("Vrhnxzy Ifvbkm Utjhubtdbx", ("Мкртчян", "Шамиль", "Георгиевич")),
        ("Fyl;ttdcrfz Ybyf", ("Анджеевская", "Нина", "")),
        ("Цораев Георгий Fckfyjdbx", ("Цораев", "Георгий", "Асланович")),
        ("Nkt[ex Тигран Тигранович", ("Тлехуч", "Тигран", "Тигранович")),
        ("Ufhttd-Ctdjcnmzyjd Константин Львович", ("Гареев-Севостьянов", "Константин", "Львович")),
        ("Хачатрян Тигран Шамильев", ("Хачатрян", "Тигран", "Шамильев")),
        ("Баросук Фёдор Петр", ("Баросук", "Фёдор", "Петр")),
    ],
)
def test_puts_a_badly_typed_name_into_its_parts(raw, parts):
    found = normalise(raw).value

    assert found is not None and found.parts == parts


@pytest.mark.parametrize(
    ("cells", "parts"),
    [
        (("Татьяна", "Ельшанская", "Леонтьевна"), ("Ельшанская", "Татьяна", "Леонтьевна")),
        (("Fduecnbycrfz", "Ufkbyf", "Ybrjkftdyf"), ("Августинская", "Галина", "Николаевна")),
        (("Степанов", "Николай", "Львович срочно"), ("Степанов", "Николай", "Львович")),
    ],
)
def test_puts_badly_typed_cells_into_their_parts(cells, parts):
    found = normalise_parts(*cells).value

    assert found is not None and found.parts == parts
