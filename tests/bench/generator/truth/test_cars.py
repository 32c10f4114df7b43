from bench.generator.truth.cars import model_of, models, own_foreign
from tests.bench.generator.truth.hand_made import car, counted, order, person, sale

ANNA, BORIS = person("anna"), person("boris")
VESTA, RIO = car("VESTA"), car("RIO", "KIA", "Rio")


def test_a_car_is_own_from_its_sale_on_and_a_client_from_his_first_purchase_on():
    found = own_foreign(
        counted(
            order("2024-01-05", BORIS, VESTA, roubles=100),
            sale("2024-02-01", ANNA, VESTA, used=True),
            order("2024-02-01", ANNA, VESTA, roubles=200),
            order("2024-03-05", ANNA, RIO, roubles=400),
        )
    )
    assert (found["visits.own"], found["visits.foreign"]) == (1, 2)
    assert (found["cars.own"], found["cars.foreign"]) == (1, 2)
    assert (found["money.own"], found["money.foreign"]) == (200.0, 500.0)
    assert (found["clients.own"], found["clients.foreign"]) == (2, 1)
    assert found["visits.foreign.2024-01"] == found["visits.own.2024-02"] == 1


def test_a_car_is_kept_in_the_years_in_which_it_comes_again():
    found = own_foreign(
        counted(
            sale("2021-01-01", ANNA, VESTA),
            order("2021-02-10", ANNA, VESTA),
            order("2021-08-10", ANNA, VESTA),
            order("2023-02-10", ANNA, VESTA),
            order("2023-02-20", BORIS, RIO),
        )
    )
    assert [found[f"base.own.{year}"] for year in range(1, 6)] == [1, 1, 0, 0, 0]
    assert [found[f"kept.own.{year}"] for year in range(1, 6)] == [1, 1, 0, 0, 0]
    assert found["base.foreign.1"] == 0


def test_the_day_of_entry_itself_keeps_nobody():
    found = own_foreign(
        counted(order("2021-02-10", ANNA, VESTA), order("2022-02-10", BORIS, RIO))
    )  # fmt: skip
    assert (found["base.foreign.1"], found["kept.foreign.1"]) == (1, 0)


def test_models_are_told_apart_by_the_names_of_the_catalogue():
    found = models(
        counted(
            sale("2023-01-01", ANNA, VESTA),
            order("2023-05-01", ANNA, VESTA),
            order("2024-02-01", BORIS, RIO),
            order("2024-06-01", BORIS, RIO),
        )
    )
    assert model_of(RIO) == "Kia Rio"
    assert (found["sold|Lada Vesta"], found["own|Lada Vesta"]) == (1, 1)
    assert (found["due.1|Lada Vesta"], found["came.1|Lada Vesta"]) == (1, 0)
    assert (found["cars|Kia Rio"], found["visits|Kia Rio"], found["own|Kia Rio"]) == (1, 2, 0)
