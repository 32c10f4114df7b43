"""E-mail addresses and what becomes of them."""

from collections.abc import Callable

from bench.generator.draw import Dice
from bench.rule_dirt import slips
from bench.rule_dirt.kinds import Answer, Dirty, FieldDirt, Floor, Kind, answer
from rules import email

_DOMAINS = (
    "mail.ru", "mail.ru", "yandex.ru", "yandex.ru", "gmail.com", "gmail.com", "bk.ru", "inbox.ru",
    "list.ru", "rambler.ru", "ya.ru", "icloud.com", "outlook.com", "hotmail.com", "yahoo.com",
    "vektor-samara.ru", "mail.com", "internet.ru", "dealer.example", "stroy63.ru", "tut.by",
    "mail.kz", "ukr.net", "vk.com", "autogroup.pro", "proton.me",
)  # fmt: skip
_WORDS = (
    "ivanov petrova smirnov olga sergey kuznetsov auto driver anna dmitry vasiliev elena info "
    "buh zakaz max lena pavel nikolaev romanova"
).split()
_KNOWN = ("mail.ru", "yandex.ru", "gmail.com", "rambler.ru", "inbox.ru", "list.ru", "hotmail.com")
_KEYS = "abcdefghijklmnopqrstuvwxyz"
_PLACEHOLDERS = (
    "нет", "no@no.ru", "test@test.ru", "-", "mail@mail.ru", "отказ", "нет почты", "no@mail.ru",
    "1@1.ru", "net@net.ru", "a@a.ru", "не указан", "123@mail.ru", "none", "@", "no mail",
)  # fmt: skip


def draw(dice: Dice) -> str:
    """An address in small letters."""
    local = dice.pick(_WORDS) + dice.pick(("", ".", "_", "-")) + dice.pick(_WORDS)
    number = dice.pick(("", str(dice.between(60, 2009)), dice.digits(2)))
    return f"{local}{number}@{dice.pick(_DOMAINS)}"


def _read(text: str) -> Answer:
    return answer(email.normalise(text), " ".join)


def _same(name: str, typing: Callable[[str, Dice], str], floor: Floor = Floor.NONE) -> Kind[str]:
    return Kind(name, lambda clean, dice: Dirty(typing(clean, dice), clean), floor)


def _tidied(clean: str, dice: Dice) -> str:
    local, domain = clean.split("@")
    return dice.pick((
        clean.upper(), clean.capitalize(), f" {clean} ", f"{local} @{domain}", f"{local}@ {domain}",
        f"{local} @ {domain}", f"<{clean}>", f"mailto:{clean}", f"{clean}.", f"{clean},",
        f"{clean};", f"\u00a0{clean}", f"e-mail: {clean}", f"'{clean}", f"почта: {clean}",
    ))  # fmt: skip


def _named(clean: str, dice: Dice) -> str:
    return dice.pick(("Иван <{}>", "{} (жена)", "Ольга {}", "{} раб.", '"Иванов И." <{}>')).format(
        clean
    )


def _layout(clean: str, _: Dice) -> Dirty | None:
    if clean.partition("@")[2] not in _KNOWN:
        return None
    typed = clean.translate(slips.TYPED_IN_RUSSIAN)
    return Dirty(typed, clean)


def _layout_at(clean: str, _: Dice) -> Dirty | None:
    """The keyboard was switched for the @ sign alone."""
    if clean.partition("@")[2] not in _KNOWN:
        return None
    return Dirty(
        "@".join(half.translate(slips.TYPED_IN_RUSSIAN) for half in clean.split("@")), clean
    )


def _domain_typo(clean: str, dice: Dice) -> Dirty | None:
    """One slip in a well-known domain."""
    local, domain = clean.split("@")
    if domain not in _KNOWN:
        return None
    at = dice.below(len(domain))
    slip = dice.below(4)
    typo = (
        slips.lost(domain, at)
        if slip == 0
        else slips.doubled(domain, at)
        if slip == 1
        else slips.swapped(domain, min(at, len(domain) - 2))
        if slip == 2  # noqa: PLR2004 - one of four slips
        else slips.changed(domain, at, dice, _KEYS)
    )
    if typo == domain:
        return None
    # What stays a domain may belong to somebody; a rule that knows the well-known ones warns.
    return Dirty(f"{local}@{typo}", clean, f"{local}@{typo}" if _is_domain(typo) else "")


def _is_domain(text: str) -> bool:
    name, _, zone = text.rpartition(".")
    return bool(name) and not name.startswith((".", "-")) and ".." not in text and len(zone) > 1


def _comma(clean: str, _: Dice) -> str:
    local, domain = clean.split("@")
    return f"{local}@{domain.replace('.', ',', 1)}"


def _broken(clean: str, dice: Dice) -> Dirty:
    local, domain = clean.split("@")
    text = dice.pick((
        f"{local}{domain}", f"{local}@", f"@{domain}", f"{local}@@{domain}", local,
        f"{local}@{domain.partition('.')[0]}", f"{local}@{domain.replace('.', '')}",
        f"{local}#{domain}", f"{local}.{domain}", f"{local} собака {domain}",
    ))  # fmt: skip
    return Dirty(text, clean)


def _two(clean: str, dice: Dice) -> Dirty | None:
    other = draw(dice)
    if other == clean:
        return None
    return Dirty(clean + dice.pick((", ", "; ", " ", "/", "\n", ",")) + other, f"{clean} {other}")


EMAILS = FieldDirt(
    "e-mail",
    draw,
    lambda clean, _: Dirty(clean, clean),
    _read,
    (
        _same("other signs and case", _tidied),
        _same(
            "look-alike letters",
            lambda clean, dice: slips.twins(clean, dice, slips.CYRILLIC_TWINS),
            Floor.UNDONE,
        ),
        Kind("wrong layout", _layout, Floor.UNDONE),
        Kind("wrong layout but @", _layout_at, Floor.UNDONE),
        _same("comma for dot", _comma),
        Kind("typo in the domain", _domain_typo),
        Kind("torn", _broken),
        _same("name beside", _named),
        Kind("two in a cell", _two),
        Kind("placeholder", lambda _, dice: Dirty(dice.pick(_PLACEHOLDERS), "")),
    ),
)
