import re
from pathlib import Path

from PySide6.QtGui import QPalette

from ui.look.colours import DARK, LIGHT
from ui.look.stylesheet import stylesheet
from ui.look.theme import ThemeChoice, colours


def test_a_theme_changes_palette_and_colours_together(theme, qapp, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.apply(ThemeChoice.DARK)
    assert colours() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window


def test_toggling_goes_to_the_other_theme_and_stays_there(theme):
    theme.toggle()
    assert theme.choice is ThemeChoice.DARK
    theme.toggle()
    assert (theme.choice, colours()) == (ThemeChoice.LIGHT, LIGHT)


def test_the_style_sheet_has_no_unfilled_colour_and_names_files_that_exist():
    for chosen in (LIGHT, DARK):
        sheet = stylesheet(chosen)
        assert "$" not in sheet
        files = re.findall(r'url\("([^"]+)"\)', sheet)
        assert files
        for file in files:
            assert Path(file).read_text(encoding="utf-8").startswith("<svg")
