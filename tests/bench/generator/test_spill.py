from bench.generator import spill as spilling
from bench.generator.spill import Spill


def row(day, tie):
    return day, tie, (str(day), str(tie)), f"id{day}", ""


def test_rows_come_back_by_day_through_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(spilling, "_HELD", 10)
    spill = Spill(tmp_path)
    days = [(place * 7919) % 3000 for place in range(400)]
    for start in range(0, 400, 25):
        spill.extend(row(day, start) for day in days[start : start + 25])
    back = [stored[0] for stored in spill.rows()]
    assert back == sorted(days)
    assert not list(tmp_path.iterdir())
