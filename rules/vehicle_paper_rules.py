"""The rules on the papers of a car, as data; ``rules.vehicle_paper`` reads them."""

from dataclasses import dataclass

from resources.texts import marked
from rules.finding import Rule, Severity

_STS = "приказ МВД России от 23.04.2019 № 267"
_PTS = "приказ МВД, Минпромэнерго и Минэкономразвития России от 23.06.2005 № 496/192/134"
_EPTS = "решение Коллегии ЕЭК от 22.09.2015 № 122"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one paper: wrong length, none at all, invented, look-alikes, a float."""

    wrong_length: Rule
    none: Rule
    invented: Rule
    lookalikes: Rule
    float_: Rule

    @property
    def all(self) -> tuple[Rule, ...]:
        """The rules in the order of their codes."""
        return (self.wrong_length, self.none, self.invented, self.lookalikes, self.float_)


STS = Rules(
    wrong_length=Rule(
        "STS101",
        "sts",
        Severity.BLOCK,
        marked("A registration certificate (СТС) has 10 characters, here there are {length}."),
        marked("Copy series and number from the certificate, for example 77 УЕ 952328."),
        _STS,
        ("77 УЕ 95232", "7701 9523281"),
        ("77 УЕ 952328", "9901 952328"),
    ),
    none=Rule(
        "STS102",
        "sts",
        Severity.BLOCK,
        marked("«{value}» is no number of a registration certificate (СТС)."),
        marked("Two digits, two letters or digits, six digits: 77 УЕ 952328 or 99 01 952328."),
        _STS,
        ("выдано РЭО", "7У УЕ 952328", "9.9E+09"),
        ("СТС 77 УЕ № 952328",),
    ),
    invented=Rule(
        "STS103",
        "sts",
        Severity.BLOCK,
        marked("The registration certificate (СТС) {value} is invented."),
        marked("Copy series and number from the certificate, or leave the cell empty."),
        _STS,
        ("1111111111", "77 УЕ 000000"),
        ("77 УЕ 952328",),
    ),
    lookalikes=Rule(
        "STS301",
        "sts",
        Severity.INFO,
        marked("Look-alike characters in the СТС were replaced: {suggestion}."),
        marked("The letters of the series are Cyrillic."),
        "",
        ("77 YE 952328", "77 УЕ 95О328"),
        ("77 УЕ 952328",),
    ),
    float_=Rule(
        "STS302",
        "sts",
        Severity.INFO,
        marked("The СТС was a spreadsheet's float: {suggestion}."),
        marked("Give the column the text format."),
        "",
        ("9901952328.0",),
        ("9901952328",),
    ),
)
PTS = Rules(
    wrong_length=Rule(
        "PTS101",
        "pts",
        Severity.BLOCK,
        marked("A ПТС has 10 characters, an electronic one 15, here there are {length}."),
        marked("Copy series and number from the paper, for example 78 УЕ 952328."),
        _PTS,
        ("78 УЕ 95232", "1643010000012"),
        ("78 УЕ 952328", "164301000001234"),
    ),
    none=Rule(
        "PTS102",
        "pts",
        Severity.BLOCK,
        marked("«{value}» is no number of a ПТС."),
        marked("Two digits, two letters or digits, six digits: 78 УЕ 952328."),
        _PTS,
        ("выдан таможней", "7У УЕ 952328", "9.9E+09"),
        ("ПТС 78 УЕ № 952328",),
    ),
    invented=Rule(
        "PTS103",
        "pts",
        Severity.BLOCK,
        marked("The ПТС {value} is invented."),
        marked("Copy series and number from the paper, or leave the cell empty."),
        _PTS,
        ("1111111111", "78 УЕ 000000"),
        ("78 УЕ 952328",),
    ),
    lookalikes=Rule(
        "PTS301",
        "pts",
        Severity.INFO,
        marked("Look-alike characters in the ПТС were replaced: {suggestion}."),
        marked("The letters of the series are Cyrillic."),
        "",
        ("78 YE 952328", "78 УЕ 95О328"),
        ("78 УЕ 952328",),
    ),
    float_=Rule(
        "PTS302",
        "pts",
        Severity.INFO,
        marked("The ПТС was a spreadsheet's float: {suggestion}."),
        marked("Give the column the text format."),
        "",
        ("7801952328.0",),
        ("7801952328",),
    ),
)
EPTS = Rules(
    wrong_length=Rule(
        "EPT101",
        "epts",
        Severity.BLOCK,
        marked("An electronic ПТС has 15 digits, here there are {length}."),
        marked("Copy the number from the extract, for example 164301000001234."),
        _EPTS,
        ("16430100000123", "1643010000012345"),
        ("164301000001234",),
    ),
    none=Rule(
        "EPT102",
        "epts",
        Severity.BLOCK,
        marked("«{value}» is no number of an electronic ПТС."),
        marked("It consists of 15 digits, for example 164301000001234."),
        _EPTS,
        ("оформляется", "1.643E+14"),
        ("ЭПТС 164301000001234",),
    ),
    invented=Rule(
        "EPT103",
        "epts",
        Severity.BLOCK,
        marked("The electronic ПТС {value} is invented."),
        marked("Copy the number from the extract, or leave the cell empty."),
        _EPTS,
        ("111111111111111",),
        ("164301000001234",),
    ),
    lookalikes=Rule(
        "EPT301",
        "epts",
        Severity.INFO,
        marked("Letters typed for digits in the electronic ПТС were replaced: {suggestion}."),
        marked("Write 0 and 1, not O and l."),
        "",
        ("1643О1000001234",),
        ("164301000001234",),
    ),
    float_=Rule(
        "EPT302",
        "epts",
        Severity.INFO,
        marked("The electronic ПТС was a spreadsheet's float: {suggestion}."),
        marked("Give the column the text format."),
        "",
        ("164301000001234.0",),
        ("164301000001234",),
    ),
)
UNUSUAL_EPTS = Rule(
    "EPT201",
    "epts",
    Severity.WARN,
    marked("{value} does not look like an electronic ПТС."),
    marked("Its first digit is 1 to 3, its sixth 1 to 4: compare it with the extract."),
    _EPTS,
    ("964301000001234", "164309000001234"),
    ("164301000001234",),
)
PAPER_IS_ELECTRONIC = Rule(
    "PTS303",
    "pts",
    Severity.INFO,
    marked("{value} is an electronic ПТС."),
    marked("Better keep it in the field of the electronic ПТС."),
    _EPTS,
    ("164301000001234",),
    ("78 УЕ 952328",),
)
PAPER_NOT_ELECTRONIC = Rule(
    "EPT303",
    "epts",
    Severity.INFO,
    marked("{value} is a ПТС on paper."),
    marked("Better keep it in the field of the ПТС."),
    _PTS,
    ("78 УЕ 952328",),
    ("164301000001234",),
)
RULES = (
    *STS.all,
    *PTS.all,
    PAPER_IS_ELECTRONIC,
    *EPTS.all,
    UNUSUAL_EPTS,
    PAPER_NOT_ELECTRONIC,
)
