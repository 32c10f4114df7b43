"""A small made-up dealer: his two files, and a base that they are loaded into."""

# ruff: noqa: E501 - a row of a file stands on one line

from collections.abc import Sequence
from pathlib import Path

from db.engine import Engine, reading
from workflow.export import frames
from workflow.load import Loaded, Order, load
from workflow.progress import Cancelled, Silent

SALES_HEADER = (
    "Код клиента;ФИО;Телефон;Дата рождения;Автомобиль;VIN;Год выпуска;Дата продажи;№ договора"
)
SERVICE_HEADER = (
    "Код клиента;Клиент;Телефон;Автомобиль;VIN;Госномер;Пробег;Дата заезда;№ заказ-наряда"
)

SALES = (
    "101;Соколов Андрей Викторович;+7 916 555-01-01;12.03.1979;Kia Rio;Z94CB41AAER123456;2014;05.06.2014;А-1",
    "102;Соколова Мария Ивановна;8(916)555-01-01;30.07.1981;Hyundai Solaris;Z94CT41DBFR234567;2015;11.02.2015;А-2",
    "103;ООО «Ромашка-Транс»;84955550303;;Lada Largus;XTAKS045LE0345678;2014;20.08.2014;А-3",
    "104;Тест;89160000000;;;;;;",
    "105;Громов Павел Сергеевич;9165550505;01.01.1990;Kia Ceed;XWEHH812BD0456789;2013;17.12.2013;А-5",
)
SERVICE = (
    "7;СОКОЛОВ АНДРЕЙ ВИКТОРОВИЧ;89165550101;Киа Рио;Z94CB41AAER123456;А123ВС77;15010;07.06.2015;ЗН-10",
    "7;СОКОЛОВ АНДРЕЙ ВИКТОРОВИЧ;89165550101;Киа Рио;Z94CB41AAER123456;А123ВС77;30500;09.06.2016;ЗН-11",
    "8;Соколова М.И.;89165550101;Хендай Солярис;Z94CT41DBFR234567;В234ЕК77;14000;20.02.2016;ЗН-12",
    "9;Водянов Олег Петрович;89165550909;Лада Ларгус;XTAKS045LE0345678;С345МН77;60000;01.09.2016;ЗН-13",
    "10;Громов Павел;89165550505;Kia Ceed;XWEHH812BD0456789;Е456ОР77;45000;18.12.2016;ЗН-14",
    "11;Новиков Денис Львович;89165551111;Kia Ceed;XWEHH812BD0456789;Е456ОР77;70000;18.12.2018;ЗН-15",
    "12;Лебедев Игорь;звонить жене;;;;;;ЗН-16",
    "13;;;;;;;;ЗН-17",
)


def write(path: Path, header: str, rows: Sequence[str], encoding: str = "cp1251") -> Path:
    """A file as a dealer's system exports it."""
    path.write_text("\r\n".join([header, *rows]) + "\r\n", encoding=encoding, newline="")
    return path


def load_text(
    engine: Engine, folder: Path, kind: str, rows: Sequence[str], *, name: str = ""
) -> Loaded:
    """Load rows as one file of a kind."""
    return load(engine, order(folder, kind, rows, name=name), by="Ольга")


def order(folder: Path, kind: str, rows: Sequence[str], *, name: str = "") -> Order:
    """The order to load a file of a kind with these rows."""
    header = SALES_HEADER if kind == "sales" else SERVICE_HEADER
    return Order(write(folder / (name or f"{kind}.csv"), header, rows), kind=kind)


def load_both(engine: Engine, folder: Path) -> None:
    """Load the dealer's two files."""
    load_text(engine, folder, "sales", SALES)
    load_text(engine, folder, "service", SERVICE)


def exported(engine: Engine) -> dict[str, str]:
    """The text of every file of the export by its name."""
    with reading(engine) as connection:
        return {name: frame.write_csv() for name, frame in frames(connection, Silent()).items()}


def clients(engine: Engine) -> dict[tuple[str, str], str]:
    """The client's id of every card by its source and source id."""
    with reading(engine) as connection:
        links = frames(connection, Silent())["links"]
    return {(source, key): client for client, source, key, *_ in links.iter_rows()}


class Impatient:
    """Progress that is cancelled at its first report."""

    def stage(self, name):
        """Let the stage begin."""

    def report(self, done, total):
        raise Cancelled
