"""What is known of the levels before any card is seen: the weights of a small base.

Each row gives how often the level occurs in pairs of one client, of related clients and of
strangers. The base itself moves the first two (``matching.core.weights``); a big one outweighs
them.
"""

from matching.core.plain import Same
from matching.core.plan import Shares
from matching.dealer.compare import Birth, Firm, Place
from matching.dealer.contacts import Contact
from matching.dealer.full_name import Order
from matching.dealer.names import Part
from matching.dealer.timeline import Car

# For strangers a name's levels at which the value is known are multiplied by its frequency.
_NAME: Shares = {
    Part.EQUAL: (0.86, 0.04, 1.0),
    Part.TRANSLIT: (0.03, 0.005, 0.05),
    Part.GENDER: (0.0, 0.0, 0.5),
    Part.INITIAL: (0.07, 0.03, 0.08),
    Part.DIMINUTIVE: (0.01, 0.002, 0.2),
    Part.TYPO: (0.03, 0.005, 0.5),
    Part.PARTLY: (0.0, 0.0, 1e-3),
    Part.DIFFERENT: (0.005, 0.92, 1.0),
}
_CONTACT: Shares = {
    Contact.SAME: (0.55, 0.1, 0.02),
    Contact.FAMILY: (0.12, 0.3, 0.1),
    Contact.CROWD: (0.01, 0.05, 5.0),
    Contact.TYPO: (0.03, 0.01, 1e-6),
    Contact.LOCAL: (0.02, 0.01, 1e-5),
    Contact.DIFFERENT: (0.27, 0.53, 1.0),
    Contact.UNTOLD: (0.08, 0.06, 0.03),
}
SHARES: dict[str, Shares] = {
    "last": {
        Part.EQUAL: (0.86, 0.35, 1.0),
        Part.TRANSLIT: (0.03, 0.01, 0.05),
        Part.GENDER: (0.01, 0.15, 0.5),
        Part.INITIAL: (0.003, 0.005, 0.06),
        Part.DIMINUTIVE: (0.001, 0.001, 0.01),
        Part.TYPO: (0.05, 0.01, 0.5),
        Part.PARTLY: (0.005, 0.005, 1e-3),
        Part.DIFFERENT: (0.003, 0.3, 1.0),
        Part.MARRIED: (0.03, 0.16, 1.0),
    },
    "first": _NAME,
    "patronymic": _NAME,
    "order": {Order.STRAIGHT: (0.98, 0.998, 1.0), Order.SWAPPED: (0.02, 0.002, 0.01)},
    "company": {
        Firm.EQUAL: (0.8, 0.03, 1.0),
        Firm.TRANSLIT: (0.05, 0.005, 0.05),
        Firm.TYPO: (0.06, 0.02, 0.5),
        Firm.PARTLY: (0.06, 0.25, 0.02),
        Firm.DIFFERENT: (0.03, 0.695, 1.0),
    },
    "form": {Same.EQUAL: (0.93, 0.55, 0.55), Same.DIFFERENT: (0.07, 0.45, 0.45)},
    "inn": {Same.EQUAL: (0.98, 0.003, 0.001), Same.DIFFERENT: (0.02, 0.997, 1.0)},
    "birth": {
        Birth.EQUAL: (0.9, 0.001, 6e-5),
        Birth.TYPO: (0.04, 0.003, 1.5e-3),
        Birth.PARTLY: (0.02, 0.006, 5e-3),
        Birth.DIFFERENT: (0.04, 0.99, 0.993),
    },
    "phone": _CONTACT,
    "email": _CONTACT,
    "address": {
        Place.HOUSE: (0.6, 0.35, 1e-5),
        Place.STREET: (0.06, 0.03, 1e-3),
        Place.CITY: (0.14, 0.2, 0.15),
        Place.OTHER_STREET: (0.1, 0.17, 0.25),
        Place.OTHER_CITY: (0.1, 0.25, 0.6),
    },
    "car": {
        Car.SAME: (0.45, 0.25, 0.05),
        Car.UNDATED: (0.05, 0.05, 0.05),
        Car.SUCCESSION: (0.08, 0.2, 0.05),
        Car.RESOLD: (0.01, 0.2, 0.05),
        Car.DIFFERENT: (0.41, 0.3, 1.0),
    },
}
