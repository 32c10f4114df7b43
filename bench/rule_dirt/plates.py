"""Registration plates and what becomes of them."""

from collections.abc import Callable

from bench.generator.draw import Dice
from bench.rule_dirt import slips
from bench.rule_dirt.kinds import Dirty, FieldDirt, Floor, Kind, answer
from rules import plate

_LETTERS = "АВЕКМНОРСТУХ"
_TO_LATIN = dict(zip(_LETTERS, "ABEKMHOPCTYX", strict=True))
_TO_RUSSIAN = {latin: russian for russian, latin in _TO_LATIN.items()}
_CODES = (
    "77 97 99 177 197 199 777 797 799 977 50 90 150 190 750 790 78 98 178 198 23 93 123 193 16 116 "
    "716 02 102 702 63 163 763 66 96 196 61 161 761 52 152 74 174 774 54 154 34 134 36 136 26 126"
).split()
_FORMATS = ("Х###ХХ", "Х###ХХ", "Х###ХХ", "Х###ХХ", "Х###ХХ", "ХХ###", "ХХ####", "####ХХ", "Х####")
_DIGIT_TWINS = {"0": "ОO", "3": "З", "6": "б"}
_LABELS = ("г/н ", "гос. номер ", "ГРЗ ", "г.н. ", "№ ", "гос№ ", "Гос.рег.знак ")
_PLACEHOLDERS = (
    "б/н", "нет", "-", "без номера", "транзит", "б\\н", "отсутствует", "новая", "на учет",
)  # fmt: skip


def draw(dice: Dice) -> str:
    """A plate of one of the usual formats; most are of cars."""
    while True:
        text = "".join(
            dice.pick(_LETTERS) if mark == "Х" else dice.pick("0123456789") if mark == "#" else mark
            for mark in dice.pick(_FORMATS)
        )
        if any(char in "123456789" for char in text):
            return text + dice.pick(_CODES)


def _is_car(text: str) -> bool:
    return text[0].isalpha() and text[1:4].isdecimal() and text[4:6].isalpha()


def _same(name: str, typing: Callable[[str, Dice], str], floor: Floor = Floor.NONE) -> Kind[str]:
    return Kind(name, lambda clean, dice: Dirty(typing(clean, dice), clean), floor)


def _spaced(clean: str, dice: Dice) -> str:
    latin = "".join(_TO_LATIN.get(char, char) for char in clean)
    if not _is_car(clean):
        return dice.pick((clean.lower(), f"{clean[:-2]} {clean[-2:]}", latin, f" {clean} "))
    body, series, code = clean[:4], clean[4:6], clean[6:]
    return dice.pick((
        clean.lower(), f"{body} {series} {code}", f"{clean[0]} {clean[1:4]} {series} {code} RUS",
        latin, latin.lower() + "rus", f"{body}{series} /{code}", f"{body}{series}-{code}",
        f"{clean[0]}-{clean[1:4]}-{series}-{code}", f"{body}{series}|{code}", f"{clean}RUS",
        f"{body}{series}_{code}", f"{clean} рус",
    ))  # fmt: skip


def _mixed_up(clean: str, dice: Dice) -> Dirty | None:
    """A letter for a digit or the digit 0 for the letter О."""
    fitting = [at for at in slips.places(clean, "036О") if at < len(clean) - 2]
    if not fitting or not _is_car(clean):
        return None
    text = clean
    for at in dice.sample(fitting, dice.between(1, 2)):
        char = text[at]
        text = text[:at] + ("0" if char == "О" else dice.pick(_DIGIT_TWINS[char])) + text[at + 1 :]
    # О519РТ99 with a zero in front is a motorcycle's plate.
    other = "".join(_TO_RUSSIAN.get(char, char) for char in text)
    return Dirty(text, clean, other if _is_other(other) else "")


def _layout(clean: str, dice: Dice) -> Dirty | None:
    if not _is_car(clean):
        return None
    text = clean.translate(slips.TYPED_IN_LATIN)
    twins = "".join(_TO_RUSSIAN.get(char, char) for char in text)
    other = twins if all(char in _LETTERS or char.isdecimal() for char in twins) else ""
    return Dirty(text.lower() if dice.chance(0.4) else text, clean, other)


def _no_region(clean: str, _: Dice) -> Dirty | None:
    return Dirty(clean[:6], clean) if _is_car(clean) else None


def _slip(name: str, slip: Callable[[str, Dice], str]) -> Kind[str]:
    """A slip in a car's plate; what keeps the format is another plate."""

    def spoil(clean: str, dice: Dice) -> Dirty | None:
        text = slip(clean, dice)
        if not _is_car(clean) or text == clean:
            return None
        digits = text[6:].isdecimal() and len(text) in (8, 9)
        whole = _is_car(text) and digits and all(one in _LETTERS for one in text[0] + text[4:6])
        return Dirty(text, clean, text if whole or _is_other(text) else "")

    return Kind(name, spoil)


def _is_other(text: str) -> bool:
    """Whether the text fits a trailer, a taxi, a motorcycle or the police."""
    shape = "".join("#" if char.isdecimal() else "Х" if char in _LETTERS else "?" for char in text)
    shapes = ("ХХ###", "ХХ####", "####ХХ", "Х####", "ХХ###Х", "###Х", "####Х", "###ХХ")
    return shape in {form + code for form in shapes for code in ("##", "###")}


PLATES = FieldDirt(
    "plate",
    draw,
    lambda clean, _: Dirty(clean, clean),
    lambda text: answer(plate.normalise(text), str),
    (
        _same(
            "look-alike letters",
            lambda clean, dice: slips.twins(clean, dice, _TO_LATIN),
            Floor.UNDONE,
        ),
        Kind("0 and О mixed up", _mixed_up, Floor.UNDONE),
        Kind("wrong layout", _layout, Floor.UNDONE),
        _same("other signs and case", _spaced),
        _same("label before", lambda clean, dice: dice.pick(_LABELS) + clean),
        Kind("region missing", _no_region),
        _same(
            "car beside",
            lambda clean, dice: dice.pick((f"KIA RIO {clean}", f"{clean} белый", f"{clean} (сын)")),
        ),
        Kind("two plates", lambda clean, dice: Dirty(f"{clean}, {draw(dice)}", clean)),
        _slip("character lost", lambda one, dice: slips.lost(one, dice.below(len(one)))),
        _slip("digit doubled", lambda one, dice: slips.doubled(one, dice.between(1, 3))),
        _slip("digit wrong", lambda one, dice: slips.changed(one, dice.between(1, 3), dice)),
        _slip("characters swapped", lambda one, dice: slips.swapped(one, dice.below(len(one) - 1))),
        Kind("VIN instead", lambda _, dice: Dirty(f"XW8AA11B0CK{dice.digits(6)}", "")),
        Kind("placeholder", lambda _, dice: Dirty(dice.pick(_PLACEHOLDERS), "")),
    ),
)
