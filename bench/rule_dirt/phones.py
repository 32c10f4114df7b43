"""Phones and what becomes of them in a cell."""

from collections.abc import Callable
from dataclasses import dataclass

import phonenumbers

from bench.generator.draw import Dice
from bench.rule_dirt import slips
from bench.rule_dirt.kinds import Answer, Dirty, FieldDirt, Floor, Kind, answer
from rules import phone

_MOBILE_CODES = (
    "901 902 903 904 905 906 908 909 910 911 912 913 914 915 916 917 918 919 920 921 922 923 924 "
    "925 926 927 928 929 931 932 933 936 937 938 939 950 951 952 953 960 961 962 963 964 965 966 "
    "967 968 969 977 978 980 981 982 983 984 985 986 987 988 989 991 992 993 994 995 996 999"
).split()
_CITY_CODES = (
    "495 499 498 812 343 383 831 846 863 843 347 351 381 342 473 861 845 844 391 4822 4852 4872 "
    "3452 8482 4012 8202 3842 3812 4742 4912 4812 4722 4932 4832 4922 4942 4962 48762 34722"
).split()
_FOREIGN = (
    ("7", "701 702 705 707 747 771 775 776 777 778 727 7172", 10),
    ("375", "25 29 33 44 17", 9),
    ("998", "90 91 93 94 95 97 98 99 33 71", 9),
    ("374", "91 93 94 95 96 98 77 43 55", 8),
    ("996", "500 550 555 700 705 770 772 777", 9),
    ("995", "551 555 557 558 568 571 577 591 593 595 599", 9),
    ("992", "90 91 92 93 98 50", 9),
    ("373", "60 67 68 69 78 79", 8),
    ("994", "50 51 55 70 77", 9),
    ("993", "61 62 63 64 65", 8),
    ("380", "50 63 66 67 68 93 95 96 97 98 99", 9),
    ("49", "151 152 157 160 170 171 172", 10),
    ("972", "50 52 53 54 58", 9),
    ("90", "532 535 542 555", 10),
    ("86", "131 135 138 139 150 186", 11),
)
_WORDS = (
    "Иван", "мама", "жена Ольга", "с 10 до 18", "(WhatsApp)", "раб.", "дом", "моб.", "муж",
    "водитель Пётр", "только смс", "звонить после 19", "Viber", "whatsapp", "сын", "- Анна",
    "вечером", "бух.", "Telegram", "основной", "не звонить", "хозяин",
)  # fmt: skip
_LABELS = ("тел. ", "т. ", "моб. ", "тел:", "Моб.: ", "сот ", "tel:", "Тел.", "м.т. ", "phone ")
_EXTENSIONS = (
    "{} доб. {}", "{} доб {}", "{} вн. {}", "{} вн {}", "{} д. {}", "{} #{}", "{} ext {}",
    "{} ({})", "{} (доб. {})", "{}, доб.{}", "{} добавочный {}", "{} внутр. {}", "{}доб{}",
    "{} доб.№{}", "{} ext.{}", "{} x{}",
)  # fmt: skip
_GLUES = (", ", "; ", " / ", "/", ",", ";", " ", "\n", " и ", " или ", "  ", " | ", ", моб. ", "")
_LETTERS = {"0": "OОoо", "1": "lI|", "3": "Зз", "6": "б"}
_STRANGERS = ("XW8AA11B0CK000123", "ivanov@mail.ru", "ИНН 500100732259", "12.03.1985", "кв. 12")
_PLACEHOLDERS = (
    "+7 999 999-99-99", "8 900 000-00-00", "+7 777 777 77 77", "00000000000", "11111111111",
    "8 999 999 99 99", "89000000000", "9999999999", "8 888 888 88 88", "+7 (000) 000-00-00",
    "нет", "-", "нет телефона", "б/н", "80000000000", "8 495 000-00-00", "не указан", "0",
    "+7 123 456-78-90", "8 916 123-45-67", "89991234567", "8 900 111-11-11", "1234567890",
)  # fmt: skip
_ALIKE = 4


@dataclass(frozen=True, slots=True)
class Number:
    """A number in use: the code of its country and the rest; ``code`` digits long is the town's."""

    country: str
    national: str
    code: int

    @property
    def full(self) -> str:
        """As it is stored."""
        return f"+{self.country}{self.national}"

    @property
    def russian(self) -> bool:
        """Whether it is dialled with 8 inside Russia."""
        return self.country == "7"

    @property
    def fixed(self) -> bool:
        """Whether it is a town's number."""
        return self.russian and self.national[0] in "348"


def by_the_letter(text: str) -> str:
    """The valid number that the library alone reads in the text, "" if it reads none."""
    try:
        parsed = phonenumbers.parse(text, "RU")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(parsed):
        return ""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _by_old_code(text: str) -> str:
    """The number that the text is with a town's code of before December 2005, "" if none."""
    digits = "".join(char for char in text if char.isdecimal())[-10:]
    return by_the_letter(f"+74{digits[1:]}") if digits.startswith("0") else ""


