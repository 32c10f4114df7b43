"""What the user is told when something goes wrong."""

import traceback
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from db.errors import KnownError
from resources.texts import gettext

_ROOT = Path(__file__).parents[1]


def where(error: BaseException) -> str:
    """The kind of an error and the lines it passed, without its text.

    The text of an error may quote a client's data; the lines of the program cannot.
    """
    lines = [type(error).__name__]
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        name = path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else Path(path.name)
        lines.append(f"  {name.as_posix()}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


def tell(parent: QWidget, error: BaseException) -> None:
    """Show a known error as its one sentence, any other as a bug with its place."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if isinstance(error, KnownError):
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(str(error))
        box.setWindowTitle(gettext("This did not work"))
    else:
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(gettext("An error in the program"))
        box.setText(
            gettext("Something went wrong inside Sverka; your base has not been changed by it.")
        )
        box.setInformativeText(
            gettext("Please send the details to the developers: they hold no client data.")
        )
        box.setDetailedText(where(error))
    box.open()
