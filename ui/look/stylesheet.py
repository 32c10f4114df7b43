"""The style sheet of the window, filled with the colours of a theme."""

from dataclasses import asdict
from pathlib import Path
from string import Template

from ui.look.colours import Colours, Tone

_ICONS = Path(__file__).parents[2] / "resources" / "icons"

_BASICS = Template("""
QMainWindow, QDialog, QMessageBox { background: $window; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: 16pt; font-weight: 600; }
QLabel[role="heading"] { font-size: 11pt; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="figure"] { font-size: 18pt; font-weight: 600; }
QToolTip { background: $raised; color: $text; border: 1px solid $strong_line; padding: 5px 7px; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QSplitter::handle { background: transparent; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $strong_line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $raised; border: none; border-radius: 3px;
    max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")

_INPUTS = Template("""
QPushButton, QToolButton[role="button"] {
    background: $surface; color: $text; border: 1px solid $strong_line; border-radius: 6px;
    padding: 6px 13px; min-height: 18px;
}
QPushButton:hover, QToolButton[role="button"]:hover { background: $hover; }
QPushButton:pressed, QToolButton[role="button"]:pressed { background: $raised; }
QPushButton:focus, QToolButton[role="button"]:focus { border: 1px solid $accent; }
QPushButton:disabled, QToolButton[role="button"]:disabled {
    color: $disabled; border-color: $line; background: $window;
}
QPushButton[role="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 1px solid $text; }
QPushButton[role="primary"]:disabled {
    background: $raised; color: $disabled; border-color: $raised;
}
QPushButton[role="flat"] { background: transparent; border: 1px solid transparent; color: $accent; }
QPushButton[role="flat"]:hover { background: $hover; }
QPushButton[role="flat"]:focus { border: 1px solid $accent; }
QPushButton[role="flat"]:disabled { color: $disabled; }
QPushButton[role="repair"] { background: transparent; border: 1px solid transparent;
    color: $accent; padding: 1px 2px; text-align: left; }
QPushButton[role="repair"]:hover { background: $hover; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
    padding: 5px 7px; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:checked { background: $accent_ground; color: $accent; }
QLineEdit, QComboBox, QDoubleSpinBox, QSpinBox, QPlainTextEdit {
    background: $surface; color: $text; border: 1px solid $strong_line; border-radius: 6px;
    padding: 5px 8px; min-height: 18px; selection-background-color: $selection;
    selection-color: $text; placeholder-text-color: $muted;
}
QLineEdit:focus, QComboBox:focus, QDoubleSpinBox:focus, QSpinBox:focus, QPlainTextEdit:focus {
    border: 1px solid $accent;
}
QLineEdit:disabled, QComboBox:disabled { color: $disabled; border-color: $line;
    background: $window; }
QComboBox { padding-right: 22px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $strong_line;
    selection-background-color: $selection; selection-color: $text; padding: 4px; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: none; }
QCheckBox, QRadioButton { spacing: 7px; background: transparent; padding: 2px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator { width: 15px; height: 15px; border: 1px solid $strong_line;
    border-radius: 4px; background: $surface; }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QSlider { min-height: 24px; }
QSlider::groove:horizontal { background: $raised; height: 6px; border-radius: 3px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 3px; }
QSlider::handle:horizontal { background: $surface; border: 2px solid $accent; width: 14px;
    margin: -6px 0; border-radius: 9px; }
QMenu { background: $surface; border: 1px solid $strong_line; padding: 5px; }
QMenu::item { padding: 6px 22px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
""")

_VIEWS = Template("""
QTableView, QListView, QTreeView {
    background: $surface; border: 1px solid $line; border-radius: 8px; gridline-color: $line;
    selection-background-color: $selection; selection-color: $text;
    alternate-background-color: $surface;
}
QTableView[role="bare"], QListView[role="bare"] { border: none; border-radius: 0; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 1px solid $accent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none;
    border-bottom: 1px solid $line; padding: 7px 9px; font-weight: 500; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow, QHeaderView::down-arrow {
    subcontrol-origin: padding; subcontrol-position: top center; width: 13px; height: 13px; }
QHeaderView::up-arrow { image: url("$up"); }
QHeaderView::down-arrow { image: url("$arrow"); }
QTableCornerButton::section { background: $surface; border: none; }
QTableView[role="bare"]:focus, QListView[role="bare"]:focus { border: none; }
QTabWidget::pane { border: none; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 7px 9px; margin-right: 4px;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $text; }
""")

_FRAME = Template("""
#navigation { background: $surface; border: none; border-right: 1px solid $line; }
#navigation QToolButton { border-radius: 7px; padding: 9px 12px; font-size: 10.5pt;
    color: $text; text-align: left; }
#navigation QToolButton:checked { background: $accent_ground; color: $accent; font-weight: 600; }
#topbar { background: $surface; border: none; border-bottom: 1px solid $line; }
#topbar QToolButton { padding: 5px 9px; }
#jobbar { background: $surface; border: none; border-top: 1px solid $line; }
#brand { font-size: 14pt; font-weight: 600; color: $text; }
#droparea { background: $surface; border: 1.5px dashed $strong_line; border-radius: 10px; }
#droparea[hot="true"] { background: $accent_ground; border-color: $accent; }
Notice { border-radius: 7px; }
""")


def stylesheet(colours: Colours) -> str:
    """The whole style sheet in these colours."""
    flat = {key: value for key, value in asdict(colours).items() if isinstance(value, str)}
    theme = "dark" if colours.dark else "light"
    flat["arrow"] = (_ICONS / f"chevron-{theme}.svg").as_posix()
    flat["up"] = (_ICONS / f"chevron-up-{theme}.svg").as_posix()
    flat["tick"] = (_ICONS / f"tick-{theme}.svg").as_posix()
    parts = [part.substitute(flat) for part in (_BASICS, _INPUTS, _VIEWS, _FRAME)]
    return "".join(parts + [_notice(tone, colours) + _remark(tone, colours) for tone in Tone])


def _notice(tone: Tone, colours: Colours) -> str:
    pair = colours.tone(tone)
    chosen = f'Notice[tone="{tone.value}"]'
    return (
        f"{chosen} {{ background: {pair.ground}; }}\n{chosen} > QLabel {{ color: {pair.text}; }}\n"
    )


def _remark(tone: Tone, colours: Colours) -> str:
    """A field that something is said of, and the sentence under it."""
    text = colours.tone(tone).text
    if tone is Tone.PLAIN:
        return f'QLabel[tone="plain"] {{ color: {text}; }}\n'
    return (
        f'QLineEdit[tone="{tone.value}"] {{ border: 1px solid {text}; }}\n'
        f'QLabel[tone="{tone.value}"] {{ color: {text}; }}\n'
    )
