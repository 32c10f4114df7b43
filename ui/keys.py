"""The keys of the Review page, the same physical keys on any keyboard layout."""

import sys
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class ReviewKey(StrEnum):
    """What a key of the Review page means."""

    SAME = "same"
    DIFFERENT = "different"
    RELATED = "related"
    UNSURE = "unsure"
    SKIP = "skip"
    UNDO = "undo"


# Latin letter, the Russian letter on the same key, digit.
LETTERS = {
    ReviewKey.SAME: ("S", "Ы", "1"),
    ReviewKey.DIFFERENT: ("D", "В", "2"),
    ReviewKey.RELATED: ("R", "К", "3"),
    ReviewKey.UNSURE: ("U", "Г", "4"),
    ReviewKey.SKIP: ("N", "Т", "5"),
    ReviewKey.UNDO: ("Z", "Я", "6"),
}
_BY_CODE = {ord(sign): key for key, signs in LETTERS.items() for sign in signs}
# X11 and Wayland number keys by place (evdev + 8); Windows by the Latin letter on the key.
_BY_PLACE = {39: "S", 40: "D", 27: "R", 30: "U", 57: "N", 52: "Z"}
_IGNORED = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ASCII = 128


def meaning(event: QKeyEvent) -> ReviewKey | None:
    """What the key of an event means on the Review page, None if nothing.

    The Qt code answers for Latin and Russian layouts; any other layout (Kazakh, Greek) is
    asked for the physical key.
    """
    modifiers = event.modifiers()
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return ReviewKey.UNDO if _is(event, ReviewKey.UNDO) else None
    if modifiers & _IGNORED:
        return None
    return _BY_CODE.get(event.key()) or _by_place(event)


def _is(event: QKeyEvent, key: ReviewKey) -> bool:
    letters = LETTERS[key][:2]
    return event.key() in {ord(letter) for letter in letters} or _by_place(event) is key


def _by_place(event: QKeyEvent) -> ReviewKey | None:
    if event.key() < _ASCII or not event.text().isalpha():
        return None
    if sys.platform == "win32":
        return _BY_CODE.get(event.nativeVirtualKey())
    letter = _BY_PLACE.get(event.nativeScanCode())
    return _BY_CODE[ord(letter)] if letter else None
