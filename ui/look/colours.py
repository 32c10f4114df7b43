"""The two sets of colours; every text colour has a contrast of at least 4.5 on its ground."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a coloured piece says; a sign or a word always says it too."""

    PLAIN = "plain"
    ACCENT = "accent"
    GOOD = "good"
    INFO = "info"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Pair:
    """A text colour and the ground it stands on."""

    text: str
    ground: str


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. ``window`` is the ground of pages, ``surface`` of cards, tables and inputs."""

    dark: bool
    window: str
    surface: str
    raised: str
    hover: str
    line: str
    strong_line: str
    text: str
    muted: str
    disabled: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_ground: str
    selection: str
    good: Pair
    info: Pair
    warn: Pair
    block: Pair
    series: tuple[str, ...]  # of a chart: dark and bright by turns

    def tone(self, tone: Tone) -> Pair:
        """The text and ground colours of a tone."""
        return {
            Tone.PLAIN: Pair(self.muted, self.raised),
            Tone.ACCENT: Pair(self.accent, self.accent_ground),
            Tone.GOOD: self.good,
            Tone.INFO: self.info,
            Tone.WARN: self.warn,
            Tone.BLOCK: self.block,
        }[tone]


LIGHT = Colours(
    dark=False,
    window="#f5f6f8",
    surface="#ffffff",
    raised="#eef0f3",
    hover="#e8ebf0",
    line="#e0e4ea",
    strong_line="#c3cad4",
    text="#1a2330",
    muted="#566172",
    disabled="#9aa3b0",
    accent="#1f56cc",
    on_accent="#ffffff",
    accent_hover="#1947ab",
    accent_ground="#e6eefc",
    selection="#dbe7fd",
    good=Pair("#1a693a", "#e3f4e9"),
    info=Pair("#1d5a9e", "#e4effa"),
    warn=Pair("#835000", "#fdf1d8"),
    block=Pair("#b0241a", "#fce8e6"),
    series=(
        "#1f56cc",
        "#c77a00",
        "#0b5f57",
        "#d1588f",
        "#5b2d8e",
        "#4f962f",
        "#7a3b12",
        "#3a94c9",
    ),
)

DARK = Colours(
    dark=True,
    window="#14181e",
    surface="#1b2028",
    raised="#252c36",
    hover="#2a323d",
    line="#2c343f",
    strong_line="#465160",
    text="#e5e9ef",
    muted="#9fabba",
    disabled="#667180",
    accent="#82aaff",
    on_accent="#0f1a30",
    accent_hover="#a3c0ff",
    accent_ground="#20304d",
    selection="#223759",
    good=Pair("#82d69c", "#18321f"),
    info=Pair("#8fc1ff", "#1a2d45"),
    warn=Pair("#f0c36a", "#38290f"),
    block=Pair("#ff9c91", "#3d1f1d"),
    series=(
        "#82aaff",
        "#b8741a",
        "#7fe0cc",
        "#c9548c",
        "#cbb4ff",
        "#4f9a3a",
        "#f2b48c",
        "#2f83b8",
    ),
)
