"""What the system says when a file cannot be opened or read, in the user's words."""

from pathlib import Path

from db.errors import KnownError
from resources.texts import gettext, marked

_WINDOWS_SHARING = (32, 33)  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_MISSING = marked("“{name}” was not found; check the path.")
_DIRECTORY = marked("“{name}” is a folder; choose a file in it.")
_LOCKED = marked("“{name}” is open in another program; close it there and try again.")
_FORBIDDEN = marked("You may not read “{name}”; ask for the right or copy the file elsewhere.")
_UNREADABLE = marked("“{name}” cannot be read ({reason}); copy it to this computer and try again.")


def access_error(path: Path, error: OSError) -> KnownError:
    """The sentence for a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        text = _MISSING
    elif isinstance(error, IsADirectoryError):
        text = _DIRECTORY
    elif getattr(error, "winerror", None) in _WINDOWS_SHARING:
        text = _LOCKED
    elif isinstance(error, PermissionError):
        text = _FORBIDDEN
    else:
        text = _UNREADABLE
    return KnownError(gettext(text).format(name=path.name, reason=error.strerror or ""))
