"""Names of persons and what becomes of them in one cell and in three."""

from collections.abc import Callable

from bench.generator.draw import Dice
from bench.generator.tables import diminutives
from bench.rule_dirt import slips
from bench.rule_dirt.kinds import Answer, Dirty, FieldDirt, Floor, Kind, answer
from bench.rule_dirt.people import Person, draw, parts
from rules import person

_REMARKS = (
    "(сын)", "(жена)", "/жена", "(муж)", "постоянный клиент", "!!!", "(VIP)", "срочно",
    "по доверенности", "(водитель)", "(скидка 10%)", "[дубль]", "- не звонить", "(хозяин)",
    "(до 2015 г.)", "*", "(мама)", "доверенность", "(Ольга)", "(бывший владелец)", "(умер)",
)  # fmt: skip
_PREFIXES = (
    "яяя ",
    "! ",
    "ДУБЛЬ ",
    "*",
    "ЗАКРЫТ ",
    "не звонить ",
    "г-н ",
    "zzz ",
    "ЯЯЯ",
    "!!!",
    "VIP ",
)
_CONTACTS = (
    "8 916 {}-45-67", "+7916{}4567", "тел. 8-927-{}-12-13", "{}@mail.ru", "т.8926{}3344",
    "XW8AA11B0CK000{}", "А{}ВС77", "12.03.1985 {}456", "ИНН 500100732{}",
)  # fmt: skip
_SEPARATE = "|"


def _shown(name: person.PersonName) -> str:
    return parts(name.last, name.first, name.patronymic)


def _read(text: str) -> Answer:
    return answer(person.normalise(text), _shown)


def _read_cells(text: str) -> Answer:
    last, first, patronymic = text.split(_SEPARATE)
    return answer(person.normalise_parts(last, first, patronymic), _shown)


Typing = Callable[[Person, Dice], str]


def _same(name: str, typing: Typing, floor: Floor = Floor.PARTS) -> Kind[Person]:
    return Kind(name, lambda one, dice: Dirty(typing(one, dice), one.truth), floor)


def _slavic(name: str, typing: Typing, floor: Floor = Floor.PARTS) -> Kind[Person]:
    """The same for a first name and a patronymic of one word each."""

    def spoil(one: Person, dice: Dice) -> Dirty | None:
        if not one.patronymic or " " in one.patronymic:
            return None
        return Dirty(typing(one, dice), one.truth)

    return Kind(name, spoil, floor)


def _cased(one: Person, dice: Dice) -> str:
    full = one.full
    return dice.pick((
        full.upper(), full.lower(), f"{one.last.upper()} {one.first} {one.patronymic}".strip(),
        full.swapcase(), full.capitalize(),
    ))  # fmt: skip


def _signs(one: Person, dice: Dice) -> str:
    full = one.full
    return dice.pick((
        full.replace(" ", "  "), f" {full} ", full.replace(" ", "\u00a0"), f"{full}.", f"'{full}",
        full.replace(" ", ", ", 1), full.replace(" ", "_"), f"«{full}»", f"{full},",
        full.replace(" ", "\t"), f"{full} -", full.replace("-", " - "), f"{full};",
    ))  # fmt: skip


def _lettered(one: Person, _: Dice) -> Dirty | None:
    full = one.full
    text = full.replace("О", "0").replace("З", "3").replace("ов ", "0в ")
    return Dirty(text, one.truth) if text != full else None


def _twins(one: Person, dice: Dice) -> Dirty:
    return Dirty(slips.twins(one.full, dice, slips.LATIN_TWINS, 5), one.truth)


def _all_twins(one: Person, _: Dice) -> Dirty:
    """Every letter that has a twin is the twin."""
    return Dirty("".join(slips.LATIN_TWINS.get(char, char) for char in one.full), one.truth)


def _layout(one: Person, dice: Dice) -> Dirty:
    text = one.full.lower() if dice.chance(0.4) else one.full
    return Dirty(text.translate(slips.TYPED_IN_LATIN), one.truth)


def _layout_two(one: Person, dice: Dice) -> Dirty:
    text = f"{one.last} {one.first}"
    text = text.lower() if dice.chance(0.4) else text
    return Dirty(text.translate(slips.TYPED_IN_LATIN), parts(one.last, one.first, ""))


