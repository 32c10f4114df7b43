"""VINs and body numbers and what becomes of them."""

from collections.abc import Callable

from bench.generator.draw import Dice
from bench.generator.tables import car_models, framed_models
from bench.rule_dirt import slips
from bench.rule_dirt.kinds import Dirty, FieldDirt, Floor, Kind, answer
from rules import body_no, vin

_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_VIN_CHARACTERS = frozenset(_LETTERS + "0123456789")
_MORE_WMI = (
    "X4X XW7 XW8 Z94 XWE X7L Z8N XUU X9F Z6F WBA WVW WAU WDD WDC JTD JMZ JMB JN1 KNA KMH KL1 VF1 "
    "VF3 TMB SAL YV1 ZFA 1FA 2T1 3VW 4T1 5UX LVV LB3 LGX LSJ"
).split()  # fmt: skip
_CHECKED = "12345L"
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_WORTH = dict(zip(_LETTERS, "12345678123457923456789", strict=True))
_ALIKE = slips.LATIN_TWINS | {"О": "0", "З": "3", "Д": "D", "У": "Y"}
_CONFUSED = {"0": "OОQ", "1": "IІ", "3": "З", "D": "Д"}
_WORDS_BEFORE = ("VIN ", "VIN: ", "vin-", "ВИН ", "VIN код ", "VIN № ", "VIN:", "Вин номер ")
_WORDS_AROUND = (
    "{} (не бит)", "KIA RIO {}", "{} куз. белый", "Лада Веста {}", "{} г/н А123ВС77",
    "{}, ПТС 78УЕ952328", "а/м {} 2015 г.в.", "{} дубликат", "VW TIGUAN VIN {}", "{} / {}",
)  # fmt: skip
_PLACEHOLDERS = (
    "ОТСУТСТВУЕТ", "НЕТ", "Б/Н", "XXXXXXXXXXXXXXXXX", "отсутствует", "11111111111111111", "-",
    "00000000000000000", "не установлен", "12345678901234567", "ХХХХХХХХХХХХХХХХХ", "нет VIN",
    "кузов", "ЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯ", "ABCDEFGHJKLMNPRST", "без VIN",
)  # fmt: skip


def draw(dice: Dice) -> str:
    """A VIN; one for North America or China with its check digit."""
    wmi = dice.pick(car_models()).prefix if dice.chance(0.6) else dice.pick(_MORE_WMI)
    sixth = "".join(dice.pick(_LETTERS + "0123456789") for _ in range(6))
    plant = dice.pick(_LETTERS) + dice.pick(_LETTERS + "01234")
    found = wmi + sixth[:5] + sixth[5] + plant + f"{dice.between(123, 899_999):06d}"
    if found[0] not in _CHECKED:
        return found
    total = sum(
        weight * int(_WORTH.get(char, char)) for weight, char in zip(_WEIGHTS, found, strict=True)
    )
    return found[:8] + "0123456789X"[total % 11] + found[9:]


def is_vin(text: str) -> bool:
    """Whether the text has the form of a VIN with digits at its end."""
    return len(text) == 17 and set(text) <= _VIN_CHARACTERS and text[-4:].isdecimal()  # noqa: PLR2004


def _same(name: str, typing: Callable[[str, Dice], str], floor: Floor = Floor.KEY) -> Kind[str]:
    return Kind(name, lambda clean, dice: Dirty(typing(clean, dice), clean), floor)


def _slip(name: str, slip: Callable[[str, Dice], str]) -> Kind[str]:
    def spoil(clean: str, dice: Dice) -> Dirty | None:
        text = slip(clean, dice)
        if text == clean:
            return None
        # I, O and Q are read as 1 and 0, which may make another good VIN.
        read = text.translate(str.maketrans("OQI", "001"))
        return Dirty(text, clean, read if is_vin(read) else "")

    return Kind(name, spoil, Floor.KEY)


def _confused(clean: str, dice: Dice) -> Dirty | None:
    fitting = slips.places(clean, "".join(_CONFUSED))
    if not fitting:
        return None
    text = clean
    for at in dice.sample(fitting, dice.between(1, 3)):
        text = text[:at] + dice.pick(_CONFUSED[text[at]]) + text[at + 1 :]
    return Dirty(text, clean)


def _layout(clean: str, dice: Dice) -> Dirty:
    text = (clean.lower() if dice.chance(0.3) else clean).translate(slips.TYPED_IN_RUSSIAN)
    return Dirty(text, clean, _by_twins(text.upper()))


def _by_twins(text: str) -> str:
    """The VIN that look-alike letters alone make of a Russian text, "" if they make none."""
    latin = "".join(_ALIKE.get(char, char) for char in text)
    return latin if is_vin(latin) else ""


