"""What goes wrong with phones, e-mails, tax numbers, addresses and dates."""

import re
from datetime import date

from bench.generator.draw import Dice

_PLACEHOLDERS = (
    "0", "00000000000", "89999999999", "+7 900 000-00-00", "11111111111", "нет", "-",
    "+79000000000", "1234567", "89123456789", "нет телефона", "8",
)  # fmt: skip
SHARED_PHONES = ("88462001122", "+7 (846) 200-11-22", "89270000707", "8 927 000-07-07")
_WHO = ("жена", "сын", "муж", "Ольга", "раб.", "дом.", "моб.", "с 10 до 18", "(WhatsApp)", "мама")
_LETTERS = str.maketrans({"0": "О", "3": "З", "1": "l"})
_DIGIT = re.compile(r"\d")
_DOMAIN_SLIPS = (
    ("mail.ru", "mial.ru"), ("mail.ru", "mail,ru"), ("mail.ru", "mail.r"), ("@", "@@"), ("@", " @"),
    ("yandex.ru", "yndex.ru"), ("gmail.com", "gmail.con"), ("gmail.com", "gmai.com"),
    ("rambler.ru", "ramler.ru"),
)  # fmt: skip
_NO_MAIL = ("нет", "no@no.ru", "test@test.ru", "-", "mail@mail.ru", "отказ", "info@dealer.example")
_EMPTY_DAYS = ("01.01.0001", "30.12.1899", "01.01.1900", "01.01.1970", "  .  .")
_EXCEL_EPOCH = date(1899, 12, 30).toordinal()
_DAY = re.compile(r"(\d{1,4})[./-](\d{2})[./-](\d{1,4})")
_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def _digit_places(text: str) -> list[int]:
    return [match.start() for match in _DIGIT.finditer(text)]


def missing(_: str, __: Dice) -> str:
    """Nothing typed."""
    return ""


def wrong_digit(text: str, dice: Dice) -> str:
    """One of the last digits wrong."""
    places = _digit_places(text)[-7:]
    if not places:
        return text
    place = dice.pick(places)
    other = str((int(text[place]) + dice.between(1, 9)) % 10)
    return text[:place] + other + text[place + 1 :]


def swapped_digits(text: str, dice: Dice) -> str:
    """Two neighbouring digits swapped."""
    places = _digit_places(text)[-7:]
    if len(places) < 2:  # noqa: PLR2004 - a pair
        return text
    spot = dice.below(len(places) - 1)
    left, right = places[spot], places[spot + 1]
    return text[:left] + text[right] + text[left + 1 : right] + text[left] + text[right + 1 :]


def lost_digit(text: str, dice: Dice) -> str:
    """One of the last digits lost."""
    places = _digit_places(text)[-7:]
    if not places:
        return text
    place = dice.pick(places)
    return text[:place] + text[place + 1 :]


def digits_only(text: str) -> str:
    """The first eleven digits, beginning with 7."""
    digits = "".join(_DIGIT.findall(text))[:11]
    if len(digits) < 11:  # noqa: PLR2004 - a full number
        return "7" + digits[-10:]
    return "7" + digits[1:]


def floated(text: str, dice: Dice) -> str:
    """A number that went through a spreadsheet."""
    digits = digits_only(text)
    if dice.chance(0.7):
        return f"{digits}.0"
    return f"{digits[0]}.{digits[1:]}E+10"


def extension(text: str, dice: Dice) -> str:
    """With an extension behind it."""
    return f"{text} {dice.pick(('доб.', 'вн.', 'доб', '#'))} {dice.between(10, 450)}"


def whose(text: str, dice: Dice) -> str:
    """With a word on whose it is or when to call."""
    word = dice.pick(_WHO)
    return f"{text} {word}" if dice.chance(0.7) else f"{word} {text}"


def lettered(text: str, _: Dice) -> str:
    """Letters that look like digits."""
    return text.translate(_LETTERS)


