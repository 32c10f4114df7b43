"""Every kind of dirt: which field it falls on, how often in which department, what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.generator import spoil_car as car
from bench.generator import spoil_contact as contact
from bench.generator import spoil_name as name
from bench.generator.cards import Card, CarText
from bench.generator.draw import Dice


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of dirt on one field, with its share of cards at medium dirt."""

    name: str
    field: str
    sales: float
    service: float
    spoil: Callable[[str, Dice], str]


# The order matters: what adds a remark comes after what misspells, what empties a field comes last.
CARD_KINDS = (
    Kind("name_wrong_gender", "name", 0.004, 0.010, name.wrong_gender),
    Kind("name_colloquial", "name", 0.003, 0.012, name.colloquial),
    Kind("name_typo", "name", 0.025, 0.05, name.typo),
    Kind("name_two_typos", "name", 0.004, 0.012, name.two_typos),
    Kind("name_lookalike", "name", 0.012, 0.022, name.lookalike),
    Kind("name_transliterated", "name", 0.008, 0.015, name.transliterated),
    Kind("name_wrong_layout", "name", 0.003, 0.006, name.wrong_layout),
    Kind("name_upper", "name", 0.10, 0.12, name.upper),
    Kind("name_lower", "name", 0.010, 0.045, name.lower),
    Kind("name_glued", "name", 0.003, 0.008, name.glued),
    Kind("name_dotted", "name", 0.008, 0.014, name.dotted),
    Kind("name_spaced", "name", 0.030, 0.045, name.spaced),
    Kind("name_truncated", "name", 0.003, 0.008, name.truncated),
    Kind("name_with_firm", "name", 0.004, 0.012, name.with_firm),
    Kind("name_remark", "name", 0.010, 0.035, name.remark),
    Kind("name_phone_inside", "name", 0.003, 0.012, name.phone_inside),
    Kind("name_prefixed", "name", 0.005, 0.014, name.prefixed),
    Kind("name_hidden", "name", 0.002, 0.004, name.hidden),
    Kind("phone_wrong_digit", "phone", 0.018, 0.030, contact.wrong_digit),
    Kind("phone_swapped_digits", "phone", 0.008, 0.014, contact.swapped_digits),
    Kind("phone_lost_digit", "phone", 0.010, 0.018, contact.lost_digit),
    Kind("phone_lettered", "phone", 0.003, 0.006, contact.lettered),
    Kind("phone_local", "phone", 0.003, 0.008, contact.local_phone),
    Kind("phone_floated", "phone", 0.030, 0.015, contact.floated),
    Kind("phone_extension", "phone", 0.004, 0.006, contact.extension),
    Kind("phone_whose", "phone", 0.015, 0.035, contact.whose),
    Kind("phone_placeholder", "phone", 0.012, 0.020, contact.phone_placeholder),
    Kind("phone_shared", "phone", 0.010, 0.020, contact.shared_phone),
    Kind("phone_missing", "phone", 0.035, 0.07, contact.missing),
    Kind("email_slip", "email", 0.030, 0.040, contact.mail_slip),
    Kind("email_cyrillic", "email", 0.008, 0.010, contact.mail_cyrillic),
    Kind("email_upper", "email", 0.05, 0.06, contact.mail_upper),
    Kind("email_missing", "email", 0.30, 0.50, contact.missing),
    Kind("email_placeholder", "email", 0.03, 0.02, contact.mail_placeholder),
    Kind("inn_wrong_digit", "inn", 0.02, 0.03, contact.wrong_digit),
    Kind("inn_floated", "inn", 0.05, 0.04, contact.inn_floated),
    Kind("inn_with_kpp", "inn", 0.03, 0.02, contact.inn_with_kpp),
    Kind("inn_missing", "inn", 0.10, 0.35, contact.missing),
    Kind("birth_swapped", "birth", 0.010, 0.015, contact.swapped_day),
    Kind("birth_wrong_year", "birth", 0.012, 0.02, contact.wrong_year),
    Kind("birth_wrong_digit", "birth", 0.012, 0.02, contact.wrong_digit),
    Kind("birth_year_only", "birth", 0.02, 0.05, contact.year_only),
    Kind("birth_serial", "birth", 0.012, 0.012, contact.serial_day),
    Kind("birth_other_style", "birth", 0.03, 0.04, contact.other_day_style),
    Kind("birth_missing", "birth", 0.22, 0.60, contact.missing),
    Kind("birth_empty_day", "birth", 0.03, 0.04, contact.empty_day),
    Kind("address_typo", "address", 0.04, 0.05, name.typo),
    Kind("address_short", "address", 0.08, 0.14, contact.short_address),
    Kind("address_missing", "address", 0.15, 0.42, contact.missing),
    Kind("gender_missing", "gender", 0.30, 0.50, contact.missing),
)
CAR_KINDS = (
    Kind("vin_wrong_char", "vin", 0.008, 0.015, car.vin_wrong_char),
    Kind("vin_swapped", "vin", 0.004, 0.008, car.vin_swapped),
    Kind("vin_lost_char", "vin", 0.006, 0.012, car.vin_lost_char),
    Kind("vin_confused", "vin", 0.015, 0.030, car.vin_confused),
    Kind("vin_cyrillic", "vin", 0.012, 0.035, car.vin_cyrillic),
    Kind("vin_lower", "vin", 0.008, 0.030, car.vin_lower),
    Kind("vin_truncated", "vin", 0.006, 0.025, car.vin_truncated),
    Kind("vin_missing", "vin", 0.03, 0.06, contact.missing),
    Kind("vin_none", "vin", 0.006, 0.020, car.no_vin),
    Kind("plate_wrong_digit", "plate", 0.010, 0.018, car.plate_wrong_digit),
    Kind("plate_letter_o", "plate", 0.012, 0.020, car.plate_letter_o),
    Kind("plate_latin", "plate", 0.10, 0.18, car.plate_latin),
    Kind("plate_short", "plate", 0.02, 0.07, car.plate_short),
    Kind("plate_lower", "plate", 0.02, 0.08, car.plate_lower),
    Kind("plate_spaced", "plate", 0.05, 0.06, car.plate_spaced),
    Kind("plate_missing", "plate", 0.55, 0.17, contact.missing),
    Kind("plate_none", "plate", 0.03, 0.03, car.no_plate),
    Kind("car_model_slip", "name", 0.02, 0.05, car.model_slip),
    Kind("car_typo", "name", 0.01, 0.02, name.typo),
    Kind("year_short", "year", 0.01, 0.02, car.year_short),
    Kind("year_of_something", "year", 0.004, 0.012, car.year_of_something),
    Kind("year_missing", "year", 0.05, 0.20, contact.missing),
)
SALE_KINDS = (
    Kind("sale_date_other_style", "date", 0.02, 0, contact.other_day_style),
    Kind("sale_date_serial", "date", 0.008, 0, contact.serial_day),
    Kind("sale_date_empty", "date", 0.01, 0, contact.empty_day),
    Kind("sale_date_wrong_year", "date", 0.003, 0, contact.wrong_year),
    Kind("price_rouble", "price", 0.03, 0, car.money_rouble),
    Kind("price_floated", "price", 0.02, 0, car.money_floated),
    Kind("price_missing", "price", 0.03, 0, contact.missing),
)
ORDER_KINDS = (
    Kind("order_date_other_style", "opened", 0, 0.012, contact.other_day_style),
    Kind("order_date_serial", "opened", 0, 0.005, contact.serial_day),
    Kind("closed_empty", "closed", 0, 0.03, contact.empty_day),
    Kind("mileage_times_ten", "mileage", 0, 0.012, car.mileage_times_ten),
    Kind("mileage_unit", "mileage", 0, 0.02, car.mileage_unit),
    Kind("mileage_placeholder", "mileage", 0, 0.025, car.mileage_placeholder),
    Kind("mileage_missing", "mileage", 0, 0.06, contact.missing),
    Kind("to_number_missing", "to_no", 0, 0.3, contact.missing),
    Kind("total_rouble", "total", 0, 0.01, car.money_rouble),
)


