"""The demo: a base made anew from the shipped sample files, and everything that comes out of it."""

from pathlib import Path

from db.base import opened
from db.engine import Engine, reading
from db.errors import KnownError
from reports import raw
from reports.desk import Desk
from reports.options import Options
from reports.overview import overview
from resources.texts import gettext, language
from ui import opening, told
from ui.display import drawable, need_display
from ui.reviewer import reviewer
from ui.terminal import progress, say
from workflow import check as checking
from workflow import export as exporting
from workflow import load as loading
from workflow import propose as proposing
from workflow import review

SALES = Path(__file__).parents[1] / "resources" / "demo" / "sales.csv"
SERVICE = SALES.with_name("service.xlsx")
_LOGS = {kind: SALES.with_name(f"{kind}.csv") for kind in ("bookings", "claims", "surveys")}
_FILES = {"sales": SALES, "service": SERVICE, **_LOGS}
_APPROVE_AT = 0.99
_REVIEWER = "Ольга Дёмина"  # an invented name for the journal in the pictures


def headless(out: Path) -> int:
    """Build the demo and write its base, report, exports and pictures; the exit code."""
    base = out / "demo.sverka"
    lines = _build(base, out / "export", _REVIEWER)
    (out / "report.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    say(*lines)
    with drawable():
        from ui.pictures import draw  # noqa: PLC0415 - Qt, only once the platform is chosen

        pictures = draw(base, SALES, out / "screenshots", _REVIEWER)
    say("", *(str(path) for path in (base, out / "report.txt", out / "export", *pictures)))
    return 0


def window(out: Path) -> int:
    """Build the demo and open the window on it; the exit code."""
    need_display()
    base = out / "demo.sverka"
    _build(base, out / "export", reviewer())
    return opening.window(language(), str(base))


def _build(base: Path, export: Path, by: str) -> list[str]:
    """Make the base anew and export it; what `sverka run` would say, and what it was good for."""
    _clear(base)
    with opened(str(base), create=True) as engine:
        lines = _work(engine, export, by)
        compared = raw.of_base(Desk(engine), Options())
        with reading(engine) as connection:
            return [*lines, "", *overview(connection).lines(), "", *compared.notes]


def _work(engine: Engine, export: Path, by: str) -> list[str]:
    lines: list[str] = []
    with progress() as shown:
        for kind, file in _FILES.items():
            order = loading.Order(file, kind=kind)
            lines += loading.load(engine, order, by=by, progress=shown).told()
        checking.check(engine, by=by, progress=shown)
        proposed = proposing.propose(engine, by=by, progress=shown)
        approved = review.approve(engine, at=_APPROVE_AT, by=by, progress=shown)
        exporting.export(engine, export, by=by, xlsx=True, progress=shown)
    return [*lines, told.proposed(proposed), told.approved(approved, _APPROVE_AT)]


def _clear(base: Path) -> None:
    """Take away the base of an earlier demo, so that each begins from nothing."""
    try:
        base.parent.mkdir(parents=True, exist_ok=True)
        for ending in ("", "-wal", "-shm"):
            base.with_name(base.name + ending).unlink(missing_ok=True)
    except OSError as error:
        raise KnownError(
            gettext("The demo cannot be written to “{folder}”: {reason}.").format(
                folder=base.parent, reason=error.strerror
            )
        ) from None
