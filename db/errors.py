"""Errors that are told to the user in one sentence."""


class KnownError(Exception):
    """A failure the program is not to blame for: a bad file, a full disk, a base in use.

    Its text is one translated sentence: what is wrong, where, and what to do.
    """