def _layout_word(one: Person, dice: Dice) -> Dirty:
    """The keyboard was switched for one word."""
    words = one.full.split(" ")
    at = dice.below(len(words))
    words[at] = words[at].translate(slips.TYPED_IN_LATIN)
    return Dirty(" ".join(words), one.truth)


def _layout_latin(_: Person, dice: Dice) -> Dirty:
    """A Latin name typed with the keyboard left in Russian."""
    last, first = dice.pick(_LATIN_LAST), dice.pick(_LATIN_FIRST)
    text = f"{first} {last}".translate(slips.TYPED_IN_RUSSIAN)
    return Dirty(text, parts(last, first, ""))


_LATIN_LAST = "Ivanov Petrov Smirnov Kuznetsov Popov Sokolov Lebedev Novikov Fedorov Volkov".split()
_LATIN_FIRST = "Ivan Petr Dmitry Sergey Alexey Andrey Nikolay Mikhail Pavel Roman".split()


def _initials(one: Person, dice: Dice) -> Dirty | None:
    if not one.patronymic or " " in one.patronymic:
        return None
    first, patronymic = one.first[0], one.patronymic[0]
    text = dice.pick((
        f"{one.last} {first}.{patronymic}.", f"{one.last} {first}. {patronymic}.",
        f"{first}.{patronymic}. {one.last}", f"{one.last} {first} {patronymic}",
        f"{one.last} {first}{patronymic}", f"{one.last}{first}.{patronymic}.",
        f"{one.last} {first}.{patronymic}", f"{first}. {patronymic}. {one.last}",
        f"{one.last.upper()} {first}.{patronymic}.", f"{one.last}, {first}.{patronymic}.",
        f"{one.last.lower()} {first.lower()}.{patronymic.lower()}.",
    ))  # fmt: skip
    return Dirty(text, parts(one.last, f"{first}.", f"{patronymic}."))


def _two(order: Callable[[Person], str]) -> Callable[[Person, Dice], Dirty]:
    def spoil(one: Person, dice: Dice) -> Dirty:
        text = order(one)
        cased = dice.pick((text, text, text.upper(), text.lower()))
        return Dirty(cased, parts(one.last, one.first, ""))

    return spoil


def _first_patronymic(one: Person, _: Dice) -> Dirty | None:
    if not one.patronymic:
        return None
    return Dirty(f"{one.first} {one.patronymic}", parts("", one.first, one.patronymic))


def _diminutive(one: Person, dice: Dice) -> Dirty | None:
    shorts = diminutives().get(one.first)
    if not shorts:
        return None
    short = dice.pick(shorts)
    text = f"{short} {one.last}" if dice.chance(0.5) else f"{one.last} {short}"
    return Dirty(text, parts(one.last, short, ""))


def _typo(part: str) -> Callable[[Person, Dice], Dirty | None]:
    """One slip in one part: the parts must stay in their places, as typed or mended."""

    def spoil(one: Person, dice: Dice) -> Dirty | None:
        word = one.first if part == "first" else one.last if part == "last" else one.patronymic
        if len(word) < 5 or " " in word or not one.patronymic:  # noqa: PLR2004 - a slip in «Ли» is another name
            return None
        at, way = dice.between(1, len(word) - 2), dice.below(3)
        slip = (
            slips.lost(word, at)
            if way == 0
            else slips.doubled(word, at)
            if way == 1
            else slips.swapped(word, at)
        )
        if slip == word:
            return None
        typed = Person(
            slip if part == "last" else one.last,
            slip if part == "first" else one.first,
            slip if part == "patronymic" else one.patronymic,
            one.gender,
        )
        return Dirty(typed.full, typed.truth)

    return spoil


def _cut(one: Person, dice: Dice) -> Dirty | None:
    """Cut off where the column ends, inside the patronymic."""
    if len(one.patronymic) < 7 or " " in one.patronymic:  # noqa: PLR2004 - enough left to see it
        return None
    left = one.patronymic[: dice.between(4, len(one.patronymic) - 2)]
    # «Корсаков Иван Иван» is just as well a word said twice.
    other = parts(one.last, one.first, "") if left == one.first else ""
    return Dirty(f"{one.last} {one.first} {left}", parts(one.last, one.first, left), other)


def _contact(one: Person, dice: Dice) -> str:
    return f"{one.full} {dice.pick(_CONTACTS).format(dice.between(100, 999))}"


