"""Which column of a file of the truth is what, by headers in English and in Russian."""

from collections.abc import Iterator, Sequence

from db.errors import KnownError
from resources.texts import gettext
from workflow.headers import plain_header

SOURCE, ID, PERSON, SAME = "source", "source_id", "person_id", "same"
PAIR = ("left_source", "left_id", "right_source", "right_id")
CLUSTER = (SOURCE, ID, PERSON)

# the first of several columns that fit is taken
_NAMES = {
    SOURCE: "source|src|источник|источник данных|база|система|отдел",
    ID: "source id|код в источнике|id в источнике|card id|record id|unique id|id|ид|код|"
    "код карточки|номер карточки|карточка|card|код клиента|client id",
    PERSON: "person id|person|entity id|entity|cluster id|cluster|true id|код персоны|персона|"
    "человек|код человека|кластер|группа|единый клиент|код единого клиента|клиент|client|"
    "client id|id клиента|ид клиента|код клиента",
    SAME: "same|same yes no|match|is match|label|answer|verdict|state|один клиент|"
    "один клиент да нет|совпадает|совпадение|ответ|решение|состояние",
}
_KNOWN = {field: tuple(names.split("|")) for field, names in _NAMES.items()}
_SIDES = {
    "left": "left l 1 a first левый левая левого слева первый первая первого",
    "right": "right r 2 b second правый правая правого справа второй вторая второго",
}
_SIDE_OF = {word: side for side, words in _SIDES.items() for word in words.split()}


def places(headers: Sequence[str]) -> dict[str, int]:
    """The columns of a file by what they hold: those of ``PAIR`` or of ``CLUSTER``, and SAME."""
    plain = [plain_header(header) for header in headers]
    pair = _pair_places(plain)
    found = pair if set(PAIR) <= pair.keys() else _cluster_places(plain)
    return found or pair


def named(field: str, plain: Sequence[str]) -> int | None:
    """The place of the plain header that names a field, None if none does."""
    return next((plain.index(name) for name in _KNOWN[field] if name in plain), None)


def lacking(found: dict[str, int], name: str) -> KnownError:
    """What to say of a file that lacks columns of the form it comes nearest to."""
    form = PAIR if any(column in found for column in PAIR) else CLUSTER
    missing = ", ".join(column for column in form if column not in found)
    return KnownError(
        gettext(
            "“{name}” lacks columns: {missing}. A file of clients has source, source_id and "
            "person_id; a file of pairs has left_source, left_id, right_source, right_id and, "
            "where it names different clients too, same."
        ).format(name=name, missing=missing)
    )


def _cluster_places(plain: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for field in CLUSTER:
        free = (name for name in _KNOWN[field] if name in plain)
        place = next((at for name in free if (at := plain.index(name)) not in found.values()), None)
        if place is not None:
            found[field] = place
    return found


def _pair_places(plain: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, header in enumerate(plain):
        for side, rest in _sided(header):
            for field, short in ((SOURCE, "source"), (ID, "id")):
                if rest in _KNOWN[field]:
                    found.setdefault(f"{side}_{short}", at)
    if found and (said := named(SAME, plain)) is not None:
        found[SAME] = said
    return found


def _sided(header: str) -> Iterator[tuple[str, str]]:
    """The side that a header names by its first or last word, and its other words."""
    words = header.split()
    for word, rest in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        side = _SIDE_OF.get("".join(word))
        if side and rest:
            yield side, " ".join(rest)
