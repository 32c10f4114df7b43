"""An e-mail address, or several in one cell.

What it does
    Brings an address to lower case without spaces, names and brackets around it. The
    ``email-validator`` library judges its form; Cyrillic look-alikes, a comma for the dot and
    mistyped well-known domains are put right before.

Why it matters
    An address with a Cyrillic «а» passes every eye and reaches nobody.

Example
    Blocked: ``ivan.mail.ru`` (no @)
    Accepted: ``Ivan@Mail.ru``, kept as ``ivan@mail.ru``

>>> normalise("Иван <Ivan@Mail.ru>; ivan@gmail.con").value
('ivan@mail.ru', 'ivan@gmail.com')
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from email_validator import EmailNotValidError, validate_email

from resources.texts import marked
from rules.blanks import LONGEST_TEXT, is_blank
from rules.finding import Finding, Normal, Rule, Severity
from rules.letters import from_cyrillic_layout, has_cyrillic, has_latin

NO_ADDRESS = Rule(
    "EML101",
    "email",
    Severity.BLOCK,
    marked("«{value}» is no e-mail address."),
    marked("Write it as name@domain, for example ivan@mail.ru."),
    source="RFC 5321; RFC 5322",
    bad=("ivan.mail.ru", "ivan@", "нет почты совсем"),
    good=("ivan@mail.ru", "ivan@почта.рф"),
)
NO_DOMAIN = Rule(
    "EML102",
    "email",
    Severity.BLOCK,
    marked("The domain of the address «{value}» is not whole."),
    marked("Write the domain with its ending: {suggestion}."),
    source="RFC 5321; RFC 5322",
    bad=("ivan@mail", "ivan@gmail"),
    good=("ivan@mail.ru", "ivan@gmail.com"),
)
LIKELY_TYPO = Rule(
    "EML201",
    "email",
    Severity.WARN,
    marked("The domain of {value} looks mistyped."),
    marked("Did they mean {suggestion}?"),
    bad=("ivan@mial.ru", "ivan@rambler.r"),
    good=("ivan@mail.ru", "ivan@rambler.ru"),
)
SUSPICIOUS = Rule(
    "EML202",
    "email",
    Severity.WARN,
    marked("The address {value} looks invented."),
    marked("Ask the client for the address."),
    bad=("test@mail.com", "ivan@test.ru"),
    good=("ivan@mail.ru",),
)
LEFT_OUT = Rule(
    "EML203",
    "email",
    Severity.WARN,
    marked("«{value}» in the cell is no e-mail address and was left out."),
    marked("Write each address whole, separated by commas."),
    source="RFC 5321; RFC 5322",
    bad=("ivan@mail.ru, petr@", "ivan@mail.ru; @yandex.ru"),
    good=("ivan@mail.ru, petr@yandex.ru",),
)
REPAIRED = Rule(
    "EML301",
    "email",
    Severity.INFO,
    marked("The address «{value}» was put right: {suggestion}."),
    marked("Write it with Latin letters, without spaces, and check the domain."),
    source="RFC 5321; RFC 5322",
    bad=("ivаn@mail.ru", "ivan @ mail,ru", "ivan@gmail.con"),
    good=("ivan@mail.ru", "Ivan@Mail.ru"),
)
PLACEHOLDER = Rule(
    "EML302",
    "email",
    Severity.INFO,
    marked("«{value}» stands for a missing address."),
    marked("Leave the cell empty."),
    bad=("no@no.no", "test@test.ru"),
    good=("ivan@mail.ru", ""),
)
RULES = (NO_ADDRESS, NO_DOMAIN, LIKELY_TYPO, SUSPICIOUS, LEFT_OUT, REPAIRED, PLACEHOLDER)

_PLAIN = re.compile(
    r"[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,12}", re.ASCII
)
_LONGEST_LOCAL, _LONGEST = 60, 120
_SPLIT = re.compile(r"[;,\s/|<>()\[\]\"«»]+")
_AROUND_AT = re.compile(r"\s*@\s*")
_USUAL_ENDINGS = (".ru", ".com", ".net", ".org", ".su", ".by", ".kz", ".ua", ".pro")
_COMMA_DOT = re.compile(
    r"(@[\w.-]+),\s*(?=(?:ru|com|net|org|su|рф|by|kz|ua|info|biz)\b(?![\w.+-]*@))",
    re.IGNORECASE,
)
_GAP_DOT = re.compile(r"(@[\w-]+)\s*\.\s*(?=(?:ru|com|net|org|su)\b(?![\w.+-]*@))", re.IGNORECASE)
_MAILTO = re.compile(r"mailto:|e-?mail:|почта:", re.IGNORECASE)
_LOOKALIKES = str.maketrans("авекмнорстухіјѕё", "abekmhopctyxijse")
_STRAY = ".,:;'`-_"

_PROVIDERS = (
    "mail.ru", "yandex.ru", "gmail.com", "rambler.ru", "inbox.ru", "list.ru", "icloud.com",
    "hotmail.com", "outlook.com", "yahoo.com", "internet.ru", "narod.ru",
)  # fmt: skip
_REAL_NEIGHBOURS = frozenset(
    """
    mail.com mail.by mail.kz mail.ua mail.uk mail.de mail.su mail.rf email.ru gmail.ru ymail.com
    email.com yandex.com yandex.by yandex.kz yandex.ua yandex.uz fmail.ru hmail.ru rmail.ru
    gmail.co ya.ru list.com lists.ru lisa.ru last.ru lost.ru inbox.lv box.ru index.ru yahoo.co
    maila.ru mails.ru main.ru maxi.ru mali.ru maid.ru mall.ru malls.ru sail.ru rail.ru tail.ru
    bail.ru nail.ru hail.ru fail.ru jail.ru wail.ru emails.ru imail.ru
    """.split()
)
_CERTAIN_TYPOS = {
    "gmail.con": "gmail.com", "gmail.cm": "gmail.com", "gmail.om": "gmail.com",
    "gmail.comm": "gmail.com", "gmial.com": "gmail.com", "gmai.com": "gmail.com",
    "gmail.vom": "gmail.com", "gamil.com": "gmail.com", "gmaill.com": "gmail.com",
    "mail.tu": "mail.ru", "mail.ri": "mail.ru", "mail.ruu": "mail.ru", "mail.rru": "mail.ru",
    "maill.ru": "mail.ru", "mail.r": "mail.ru", "mail.ryu": "mail.ru", "mail.rv": "mail.ru",
    "yandex.tu": "yandex.ru", "yandex.ri": "yandex.ru", "yandex.ruu": "yandex.ru",
    "yandex.r": "yandex.ru", "yndex.ru": "yandex.ru", "yadex.ru": "yandex.ru",
    "yandeks.ru": "yandex.ru", "jandex.ru": "yandex.ru", "yandx.ru": "yandex.ru",
    "rambler.tu": "rambler.ru", "rambler.ri": "rambler.ru", "ramler.ru": "rambler.ru",
    "inbox.tu": "inbox.ru", "list.tu": "list.ru", "bk.tu": "bk.ru", "bk.ri": "bk.ru",
    "icloud.con": "icloud.com", "iclod.com": "icloud.com", "hotmail.con": "hotmail.com",
}  # fmt: skip
_WHOLE_DOMAINS = {domain.split(".")[0]: domain for domain in _PROVIDERS} | {
    "ya": "ya.ru",
    "bk": "bk.ru",
}
_NOBODY = frozenset(
    """
    no net not none nomail noemail nomail1 test email mail a aa aaa b x xx xxx 1 11 111 1111 0 00
    000 123 noname nobody none1 netpochty otsutstvuet pusto null no-mail no-email 12345
    """.split()
)
_INVENTED_DOMAINS = frozenset(
    "no.no net.net test.test test.ru net.ru no.ru none.ru a.ru aa.ru a.a b.ru x.ru xx.xx mail.mail "
    "1.ru 11.ru 111.ru 123.ru nomail.ru noemail.ru email.email".split()
)
_ENDINGS = frozenset(("ru", "com", "рф", "net", "su"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def normalise(text: str) -> Normal[tuple[str, ...]]:
    """The addresses in a cell, in their order and each once."""
    lower = text.strip()[:LONGEST_TEXT].lower()
    if _is_plain(lower):
        return _outcome([lower], [], [])
    if is_blank(lower):
        return Normal(None)
    if typed := _typed_in_russian(lower):
        return _outcome([typed], [Finding(REPAIRED, lower, typed, repaired=True)], [])
    tidy = _tidy(lower)
    pieces = [piece.strip(_STRAY) for piece in _SPLIT.split(tidy)]
    candidates = [piece for piece in pieces if "@" in piece]
    good: list[str] = []
    findings: list[Finding] = []
    bad: list[Finding] = []
    for piece in candidates:
        if _says_none(piece):
            findings.append(Finding(PLACEHOLDER, piece))
            continue
        address = _valid(piece)
        if address is None:
            bad.append(_refused(piece))
            continue
        good.append(address)
        if address != piece or piece not in lower:
            findings.append(Finding(REPAIRED, _typed(lower, piece), address, repaired=True))
    if not candidates:
        bad.append(Finding(NO_ADDRESS, text.strip()[:LONGEST_TEXT]))
    return _outcome(good, findings, bad)


def _says_none(piece: str) -> bool:
    """Whether a Russian word for nothing stands before the @: «нет» is not «het»."""
    local = piece.rpartition("@")[0]
    return has_cyrillic(local) and is_blank(local)


def _typed_in_russian(lower: str) -> str:
    """The address that the keys mean in the Latin layout, "" unless it is a usual one."""
    if has_latin(lower) or not has_cyrillic(lower):
        return ""
    # The key of @ gives a quotation mark in the Russian layout.
    meant = "@".join(map(from_cyrillic_layout, lower.replace('"', "@", 1).split("@")))
    usual = _is_plain(meant) and meant.endswith(_USUAL_ENDINGS)
    return meant if usual else ""


def _outcome(
    addresses: list[str], findings: list[Finding], bad: list[Finding]
) -> Normal[tuple[str, ...]]:
    """The cell's addresses without the placeholders, with what is doubtful about them."""
    kept: list[str] = []
    for address in dict.fromkeys(addresses):
        final, doubts = _doubts(address)
        if final:
            kept.append(final)
        findings.extend(doubts)
    if kept:
        findings.extend(Finding(LEFT_OUT, finding.value) for finding in bad)
        return Normal(tuple(dict.fromkeys(kept)), tuple(findings))
    return Normal(None, (*findings, *bad)) if findings or bad else Normal(None)