def vin_in_name(text: CarText, _: Dice) -> None:
    """The VIN stands in the car's name and nowhere else."""
    if text.vin:
        text.name, text.vin = f"{text.name} VIN {text.vin}", ""


def plate_in_name(text: CarText, _: Dice) -> None:
    """The plate stands in the car's name and nowhere else."""
    if text.plate:
        text.name, text.plate = f"{text.name} {text.colour.upper()} № {text.plate}", ""


def frame_in_vin(text: CarText, _: Dice) -> None:
    """The frame number stands in the VIN's column."""
    if text.body_no and not text.vin:
        text.vin, text.body_no = text.body_no, ""


def vin_in_plate(text: CarText, _: Dice) -> None:
    """The VIN stands in the plate's column."""
    if text.vin:
        text.plate, text.vin = text.vin, ""


def phone_in_comment(card: Card, _: Dice) -> None:
    """The phone stands in the remark and nowhere else."""
    if card.phone:
        card.comment, card.phone = f"тел. {card.phone}", ""


def name_in_phone(card: Card, _: Dice) -> None:
    """The first word of the name stands in the phone's cell too."""
    if card.phone and card.name:
        card.phone = f"{card.phone} {card.name.split(' ')[-1]}"


@dataclass(frozen=True, slots=True)
class CarMove:
    """Dirt that puts something into the wrong column of a car."""

    name: str
    sales: float
    service: float
    spoil: Callable[[CarText, Dice], None]


@dataclass(frozen=True, slots=True)
class CardMove:
    """Dirt that puts something into the wrong column of a client."""

    name: str
    sales: float
    service: float
    spoil: Callable[[Card, Dice], None]


CAR_MOVES = (
    CarMove("vin_in_name", 0.02, 0.03, vin_in_name),
    CarMove("plate_in_name", 0.01, 0.04, plate_in_name),
    CarMove("frame_in_vin", 0.5, 0.5, frame_in_vin),
    CarMove("vin_in_plate", 0.002, 0.006, vin_in_plate),
)
CARD_MOVES = (
    CardMove("phone_in_comment", 0.006, 0.015, phone_in_comment),
    CardMove("name_in_phone", 0.004, 0.012, name_in_phone),
)
