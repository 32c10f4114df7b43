"""Who pays a work order."""

from enum import StrEnum
import re
from rules.finding import Normal


class Payer(StrEnum):
    CLIENT = "client"
    WARRANTY = "warranty"
    INTERNAL = "internal"
    INSURER = "insurer"


def normalise(text):
    v = text.strip().lower()
    if re.search("гарант|завод|импорт|дистриб|warr", v):
        return Normal(Payer.WARRANTY)
    if re.search("внутр|салон|internal", v):
        return Normal(Payer.INTERNAL)
    if re.search("страх|каско|осаго", v):
        return Normal(Payer.INSURER)
    if v:
        return Normal(Payer.CLIENT)
    return Normal(None)