def _is_plain(lower: str) -> bool:
    """Whether the address is so usual that the library need not be asked."""
    if len(lower) > _LONGEST or lower.find("@") > _LONGEST_LOCAL:
        return False
    return _PLAIN.fullmatch(lower) is not None


def _tidy(lower: str) -> str:
    """The cell without the slips that would tear an address apart."""
    whole = _MAILTO.sub(" ", unicodedata.normalize("NFKC", lower).lower())
    whole = _AROUND_AT.sub("@", whole)
    return _GAP_DOT.sub(r"\1.", _COMMA_DOT.sub(r"\1.", whole))


def _valid(piece: str) -> str | None:
    """The address the library accepts, with Latin letters for look-alikes."""
    if not piece.isascii():
        local, _, domain = piece.rpartition("@")
        plain = local.translate(_LOOKALIKES)
        latin = domain.translate(_LOOKALIKES)
        # «.рф» and «.ком» are endings of their own; «rу» with a Cyrillic letter is a slip.
        slipped = latin.isascii() and any(map(str.isascii, domain.rpartition(".")[2]))
        piece = f"{plain}@{latin if slipped else domain}"
    try:
        checked = validate_email(piece, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return None
    return checked.normalized.lower()


def _refused(piece: str) -> Finding:
    """Why a piece with an @ is no address."""
    local, _, domain = piece.rpartition("@")
    if local and (whole := _WHOLE_DOMAINS.get(domain.translate(_LOOKALIKES))):
        return Finding(NO_DOMAIN, piece, f"{local}@{whole}")
    return Finding(NO_ADDRESS, piece)


def _typed(lower: str, piece: str) -> str:
    """The piece as it was typed, or the whole cell where it was torn apart."""
    return piece if piece in lower else lower.strip()


def _doubts(address: str) -> tuple[str, list[Finding]]:
    """The address with a certain typo of its domain put right, "" for a placeholder."""
    local, _, domain = address.rpartition("@")
    if local in _NOBODY and (domain in _INVENTED_DOMAINS or local == domain.split(".")[0]):
        return "", [Finding(PLACEHOLDER, address)]
    if right := _CERTAIN_TYPOS.get(domain):
        return f"{local}@{right}", [Finding(REPAIRED, address, f"{local}@{right}", repaired=True)]
    if right := _likely_typos().get(domain) or _without_second_ending(domain):
        return address, [Finding(LIKELY_TYPO, address, f"{local}@{right}")]
    if local in _NOBODY or domain in _INVENTED_DOMAINS:
        return address, [Finding(SUSPICIOUS, address)]
    return address, []


def _without_second_ending(domain: str) -> str:
    """The well-known domain that another ending was typed behind («mail.ru.ru»), "" if none."""
    known, _, ending = domain.rpartition(".")
    return known if known in _PROVIDERS and ending in _ENDINGS else ""


@cache
def _likely_typos() -> dict[str, str]:
    """Every domain one slip away from a well-known one, except those that exist."""
    table: dict[str, str] = {}
    for provider in _PROVIDERS:
        for slip in _one_slip(provider):
            table.setdefault(slip, provider)
    for real in (*_PROVIDERS, *_REAL_NEIGHBOURS, "bk.ru", "vk.ru"):
        table.pop(real, None)
    return table


def _one_slip(word: str) -> Iterator[str]:
    """The words one dropped, doubled, swapped or wrong letter away."""
    for place in range(len(word)):
        head, tail = word[:place], word[place + 1 :]
        yield head + tail
        yield head + tail[:1] + word[place] + tail[1:]
        for letter in _LETTERS:
            yield head + letter + tail
            yield head + letter + word[place:]
