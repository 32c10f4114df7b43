from PySide6.QtGui import QFont, QFontMetrics

from ui.parts.wrapping import wrapped


def lines(text, width):
    layout = wrapped(text, QFont(), width)
    found = [layout.lineAt(number) for number in range(layout.lineCount())]
    widths = [line.naturalTextWidth() for line in found]
    texts = [text[line.textStart() :][: line.textLength()] for line in found]
    return texts, max(widths)


def test_a_word_longer_than_the_line_breaks_anywhere(qapp):
    texts, widest = lines("konstantinopolskaya.aleksandra@example.ru", 90)
    assert "".join(texts) == "konstantinopolskaya.aleksandra@example.ru"
    assert len(texts) > 1
    assert widest <= 90


def test_words_stay_whole_where_they_fit(qapp):
    width = QFontMetrics(QFont()).horizontalAdvance("Самара, Лесная") - 2
    assert lines("Самара, Лесная", width)[0] == ["Самара, ", "Лесная"]


def test_lines_of_the_text_stay_lines(qapp):
    assert len(lines("+7 916\n+7 917", 900)[0]) == 2
