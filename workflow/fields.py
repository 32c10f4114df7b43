"""Which rule reads which field, and the columns that come out of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import Any

import polars as pl

from rules import (
    address,
    amount,
    blacklist,
    body_no,
    booking_result,
    chassis_no,
    claim_kind,
    client,
    consent,
    driving_licence,
    email,
    engine_no,
    gender,
    inn,
    kpp,
    make_model,
    mileage,
    new_used,
    ogrn,
    order_status,
    passport,
    payer,
    person,
    phone,
    plate,
    score,
    snils,
    to_no,
    vehicle_paper,
    vehicle_text,
    vin,
    visit_kind,
    year,
)
from rules import date as dates
from rules.client import ClientKind, ClientName
from rules.fields import Field
from rules.finding import Normal
from rules.visit_kind import VisitKind
from workflow.distinct import EXTENSION, Schema
from workflow.entries import CAR, JOINT, NAME_PARTS

_TEXT = pl.String()

NAME: Schema = {
    "kind": _TEXT,
    "last_name": _TEXT,
    "first_name": _TEXT,
    "patronymic": _TEXT,
    "gender": _TEXT,
    "company": _TEXT,
    "company_key": _TEXT,
    "legal_form": _TEXT,
    "remark": _TEXT,
    "spare": _TEXT,
}
PHONES: Schema = {"phones": pl.List(pl.String())}
EMAILS: Schema = {"emails": pl.List(pl.String())}
ADDRESS: Schema = {
    "zip": _TEXT,
    "region": _TEXT,
    "city": _TEXT,
    "street": _TEXT,
    "house": _TEXT,
    "flat": _TEXT,
}
VIN: Schema = {"vin": _TEXT, "body_no": _TEXT}
CAR_NAME: Schema = {"make": _TEXT, "model": _TEXT}
CAR_TEXT: Schema = {"vin_text": _TEXT, "plate_text": _TEXT, "rest": _TEXT}
DATE: Schema = {"date": pl.Date()}
NUMBER: Schema = {"number": pl.Int64()}
FLAG: Schema = {"flag": _TEXT}
TEXT: Schema = {"normal": _TEXT}
VISIT: Schema = {"visit_kind": _TEXT, "to_no": _TEXT}
MARK: Schema = {"score": pl.Float64(), "scale": pl.Int64()}


_MEMORY = 1 << 15
_RECURRING = (
    Field.BIRTH_DATE,
    Field.SALE_DATE,
    Field.RO_OPEN,
    Field.RO_CLOSE,
    Field.CREATED_AT,
    Field.UPDATED_AT,
    Field.MAKE_MODEL,
    CAR,
    Field.YEAR,
    Field.VISIT_KIND,
    Field.RO_STATUS,
    Field.PAYER,
    Field.TO_NO,
    Field.REASON,
    Field.WORKS_TEXT,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the entries of one field are read: the rule, its output columns, and the way out.

    ``forced`` is the output that takes the raw text when a person waives a blocking finding;
    "" where a raw text has no place (a date, a number).
    """

    rule: Callable[[str], Normal[Any]]
    outputs: Schema
    unpack: Callable[[Any], tuple[object, ...]]
    forced: str = ""


@lru_cache(maxsize=4)
def readings(*, asof: date, area_code: str) -> Mapping[str, Reading]:
    """The reading of every field that a rule knows; the others stay as they came.

    What cars, days and visits are called comes back block after block and is remembered.
    """
    found = _readings(asof, area_code)
    return found | {name: _remembered(found[name]) for name in _RECURRING}


def _remembered(reading: Reading) -> Reading:
    return replace(reading, rule=lru_cache(maxsize=_MEMORY)(reading.rule))


