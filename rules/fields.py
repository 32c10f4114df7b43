"""What a column of a source may mean."""

from enum import StrEnum


class Field(StrEnum):
    """One meaning of a column; several columns may share it where ``MULTIPLE`` says so."""

    # the client
    SRC_ID = "src_id"
    CLIENT_KIND = "client_kind"
    FULL_NAME = "full_name"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    SHORT_NAME = "short_name"
    GENDER = "gender"
    BIRTH_DATE = "birth_date"
    PHONE = "phone"
    PHONE_EXT = "phone_ext"
    EMAIL = "email"
    MESSENGER = "messenger"
    ADDRESS = "address"
    ADDRESS_REG = "address_reg"
    ZIP = "zip"
    REGION = "region"
    DISTRICT = "district"
    CITY = "city"
    STREET = "street"
    HOUSE = "house"
    FLAT = "flat"
    INN = "inn"
    KPP = "kpp"
    OGRN = "ogrn"
    OKPO = "okpo"
    SNILS = "snils"
    PASSPORT = "passport"
    PASSPORT_SERIES = "passport_series"
    PASSPORT_NUMBER = "passport_number"
    PASSPORT_BY = "passport_by"
    PASSPORT_DATE = "passport_date"
    PASSPORT_CODE = "passport_code"
    LICENSE_NO = "license_no"
    COMPANY = "company"
    LEGAL_FORM = "legal_form"
    CONTACT_PERSON = "contact_person"
    POSITION = "position"
    CONSENT_PD = "consent_pd"
    CONSENT_PD_DATE = "consent_pd_date"
    CONSENT_ADS = "consent_ads"
    REFUSAL_ADS = "refusal_ads"  # «не звонить»: a yes here is a no to consent_ads
    BLACKLIST = "blacklist"
    STATUS = "status"
    CARD_NO = "card_no"
    CARD_LEVEL = "card_level"
    DISCOUNT = "discount"
    BONUS = "bonus"
    BALANCE = "balance"
    LEAD_SOURCE = "lead_source"
    MANAGER = "manager"
    AUTHOR = "author"  # who typed the record in
    CREATED_AT = "created_at"
    UPDATED_AT = "updated_at"
    FIRST_VISIT = "first_visit"
    LAST_VISIT = "last_visit"
    COMMENT = "comment"
    DELETED = "deleted"
    # the car
    VIN = "vin"
    BODY_NO = "body_no"
    CHASSIS_NO = "chassis_no"
    ENGINE_NO = "engine_no"
    PLATE = "plate"
    MAKE = "make"
    MODEL = "model"
    MAKE_MODEL = "make_model"
    TRIM = "trim"
    YEAR = "year"
    COLOR = "color"
    BODY_TYPE = "body_type"
    ENGINE_VOL = "engine_vol"
    POWER = "power"
    FUEL = "fuel"
    GEARBOX = "gearbox"
    DRIVE = "drive"
    PTS = "pts"
    EPTS = "epts"
    STS = "sts"
    MILEAGE = "mileage"
    MILEAGE_DATE = "mileage_date"
    FIRST_REG = "first_reg"
    WARRANTY_START = "warranty_start"
    WARRANTY_END = "warranty_end"
    OWNER = "owner"
    DRIVER = "driver"
    SOLD_FLAG = "sold_flag"
    # the sale
    DEAL_NO = "deal_no"
    DEAL_DATE = "deal_date"
    SALE_DATE = "sale_date"
    PRICE = "price"
    SELLER = "seller"
    NEW_USED = "new_used"
    PAY = "pay"
    TRADEIN = "tradein"
    BRANCH = "branch"
    # the work order
    RO_NO = "ro_no"
    RO_OPEN = "ro_open"
    RO_CLOSE = "ro_close"
    RO_STATUS = "ro_status"
    VISIT_KIND = "visit_kind"
    TO_NO = "to_no"
    PAYER = "payer"
    SUM_TOTAL = "sum_total"
    SUM_WORK = "sum_work"
    SUM_PARTS = "sum_parts"
    HOURS = "hours"
    ADVISOR = "advisor"
    MECHANIC = "mechanic"
    SHOP = "shop"
    REASON = "reason"
    WORKS_TEXT = "works_text"
    RECOMMEND = "recommend"
    NEXT_DATE = "next_date"
    NEXT_KM = "next_km"
    CAMPAIGN = "campaign"
    # bookings, calls, claims, surveys
    LOG_NO = "log_no"  # of the booking, the claim or the answer itself
    BK_DATE = "bk_date"
    BK_FOR = "bk_for"
    BK_RESULT = "bk_result"
    CHANNEL = "channel"
    CLAIM_DATE = "claim_date"
    CLAIM_KIND = "claim_kind"
    SURVEY_DATE = "survey_date"
    CSI = "csi"


MULTIPLE = frozenset(
    {
        Field.PHONE,
        Field.EMAIL,
        Field.MESSENGER,
        Field.HOUSE,
        Field.COMMENT,
        Field.REASON,
        Field.WORKS_TEXT,
        Field.RECOMMEND,
    }
)
"""Fields whose value may be spread over several columns."""

PERSONAL_DOCUMENTS = frozenset(
    {
        Field.SNILS,
        Field.PASSPORT,
        Field.PASSPORT_SERIES,
        Field.PASSPORT_NUMBER,
        Field.PASSPORT_BY,
        Field.PASSPORT_DATE,
        Field.PASSPORT_CODE,
        Field.LICENSE_NO,
    }
)
"""Fields of a person's documents: read only where somebody asks for it, and never exported."""
