import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui import keys
from ui.keys import LETTERS, ReviewKey, meaning

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def pressed(sign, modifiers=PLAIN, *, scan=0, virtual=0):
    code = ord(sign.upper())
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, scan, virtual, 0, sign.lower())


@pytest.mark.parametrize(
    ("sign", "key"), [(sign, key) for key, signs in LETTERS.items() for sign in signs]
)
def test_latin_letter_russian_letter_and_digit_of_a_key_mean_the_same(sign, key):
    assert meaning(pressed(sign)) is key


def test_no_sign_means_two_things():
    signs = [sign for group in LETTERS.values() for sign in group]
    assert len(signs) == len(set(signs)) == 18


def test_letters_of_a_key_lie_on_the_same_physical_key():
    latin = "qwertyuiopasdfghjklzxcvbnm".upper()
    russian = "йцукенгшщзфывапролдячсмить".upper()
    place = dict(zip(latin, russian, strict=True))
    assert all(place[signs[0]] == signs[1] for signs in LETTERS.values())


def test_another_layout_is_asked_for_the_physical_key(monkeypatch):
    greek = pressed("σ", scan=39)
    monkeypatch.setattr(keys.sys, "platform", "linux")
    assert meaning(greek) is ReviewKey.SAME
    monkeypatch.setattr(keys.sys, "platform", "win32")
    assert meaning(pressed("σ", virtual=ord("S"))) is ReviewKey.SAME
    assert meaning(pressed("σ", scan=39)) is None


def test_a_latin_key_is_never_guessed_from_its_place():
    assert meaning(pressed("O", scan=39)) is None


@pytest.mark.parametrize("sign", ["z", "я"])
def test_control_with_the_undo_key_undoes_on_both_layouts(sign):
    assert meaning(pressed(sign, CONTROL)) is ReviewKey.UNDO


def test_other_keys_with_modifiers_are_left_to_the_window():
    assert meaning(pressed("s", CONTROL)) is None
    assert meaning(pressed("1", Qt.KeyboardModifier.AltModifier)) is None


def test_shift_and_the_number_pad_change_nothing():
    assert meaning(pressed("S", Qt.KeyboardModifier.ShiftModifier)) is ReviewKey.SAME
    assert meaning(pressed("2", Qt.KeyboardModifier.KeypadModifier)) is ReviewKey.DIFFERENT
