"""Whatever the open candidates and the quarantine turn out to be, the bounds hold the figures."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports import catalogue
from reports.options import Options
from reports.telling import told
from tests.reports.small_world import facts_of, truths, worlds

_OF = {"bookings": ("booking",), "complaints": ("claim", "survey"), "satisfaction": ("survey",)}
_RATES = ("share", "bill", "lost", "a_car", "a_client", "rate", "of_service")
_NEAR = 1e-9


def options():
    """Ways to ask for a report."""
    period = st.sampled_from([None, (date(2021, 1, 1), date(2022, 12, 31))])
    return st.builds(
        lambda ends, *flags: Options(
            since=ends and ends[0],
            until=ends and ends[1],
            home=("A",),
            other_regions=flags[0],
            changed_owners=flags[1],
            used_cars=flags[2],
        ),
        period,
        *(st.booleans(),) * 3,
    )


def figures(name, world, asked):
    """The figures of a report of a world."""
    return told(catalogue.FUNNELS[name], facts_of(world), asked)[0].figures


def outside(before, after):
    """The figures of a truth that are not within the bounds told before it was known."""
    for key, one in before.items():
        if key not in after and key.startswith(_RATES):
            continue
        value = after[key].best if key in after else 0
        if not one.low - _NEAR <= value <= one.high + _NEAR:
            yield key, one, value


@pytest.mark.parametrize("name", catalogue.FUNNELS)
@settings(max_examples=50, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_bounds_hold_whatever_turns_out(name, data):
    world = data.draw(worlds("sale", "order", "order", "order", *_OF.get(name, ())))
    asked = data.draw(options())
    before = figures(name, world, asked)
    truth = data.draw(truths(world))
    after = figures(name, truth, asked)

    assert all(one.low <= one.best <= one.high for one in before.values())
    assert [key for key, one in after.items() if not one.exact] == []
    if before and after:
        assert list(outside(before, after)) == []
