"""Every figure of the ten reports on the hand-made base, counted by hand from its rows.

Sales are named by the client's code («С-01»), orders by the last digits of theirs («03»).
"""

from datetime import date

import pytest

from db.base import open_base
from db.errors import KnownError
from reports import catalogue
from reports.content import Bounds
from reports.desk import Desk
from reports.options import Dimension, Options
from tests.reports.handmade import base

TULA, KALUGA = "Тульская область", "Калужская область"
YEAR_2021 = {"since": date(2021, 1, 1), "until": date(2021, 12, 31)}
YEAR_2023 = {"since": date(2023, 1, 1), "until": date(2023, 12, 31)}


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """The hand-made base with every candidate judged."""
    engine = open_base(str(tmp_path_factory.mktemp("handmade") / "base.sverka"), create=True)
    base.load(engine)
    base.judged(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def unjudged(tmp_path_factory):
    """The hand-made base as its files make it, nothing judged."""
    engine = open_base(str(tmp_path_factory.mktemp("unjudged") / "base.sverka"), create=True)
    base.load(engine)
    yield engine
    engine.dispose()


def told(engine, name, **options):
    """The report of that name."""
    return catalogue.report(Desk(engine), name, Options(**options))


def figures(engine, name, **options):
    """The figures of a report, none of which anything undecided could move."""
    found = told(engine, name, **options).figures
    assert [key for key, one in found.items() if not one.exact] == []
    return {key: one.best for key, one in found.items()}


def stages(sold, due, came, bills):
    """The figures of the first funnel by its numbers from ТО-0 on; a bill of 0 is none."""
    out = {"sold": sold}
    for number in range(11):
        wanted, met, bill = (
            numbers[number] if number < len(numbers) else 0 for numbers in (due, came, bills)
        )
        out |= {f"due.{number}": wanted, f"came.{number}": met}
        if bill:
            out |= {f"bill.{number}": bill, f"lost.{number}": bill * (wanted - met)}
        if wanted:
            out[f"share.{number}"] = met / wanted
    return out


def some(engine, name, *keys, **options):
    """These figures of a report."""
    found = figures(engine, name, **options)
    return tuple(found[key] for key in keys)


def names(engine, name, key, **options):
    """Who stands behind a figure."""
    table = told(engine, name, **options).behind(key)
    return [row[1] for row in table.rows]


def test_the_report_day_is_that_of_the_last_order(engine):
    assert told(engine, "maintenance").day == date(2024, 12, 20)  # order 30


def test_from_sale_to_maintenance(engine):
    # Sold as new at home: С-01, С-02, С-03, С-05, С-07, С-08.
    # Owners change: С-03 on 01.09.2022 (sold again), С-07 on 01.02.2023 (order 15 of another).
    # Due: ТО-0 and ТО-1 all six; ТО-2 С-01, С-02 (by 31,000 km), С-03, С-05; ТО-3 С-01,
    # С-02 (by 45,200 km on the last day), С-05.
    # Came: ТО-0 02, 14, 18; ТО-1 03, 07, 09, 12, 19 (15 is another's); ТО-2 04, 08, 13 (by its
    # mileage); ТО-3 nobody: 05 is not paid, 11 is of the next owner.
    # Bills: ТО-0 only 18 was paid; ТО-1 (9000+8000+10000+6000+10500)/5; ТО-2 (12000+11000+7000)/3.
    assert figures(engine, "maintenance") == pytest.approx(
        stages(6, (6, 6, 4, 3), (3, 5, 3), (1500, 8700, 10000))
    )


def test_buyers_from_other_regions_are_counted_if_asked_for(engine):
    # С-06 of Kaluga is due for ТО-0, ТО-1 and ТО-2 (07.07.2024) and never came.
    assert figures(engine, "maintenance", other_regions=True) == pytest.approx(
        stages(7, (7, 7, 5, 3), (3, 5, 3), (1500, 8700, 10000))
    )


def test_the_home_region_can_be_told(engine):
    assert some(engine, "maintenance", "sold", home=(KALUGA,)) == (1,)  # С-06
    assert some(engine, "maintenance", "sold", home=(KALUGA, TULA)) == (7,)


def test_cars_whose_owner_changed_are_counted_if_asked_for(engine):
    # С-07 came to ТО-1 (15) and is due for ТО-2, ТО-3; С-03 came to ТО-3 (11), is due for ТО-4.
    # ТО-1: (43500 + 9500)/6; ТО-3: 13000.
    assert figures(engine, "maintenance", changed_owners=True) == pytest.approx(
        stages(6, (6, 6, 5, 5, 1), (3, 6, 3, 1), (1500, 53000 / 6, 10000, 13000))
    )


def test_used_cars_are_counted_if_asked_for(engine):
    # С-04: due for ТО-0, ТО-1, ТО-2 (41,000 km on 05.09.2023), and it came to ТО-3 (11).
    # С-09, of 2016 and sold in 2023: due for ТО-0 and ТО-1 (11.10.2024), never came.
    assert figures(engine, "maintenance", used_cars=True) == pytest.approx(
        stages(8, (8, 8, 5, 4), (3, 5, 3, 1), (1500, 8700, 10000, 13000))
    )


def test_sales_of_a_period_are_counted_beside_the_period_before(engine):
    report = told(engine, "maintenance", compare=True, **YEAR_2021)

    # С-01, С-05, С-07; the year before С-03 alone.
    assert {key: one.best for key, one in report.figures.items()} == pytest.approx(
        stages(3, (3, 3, 2, 2), (2, 2, 2), (0, 7500, 9500))
    )
    assert [row[-1] for row in report.tables[0].rows] == [
        Bounds(0, 0, 0), Bounds(1, 1, 1), Bounds(0, 0, 0), None,
    ]  # fmt: skip


def test_an_earlier_report_day_forgets_what_came_after_it(engine):
    # By 30.06.2023 С-08 is not due for ТО-0, nor С-02 for ТО-2; ТО-2: С-01, С-03, С-05.
    assert figures(engine, "maintenance", day=date(2023, 6, 30)) == pytest.approx(
        stages(6, (5, 5, 3), (2, 4, 2), (0, 8250, 9500))
    )


def test_a_later_report_day_makes_more_due(engine):
    # By 01.06.2025 С-08 is due for ТО-2 (25.05.2025), С-01 and С-05 for ТО-4.
    found = some(engine, "maintenance", *(f"due.{n}" for n in range(6)), day=date(2025, 6, 1))

    assert found == (6, 6, 5, 3, 2, 0)


def test_of_a_day_after_the_last_load_nothing_is_told(engine):
    report = told(engine, "maintenance", day=date(2190, 1, 1))

    assert report.missing.startswith("The base tells nothing after ")
    assert not report.figures


def test_one_value_of_a_dimension_can_be_asked_for(engine):
    def sold(dimension, text):
        return some(engine, "maintenance", "sold", only={dimension: text})[0]

    assert sold(Dimension.MODEL, "Kia Rio") == 1  # С-01
    assert sold(Dimension.KIND, "company") == 1  # С-05
    assert sold(Dimension.STAFF, "Ким Анна") == 4  # С-01, С-02, С-03, С-08
    assert some(engine, "own_foreign", "visits.own", only={Dimension.OWN: "own"}) == (19,)


def test_a_table_by_a_dimension_has_a_row_for_each_value(engine):
    table = told(engine, "maintenance", by=Dimension.BRANCH).tables[-1]

    # Север: С-05, С-07; Юг: С-01, С-02, С-03, С-08.
    assert [(row[0], row[1].best) for row in table.rows] == [("Север", 2), ("Юг", 4)]


def test_who_stands_behind_a_figure_is_listed(engine):
    assert names(engine, "maintenance", "came.1") == [
        "Громов Павел Сергеевич",
        "Соколов Андрей Викторович",
        "Ромашка-Транс",
        "Орлова Мария Ивановна",
        "Мартынова Ольга Петровна",
    ]
    assert names(engine, "reverse", "reverse") == ["Мартынова Ольга Петровна"]
    assert len(names(engine, "frequency", "visits")) == 6
    with pytest.raises(KnownError, match="No clients and cars stand behind “nothing”"):
        names(engine, "reverse", "nothing")


def test_satisfaction_and_the_next_maintenance(engine):
    # Low: 3 of 5 (Громов, order 09), 2 of 5 (Лисин, 15), 55 % (Орлова, 08, too young to tell).
    # Mid: 4 of 5 (Орлова, 07, came with 08), a bare 4 whose like is 5 (Соколов, 05, too young).
    # High: 5 of 5 (Соколов, 03, came with 04), 9/10 (Мартынова, 19, too young).
    assert figures(engine, "satisfaction") == {
        "answers.low": 3, "mature.low": 2, "next.low": 0, "share.low": 0,
        "answers.mid": 2, "mature.mid": 1, "next.mid": 1, "share.mid": 1,
        "answers.high": 2, "mature.high": 1, "next.high": 1, "share.high": 1,
    }  # fmt: skip


def test_own_and_foreign_cars(engine):
    # Own: 02-15 but 06 later, 18, 19, 30, 33, 34 and 06; foreign: 16, 17, 20, 21, 22 with 23, 24,
    # 27, 28, 32. The Octavia came as a foreign car (27, 28) and as an own one (34).
    # Clients who bought here: Соколов 6, Орлова 3, Громов 2, Белова, Карпов, Юдин 1 each,
    # Мартынова 2 (18, 19): her visits 16 and 17 were before she bought.
    months = {
        "2021-04": (0, 1), "2021-06": (2, 0), "2021-11": (1, 0), "2022-03": (2, 1),
        "2022-05": (1, 0), "2022-09": (0, 2), "2022-10": (1, 0), "2023-02": (1, 0),
        "2023-03": (1, 0), "2023-05": (0, 1), "2023-06": (1, 0), "2023-08": (1, 0),
        "2023-09": (1, 0), "2023-11": (3, 0), "2024-03": (1, 0), "2024-05": (1, 0),
        "2024-10": (1, 2), "2024-12": (1, 2),
    }  # fmt: skip
    # Year 1 own: six cars, of which the Rio (03), the Ceed (10), the Creta (19) came; year 2: all
    # but the Creta, of which the Rio, the Solaris, the Largus, the Camry; year 3: the Rio, the
    # Ceed, the Camry, of which the first two. Foreign: the Polo, the Octavia, the Niva.
    entered = {"own": (6, 5, 3, 0, 0), "foreign": (3, 2, 1, 0, 0)}
    kept = {"own": (3, 4, 2, 0, 0), "foreign": (1, 2, 0, 0, 0)}
    expected = {
        "visits.own": 19, "visits.foreign": 9, "share.visits": 19 / 28,
        "cars.own": 7, "cars.foreign": 4, "share.cars": 7 / 11,
        "money.own": 113_400, "money.foreign": 79_200, "share.money": 113_400 / 192_600,
        "clients.own": 16, "clients.foreign": 12, "share.clients": 16 / 28,
    }  # fmt: skip
    for month, (own, foreign) in months.items():
        expected |= {f"visits.own.{month}": own, f"visits.foreign.{month}": foreign}
    for side in ("own", "foreign"):
        for year, (of, stayed) in enumerate(zip(entered[side], kept[side], strict=True), 1):
            expected |= {f"base.{side}.{year}": of, f"kept.{side}.{year}": stayed}
            if of:
                expected[f"share.{side}.{year}"] = stayed / of

    assert figures(engine, "own_foreign") == pytest.approx(expected)


def test_by_model(engine):
    # model: sold, due and came to ТО-1, due and came to ТО-3, cars, visits, own visits
    models = {
        "Kia Rio": (1, 1, 1, 1, 0, 1, 6, 6),
        "Hyundai Solaris": (1, 1, 1, 1, 0, 1, 3, 3),
        "Kia Ceed": (1, 1, 1, 0, 0, 1, 3, 3),
        "Lada Largus": (1, 1, 1, 1, 0, 1, 2, 2),
        "Toyota Camry": (1, 1, 0, 0, 0, 1, 2, 2),
        "Hyundai Creta": (1, 1, 1, 0, 0, 1, 2, 2),
        "Skoda Octavia": (None, None, None, None, None, 1, 3, 1),
        "Volkswagen Polo": (None, None, None, None, None, 1, 2, 0),
        "Ford Focus": (None, None, None, None, None, 1, 4, 0),
        "Chevrolet Niva": (None, None, None, None, None, 1, 1, 0),
    }
    keys = ("sold", "due.1", "came.1", "due.3", "came.3", "cars", "visits", "own")
    expected = dict(zip(keys, (6, 6, 5, 3, 0, 10, 28, 19), strict=True))
    for model, numbers in models.items():
        named = dict(zip(keys, numbers, strict=True))
        expected |= {f"{key}|{model}": one for key, one in named.items() if one is not None}
        expected |= {
            f"share.{n}|{model}": named[f"came.{n}"] / named[f"due.{n}"]
            for n in (1, 3)
            if named[f"due.{n}"]
        }
    expected |= {"share.1": 5 / 6, "share.3": 0}

    assert figures(engine, "models") == pytest.approx(expected)


def test_commercial_orders_by_production_year(engine):
    # 2012: 16, 17 (an insurer pays); 2013: 20-24; 2016: 27, 28, 34; 2020: 09, 10, 11;
    # 2021: 02-05, 07, 08, 30, 12, 13, 14, 15; 2023: 18, 19; of no year: 32.
    # Not commercial: 01 and 29 (the dealer pays), 06 (warranty), 33 (a recall).
    years = {
        "2012": (2, 34_000), "2013": (5, 27_000), "2016": (3, 19_200), "2020": (3, 28_000),
        "2021": (11, 63_200), "2023": (2, 12_000), "unknown": (1, 2_200),
    }  # fmt: skip
    expected = {"orders": 27, "money": 185_600}
    for year, (orders, money) in years.items():
        expected |= {f"orders.{year}": orders, f"money.{year}": money}

    assert figures(engine, "production_years") == expected


def test_visits_of_a_car_in_the_last_year(engine):
    # 05, 19 maintenance (it need not be paid to be a visit), 33 recall, 20 repair, 22 with 23
    # diagnostics, 30 of another kind; 21 repeats 20 within 30 days, 24 says that it repeats.
    # Cars: the Rio, the Solaris, the Creta, the Focus, each of one client.
    kinds = {
        "maintenance": 2, "warranty": 0, "recall": 1, "bodywork": 0, "repair": 1,
        "diagnostics": 1, "tyres": 0, "equipment": 0, "wash": 0, "other": 1,
    }  # fmt: skip

    assert figures(engine, "frequency") == {
        "visits": 6, "repeats": 2, "cars": 4, "clients": 4, "a_car": 1.5, "a_client": 1.5,
        **{f"visits.{kind}": count for kind, count in kinds.items()},
    }  # fmt: skip


def test_visits_of_the_period_asked_for(engine):
    # 2023: 04, 06, 08, 11, 13, 15, 18, 32, 34 of eight cars and eight clients.
    keys = ("visits", "repeats", "cars", "clients", "a_car")

    assert some(engine, "frequency", *keys, **YEAR_2023) == (9, 0, 8, 8, 9 / 8)


def test_orders_of_adjacent_days_are_apart_if_asked_for(engine):
    keys = ("visits", "visits.diagnostics", "visits.tyres")

    assert some(engine, "frequency", *keys, visit_days=0) == (7, 1, 1)  # 22, 23


def test_no_repair_repeats_another_if_asked_for(engine):
    assert some(engine, "frequency", "visits", "repeats", repeat_days=0) == (7, 1)  # 24 alone
    assert some(engine, "complaints", "repeats", "rate", repeat_days=0) == (1, 4 / 29)


def test_booking(engine):
    # Wanted: the eight calls up to the report day. Booked: all but a question and one for 25.12.
    # Arrived: one says so, 07 on the day, 17 by its number a day later. Of the rest one cancelled,
    # one is said to have missed, and one has no order on the day.
    assert figures(engine, "bookings") == {
        "wanted": 8, "booked": 6, "arrived": 3, "missed": 2, "cancelled": 1,
        "share_booked_of_wanted": 0.75, "share_arrived_of_booked": 0.5,
        "share_arrived_of_wanted": 0.375,
    }  # fmt: skip


def test_bookings_of_days_to_come_are_counted_when_the_days_have_come(engine):
    keys = ("wanted", "booked", "arrived", "missed", "cancelled")

    assert some(engine, "bookings", *keys, day=date(2025, 1, 1)) == (9, 8, 3, 4, 1)


def test_complaints(engine):
    # Dissatisfied: Громов, Лисин and Орлова by their marks, Новиков by his claims.
    # Orders: 33 closed ones but 01 and 29; repeats 21 and 24.
    assert figures(engine, "complaints") == {
        "dissatisfied": 4, "claims": 3, "written": 1, "court": 1, "orders": 29, "repeats": 2,
        "rate": 5 / 29,
    }  # fmt: skip


def test_complaints_of_a_period(engine):
    # 2024: both claims of Новиков; orders 05, 19, 20, 21, 22, 23, 24, 30, 33.
    keys = ("dissatisfied", "claims", "written", "court", "orders", "repeats", "rate")

    assert some(engine, "complaints", *keys, since=date(2024, 1, 1)) == (1, 2, 1, 0, 9, 2, 4 / 9)


def test_from_service_to_sale(engine):
    # С-01 to С-09, two rows of С-08 one sale. Мартынова came with her Polo (16) before С-08.
    # The Octavia had been here (27) before С-09, but with Тихонова.
    assert figures(engine, "reverse") == {
        "sales": 9, "reverse": 1, "service_clients": 11, "share": 1 / 9, "of_service": 1 / 11,
    }  # fmt: skip


def test_sales_of_a_period_to_clients_of_the_service(engine):
    # С-08, С-09; with orders in 2023 Соколов, Орлова, Белова, Водянов, Лисин, Мартынова,
    # Тихонова, Юдин.
    keys = ("sales", "reverse", "service_clients")

    assert some(engine, "reverse", *keys, **YEAR_2023) == (2, 1, 8)


def test_geography(engine):
    # Buyers: all of Tula but Зимина. Served: Водянов and Лисин tell no region.
    assert figures(engine, "geography") == {
        f"buyers.{TULA}": 8, f"buyers.{KALUGA}": 1,
        f"served.{TULA}": 8, f"served.{KALUGA}": 1, "served.unknown": 2,
    }  # fmt: skip


@pytest.mark.parametrize("name", catalogue.FUNNELS)
def test_before_the_review_the_bounds_hold_what_it_finds(engine, unjudged, name):
    for option in (Options(), Options(changed_owners=True, used_cars=True, other_regions=True)):
        before = catalogue.report(Desk(unjudged), name, option).figures
        after = catalogue.report(Desk(engine), name, option).figures
        assert [
            (key, before.get(key), one.best)
            for key, one in after.items()
            if key not in before or not before[key].low <= one.best <= before[key].high
        ] == []


def test_a_reverse_funnel_counts_nobody_for_certain_before_the_review(unjudged):
    report = catalogue.report(Desk(unjudged), "reverse", Options())

    assert report.figures["reverse"] == Bounds(0, 1, 1)
    assert report.narrowing
