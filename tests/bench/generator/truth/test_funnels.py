from bench.generator.truth.funnels import told
from tests.bench.generator.truth.hand_made import car, ledger, order, person, sale

REPORTS = {
    "maintenance", "satisfaction", "own_foreign", "models", "production_years", "frequency",
    "bookings", "complaints", "reverse", "geography",
}  # fmt: skip


def test_ten_reports_are_told_on_the_last_day():
    found = told(
        ledger(
            sale("2023-01-01", person("anna"), car("1")),
            order("2024-02-01", person("anna"), car("1")),
        )
    )
    assert found["day"] == "2024-02-01"
    assert set(found["figures"]) == REPORTS
    assert all(found["figures"].values())
