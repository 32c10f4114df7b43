"""Texts that must fit: cut with an ellipsis, or broken into lines."""

from ui.charts.shapes import Metrics

_MORE = "…"


def cut(text: str, room: float, metrics: Metrics) -> str:
    """The text, or as much of its beginning as fits with an ellipsis."""
    if metrics.width(text) <= room:
        return text
    short, long = 0, len(text)
    while short < long:
        middle = (short + long + 1) // 2
        if metrics.width(text[:middle].rstrip() + _MORE) <= room:
            short = middle
        else:
            long = middle - 1
    return text[:short].rstrip() + _MORE if short else ""


def broken(text: str, room: float, metrics: Metrics, most: int) -> list[str]:
    """The text in so many lines at most, broken between words; the last one is cut."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        line = rest.pop(0)
        while rest and metrics.width(f"{line} {rest[0]}") <= room:
            line = f"{line} {rest.pop(0)}"
        lines.append(line)
    return [cut(line, room, metrics) for line in [*lines, " ".join(rest)] if line]
