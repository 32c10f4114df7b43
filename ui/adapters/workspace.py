"""An open base with all its ports. Importing it brings in everything that a base needs."""

from pathlib import Path

from db.base import open_base
from db.engine import Engine, base_url
from reports.desk import Desk
from ui.adapters.check import BaseCheck
from ui.adapters.clients import BaseClients
from ui.adapters.entry import BaseEntry
from ui.adapters.journal import BaseJournal
from ui.adapters.reports import BaseReports
from ui.adapters.review import BaseReview
from ui.adapters.sources import BaseSources
from ui.settings import without_password
from ui.window.bases import Workspace


def workspace(place: str, reviewer: str, *, create: bool) -> tuple[Workspace, Engine]:
    """Open a base, or make it; its engine is to be disposed of at the end.

    Raises:
        KnownError: it cannot be opened or made; the sentence says why.
    """
    engine = open_base(place, create=create)
    made = Workspace(
        name=_name(place),
        place=place,
        reviewer=reviewer,
        sources=BaseSources(engine, reviewer),
        entry=BaseEntry(engine, reviewer),
        check=BaseCheck(engine, reviewer),
        review=BaseReview(engine, reviewer),
        clients=BaseClients(engine, reviewer),
        reports=BaseReports(Desk(engine)),
        journal=BaseJournal(engine, reviewer),
    )
    return made, engine


def _name(place: str) -> str:
    """The file's name without its ending, or the database and its server."""
    if "://" not in place:
        return Path(place).stem
    url = base_url(without_password(place))
    return " · ".join(filter(None, (Path(url.database or "").stem, url.host)))
