"""Texts for the users: found in the code, translated in one file, compiled beside it.

``python -m tools.texts`` brings ``sverka.po`` up to date with the code and compiles ``sverka.mo``.
Both come out the same on every machine and day: sorted, without dates and line numbers.
"""

import ast
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources/locale/ru/LC_MESSAGES/sverka.po"
MO = PO.with_suffix(".mo")
_SPEAKING = ("main.py", "ui", "workflow", "reports", "matching", "db", "rules", "resources")
_FORMS = {"gettext": 1, "ngettext": 2, "marked": 1}
_PLURALS = 3
_FORM = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
_HEADER = (
    ("Project-Id-Version", "sverka"),
    ("Language", "ru"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", f"nplurals={_PLURALS}; plural=({_FORM});\n"),
)

Id = str | tuple[str, str]


class Texts(Catalog):
    """Russian texts under a header that names no date, no person and no version of a tool."""

    def __init__(self) -> None:
        super().__init__(
            locale="ru", charset="utf-8", fuzzy=False, header_comment="# The Russian texts."
        )

    mime_headers = property(lambda _: list(_HEADER))

    @property
    def messages(self) -> list[Message]:
        """The messages without the header."""
        return [message for message in self if message.id]


def key(message: Message) -> Id:
    """The id of a message: its text, or its singular and plural."""
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def strings(message: Message) -> list[str]:
    """The translations of a message: one, or one for each plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def sources() -> Iterator[Path]:
    """The Python files that may speak to a user."""
    for name in _SPEAKING:
        path = ROOT / name
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def spoken(paths: Iterable[Path]) -> set[Id]:
    """The message ids the files hold; one that has a plural anywhere has it everywhere."""
    found: dict[str, Id] = {}
    for path in paths:
        for message in _marked(path):
            if len(message) > 1:
                found[message[0]] = (message[0], message[1])
            elif message[0]:
                found.setdefault(message[0], message[0])
    return set(found.values())


def _marked(path: Path) -> Iterator[list[str]]:
    """The forms of each marked text of a file.

    Read from the syntax tree: Babel's own extraction sees no call inside another call or an
    f-string.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            given = node.args[: _FORMS.get(node.func.id, 0)]
            forms = [
                one.value
                for one in given
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            if forms and len(forms) == len(given):
                yield forms


def read(path: Path = PO) -> Texts:
    """The texts as they stand in the file, none if there is no file."""
    texts = Texts()
    if path.exists():
        with path.open("rb") as file:
            for message in read_po(file, locale="ru", charset="utf-8"):
                if message.id:
                    _add(texts, key(message), message)
    return texts


def updated(old: Texts, ids: Iterable[Id]) -> Texts:
    """Exactly these ids in their order, with the translations that stand for them."""
    known = {key(message): message for message in old.messages}
    texts = Texts()
    for name in sorted(ids, key=_singular):
        _add(texts, name, known.get(name))
    return texts


def _add(texts: Texts, name: Id, known: Message | None) -> None:
    empty = "" if isinstance(name, str) else ("",) * _PLURALS
    texts.add(
        name,
        known.string if known else empty,
        flags=["fuzzy"] if known and known.fuzzy else [],
        user_comments=known.user_comments if known else [],
    )


def _singular(name: Id) -> str:
    return name if isinstance(name, str) else name[0]


def po_bytes(texts: Texts) -> bytes:
    """The texts as a .po file."""
    buffer = io.BytesIO()
    write_po(buffer, texts, width=100, no_location=True)
    return buffer.getvalue()


def mo_bytes(texts: Texts) -> bytes:
    """The texts as a .mo file, fuzzy and empty translations left out."""
    buffer = io.BytesIO()
    write_mo(buffer, texts)
    return buffer.getvalue()


def faults(message: Message) -> list[str]:
    """What is wrong with one translation, in words; an empty list when nothing is."""
    name, forms = repr(_singular(key(message))), strings(message)
    if message.fuzzy:
        return [f"{name}: marked fuzzy"]
    if not isinstance(message.id, str) and len(forms) != _PLURALS:
        return [f"{name}: {len(forms)} plural forms instead of {_PLURALS}"]
    if not all(forms):
        return [f"{name}: not translated"]
    ids = [message.id] if isinstance(message.id, str) else message.id
    wanted = {field for text in ids for field in placeholders(text)}
    return [
        f"{name}: {text!r} holds {sorted(placeholders(text))} instead of {sorted(wanted)}"
        for text in forms
        if placeholders(text) != wanted
    ]


def placeholders(text: str) -> set[str]:
    """The names in braces a text is filled with; a text that is no format has none."""
    try:
        return {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    except ValueError:
        return set()


def main() -> None:
    """Write the .po and the .mo, and say what is left to translate."""
    texts = updated(read(), spoken(sources()))
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po_bytes(texts))
    MO.write_bytes(mo_bytes(texts))
    wrong = [fault for message in texts.messages for fault in faults(message)]
    print(*wrong, sep="\n")
    print(f"{len(texts.messages)} texts, {len(wrong)} to mend in {PO.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
