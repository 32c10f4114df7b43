"""Funnels of a few facts made by hand."""

from reports.catalogue import FUNNELS
from reports.options import Options
from reports.telling import told


def figures(name, made, *keys, **options):
    """These figures of a funnel as (low, best, high), none where there is nothing to show."""
    report = told(FUNNELS[name], made, Options(**options))[0]
    found = [] if report.missing else [report.figures[key] for key in keys]
    return [(one.low, one.best, one.high) for one in found]