def _spaced(clean: str, dice: Dice) -> str:
    return dice.pick((
        f"{clean[:3]} {clean[3:9]} {clean[9:]}", f"{clean[:9]}-{clean[9:]}", " ".join(clean),
        clean.lower(), f" {clean}\u00a0", f"{clean}.", f"*{clean}*", f"'{clean}",
        f"{clean[:3]}.{clean[3:9]}.{clean[9:]}", f"{clean[:11]}\u200b{clean[11:]}",
        f"{clean[:9]}/{clean[9:]}", f"«{clean}»", f"{clean[:8]}\n{clean[8:]}",
    ))  # fmt: skip


def _two(clean: str, dice: Dice) -> Dirty:
    other = draw(dice)
    return Dirty(f"{clean}{dice.pick((', ', ' / ', ' ', ';'))}{other}", f"{clean} {other}")


def _tail(clean: str, dice: Dice) -> Dirty:
    return Dirty(clean[-dice.pick((6, 6, 7, 8)) :], clean)


def draw_body(dice: Dice) -> str:
    """A frame number with its hyphen."""
    return f"{dice.pick(framed_models()).prefix}-{dice.between(12_345, 9_134_919):07d}"


def _frame(_: str, dice: Dice) -> Dirty:
    text = draw_body(dice)
    return Dirty(dice.pick((text, text.replace("-", ""), text.replace("-", " "))), "")


VINS = FieldDirt(
    "VIN",
    draw,
    lambda clean, _: Dirty(clean, clean),
    lambda text: answer(vin.normalise(text), str),
    (
        _same(
            "look-alike letters",
            lambda clean, dice: slips.twins(clean, dice, slips.CYRILLIC_TWINS, 9),
            Floor.UNDONE,
        ),
        Kind("O, I, Q, З, Д typed", _confused, Floor.UNDONE),
        Kind("wrong layout", _layout, Floor.UNDONE),
        _same("other signs and case", _spaced),
        _same("label before", lambda clean, dice: dice.pick(_WORDS_BEFORE) + clean),
        _same(
            "other data beside", lambda clean, dice: dice.pick(_WORDS_AROUND).format(clean, clean)
        ),
        Kind("two VINs", _two, Floor.KEY),
        Kind("only the end", _tail, Floor.KEY),
        _slip("character lost", lambda one, dice: slips.lost(one, dice.below(17))),
        _slip("character doubled", lambda one, dice: slips.doubled(one, dice.below(17))),
        _slip(
            "character wrong",
            lambda one, dice: slips.changed(
                one, dice.below(17), dice, "0123456789" + _LETTERS + "IOQ"
            ),
        ),
        _slip("characters swapped", lambda one, dice: slips.swapped(one, dice.below(16))),
        Kind("body number instead", _frame, Floor.KEY),
        Kind("placeholder", lambda _, dice: Dirty(dice.pick(_PLACEHOLDERS), ""), Floor.KEY),
    ),
)


def _stored(clean: str) -> str:
    return clean.replace("-", "")


def _body_twins(clean: str, dice: Dice) -> Dirty:
    return Dirty(slips.twins(clean, dice, slips.CYRILLIC_TWINS), _stored(clean))


def _body_letters(clean: str, dice: Dice) -> Dirty | None:
    tail = clean.index("-") + 2
    fitting = slips.places(clean, "013", start=tail)
    if not fitting:
        return None
    at = dice.pick(fitting)
    text = clean[:at] + dice.pick({"0": "OО", "1": "I", "3": "З"}[clean[at]]) + clean[at + 1 :]
    return Dirty(text, _stored(clean))


def _body_layout(clean: str, _: Dice) -> Dirty:
    text = clean.translate(slips.TYPED_IN_RUSSIAN)
    # A frame number has O where a VIN has 0.
    latin = _stored("".join((_ALIKE | {"О": "O"}).get(char, char) for char in text))
    return Dirty(text, _stored(clean), latin if latin.isascii() else "")


BODIES = FieldDirt(
    "body number",
    draw_body,
    lambda clean, _: Dirty(clean, _stored(clean)),
    lambda text: answer(body_no.normalise(text), str),
    (
        Kind("look-alike letters", _body_twins, Floor.UNDONE),
        Kind("O, I, З typed", _body_letters, Floor.UNDONE),
        Kind("wrong layout", _body_layout, Floor.UNDONE),
        Kind(
            "other signs and case",
            lambda clean, dice: Dirty(
                dice.pick((
                    clean.lower(), clean.replace("-", " "), clean.replace("-", ""), f" {clean}",
                    clean.replace("-", "—"), f"кузов {clean}", f"№ {clean}", f"рама № {clean}",
                )),
                _stored(clean),
            ),
        ),
        Kind(
            "placeholder",
            lambda _, dice: Dirty(dice.pick(("ОТСУТСТВУЕТ", "-", "б/н", "000000", "нет")), ""),
        ),
    ),
)  # fmt: skip
