import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.vehicle_text import VehicleText, extract

VIN = "XW8AA11B0CK000123"


@pytest.mark.parametrize(
    ("raw", "vin", "plate", "rest"),
    [
        (f"KIA RIO, VIN {VIN}, г/н А123ВС77", VIN, "А123ВС77", "KIA RIO"),
        (f"VW TIGUAN VIN {VIN}", VIN, "", "VW TIGUAN"),
        (f"KIA RIO белый № А123ВС777 VIN {VIN}", VIN, "А123ВС777", "KIA RIO белый"),
        (f"Toyota Camry ({VIN})", VIN, "", "Toyota Camry"),
        (f"Toyota Camry {VIN.lower()}", VIN.lower(), "", "Toyota Camry"),
        ("Toyota Camry ХW8АА11В0СК000123", "ХW8АА11В0СК000123", "", "Toyota Camry"),
        ("Hyundai Solaris А 123 ВС 77", "", "А 123 ВС 77", "Hyundai Solaris"),
        ("Lada Granta гос.номер a123bc77rus", "", "a123bc77", "Lada Granta"),
        ("KIA RIO", "", "", "KIA RIO"),
        ("Мерседес E200 AT 2018", "", "", "Мерседес E200 AT 2018"),
        ("Мерседес E200 AT 00", "", "", "Мерседес E200 AT 00"),
        ("ДЖИП ГРАНД ЧЕРОКИ ЛИМИТЕД", "", "", "ДЖИП ГРАНД ЧЕРОКИ ЛИМИТЕД"),
        ("", "", "", ""),
    ],
)
def test_finds_vin_and_plate_in_the_name_of_a_car(raw, vin, plate, rest):
    assert extract(raw) == VehicleText(vin, plate, rest)


@given(st.text(max_size=60) | st.text("XW8AB0123 АВС77,()№VIN", max_size=60))
def test_never_raises_and_finds_pieces_of_the_text(raw):
    found = extract(raw)

    assert found.vin in raw
    assert found.plate in raw
