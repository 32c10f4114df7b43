"""Facts made by hand, a few at a time, for truths that a reader can recount."""

from datetime import date

from bench.generator.service_life.facts import MAINTENANCE, Ledger, WorkOrder
from bench.generator.truth.known import known
from bench.generator.world import Car, Home, Person, Sale

HOME, ELSEWHERE = "Самарская область", "Пермский край"


def day(text):
    return date.fromisoformat(text).toordinal()


def person(key, region=HOME):
    home = Home("443001", region, "Самара", "Речная", "1", "", "63", local=region == HOME)
    return Person(key, "Иванов", "Иван", "Иванович", female=False, birth=day("1980-01-01"),
                  home=home, phone="9161234567")  # fmt: skip


def car(vin, make="LADA", model="Vesta", year=2020):
    return Car(vin, "", "А123ВС63", make, model, make, model, year, "белый", 900_000, "63")


def sale(when, buyer, sold, *, used=False):
    return Sale(day(when), buyer, sold, used=used)


def order(when, client, brought, kind="repair", *, roubles=1000, **said):
    return WorkOrder(day(when), client, brought, kind, amount=roubles * 100, **said)


def maintained(when, client, brought, to_no, **said):
    return order(when, client, brought, MAINTENANCE, to_no=to_no, **said)


def counted(*facts, **said):
    return known(ledger(*facts, **said))


def ledger(*facts, **said):
    return Ledger(
        sales=[one for one in facts if isinstance(one, Sale)],
        orders=[one for one in facts if isinstance(one, WorkOrder)],
        **said,
    )
