"""What may be wrong with a phone, as data; ``rules.phone`` finds it."""

from resources.texts import marked
from rules.finding import Rule, Severity

UNREADABLE = Rule(
    "TEL101",
    "phone",
    Severity.BLOCK,
    marked("«{value}» holds no phone number."),
    marked("Write the number with its code, for example +7 916 123-45-67."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("мама", "звонить вечером"),
    good=("8 (916) 240-35-81", ""),
)
NO_SUCH_NUMBER = Rule(
    "TEL102",
    "phone",
    Severity.BLOCK,
    marked("«{value}» is no phone number: it has {length} digits, or its code does not exist."),
    marked("A Russian number is +7 and ten digits; a foreign one begins with + and its country."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("8 916 123-45-6", "8 (000) 123-45-67", "+7 916 123 45 678"),
    good=("8 916 240-35-81", "+375 29 240-35-81"),
)
PLACEHOLDER = Rule(
    "TEL103",
    "phone",
    Severity.BLOCK,
    marked("«{value}» is an invented number: zeros, or one digit over and over."),
    marked("Write the client's number or leave the cell empty."),
    bad=("8 999 999-99-99", "1111111111", "+7 900 000-00-00"),
    good=("8 916 240-35-81",),
)
ROUNDED = Rule(
    "TEL104",
    "phone",
    Severity.BLOCK,
    marked("The spreadsheet has rounded the number «{value}», its last digits are lost."),
    marked("Give the column the text format and export it again."),
    source="ECMA-376",
    bad=("8.916E+10", "7,9E+10"),
    good=("8.9161234567E10", "89161234567.0"),
)
LOCAL = Rule(
    "TEL201",
    "phone",
    Severity.WARN,
    marked("«{value}» is a local number without its city code."),
    marked("Write the number with its code, for example +7 495 123-45-67."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("123-45-67", "36-12-34"),
    good=("8 (495) 123-45-67", "8 (4872) 36-12-34"),
)
COMPLETED = Rule(
    "TEL202",
    "phone",
    Severity.WARN,
    marked("The local number «{value}» was completed with a city code: {suggestion}."),
    marked("Check the code and write the number with it."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("8 (495) 123-45-67, 765-43-21",),
    good=("8 (495) 123-45-67, 8 (495) 765-43-21",),
)
SUSPICIOUS = Rule(
    "TEL203",
    "phone",
    Severity.WARN,
    marked("The number {value} looks invented: its digits repeat or run in order."),
    marked("Ask the client for the number."),
    bad=("8 916 123-45-67", "8 916 111-11-11"),
    good=("8 916 240-35-81",),
)
LEFT_OUT = Rule(
    "TEL204",
    "phone",
    Severity.WARN,
    marked("«{value}» in the cell is no phone number and was left out."),
    marked("Write each number whole, separated by commas."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("8 916 240-35-81, 8 916 240-35",),
    good=("8 916 240-35-81, 8 916 240-35-82",),
)
UNALLOTTED = Rule(
    "TEL205",
    "phone",
    Severity.WARN,
    marked("The number {value} lies in a range that is not in use."),
    marked("Check its digits; new ranges open now and then."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("8 930 001-45-67",),
    good=("8 916 240-35-81",),
)
PLUS_GUESSED = Rule(
    "TEL206",
    "phone",
    Severity.WARN,
    marked("No country has the number «{value}»; it was read as {suggestion}."),
    marked("Check it: either +7 is missing or a digit of a foreign number."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("+9162403581",),
    good=("+7 916 240-35-81", "916 240-35-81"),
)
OLD_CODE = Rule(
    "TEL301",
    "phone",
    Severity.INFO,
    marked("The city code before December 2005 was replaced: {suggestion}."),
    marked("Write the code of today: Moscow is 495 and no longer 095."),
    source="решение о смене кодов с 01.12.2005",
    bad=("8 (095) 240-35-81", "8 (0112) 24-03-58"),
    good=("8 (495) 240-35-81",),
)
FLOAT = Rule(
    "TEL302",
    "phone",
    Severity.INFO,
    marked("The number was a spreadsheet's float: {suggestion}."),
    marked("Give the column the text format."),
    source="ECMA-376",
    bad=("89162403581.0", "8.9162403581E10"),
    good=("89162403581",),
)
LETTERS = Rule(
    "TEL303",
    "phone",
    Severity.INFO,
    marked("Letters typed for digits were replaced: {suggestion}."),
    marked("Write 0 and 1, not O and l."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("8 9l6 24O-35-81",),
    good=("8 916 240-35-81",),
)
SEVERAL = Rule(
    "TEL304",
    "phone",
    Severity.INFO,
    marked("The cell holds several numbers: {suggestion}."),
    marked("Each number is better kept in a cell of its own."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("8 916 240-35-81, 8 916 240-35-82",),
    good=("8 916 240-35-81",),
)
REMARK = Rule(
    "TEL305",
    "phone",
    Severity.INFO,
    marked("The words beside the number were left out: «{words}»."),
    marked("Keep names and remarks in the comment."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("8 916 240-35-81 мама", "Иван 8 916 240-35-81"),
    good=("8 916 240-35-81", "8 (495) 240-35-81 доб. 12"),
)
PLUS_ADDED = Rule(
    "TEL306",
    "phone",
    Severity.INFO,
    marked("A foreign number without «+» was read as {suggestion}."),
    marked("Begin a foreign number with + and the code of its country."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("375 29 240-35-81", "998901234567"),
    good=("+375 29 240-35-81",),
)
PLUS_DROPPED = Rule(
    "TEL307",
    "phone",
    Severity.INFO,
    marked("The «+» before «{value}» was wrong, the number was read as {suggestion}."),
    marked("After + comes the code of the country: +7, not +8."),
    source="ITU-T E.164; план нумерации РФ",
    bad=("+8 916 240-35-81",),
    good=("+7 916 240-35-81", "8 916 240-35-81"),
)
RULES = (
    UNREADABLE,
    NO_SUCH_NUMBER,
    PLACEHOLDER,
    ROUNDED,
    LOCAL,
    COMPLETED,
    SUSPICIOUS,
    LEFT_OUT,
    UNALLOTTED,
    PLUS_GUESSED,
    OLD_CODE,
    FLOAT,
    LETTERS,
    SEVERAL,
    REMARK,
    PLUS_ADDED,
    PLUS_DROPPED,
)
