"""The pieces of a chart: texts, bars, whiskers, marks and the legend.

Every piece bears its colour for a viewer of its own, and a class by which a page may change it.
"""

from collections.abc import Iterator, Sequence

from reports.markup import element, escaped

WIDTH = 720.0
SIZE = 12.0
LINE = 16.0
PALETTE = (
    "#1f4fb5", "#f0a42c", "#2b8457", "#86b9ee", "#7b2d6e", "#8a94a3", "#6cc9b5", "#8c5a2b",
)  # fmt: skip
"""Neighbours differ in brightness too: they must be told apart on a black and white print."""

_INK = {"ink": "#1a2330", "mute": "#566172"}
_LETTER = 0.6  # of the size: the width of an average letter or figure
_SECOND_ROUND = 0.5
_DASHES = ("", "6 3", "2 3", "8 3 2 3")
_SWATCH = 12.0
_CAP = 4.0
_ASIDE = 5  # whiskers side by side at one place


def width_of(text: str, size: float = SIZE) -> float:
    """About how wide a text is drawn."""
    return len(text) * size * _LETTER


def text(
    said: str, x: float, y: float, *, anchor: str = "start", ink: str = "ink", bold: bool = False
) -> str:
    """A line of text whose baseline is at ``y``."""
    weight = {"font_weight": 600} if bold else {}
    return element(
        "text", escaped(said), x=x, y=y, text_anchor=anchor, class_=ink, fill=_INK[ink], **weight
    )


def wrapped(said: str, width: float, most: int) -> list[str]:
    """The text in so many lines at most, the last one cut with an ellipsis if it must be."""
    lines = [""]
    for word in said.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] += " …"
    return [fitting(line, width) for line in kept]


def fitting(said: str, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than it may be."""
    if width_of(said) <= width:
        return said
    room = max(1, int(width / SIZE / _LETTER) - 1)
    return said[:room].rstrip(" …") + "…"


def bar(x: float, y: float, width: float, height: float, series: int) -> str:
    """A bar of a series."""
    return element(
        "rect",
        x=x,
        y=y,
        width=max(width, 0.0),
        height=max(height, 0.0),
        class_=f"s{series % len(PALETTE) + 1}",
        fill=colour(series),
        **_faded(series),
    )


def colour(series: int) -> str:
    """The colour of a series."""
    return PALETTE[series % len(PALETTE)]


def _faded(series: int) -> dict[str, object]:
    return {} if series < len(PALETTE) else {"opacity": _SECOND_ROUND}


def line(x1: float, y1: float, x2: float, y2: float, *, kind: str = "grid") -> str:
    """A line of the grid, of an axis, or of a whisker."""
    stroke, thick = {
        "grid": ("#e0e4ea", 1.0),
        "axis": ("#8a94a3", 1.0),
        "whisker": ("#1a2330", 1.5),
        "halo": ("#ffffff", 4.0),
    }[kind]
    return element(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind, stroke=stroke, stroke_width=thick
    )


def upright(x: float, low: float, high: float) -> list[str]:
    """A whisker from low to high above a place."""
    return _whisker([(x, low, x, high), *((x - _CAP, y, x + _CAP, y) for y in (low, high))])


def level(y: float, low: float, high: float) -> list[str]:
    """A whisker from low to high along a bar."""
    return _whisker([(low, y, high, y), *((x, y - _CAP, x, y + _CAP) for x in (low, high))])


def aside(x: float, low: float, high: float, series: int) -> list[str]:
    """A whisker of a line's point in the colour of its series, beside those of the others."""
    x += (series % _ASIDE - (_ASIDE - 1) / 2) * _CAP
    known = {"class_": f"l{series % len(PALETTE) + 1}", "stroke": colour(series)}
    ends = [(x, low, x, high), *((x - _CAP / 2, y, x + _CAP / 2, y) for y in (low, high))]
    return [
        element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=1.5, **known, **_faded(series))
        for x1, y1, x2, y2 in ends
    ]


def _whisker(strokes: Sequence[tuple[float, float, float, float]]) -> list[str]:
    """The strokes with a light edge around them: they stand on dark bars too."""
    return [line(*ends, kind=kind) for kind in ("halo", "whisker") for ends in strokes]


def path(points: Sequence[tuple[float, float]], series: int) -> str:
    """The line of a series through its points."""
    dash = _DASHES[series % len(_DASHES)]
    return element(
        "polyline",
        points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points),
        fill="none",
        class_=f"l{series % len(PALETTE) + 1}",
        stroke=colour(series),
        stroke_width=2.0,
        stroke_linejoin="round",
        **({"stroke_dasharray": dash} if dash else {}),
        **_faded(series),
    )


def mark(x: float, y: float, series: int) -> str:
    """The mark of a series at a point: its shape tells the series too."""
    corners = {
        0: "",
        1: f"{x - 3.5:.1f},{y - 3.5:.1f} {x + 3.5:.1f},{y - 3.5:.1f} "
        f"{x + 3.5:.1f},{y + 3.5:.1f} {x - 3.5:.1f},{y + 3.5:.1f}",
        2: f"{x:.1f},{y - 5:.1f} {x + 4.5:.1f},{y + 3.5:.1f} {x - 4.5:.1f},{y + 3.5:.1f}",
        3: f"{x:.1f},{y - 5:.1f} {x + 5:.1f},{y:.1f} {x:.1f},{y + 5:.1f} {x - 5:.1f},{y:.1f}",
    }[series % 4]
    known = {"class_": f"s{series % len(PALETTE) + 1}", "fill": colour(series)} | _faded(series)
    if not corners:
        return element("circle", cx=x, cy=y, r=3.5, **known)
    return element("polygon", points=corners, **known)


def legend(names: Sequence[str], *, lines: bool) -> tuple[list[str], float]:
    """What colour and shape each series has, and how high that is; nothing for a single one."""
    if len(names) <= 1:
        return [], 0.0
    pieces: list[str] = []
    x, y = 0.0, SIZE
    for number, name in enumerate(names):
        said = fitting(name, WIDTH / 2)
        needed = _SWATCH + 6 + width_of(said) + 18
        if x and x + needed > WIDTH:
            x, y = 0.0, y + LINE + 2
        pieces += _swatch(x, y, number, lines=lines)
        pieces.append(text(said, x + _SWATCH + 6, y))
        x += needed
    return pieces, y + 14


def _swatch(x: float, y: float, series: int, *, lines: bool) -> Iterator[str]:
    if lines:
        yield path([(x, y - 4), (x + _SWATCH, y - 4)], series)
        yield mark(x + _SWATCH / 2, y - 4, series)
    else:
        yield bar(x, y - 10, _SWATCH, _SWATCH, series)
