"""What goes wrong with VINs, plates, years, mileages and sums."""

from bench.generator.draw import Dice
from bench.generator.numbers import VIN_LETTERS

_TO_CYRILLIC = str.maketrans("ABEKMHOPCTYX", "АВЕКМНОРСТУХ")
_TO_LATIN = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_CONFUSED = (("0", "O"), ("0", "О"), ("1", "I"), ("3", "З"), ("0", "Q"))
_NO_VIN = (
    "ОТСУТСТВУЕТ",
    "НЕТ",
    "Б/Н",
    "XXXXXXXXXXXXXXXXX",
    "отсутствует",
    "11111111111111111",
    "-",
)
_NO_PLATE = ("б/н", "нет", "без номера", "-", "транзит", "А000АА00")
_MODEL_SLIPS = (
    ("Hyundai", "Huyndai"), ("Hyundai", "Хундай"), ("KIA", "КИА"), ("Volkswagen", "Volkwagen"),
    ("LADA", "Лада (ВАЗ)"), ("Chevrolet", "Шевролет"), ("Solaris", "Солярис 2"), ("Rio", "РИО 3"),
    ("Octavia", "Oktavia"), ("X-Trail", "XTrail"), ("Sportage", "Sportege"), ("Toyota", "Toyta"),
)  # fmt: skip


def vin_cyrillic(text: str, _: Dice) -> str:
    """Cyrillic letters that look the same."""
    return text.translate(_TO_CYRILLIC)


def vin_confused(text: str, dice: Dice) -> str:
    """A letter for a digit: O, I, Q, Cyrillic О and З."""
    fitting = [pair for pair in _CONFUSED if pair[0] in text]
    return text.replace(*dice.pick(fitting), 1) if fitting else text


def vin_wrong_char(text: str, dice: Dice) -> str:
    """One character wrong."""
    if not text:
        return text
    place = dice.below(len(text))
    alphabet = VIN_LETTERS if text[place].isalpha() else "0123456789"
    return text[:place] + dice.pick(alphabet) + text[place + 1 :]


def vin_swapped(text: str, dice: Dice) -> str:
    """Two neighbouring characters swapped."""
    place = dice.below(max(1, len(text) - 1))
    return text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :]


def vin_truncated(text: str, dice: Dice) -> str:
    """Only the end of it."""
    return text[-dice.pick((6, 6, 7, 8)) :]


def vin_lost_char(text: str, dice: Dice) -> str:
    """A character lost."""
    place = dice.below(max(1, len(text)))
    return text[:place] + text[place + 1 :]


def vin_lower(text: str, dice: Dice) -> str:
    """Small letters, or spaces between the groups."""
    return text.lower() if dice.chance(0.6) else f"{text[:3]} {text[3:9]} {text[9:]}"


def no_vin(_: str, dice: Dice) -> str:
    """A word or a row of equal characters in its place."""
    return dice.pick(_NO_VIN)


def plate_latin(text: str, _: Dice) -> str:
    """Latin letters that look the same."""
    return text.translate(_TO_LATIN)


def plate_short(text: str, _: Dice) -> str:
    """Without the code of the region."""
    return text[:6]


def plate_lower(text: str, _: Dice) -> str:
    """Small letters."""
    return text.lower()


def plate_spaced(text: str, dice: Dice) -> str:
    """Spaced out, or with RUS behind."""
    if dice.chance(0.5):
        return f"{text[:1]} {text[1:4]} {text[4:6]} {text[6:]}"
    return f"{text[:6]}/{text[6:]}RUS" if dice.chance(0.5) else f"{text[:6]} {text[6:]} RUS"


def plate_letter_o(text: str, _: Dice) -> str:
    """The letter О where a zero belongs, or the other way round."""
    return text.replace("0", "О", 1) if "0" in text else text.replace("О", "0", 1)


def plate_wrong_digit(text: str, dice: Dice) -> str:
    """One of its three figures wrong."""
    place = dice.between(1, 3)
    return text[:place] + dice.pick("0123456789") + text[place + 1 :]


def no_plate(_: str, dice: Dice) -> str:
    """A word in its place."""
    return dice.pick(_NO_PLATE)


def model_slip(text: str, dice: Dice) -> str:
    """The make or the model misspelt."""
    fitting = [pair for pair in _MODEL_SLIPS if pair[0] in text]
    return text.replace(*dice.pick(fitting)) if fitting else text.lower()


def year_short(text: str, _: Dice) -> str:
    """Two digits."""
    return text[-2:]


def year_of_something(_: str, dice: Dice) -> str:
    """The mileage, or nothing sensible, in the year's column."""
    return dice.pick((str(dice.between(10, 180) * 1000), "0", "1900", "2102"))


def mileage_placeholder(_: str, dice: Dice) -> str:
    """A number typed to satisfy the form."""
    return dice.pick(("0", "1", "111111", "123456", "999999", "б/п"))


def mileage_times_ten(text: str, dice: Dice) -> str:
    """A digit too many or too few."""
    return f"{text}0" if dice.chance(0.5) else text[:-1]


def mileage_unit(text: str, dice: Dice) -> str:
    """With the unit, or with spaces between the thousands."""
    return f"{text} км" if dice.chance(0.5) else f"{text[:-3]} {text[-3:]}".strip()


def money_rouble(text: str, _: Dice) -> str:
    """With the currency."""
    return f"{text} руб."


def money_floated(text: str, _: Dice) -> str:
    """With a decimal point."""
    return text.replace(" ", "").replace(",", ".") if "," in text else f"{text}.00"
