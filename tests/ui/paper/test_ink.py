from ui.look import fonts
from ui.paper.ink import Types, points


def test_a_text_is_broken_where_its_line_ends_and_nothing_of_it_is_lost(qapp):
    body = Types().body
    text = "Сколько автомобилей, проданных новыми, приехало на плановое ТО 😀 вовремя " * 3
    lines = body.broken(text.strip(), points(160))
    assert len(lines) > 3
    assert " ".join(lines) == text.strip()
    assert all(body.metrics.horizontalAdvance(line) <= points(160) for line in lines)


def test_a_word_wider_than_its_line_is_broken_too(qapp):
    lines = Types().cell.broken("X" * 100, points(60))
    assert "".join(lines) == "X" * 100 and len(lines) > 3


def test_what_cannot_be_seen_is_a_space(qapp):
    assert Types().body.broken("a\tb\r\nc\x00", points(500)) == ["a b c "]
    assert Types().body.broken("", points(500)) == [""]


def test_paper_has_the_shipped_typeface_everywhere(qapp):
    types = Types()
    assert types.body.font.family() == types.title.font.family() == fonts.SHIPPED
    assert types.strong.font.weight() > types.body.font.weight()
