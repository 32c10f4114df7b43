from ui.parts.fold import Fold
from ui.parts.labels import label


def test_what_is_folded_away_opens_and_shuts(qtbot):
    body = label()
    fold = Fold("How it is counted", body)
    qtbot.addWidget(fold)
    assert body.isHidden() and fold.head.text() == "▸  How it is counted"
    fold.head.click()
    assert not body.isHidden() and fold.head.text() == "▾  How it is counted"
    fold.open(wanted=False)
    assert body.isHidden()
    assert fold.head.accessibleName() == "How it is counted"
