import pytest

from tests.ui.charts.made import METRICS
from ui.charts.fitting import broken, cut


@pytest.mark.parametrize(
    ("room", "shown"),
    [(100, "Toyota Camry"), (60, "Toyota Camry"), (40, "Toyota…"), (25, "Toyo…"), (4, "")],
)
def test_a_text_is_cut_to_its_room(room, shown):
    assert cut("Toyota Camry", room, METRICS) == shown


def test_a_text_breaks_between_words_and_its_last_line_is_cut():
    text = "Коммерческие заказ-наряды по годам выпуска"
    assert broken(text, 300, METRICS, 2) == [text]
    assert broken(text, 130, METRICS, 2) == ["Коммерческие заказ-наряды", "по годам выпуска"]
    assert broken(text, 70, METRICS, 2) == ["Коммерческие", "заказ-наряды…"]
    assert broken("", 70, METRICS, 2) == []