def is_number(text: str) -> bool:
    """Whether the library takes the number with its + for a valid one."""
    return by_the_letter(text) == text


def draw(dice: Dice) -> Number:
    """A number that the library calls valid and that does not look invented."""
    while True:
        kind = dice.unit()
        if kind < 0.6:  # noqa: PLR2004 - most are mobile
            country, code, length = "7", dice.pick(_MOBILE_CODES), 10
        elif kind < 0.8:  # noqa: PLR2004 - a fifth are of towns
            country, code, length = "7", dice.pick(_CITY_CODES), 10
        else:
            country, codes, length = dice.pick(_FOREIGN)
            code = dice.pick(codes.split())
        found = Number(country, code + dice.digits(length - len(code)), len(code))
        if len(set(found.national[-7:])) >= _ALIKE and is_number(found.full):
            return found


def usual(number: Number, dice: Dice) -> str:
    """The number as a careful clerk types it."""
    code, rest = number.national[: number.code], number.national[number.code :]
    groups = f"{rest[:-4]}-{rest[-4:-2]}-{rest[-2:]}"
    if not number.russian:
        return dice.pick((f"+{number.country} {code} {groups}", number.full))
    return dice.pick((
        f"8 ({code}) {groups}", f"+7 {code} {groups}", f"8{number.national}", number.full,
        f"8-{code}-{groups}", f"+7({code}){rest}", f"7{number.national}",
    ))  # fmt: skip


def _write(number: Number, dice: Dice) -> Dirty:
    return Dirty(usual(number, dice), number.full)


def _read(text: str) -> Answer:
    return answer(phone.normalise(text), _shown)


def _shown(phones: tuple[phone.Phone, ...]) -> str:
    return " ".join(one.number + (one.extension and f"#{one.extension}") for one in phones)


Typing = Callable[[Number, Dice], str]


def _same(name: str, typing: Typing, floor: Floor = Floor.KEY) -> Kind[Number]:
    """A kind that loses nothing: the number must come back."""
    return Kind(name, lambda number, dice: Dirty(typing(number, dice), number.full), floor)


def _slip(name: str, slip: Callable[[str, Dice], str]) -> Kind[Number]:
    """A kind that loses a digit's truth: what is typed may be another valid number."""

    def spoil(number: Number, dice: Dice) -> Dirty | None:
        national = slip(number.national, dice)
        if national == number.national:
            return None
        typed = usual(Number(number.country, national, number.code), dice)
        return Dirty(typed, number.full, by_the_letter(typed) or _by_old_code(typed))

    return Kind(name, spoil, Floor.KEY)


def _separated(number: Number, dice: Dice) -> str:
    text = usual(number, dice)
    spaced = "8" + number.national if number.russian else number.full
    return dice.pick((
        text.replace("-", "—"), text.replace("-", "."), text.replace(" ", "\u00a0"),
        text.replace("-", " "), text.replace("-", " - "), f" {text} ", f"'{text}",
        text.translate(slips.FULL_WIDTH), text.replace("-", "–"), f"({text})", f"{text}.",
        " ".join(spaced), text.replace(" ", "  "), f"{text},",
    ))  # fmt: skip


def _prefixed(number: Number, dice: Dice) -> Dirty | None:
    if not number.russian:
        return None
    code, rest = number.national[: number.code], number.national[number.code :]
    text = dice.pick((
        f"+7 8 {code} {rest}", f"+7 (8{code}) {rest}", f"++7{number.national}",
        f"+8{number.national}", f"7-{code}-{rest}", f"+ 7 {code} {rest}", f"8 +7{number.national}",
        f"+7{code}{rest}", f"007{number.national}", number.national,
    ))  # fmt: skip
    # +8 and ten digits may be a number of Vietnam or Japan.
    return Dirty(text, number.full, by_the_letter(text))


def _lettered(number: Number, dice: Dice) -> Dirty | None:
    text = usual(number, dice)
    fitting = slips.places(text, "0136", start=2)
    if not fitting:
        return None
    for at in dice.sample(fitting, dice.between(1, 2)):
        text = text[:at] + dice.pick(_LETTERS[text[at]]) + text[at + 1 :]
    return Dirty(text, number.full)


def _floated(number: Number, dice: Dice) -> str:
    digits = dice.pick(("8", "7")) + number.national if number.russian else number.full[1:]
    mantissa = f"{digits[0]}.{digits[1:].rstrip('0')}"
    exponent = f"E+{len(digits) - 1}"
    return dice.pick((f"{digits}.0", f"{digits},0", mantissa + exponent, f"{digits}.00"))


