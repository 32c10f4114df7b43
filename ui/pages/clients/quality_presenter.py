"""How right the base is, without widgets: a blind sample out, its answers or a truth in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from resources.texts import gettext, ngettext
from ui import formats
from ui.background import Background
from ui.look.colours import Tone
from ui.pages.clients.ports import QualityPort


class QualityPresenter:
    """Does the work away from the window; ``told`` and ``shown`` are what the page listens to."""

    def __init__(self, port: QualityPort, background: Background) -> None:
        self._port = port
        self._background = background
        self.told: Callable[[Tone, str], None] = lambda _tone, _text: None
        self.shown: Callable[[str, tuple[str, ...]], None] = lambda _title, _lines: None

    def sample(self, path: Path) -> None:
        """Write a blind sample of pairs."""
        self._background.write(
            gettext("Drawing a blind sample"),
            lambda progress: self._port.sample(path, progress),
            partial(self._sampled, path),
        )

    def estimate(self, path: Path) -> None:
        """Show what the answers to a blind sample say."""
        self._background.write(
            gettext("Reading the answers"),
            lambda progress: self._port.estimate(path, progress),
            lambda lines: self.shown(gettext("Wrong merges and missed duplicates"), lines),
        )

    def evaluate(self, path: Path) -> None:
        """Show how the base compares with a truth."""
        self._background.write(
            gettext("Comparing with the truth"),
            lambda progress: self._port.evaluate(path, progress),
            lambda lines: self.shown(gettext("The base against the truth"), lines),
        )

    def _sampled(self, path: Path, pairs: int) -> None:
        text = ngettext(
            "{count} pair written to {file}. It holds personal data; let somebody answer it "
            "without looking into the base.",
            "{count} pairs written to {file}. They hold personal data; let somebody answer them "
            "without looking into the base.",
            pairs,
        )
        self.told(Tone.GOOD, text.format(count=formats.number(pairs), file=path.name))
