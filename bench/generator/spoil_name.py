"""What goes wrong when a name is typed. Each function takes the right text and spoils it."""

from bench.generator.draw import Dice

_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_NEIGHBOURS = {
    char: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in _ROWS
    for place, char in enumerate(row)
}
_SOUNDS = {
    "о": "а", "а": "о", "е": "и", "и": "е", "я": "е", "т": "д", "д": "т", "б": "п", "п": "б",
    "г": "к", "к": "г", "з": "с", "с": "з", "в": "ф", "ф": "в", "ш": "щ", "щ": "ш", "ы": "и",
}  # fmt: skip
_LOOKALIKE = str.maketrans("АВЕКМНОРСТХаеорсху", "ABEKMHOPCTXaeopcxy")
_LAYOUT = str.maketrans(
    "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~",
)


def _scheme(pairs: str) -> dict[int, str]:
    table = {}
    for pair in pairs.split():
        char, _, latin = pair.partition("=")
        table[ord(char)] = latin
        table[ord(char.upper())] = latin.capitalize()
    return table


_BASE = (
    "а=a б=b в=v г=g д=d е=e з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ы=y ч=ch ш=sh э=e "
)
_SCHEMES = (
    _scheme(_BASE + "ё=e ж=zh й=i х=kh ц=ts щ=shch ъ=ie ь= ю=iu я=ia"),
    _scheme(_BASE + "ё=yo ж=zh й=y х=kh ц=ts щ=shch ъ= ь= ю=yu я=ya"),
    _scheme(_BASE + "ё=e ж=zh й=j х=h ц=c щ=sch ъ= ь=' ю=ju я=ja"),
    _scheme(_BASE + "ё=e ж=zh й=y х=h ц=c щ=sh ъ= ь= ю=u я=a"),
)
_REMARKS = (
    "(сын)", "(жена)", "/жена", "(муж)", "постоянный клиент", "!!!", "(VIP)", "срочно",
    "по доверенности", "(водитель)", "сосед", "от Петрова", "(скидка 10%)", "2 машины",
)  # fmt: skip
_PREFIXES = ("яяя ", "! ", "ДУБЛЬ ", "*", "ЗАКРЫТ ", "не звонить ", "г-н ", "zzz ")
_FIRMS = ("ООО Вектор", "(ООО Магистраль)", "ООО «Заря»", "Альянс-Авто", "такси")
_SHORT_PATRONYMICS = (("ович", "ыч"), ("евич", "ич"), ("евна", "на"), ("овна", "на"))


def typo(text: str, dice: Dice) -> str:
    """One slip of the finger or of the ear inside a word."""
    letters = [place for place, char in enumerate(text) if char.isalpha() and place]
    if not letters:
        return text
    place = dice.pick(letters)
    char = text[place]
    low = char.lower()
    way = dice.below(6)
    if way == 0:
        return text[:place] + text[place + 1 :]
    if way == 1:
        return text[:place] + char + text[place:]
    if way == 2 and place + 1 < len(text):  # noqa: PLR2004 - one of six ways
        return text[:place] + text[place + 1] + low + text[place + 2 :]
    table = _SOUNDS if way > 3 else _NEIGHBOURS  # noqa: PLR2004 - one of six ways
    return (
        text[:place] + dice.pick(table.get(low) or _NEIGHBOURS.get(low) or low) + text[place + 1 :]
    )


def two_typos(text: str, dice: Dice) -> str:
    """Two slips in one name."""
    return typo(typo(text, dice), dice)


def upper(text: str, _: Dice) -> str:
    """All capitals."""
    return text.upper()


def lower(text: str, _: Dice) -> str:
    """All small letters."""
    return text.lower()


def lookalike(text: str, dice: Dice) -> str:
    """A Latin letter or several where a Cyrillic one of the same looks belongs."""
    spots = [place for place, char in enumerate(text) if ord(char) in _LOOKALIKE]
    for place in dice.sample(spots, dice.between(1, 3)):
        text = text[:place] + text[place].translate(_LOOKALIKE) + text[place + 1 :]
    return text


def wrong_layout(text: str, _: Dice) -> str:
    """Typed with the keyboard left in Latin."""
    return text.translate(_LAYOUT)


def transliterated(text: str, dice: Dice) -> str:
    """In Latin letters by one of the usual schemes."""
    return text.translate(dice.pick(_SCHEMES))


def remark(text: str, dice: Dice) -> str:
    """A remark after the name."""
    return f"{text} {dice.pick(_REMARKS)}"


def phone_inside(text: str, dice: Dice) -> str:
    """A phone typed behind the name, of somebody nobody knows."""
    return f"{text} 89{dice.digits(9)}"


def prefixed(text: str, dice: Dice) -> str:
    """A mark that pushes the card to the end or the top of the list."""
    return dice.pick(_PREFIXES) + text


def spaced(text: str, dice: Dice) -> str:
    """Spaces too many, or a no-break space."""
    return dice.pick((f" {text}", f"{text} ", text.replace(" ", "  "), text.replace(" ", "\u00a0")))


def glued(text: str, _: Dice) -> str:
    """The spaces between the names lost."""
    return text.replace(" ", "")


def dotted(text: str, dice: Dice) -> str:
    """A stray full stop, comma or apostrophe."""
    return dice.pick(
        (f"{text}.", text.replace(" ", ", ", 1), f"'{text}", text.replace(" ", ".", 1))
    )


def truncated(text: str, dice: Dice) -> str:
    """Cut off where the column ends."""
    return text[: dice.between(12, 22)].rstrip()


def with_firm(text: str, dice: Dice) -> str:
    """A company in the person's column."""
    return f"{text} {dice.pick(_FIRMS)}" if dice.chance(0.6) else f"{dice.pick(_FIRMS)} {text}"


def colloquial(text: str, dice: Dice) -> str:
    """The patronymic as it is spoken."""
    for long, short in _SHORT_PATRONYMICS:
        if text.endswith(long):
            return text[: -len(long)] + short
    return typo(text, dice)


def wrong_gender(text: str, _: Dice) -> str:
    """The surname in the other gender's form."""
    last, gap, rest = text.partition(" ")
    if last.endswith(("ова", "ева", "ина", "ына")):
        last = last[:-1]
    elif last.endswith(("ов", "ев", "ин", "ын")):
        last += "а"
    return last + gap + rest


def hidden(_: str, dice: Dice) -> str:
    """A word that stands in for a name the clerk did not ask for."""
    return dice.pick(("Клиент", "Частное лицо", "-", "Физ. лицо", "?", "нет данных"))
