"""Elements of HTML and SVG, every text in them escaped."""

import re
from html import escape

# what XML 1.0 holds no sign for: control characters and halves of pairs
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def escaped(text: str) -> str:
    """The text as markup shows it, without the characters that no markup may hold."""
    return escape(_UNSPEAKABLE.sub("", text))


def element(tag: str, content: str = "", /, **attributes: object) -> str:
    """An element with its attributes, in whose names ``_`` stands for ``-`` and ends a keyword.

    ``content`` is markup already: what was escaped, or other elements.
    """
    shown = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(_value(value))}"'
        for name, value in attributes.items()
    )
    return f"<{tag}{shown}>{content}</{tag}>"


def _value(value: object) -> str:
    return f"{round(value, 2):g}" if isinstance(value, float) else str(value)
