"""The words of a Russian address: kinds of streets and settlements, of houses and flats."""

from enum import Enum, auto


class Mark(Enum):
    """What a marking word of an address says about the words beside it."""

    REGION = auto()
    DISTRICT = auto()
    TOWN = auto()
    VILLAGE = auto()
    STREET = auto()
    HOUSE = auto()
    BLOCK = auto()
    BUILDING = auto()
    LETTER = auto()
    FLAT = auto()
    ASIDE = auto()
    OKRUG = auto()


_REGION = "область обл край кр республика респ авт автономный автономная ао аобл"
_DISTRICT = "район р-н р-он рн округ окр сельсовет с/с с/п сп мо улус сельское городское поселение"
_TOWN = "город гор г пгт рп"
_VILLAGE = (
    "село поселок посёлок пос п деревня дер станица ст-ца стца ст хутор х аул аал снт днп днт дп "
    "тер территория садовое кп слобода сл заимка гск"
)
_STREETS = {
    "ул.": "улица ул у",
    "пр-т": "проспект просп пр-т пр-кт пркт прт пр",
    "пер.": "переулок пер пер-к",
    "проезд": "проезд пр-д прд",
    "ш.": "шоссе ш",
    "б-р": "бульвар бул б-р бр бульв",
    "пл.": "площадь пл",
    "наб.": "набережная наб",
    "туп.": "тупик туп",
    "аллея": "аллея ал",
    "линия": "линия",
    "тракт": "тракт",
    "мкр.": "микрорайон мкр мкр-н мкрн м-н мн микр-н",
    "кв-л": "квартал кв-л квл",
    "просека": "просека",
    "спуск": "спуск",
}
_HOUSES = "дом д владение влад вл домовладение двлд участок уч общежитие общ гараж бокс"
_BLOCKS = "корпус корп кор к"
_BUILDINGS = "строение стр с соор сооружение"
_LETTERS = "литера литер лит"
_OKRUG = "г.о го"
_ASIDE = "а/я абонентский в/ч подъезд под эт этаж домофон"
_FLATS = "квартира кв офис оф комната ком комн помещение пом апартаменты ап"

MARKS: dict[str, Mark] = {
    word: mark
    for mark, words in (
        (Mark.REGION, _REGION),
        (Mark.DISTRICT, _DISTRICT),
        (Mark.VILLAGE, _VILLAGE),
        (Mark.TOWN, _TOWN),
        (Mark.STREET, " ".join(_STREETS.values())),
        (Mark.HOUSE, _HOUSES),
        (Mark.BLOCK, _BLOCKS),
        (Mark.BUILDING, _BUILDINGS),
        (Mark.LETTER, _LETTERS),
        (Mark.FLAT, _FLATS),
        (Mark.ASIDE, _ASIDE),
        (Mark.OKRUG, _OKRUG),
    )
    for word in words.split()
}
"""What each marking word, in lower case and without its dot, marks."""

STREET_KINDS: dict[str, str] = {
    word: kind for kind, words in _STREETS.items() for word in words.split()
}
"""The short kind that each spelling of a kind of street is kept as."""

COUNTRY = frozenset("россия рф российская федерация russia".split())
"""The words that name the country and nothing else."""

NOISE = frozenset(
    "номер no n № адрес инд индекс почтовый тел телефон моб ящик муниципальный муниц прописан "
    "прописана прописка проживает проживание факт фактический рег регистрация работа".split()
)
"""The words that stand beside a part of an address and say nothing."""


ABROAD: dict[str, str] = {
    word: name
    for name, words in (
        ("Беларусь", "беларусь белоруссия"),
        ("Казахстан", "казахстан"),
        ("Узбекистан", "узбекистан"),
        ("Таджикистан", "таджикистан"),
        ("Кыргызстан", "кыргызстан киргизия"),
        ("Армения", "армения"),
        ("Азербайджан", "азербайджан"),
        ("Грузия", "грузия"),
        ("Абхазия", "абхазия"),
        ("Украина", "украина"),
        ("Молдова", "молдова молдавия"),
        ("Туркменистан", "туркменистан туркмения"),
    )
    for word in words.split()
}
"""The neighbours whose citizens buy cars here, by the words that name them."""
