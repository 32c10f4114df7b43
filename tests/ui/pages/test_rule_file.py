import pytest
from PySide6.QtCore import Qt

from tests.ui.fakes.check import FakeCheck
from tests.ui.fakes.rule_file import FakeRuleFile
from ui.pages.check.page import CheckPage
from ui.pages.check.rule_file_dialog import RuleFileDialog
from ui.pages.check.rule_file_presenter import RuleFilePresenter, with_rule

OTHER = '[rules.TEL205]\nseverity = "block"\n'


@pytest.fixture
def port():
    return FakeRuleFile()


@pytest.fixture
def presenter(port, now):
    made = RuleFilePresenter(port, now)
    made.open(lambda _text: None)
    return made


@pytest.fixture
def dialog(qtbot, port, now):
    made = RuleFileDialog(RuleFilePresenter(port, now))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_file_in_force_is_not_tried_again(presenter, port):
    assert not presenter.may_try
    presenter.try_out()
    assert port.tried == []


def test_only_what_was_tried_is_put_in_force(presenter, port):
    presenter.type(OTHER)
    presenter.put_in_force()
    assert port.kept != OTHER

    presenter.try_out()
    assert presenter.may_take
    presenter.type(OTHER + "# and more\n")
    assert presenter.trial is None
    assert not presenter.may_take

    presenter.try_out()
    presenter.put_in_force()
    assert port.kept == OTHER + "# and more\n"
    assert not presenter.may_try


def test_a_rule_gets_a_table_of_its_own_once():
    text = with_rule("[rules.TEL205]\non = false\n", "PLT204", "warn")

    assert text == '[rules.TEL205]\non = false\n\n[rules.PLT204]\nseverity = "warn"\n'
    assert with_rule(text, "PLT204", "warn") == text


def test_the_dialog_shows_what_would_change(qtbot, dialog, port):
    assert dialog.editor.toPlainText() == port.kept
    assert not dialog.try_out.isEnabled()

    dialog.editor.setPlainText(OTHER)
    qtbot.keyClick(dialog.editor, Qt.Key.Key_F5)

    assert dialog.effects.lines.rowCount() == 2
    assert "52" in dialog.summary.text()
    assert dialog.take.isEnabled()


def test_a_mistake_is_told_and_its_line_selected(qtbot, dialog, port):
    dialog.editor.setPlainText("# one\n# two\nwrong = 1\n")
    qtbot.keyClick(dialog.editor, Qt.Key.Key_F5)

    assert dialog.editor.textCursor().selectedText() == "wrong = 1"
    assert "line 3" in dialog.notice.text.text()
    assert not dialog.take.isEnabled()
    assert dialog.try_out.isEnabled()


def test_the_page_opens_the_file_at_the_rule_in_hand(qtbot, now, settings):
    port = FakeCheck()
    page = CheckPage(port, now, settings)
    qtbot.addWidget(page)
    page.refresh()
    page.presenter.pick("PLT103")
    changed = []
    page.base_changed.connect(lambda: changed.append(True))

    page.edit_rules()

    dialog = page.dialog
    assert dialog.editor.toPlainText().endswith('[rules.PLT103]\nseverity = "warn"\n')
    assert dialog.editor.textCursor().selectedText() == 'severity = "warn"'
    dialog.try_out.click()
    dialog.take.click()
    assert port.rule_file.kept.endswith('[rules.PLT103]\nseverity = "warn"\n')
    assert changed