def _readings(asof: date, area_code: str) -> dict[str, Reading]:
    event_date = Reading(partial(dates.normalise, asof=asof), DATE, _alone)
    flag = Reading(consent.normalise, FLAG, _flag)
    return {
        Field.FULL_NAME: Reading(client.normalise, NAME, _client, "last_name"),
        Field.COMPANY: Reading(client.normalise, NAME, _client, "last_name"),
        NAME_PARTS: Reading(_name_parts, NAME, _client, "last_name"),
        Field.PHONE: Reading(
            partial(phone.normalise, area_code=area_code), PHONES, _phones, "phones"
        ),
        Field.EMAIL: Reading(email.normalise, EMAILS, _list, "emails"),
        Field.INN: Reading(inn.normalise, TEXT, _alone, "normal"),
        Field.KPP: Reading(kpp.normalise, TEXT, _alone, "normal"),
        Field.OGRN: Reading(ogrn.normalise, TEXT, _alone, "normal"),
        Field.BIRTH_DATE: Reading(partial(dates.normalise, asof=asof, birth=True), DATE, _alone),
        Field.GENDER: Reading(_gender, TEXT, _alone),
        Field.ADDRESS: Reading(address.normalise, ADDRESS, _address),
        Field.CONSENT_PD: flag,
        Field.CONSENT_ADS: flag,
        Field.REFUSAL_ADS: Reading(consent.refusal, FLAG, _flag),
        Field.BLACKLIST: Reading(blacklist.normalise, FLAG, _flag),
        Field.VIN: Reading(_vin, VIN, _both, "vin"),
        Field.BODY_NO: Reading(body_no.normalise, TEXT, _alone, "normal"),
        Field.CHASSIS_NO: Reading(_chassis, VIN, _both, "body_no"),
        Field.ENGINE_NO: Reading(engine_no.normalise, TEXT, _alone, "normal"),
        Field.STS: Reading(vehicle_paper.sts, TEXT, _alone, "normal"),
        Field.PTS: Reading(vehicle_paper.pts, TEXT, _alone, "normal"),
        Field.EPTS: Reading(vehicle_paper.epts, TEXT, _alone, "normal"),
        Field.PLATE: Reading(plate.normalise, TEXT, _alone, "normal"),
        Field.MAKE_MODEL: Reading(make_model.normalise, CAR_NAME, _make_model),
        CAR: Reading(_car_parts, CAR_NAME, _make_model),
        Field.YEAR: Reading(partial(year.normalise, asof=asof), NUMBER, _alone),
        Field.MILEAGE: Reading(mileage.normalise, NUMBER, _alone),
        Field.SUM_TOTAL: Reading(amount.normalise, TEXT, _shown),
        Field.PRICE: Reading(amount.normalise, TEXT, _shown),
        Field.SALE_DATE: event_date,
        Field.RO_OPEN: event_date,
        Field.RO_CLOSE: event_date,
        Field.CREATED_AT: event_date,
        Field.UPDATED_AT: event_date,
        Field.VISIT_KIND: Reading(_visit, VISIT, _both),
        Field.TO_NO: Reading(to_no.normalise, TEXT, _shown),
        Field.REASON: Reading(_visit_in_text, VISIT, _both),
        Field.WORKS_TEXT: Reading(_visit_in_text, VISIT, _both),
        **_outcomes(event_date, asof),
        **_documents(asof),
    }


def _outcomes(event_date: Reading, asof: date) -> dict[str, Reading]:
    """The readings of how a sale, an order, a booking, a claim or a survey came out, and when."""
    return {
        Field.RO_STATUS: Reading(order_status.normalise, TEXT, _shown),
        Field.PAYER: Reading(payer.normalise, TEXT, _shown),
        Field.NEW_USED: Reading(new_used.normalise, TEXT, _shown),
        Field.BK_DATE: event_date,
        Field.BK_FOR: Reading(partial(dates.planned, asof=asof), DATE, _alone),
        Field.BK_RESULT: Reading(booking_result.normalise, TEXT, _shown),
        Field.CLAIM_DATE: event_date,
        Field.CLAIM_KIND: Reading(claim_kind.normalise, TEXT, _shown),
        Field.SURVEY_DATE: event_date,
        Field.CSI: Reading(score.normalise, MARK, _mark),
    }


def _documents(asof: date) -> dict[str, Reading]:
    """The readings of a person's documents: checked, and used nowhere else."""
    return {
        Field.SNILS: Reading(snils.normalise, TEXT, _alone),
        Field.PASSPORT: Reading(partial(passport.normalise, asof=asof), TEXT, _alone),
        Field.PASSPORT_SERIES: Reading(partial(passport.series, asof=asof), TEXT, _alone),
        Field.PASSPORT_NUMBER: Reading(partial(passport.number, asof=asof), TEXT, _alone),
        Field.PASSPORT_CODE: Reading(passport.office, TEXT, _alone),
        Field.PASSPORT_DATE: Reading(partial(passport.issued_on, asof=asof), DATE, _alone),
        Field.LICENSE_NO: Reading(driving_licence.normalise, TEXT, _alone),
    }


