from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from ui.look import fonts


def drawn(text, font):
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setFont(font)
    painter.drawText(5, 30, text)
    painter.end()
    return bytes(picture.constBits())


def test_the_shipped_font_draws_russian_letters_and_signs(qapp):
    font = fonts.shipped()
    assert fonts.speaks_russian(font)
    metrics = QFontMetrics(font)
    for sign in "≈≠=–·✓✕!●◐○↶▾›":
        assert metrics.inFontUcs4(ord(sign)), sign


def test_no_russian_letter_is_drawn_as_the_box_of_a_missing_one(qapp):
    font = QFont(fonts.shipped())
    font.setPointSize(18)
    missing = drawn("\U0010fffd", font)
    assert all(drawn(letter, font) != missing for letter in "ЁёЖЫя")
    assert drawn("Ё", font) != drawn("Е", font)
