"""Whether a work order is closed, open or cancelled."""

from enum import StrEnum
import re
from rules.finding import Normal


class OrderStatus(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    CANCELLED = "cancelled"


def normalise(text):
    v = text.strip().lower()
    if re.search("закр|выполн|выдан|clos|done|complet", v):
        return Normal(OrderStatus.CLOSED)
    if re.search("отказ|отмен|аннул|cancel|void", v):
        return Normal(OrderStatus.CANCELLED)
    if v:
        return Normal(OrderStatus.OPEN)
    return Normal(None)
