"""Every field that this bench spoils."""

from bench.rule_dirt.addresses import ADDRESSES
from bench.rule_dirt.cars import MODELS
from bench.rule_dirt.companies import COMPANIES
from bench.rule_dirt.days import BIRTHS, SALES
from bench.rule_dirt.emails import EMAILS
from bench.rule_dirt.kinds import Spoilable
from bench.rule_dirt.names import CELLS, PERSONS
from bench.rule_dirt.numbers import INNS, MILEAGES, YEARS
from bench.rule_dirt.papers import PAPERS
from bench.rule_dirt.phones import PHONES
from bench.rule_dirt.plates import PLATES
from bench.rule_dirt.vins import BODIES, VINS

FIELDS: tuple[Spoilable, ...] = (
    PHONES,
    VINS,
    PERSONS,
    CELLS,
    BODIES,
    PLATES,
    COMPANIES,
    EMAILS,
    INNS,
    BIRTHS,
    SALES,
    ADDRESSES,
    MILEAGES,
    YEARS,
    MODELS,
    *PAPERS,
)