def phone_placeholder(_: str, dice: Dice) -> str:
    """Something typed to satisfy the form."""
    return dice.pick(_PLACEHOLDERS)


def shared_phone(_: str, dice: Dice) -> str:
    """The dealer's own number or the dispatcher's."""
    return dice.pick(SHARED_PHONES)


def local_phone(text: str, _: Dice) -> str:
    """Without the code of the town."""
    digits = "".join(_DIGIT.findall(text))[-7:]
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}"


def mail_slip(text: str, dice: Dice) -> str:
    """A slip in the domain or around the @ sign."""
    fitting = [pair for pair in _DOMAIN_SLIPS if pair[0] in text]
    return text.replace(*dice.pick(fitting)) if fitting else text


def mail_cyrillic(text: str, _: Dice) -> str:
    """A Cyrillic letter inside."""
    return text.replace("a", "а", 1) if "a" in text else text.replace("o", "о", 1)


def mail_upper(text: str, _: Dice) -> str:
    """Capitals."""
    return text.capitalize() if len(text) % 2 else text.upper()


def mail_placeholder(_: str, dice: Dice) -> str:
    """Something typed to satisfy the form."""
    return dice.pick(_NO_MAIL)


def inn_floated(text: str, _: Dice) -> str:
    """A number that went through a spreadsheet: the leading zero lost, or a fraction got."""
    return text.lstrip("0") if text.startswith("0") else f"{text}.0"


def inn_with_kpp(text: str, dice: Dice) -> str:
    """With the КПП in the same cell."""
    return f"{text}/{text[:4]}{dice.pick(('01001', '43001', '45001'))}"


def short_address(text: str, _: Dice) -> str:
    """The town alone."""
    for part in text.replace("г.", "г. ").split(","):
        if part.strip().startswith(("г ", "г. ")):
            return " ".join(part.split())
    return text.split(",", maxsplit=1)[0]


def _parts(text: str) -> tuple[int, int, int] | None:
    match = _DAY.search(text)
    if not match:
        return None
    first, month, last = (int(group) for group in match.groups())
    year, day = (first, last) if first > 31 else (last, first)  # noqa: PLR2004 - days of a month
    try:
        date(year, month, day)
    except ValueError:
        return None
    return year, month, day


def empty_day(_: str, dice: Dice) -> str:
    """An empty date of 1С or of a spreadsheet."""
    return dice.pick(_EMPTY_DAYS)


def other_day_style(text: str, dice: Dice) -> str:
    """Another spelling than the rest of the column."""
    parts = _parts(text)
    if not parts:
        return text
    year, month, day = parts
    return dice.pick((
        f"{year}-{month:02d}-{day:02d}", f"{day}.{month}.{year % 100:02d}",
        f"{day}/{month:02d}/{year}", f"{day:02d}-{month:02d}-{year}",
        f"{day} {_MONTHS[month - 1]} {year} г.",
    ))  # fmt: skip


def serial_day(text: str, _: Dice) -> str:
    """The number a spreadsheet keeps a date as."""
    parts = _parts(text)
    return str(date(*parts).toordinal() - _EXCEL_EPOCH) if parts else text


def year_only(text: str, _: Dice) -> str:
    """The first of January, the year being all that is known."""
    parts = _parts(text)
    return f"01.01.{parts[0]}" if parts else text


def swapped_day(text: str, _: Dice) -> str:
    """Day and month exchanged."""
    parts = _parts(text)
    if not parts or parts[2] > 12:  # noqa: PLR2004 - months of a year
        return text
    return f"{parts[1]:02d}.{parts[2]:02d}.{parts[0]}"


def wrong_year(text: str, dice: Dice) -> str:
    """A wrong year, or one that is still to come."""
    parts = _parts(text)
    if not parts:
        return text
    year = parts[0] + dice.pick((-10, -1, 1, 10, 100))
    return f"{min(parts[2], 28):02d}.{parts[1]:02d}.{year}"