def _twice(one: Person, dice: Dice) -> str:
    words = one.full.split(" ")
    return dice.pick((f"{one.last} {one.full}", f"{one.full} {words[1]}"))


PERSONS = FieldDirt(
    "name",
    draw,
    lambda one, _: Dirty(one.full, one.truth),
    _read,
    (
        _same("capitals wrong", _cased),
        _same("other signs and spaces", _signs),
        _slavic(
            "first name first", lambda one, _: f"{one.first} {one.patronymic} {one.last}"
        ),
        _slavic("no spaces", lambda one, _: f"{one.last}{one.first}{one.patronymic}"),
        _slavic("dots for spaces", lambda one, _: f"{one.last}.{one.first}.{one.patronymic}"),
        Kind("initials", _initials, Floor.PARTS),
        _same("remark behind", lambda one, dice: f"{one.full} {dice.pick(_REMARKS)}"),
        _same("mark before", lambda one, dice: dice.pick(_PREFIXES) + one.full),
        _same("other data inside", _contact),
        _same("said twice", _twice),
        _same(
            "second person",
            lambda one, dice: f"{one.full}{dice.pick((', ', '/', ' и '))}{draw(dice).full}",
        ),
        Kind("look-alike letters", _twins, Floor.UNDONE),
        Kind("all twins Latin", _all_twins, Floor.UNDONE),
        Kind("digits for letters", _lettered, Floor.UNDONE),
        Kind("wrong layout", _layout, Floor.UNDONE),
        Kind("wrong layout, two words", _layout_two, Floor.UNDONE),
        Kind("wrong layout, one word", _layout_word, Floor.UNDONE),
        Kind("wrong layout of Latin", _layout_latin, Floor.UNDONE),
        Kind("surname, first name", _two(lambda one: f"{one.last} {one.first}"), Floor.TWO_WORDS),
        Kind("first name, surname", _two(lambda one: f"{one.first} {one.last}"), Floor.TWO_WORDS),
        Kind("first name, patronymic", _first_patronymic, Floor.TWO_WORDS),
        Kind("diminutive and surname", _diminutive, Floor.TWO_WORDS),
        Kind("slip in the surname", _typo("last"), Floor.KEPT),
        Kind("slip in the first name", _typo("first"), Floor.KEPT),
        Kind("slip in the patronymic", _typo("patronymic"), Floor.KEPT),
        Kind("patronymic cut", _cut, Floor.KEPT),
    ),
    Floor.PARTS,
)  # fmt: skip


def _cells(last: str, first: str, patronymic: str) -> str:
    return _SEPARATE.join((last, first, patronymic))


def _turned(one: Person, dice: Dice) -> Dirty:
    """The cells filled in another order, or all in one."""
    text = dice.pick((
        _cells(one.first, one.last, one.patronymic), _cells(one.first, one.patronymic, one.last),
        _cells(one.full, "", ""), _cells(one.last, f"{one.first} {one.patronymic}".strip(), ""),
        _cells("", one.full, ""), _cells(one.full, one.first, one.patronymic),
    ))  # fmt: skip
    return Dirty(text, one.truth)


CELLS = FieldDirt(
    "name in three cells",
    draw,
    lambda one, _: Dirty(_cells(one.last, one.first, one.patronymic), one.truth),
    _read_cells,
    (
        Kind("other order", _turned, Floor.PARTS),
        _same(
            "capitals wrong",
            lambda one, dice: dice.pick((str.upper, str.lower))(
                _cells(one.last, one.first, one.patronymic)
            ),
        ),
        _same(
            "look-alike letters",
            lambda one, dice: slips.twins(
                _cells(one.last, one.first, one.patronymic), dice, slips.LATIN_TWINS, 4
            ),
            Floor.UNDONE,
        ),
        _same(
            "wrong layout",
            lambda one, _: _cells(
                *(
                    part.translate(slips.TYPED_IN_LATIN)
                    for part in (one.last, one.first, one.patronymic)
                )
            ),
            Floor.UNDONE,
        ),
        _same(
            "remark behind",
            lambda one, dice: _cells(
                one.last, one.first, f"{one.patronymic} {dice.pick(_REMARKS)}"
            ),
        ),
    ),
    Floor.PARTS,
)