CAR_PIECES = Reading(
    lru_cache(maxsize=_MEMORY)(lambda text: Normal(vehicle_text.extract(text))),
    CAR_TEXT,
    lambda found: (found.vin, found.plate, found.rest),
)


def _alone(value: object) -> tuple[object, ...]:
    return (value,)


def _shown(value: object) -> tuple[object, ...]:
    return (str(value),)


def _list(values: tuple[str, ...]) -> tuple[object, ...]:
    return (list(values),)


def _mark(value: score.Mark) -> tuple[object, ...]:
    return (value.score, value.scale)


def _both(value: tuple[str, str]) -> tuple[object, ...]:
    return value


def _flag(value: bool) -> tuple[object, ...]:  # noqa: FBT001 - a rule's value
    return ("yes" if value else "no",)


def _phones(phones: tuple[phone.Phone, ...]) -> tuple[object, ...]:
    return ([f"{one.number}{EXTENSION}{one.extension}" for one in phones],)


def _address(found: address.Address) -> tuple[object, ...]:
    return (found.index, found.region, found.city, found.street, found.house, found.flat)


def _make_model(found: make_model.MakeModel) -> tuple[object, ...]:
    return (found.make, found.model)


def _client(found: ClientName) -> tuple[object, ...]:
    who, firm = found.person, found.company
    return (
        str(found.kind),
        who.last if who else "",
        who.first if who else "",
        who.patronymic if who else "",
        who.gender if who else "",
        firm.name if firm else "",
        firm.key if firm else "",
        firm.form if firm else "",
        who.remark if who else "",
        found.spare,
    )


def _name_parts(text: str) -> Normal[ClientName]:
    """A name typed in parts; a lone surname cell may hold a whole name or a company."""
    last, first, middle = text.split(JOINT) if text.count(JOINT) == 2 else (text, "", "")  # noqa: PLR2004
    if not first and not middle:
        return client.normalise(last)
    normal = person.normalise_parts(last, first, middle)
    if normal.value is None:
        return Normal(None, normal.findings)
    return Normal(ClientName(ClientKind.PERSON, normal.value, None, ""), normal.findings)


def _car_parts(text: str) -> Normal[make_model.MakeModel]:
    make, _, model = text.partition(JOINT)
    return make_model.normalise_parts(make, model)


def _gender(text: str) -> Normal[str]:
    return Normal(gender.normalise(text) or None)


def _vin(text: str) -> Normal[tuple[str, str]]:
    """The VIN of a cell, or the body number that stands there instead of one."""
    normal = vin.normalise(text)
    if normal.value is not None:
        return Normal((normal.value, ""), normal.findings)
    if normal.blocked or not any(finding.suggestion for finding in normal.findings):
        return Normal(None, normal.findings)
    body = body_no.normalise(text)
    return Normal(("", body.value) if body.value else None, normal.findings)


def _chassis(text: str) -> Normal[tuple[str, str]]:
    """The VIN that stands for a chassis number, or the number itself."""
    normal = chassis_no.normalise(text)
    if normal.value is None:
        return Normal(None, normal.findings)
    whole = vin.normalise(normal.value).value if len(normal.value) == vin.LENGTH else None
    return Normal((whole, "") if whole else ("", normal.value), normal.findings)


def _visit(text: str) -> Normal[tuple[str, str]]:
    """The kind of a visit, with the number of the maintenance where the kind tells it."""
    normal = visit_kind.normalise(text)
    if normal.value is None:
        return Normal(None, normal.findings)
    number = to_no.of_text(text) if normal.value is VisitKind.MAINTENANCE else None
    return Normal((str(normal.value), _number(number)), normal.findings)


def _visit_in_text(text: str) -> Normal[tuple[str, str]]:
    """The maintenance that a reason or a list of works names."""
    if not visit_kind.names_maintenance(text):
        return Normal(None)
    return Normal((str(VisitKind.MAINTENANCE), _number(to_no.of_text(text))))


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
