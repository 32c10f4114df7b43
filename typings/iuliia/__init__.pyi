class Schema: ...

ALA_LC: Schema
BGN_PCGN: Schema
GOST_52290: Schema
GOST_52535: Schema
GOST_7034: Schema
GOST_779: Schema
ICAO_DOC_9303: Schema
ISO_9_1968: Schema
MOSMETRO: Schema
MVD_310: Schema
MVD_782: Schema
SCIENTIFIC: Schema
TELEGRAM: Schema
WIKIPEDIA: Schema
YANDEX_MAPS: Schema
YANDEX_MONEY: Schema

def translate(source: str, schema: Schema) -> str: ...
