"""The plans of a dealer's cards: persons and companies."""

from matching.core.plain import Same
from matching.core.plan import Block, Field, Plan, Rarity
from matching.dealer import seeds, veto
from matching.dealer.compare import Birth, Firm, Place
from matching.dealer.contacts import Contact
from matching.dealer.defaults import SHARES
from matching.dealer.full_name import Order
from matching.dealer.names import KEYED, Part
from matching.dealer.timeline import Car

_LAST = Field("last", Part, SHARES["last"], keyed=KEYED, other=(Part.DIFFERENT,))
_FIRST = Field("first", Part, SHARES["first"], keyed=KEYED)
_PATRONYMIC = Field("patronymic", Part, SHARES["patronymic"], keyed=KEYED)
_ORDER = Field("order", Order, SHARES["order"], silent=(Order.STRAIGHT,))
_GENDER = Field("gender", Same, silent=(Same.EQUAL,))
_COMPANY = Field("company", Firm, SHARES["company"])
_FORM = Field("form", Same, SHARES["form"], silent=(Same.EQUAL,), sampled=True)
_BIRTH = Field("birth", Birth, SHARES["birth"], sampled=True)
_SHARED_CONTACT = (Contact.SAME, Contact.FAMILY, Contact.CROWD, Contact.UNTOLD)
# One ИНН is one client by law: related clients teach nothing about it.
_SHARED = (
    Field("inn", Same, SHARES["inn"], per_card=(Same.EQUAL,), pinned=True),
    Field("phone", Contact, SHARES["phone"], per_card=_SHARED_CONTACT),
    Field("email", Contact, SHARES["email"], per_card=_SHARED_CONTACT),
    Field("address", Place, SHARES["address"], sampled=True),
    Field("car", Car, SHARES["car"], per_card=(Car.SAME, Car.UNDATED, Car.SUCCESSION, Car.RESOLD)),
)
_ALONE = tuple(Block(field.name, (field,)) for field in _SHARED)
_AGREEING = tuple(level for level in Part if level not in (Part.MISSING, Part.DIFFERENT))

# A town of 50,000 people has so many cars' owners and so many companies (in Russia 400 cars and
# 22 companies to 1,000 people): a small base is drawn from them.
_OWNERS, _FIRMS = 20_000, 1_100

PERSONS = Plan(
    "person",
    (
        Block("name", (_LAST, _FIRST, _PATRONYMIC, _ORDER), chance={"first": _AGREEING}),
        Block("birth", (_BIRTH,)),
        *_ALONE,
    ),
    rarities=(Rarity("surname", 0.8), Rarity("given", 1.2, chance=("first", "patronymic"))),
    seeds=seeds.of_persons,
    vetoes=veto.of_persons,
    beside=(_GENDER,),
    town=_OWNERS,
)
COMPANIES = Plan(
    "company",
    (Block("company", (_COMPANY, _FORM)), *_ALONE),
    rarities=(Rarity("surname", 0.8),),
    seeds=seeds.of_companies,
    vetoes=veto.of_companies,
    town=_FIRMS,
)
PLANS = (PERSONS, COMPANIES)
FIELDS = {field.name: field for plan in PLANS for field in plan.fields}
"""Every field of a card that is compared."""
