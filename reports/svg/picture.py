"""A chart as one SVG that any viewer shows, and that tells a screen reader what it holds."""

from dataclasses import dataclass

from reports.content import Chart, ChartKind
from reports.markup import element, escaped
from reports.svg import columns, funnel, rows, shapes
from reports.svg.plot import Plot, plotted
from resources.texts import gettext

_TOLD = 60  # labels that a description tells of; a reader listens no longer
_SHORT = 8  # letters of a label that may be left out among others, such as a month
_MANY = 14
_FONT = "Inter"  # QtSvg takes one name, not a list; a page gives its own fonts


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart with its size in the units that it is drawn in."""

    svg: str
    width: float
    height: float


def picture(chart: Chart, name: str = "chart") -> Picture:
    """The chart drawn; ``name`` tells it from others on the same page."""
    plot = plotted(chart)
    pieces, height = _drawn(chart.kind, plot)
    signs, above = shapes.legend(plot.names, lines=chart.kind is ChartKind.LINES)
    moved = element("g", "".join(pieces), transform=f"translate(0 {above:g})")
    told = element("title", escaped(chart.title), id=f"{name}-title") + element(
        "desc", escaped(description(plot)), id=f"{name}-desc"
    )
    whole = above + height
    svg = element(
        "svg",
        told + "".join(signs) + moved,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {shapes.WIDTH:g} {whole:g}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family=_FONT,
        font_size=shapes.SIZE,
        font_weight=400,
    )
    return Picture(svg, shapes.WIDTH, whole)


def _drawn(kind: ChartKind, plot: Plot) -> tuple[list[str], float]:
    if not plot.found:
        return [shapes.text(gettext("There is nothing to draw."), 0, 16, ink="mute")], 26
    if kind is ChartKind.FUNNEL and len(plot.names) == 1:
        return funnel.drawn(plot)
    if kind is ChartKind.LINES:
        return columns.drawn(plot, columns.lines)
    stacked = kind is ChartKind.STACKED
    if kind is ChartKind.FUNNEL or not _stands(plot):
        return rows.drawn(plot, stacked=stacked)
    return columns.drawn(plot, columns.stacks if stacked else columns.bars, stacked=stacked)


def _stands(plot: Plot) -> bool:
    """Whether the bars may stand: each label has room, or they are many and short as months."""
    many = len(plot.labels) >= _MANY and all(len(label) <= _SHORT for label in plot.labels)
    return many or columns.fits(plot)


def description(plot: Plot) -> str:
    """The numbers of a chart in words, for who cannot see it."""
    told = []
    for at, label in enumerate(plot.labels[:_TOLD]):
        values = [
            f"{name} {point.said}".strip() if len(plot.names) > 1 else point.said
            for name, point in zip(plot.names, plot.of(at), strict=True)
            if point is not None
        ]
        told.append(f"{label}: {', '.join(values) or '–'}")
    return "; ".join(told)