def _rounded(number: Number, dice: Dice) -> Dirty:
    digits = "7" + number.national if number.russian else number.full[1:]
    kept = f"{digits[0]}.{digits[1 : dice.between(4, 6)]}"
    return Dirty(f"{kept}E+{len(digits) - 1}", number.full)


def _extended(number: Number, dice: Dice) -> Dirty | None:
    if not number.russian:
        return None
    extension = str(dice.between(10, 4999))
    text = dice.pick(_EXTENSIONS).format(usual(number, dice), extension)
    return Dirty(text, f"{number.full}#{extension}")


def _two(number: Number, dice: Dice) -> Dirty | None:
    other = draw(dice)
    glue = dice.pick(_GLUES)
    if not (number.russian and other.russian) and glue in ("", " ", "  "):
        return None
    if glue:
        text = usual(number, dice) + glue + usual(other, dice)
    else:
        text = f"8{number.national}8{other.national}"
    return Dirty(text, f"{number.full} {other.full}")


def _neighbour(number: Number, dice: Dice) -> Dirty | None:
    """A second number of the same town, typed without its code."""
    if not number.fixed or number.code not in (3, 4):
        return None
    code, rest = number.national[: number.code], number.national[number.code :]
    second = dice.pick("23456") + dice.digits(len(rest) - 1)
    full = f"+7{code}{second}"
    if not is_number(full):
        return None
    typed = f"{second[:-4]}-{second[-4:-2]}-{second[-2:]}"
    return Dirty(f"8 ({code}) {rest[:-4]}-{rest[-4:]}, {typed}", f"{number.full} {full}")


def _old_code(number: Number, dice: Dice) -> Dirty | None:
    """With the code of the town before December 2005."""
    if not number.fixed or number.national[0] != "4" or number.national[:3] in ("498", "499"):
        return None
    old = "0" + number.national[1:]
    if number.national.startswith("401"):
        old = "011" + number.national[3:]
    code, rest = old[: number.code], old[number.code :]
    return Dirty(dice.pick((f"8 ({code}) {rest}", f"8-{code}-{rest}", old)), number.full)


def _no_plus(number: Number, dice: Dice) -> Dirty | None:
    if number.russian:
        return None
    code, rest = number.national[: number.code], number.national[number.code :]
    typed = dice.pick((number.full[1:], f"{number.country} {code} {rest}"))
    return Dirty(typed, number.full, by_the_letter(typed))


def _exit_code(number: Number, dice: Dice) -> Dirty | None:
    if number.russian:
        return None
    digits = number.full[1:]
    return Dirty(dice.pick((f"810{digits}", f"8-10-{digits}", f"00{digits}")), number.full)


def _local(number: Number, _: Dice) -> Dirty | None:
    rest = number.national[number.code :]
    if not number.fixed:
        return None
    return Dirty(f"{rest[:-4]}-{rest[-4:-2]}-{rest[-2:]}", number.full)


def _with_stranger(number: Number, dice: Dice) -> str:
    return dice.pick(("{} {}", "{}, {}", "{}; {}")).format(
        usual(number, dice), dice.pick(_STRANGERS)
    )


PHONES = FieldDirt(
    "phone",
    draw,
    _write,
    _read,
    (
        _same("other signs and spaces", _separated),
        Kind("odd prefix or none", _prefixed, Floor.KEY),
        _same("spreadsheet float", _floated),
        Kind("rounded float", _rounded, Floor.KEY),
        Kind("letters for digits", _lettered, Floor.UNDONE),
        _same("label before", lambda one, dice: dice.pick(_LABELS) + usual(one, dice)),
        _same("words after", lambda one, dice: f"{usual(one, dice)} {dice.pick(_WORDS)}"),
        _same("words before", lambda one, dice: f"{dice.pick(_WORDS)} {usual(one, dice)}"),
        Kind("extension", _extended, Floor.KEY),
        Kind("two in a cell", _two, Floor.KEY),
        Kind("second without code", _neighbour, Floor.KEY),
        Kind("code before 2005", _old_code, Floor.KEY),
        Kind("foreign without +", _no_plus, Floor.KEY),
        Kind("foreign through 8-10", _exit_code, Floor.KEY),
        _same("other data beside", _with_stranger),
        Kind("local, no code", _local, Floor.KEY),
        _slip("digit lost", lambda one, dice: slips.lost(one, dice.below(len(one)))),
        _slip("digit doubled", lambda one, dice: slips.doubled(one, dice.below(len(one)))),
        _slip("digit wrong", lambda one, dice: slips.changed(one, dice.below(len(one)), dice)),
        _slip("digits swapped", lambda one, dice: slips.swapped(one, dice.below(len(one) - 1))),
        Kind("placeholder", lambda _, dice: Dirty(dice.pick(_PLACEHOLDERS), ""), Floor.KEY),
    ),
)  # fmt: skip
