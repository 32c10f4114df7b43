"""The tables of a base: facts first, then what is computed from them.

Facts: source, load, row, dropped, rule_book, decision, judgement, correction, golden_choice,
journal.
Computed, and rebuilt to the same bytes at any time: card, contact, event, vehicle, finding,
census, standing, candidate, review_group, membership, client, golden, client_word, role.
Left by the last search for duplicates, and made anew by a search of everything: shelf, unsearched.
Left by the last report, and made anew by the next where it is not there: fact_part.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from db.columns import KEY, filled, index_where, key, texts

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


meta = Table(
    "meta",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

# ---------------------------------------------------------------- facts: what was loaded

source = Table(
    "source",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    filled("mapping"),  # the last mapping used, as JSON: it is remembered for the next file
    filled("area_code"),  # completes local phone numbers
)

load = Table(
    "load",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source_id", ForeignKey("source.id"), nullable=False),
    Column("at", String(32), nullable=False),
    *texts("by file_name"),
    Column("sha256", String(64), nullable=False),
    Column("asof", Date, nullable=False),
    *texts("layout headers mapping tally"),
)

row = Table(
    "row",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("load_id", ForeignKey("load.id"), nullable=False),
    Column("source_id", ForeignKey("source.id"), nullable=False),
    Column("no", Integer, nullable=False),
    Column("digest", LargeBinary(16), nullable=False),
    Column("card_id", Integer, nullable=False, index=True),
    filled("cells"),
    UniqueConstraint("source_id", "digest"),
)

dropped = Table(
    "dropped",
    metadata,
    Column("load_id", ForeignKey("load.id"), nullable=False),
    Column("line", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    filled("text"),
    PrimaryKeyConstraint("load_id", "line"),
)

# ---------------------------------------------------------------- facts: what people decided

rule_book = Table(
    "rule_book",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    filled("by"),
    filled("text"),  # the dealer's rule file; the last one is in force
)

decision = Table(
    "decision",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("seq", Integer, nullable=False, unique=True),
    Column("at", String(32), nullable=False),
    filled("by"),
    Column("kind", String(16), nullable=False),
    filled("details"),
    Column("undone_by", String(36), nullable=True),
)

judgement = Table(
    "judgement",
    metadata,
    Column("decision_id", ForeignKey("decision.id"), nullable=False),
    Column("left", Integer, nullable=False),
    Column("right", Integer, nullable=False),
    Column("verdict", String(16), nullable=False),
    filled("relation"),
    PrimaryKeyConstraint("decision_id", "left", "right"),
    Index("ix_judgement_pair", "left", "right"),
)

correction = Table(
    "correction",
    metadata,
    Column("decision_id", ForeignKey("decision.id"), nullable=False),
    Column("card_id", Integer, nullable=False, index=True),
    Column("field", String(32), nullable=False),
    Column("raw", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("code", String(16), nullable=False),
    filled("value"),
    PrimaryKeyConstraint("decision_id", "card_id", "field", "raw", "code"),
)

golden_choice = Table(
    "golden_choice",
    metadata,
    Column("decision_id", ForeignKey("decision.id"), nullable=False),
    Column("card_id", Integer, nullable=False, index=True),
    Column("field", String(32), nullable=False),
    PrimaryKeyConstraint("decision_id", "card_id", "field"),
)

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    filled("by"),
    Column("action", String(32), nullable=False),
    filled("details"),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

# ---------------------------------------------------------------- computed from rows

card = Table(
    "card",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source_id", ForeignKey("source.id"), nullable=False),
    Column("source_key", Text, nullable=False),
    Column("state", String(16), nullable=False, server_default="clean"),
    Column("kind", String(16), nullable=False, server_default="person"),
    *texts("last_name first_name patronymic gender company company_key legal_form inn"),
    Column("birth_date", Date, nullable=True),
    *texts("zip region city street house flat address consent_pd consent_ads blacklist remark"),
    Column("seen", Date, nullable=True),  # the latest dated fact of the card
    # a hash of all that was derived for the card, to leave alone what comes out the same;
    # it may differ from one version of the program to the next
    Column("seal", BigInteger, nullable=False, server_default="0"),
    UniqueConstraint("source_id", "source_key"),
    index_where("ix_card_inn", "inn", where="inn <> ''"),
    index_where("ix_card_birth_date", "birth_date", where="birth_date IS NOT NULL"),
)

contact = Table(
    "contact",
    metadata,
    Column("card_id", Integer, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("value", KEY, nullable=False),
    key("tail"),  # the last digits of a phone
    filled("extension"),
    Column("position", Integer, nullable=False),
    PrimaryKeyConstraint("card_id", "kind", "value"),
    Index("ix_contact_value", "value"),
    index_where("ix_contact_tail", "tail", where="tail <> ''"),
)

vehicle = Table(
    "vehicle",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    key("vin"),
    key("vin_tail"),
    key("body_no"),
    *texts("plate make model"),
    Column("year", Integer, nullable=True),
    index_where("ix_vehicle_vin", "vin", where="vin <> ''"),
    index_where("ix_vehicle_vin_tail", "vin_tail", where="vin_tail <> ''"),
    index_where("ix_vehicle_body_no", "body_no", where="body_no <> ''"),
)

event = Table(
    "event",
    metadata,
    Column("row_id", Integer, primary_key=True, autoincrement=False),
    Column("card_id", Integer, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("date", Date, nullable=True),
    Column("closed", Date, nullable=True),
    *texts("number status visit_kind to_no"),
    # what the number was read from: "field", "kind" of repair, "text" of works; "mileage" guesses
    Column("to_basis", String(8), nullable=False, server_default=""),
    filled("payer"),
    Column("mileage", Integer, nullable=True),
    *texts("amount branch staff vin body_no"),
    key("plate"),
    *texts("make model"),
    Column("year", Integer, nullable=True),
    Column("vehicle_id", Integer, nullable=True, index=True),
    Column("due", Date, nullable=True),  # the day a booking is for
    # new, used; wanted, booked, arrived, missed, cancelled; oral, written, court
    Column("outcome", String(16), nullable=False, server_default=""),
    filled("channel"),
    # a survey's mark, and the greatest possible one where the cell tells it
    Column("score", Float, nullable=True),
    Column("scale", Integer, nullable=True),
    index_where("ix_event_plate", "plate", where="plate <> ''"),
    index_where("ix_event_body_no", "body_no", where="body_no <> ''"),
    index_where("ix_event_piece", "vin", where="vin <> '' AND length(vin) <> 17"),
)

finding = Table(
    "finding",
    metadata,
    Column("row_id", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("card_id", Integer, nullable=False, index=True),
    Column("field", String(32), nullable=False),
    Column("code", String(16), nullable=False, index=True),
    Column("severity", String(8), nullable=False),
    *texts("raw value suggestion"),
    Column("repaired", Boolean, nullable=False),
    filled("params"),
    Column("state", String(16), nullable=False),
    PrimaryKeyConstraint("row_id", "position"),
)

# what the rules over the whole base count, so that one change counts nothing anew but itself
census = Table(
    "census",
    metadata,
    filled("plant"),  # the WMI whose cars are counted, "" for what is counted over all
    Column("what", String(16), nullable=False),
    filled("key"),
    Column("number", Integer, nullable=False),
    PrimaryKeyConstraint("plant", "what", "key"),
)

# ---------------------------------------------------------------- computed from cards

candidate = Table(
    "candidate",
    metadata,
    Column("left", Integer, nullable=False),
    Column("right", Integer, nullable=False),
    Column("probability", Float, nullable=False),
    Column("relation", String(24), nullable=False),
    filled("evidence"),
    Column("admitted", Boolean, nullable=False),
    Column("group_id", BigInteger, nullable=False, index=True),
    Column("state", String(16), nullable=False, index=True),
    PrimaryKeyConstraint("left", "right"),
    Index("ix_candidate_right", "right"),
)

review_group = Table(
    "review_group",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("cards", Integer, nullable=False),
    Column("open", Integer, nullable=False),
    Column("probability", Float, nullable=False),
    index_where("ix_review_group_likely", "probability", "id", where="open > 0"),
    index_where("ix_review_group_large", "cards", "probability", "id", where="open > 0"),
)

# rows in parts that the next search looks new cards up in; db.shelf knows their form
shelf = Table(
    "shelf",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("first", BigInteger, nullable=False),  # the lowest key of the part
    Column("data", LargeBinary, nullable=False),
)

# columns of events and cards in parts, for reports; db.fact_parts knows when they hold
fact_part = Table(
    "fact_part",
    metadata,
    Column("of", String(16), primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("name", String(16), primary_key=True),
    Column("seal", String(64), nullable=False),
    Column("data", LargeBinary, nullable=False),
)

# cards written or told of other cars since the last search
unsearched = Table(
    "unsearched",
    metadata,
    Column("card_id", Integer, primary_key=True, autoincrement=False),
)

standing = Table(
    "standing",
    metadata,
    Column("left", Integer, nullable=False),
    Column("right", Integer, nullable=False),
    Column("decision_id", String(36), nullable=False),
    Column("verdict", String(16), nullable=False),
    filled("relation"),
    PrimaryKeyConstraint("left", "right"),
    Index("ix_standing_right", "right"),
)

membership = Table(
    "membership",
    metadata,
    Column("card_id", Integer, primary_key=True, autoincrement=False),
    Column("client_id", Integer, nullable=False, index=True),
)

client = Table(
    "client",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    *texts("last_name first_name patronymic gender company legal_form inn"),
    Column("birth_date", Date, nullable=True),
    *texts("phones emails zip region city address consent_pd consent_ads blacklist"),
    Column("seen", Date, nullable=True),
    Column("cards", Integer, nullable=False),
    filled("sort_name"),
    Index("ix_client_sort_name", "sort_name", "id"),
)

golden = Table(
    "golden",
    metadata,
    Column("client_id", Integer, nullable=False),
    Column("field", String(32), nullable=False),
    Column("card_id", Integer, nullable=False),
    Column("reason", String(16), nullable=False),
    PrimaryKeyConstraint("client_id", "field"),
)

client_word = Table(
    "client_word",
    metadata,
    Column("client_id", Integer, nullable=False),
    Column("word", KEY, nullable=False),  # of a name on any of the client's cards, folded
    PrimaryKeyConstraint("client_id", "word"),
    Index("ix_client_word_word", "word", "client_id"),
    sqlite_with_rowid=False,
)

role = Table(
    "role",
    metadata,
    Column("client_id", Integer, nullable=False, index=True),
    Column("vehicle_id", Integer, nullable=False),
    Column("role", String(16), nullable=False),
    Column("start", Date, nullable=True),
    Column("end", Date, nullable=True),
    Column("row_id", Integer, nullable=False),  # the event that shows it
    PrimaryKeyConstraint("vehicle_id", "client_id", "role", "row_id"),
)
