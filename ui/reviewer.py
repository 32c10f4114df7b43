"""Who sits at the machine: the name that stands in the journal."""

import getpass


def reviewer() -> str:
    """The name of the system's user, "?" where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
