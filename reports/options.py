"""What a report is asked for: its day and period, its slices, what is left out and what counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from resources.texts import marked


class Dimension(StrEnum):
    """What a report can be sliced by."""

    YEAR = "year"  # of the sale or the visit
    MONTH = "month"
    MODEL = "model"  # make and model
    BRANCH = "branch"
    STAFF = "staff"  # the seller of a sale, the adviser of an order
    KIND = "kind"  # person or company
    REGION = "region"
    OWN = "own"  # whether the car was sold here


TITLES = {
    Dimension.YEAR: marked("Year"),
    Dimension.MONTH: marked("Month"),
    Dimension.MODEL: marked("Model"),
    Dimension.BRANCH: marked("Branch"),
    Dimension.STAFF: marked("Seller or adviser"),
    Dimension.KIND: marked("Person or company"),
    Dimension.REGION: marked("Region"),
    Dimension.OWN: marked("Own or foreign"),
}
"""What each dimension is called, as message ids."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is counted.

    ``day``: the day it is for, None for the last day that the base tells of.
    ``since`` and ``until``: the days that sales and visits are counted of, both included, None
    for no limit. ``only``: a dimension must have this value. ``by``: a table for each of its
    values. ``compare``: the previous period of the same length stands beside.

    ``home``: the regions of the dealer's own buyers, none for the one most sales are of.
    ``other_regions``, ``changed_owners``, ``used_cars``: whether buyers from elsewhere, cars
    whose owner changed and cars not sold as new are counted too.
    ``visit_days``: orders of one car so many days apart at most are one visit.
    ``repeat_days``: a repair so soon after one of the same kind repeats it, 0 for never.
    ``without_consent``: lists for contacting show also clients whose consent to advertising is
    not known; a refusal and the black list are always respected.
    """

    day: date | None = None
    since: date | None = None
    until: date | None = None
    only: Mapping[Dimension, str] = field(default_factory=dict)
    by: Dimension | None = None
    compare: bool = False
    home: tuple[str, ...] = ()
    other_regions: bool = False
    changed_owners: bool = False
    used_cars: bool = False
    visit_days: int = 1
    repeat_days: int = 30
    without_consent: bool = False
