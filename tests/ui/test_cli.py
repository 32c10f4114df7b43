"""The command line as a script sees it: files, exit codes, one sentence where something is bad."""

import json
import subprocess
from pathlib import Path

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

import db.engine
from db.base import opened as base_opened
from db.engine import writing
from rules.book_toml import read_book
from tests.db.sources.workbooks import write_raw_xlsx
from tests.workflow import dealer
from ui.cli import run

EXPORTS = {"clients", "links", "vehicles", "roles", "candidates", "findings"}


@pytest.fixture
def files(tmp_path) -> tuple[Path, Path]:
    return (
        dealer.write(tmp_path / "sales.csv", dealer.SALES_HEADER, dealer.SALES),
        dealer.write(tmp_path / "service.csv", dealer.SERVICE_HEADER, dealer.SERVICE, "utf-8-sig"),
    )


def told(*arguments: object) -> int:
    return run(["--language", "en", *(str(argument) for argument in arguments)])


def whole_job(files, base: Path, out: Path) -> int:
    sales, service = files
    return told(
        *("run", "--sales", sales, "--service", service),
        *("--base", base, "--out", out, "--approve-at", "0.99"),
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_whole_job_writes_every_file_and_the_sum_adds_up(files, tmp_path, capsys):
    assert whole_job(files, tmp_path / "base.sverka", tmp_path / "out") == 0

    assert set(contents(tmp_path / "out")) == {f"{name}.csv" for name in EXPORTS}
    links = pl.read_csv(tmp_path / "out/links.csv", infer_schema_length=0)
    rows = len(dealer.SALES) + len(dealer.SERVICE)
    assert links.height == rows
    assert links.select("source", "row").is_unique().all()
    assert f"Rows loaded: {rows} = 11 unified + 2 in quarantine" in capsys.readouterr().out


def test_logs_are_part_of_the_whole_job(files, tmp_path, capsys):
    logs = {
        "bookings": ("Дата звонка;Телефон;Результат", "01.06.2015;89165550101;Приехал"),
        "claims": ("Дата претензии;Вид претензии;Номер ЗН", "10.06.2015;Устная;ЗН-10"),
        "surveys": ("Дата опроса;Номер ЗН;Оценка", "09.06.2015;ЗН-10;4 из 5"),
    }
    given = [
        part
        for kind, (header, *rows) in logs.items()
        for part in (f"--{kind}", dealer.write(tmp_path / f"{kind}.csv", header, rows))
    ]
    base, out = tmp_path / "base.sverka", tmp_path / "out"

    assert told("run", "--sales", files[0], *given, "--base", base, "--out", out) == 0

    said = capsys.readouterr().out
    assert "Rows loaded: 8 = 5 unified + 1 in quarantine" in said
    assert "and 2 of logs that name nobody" in said
    assert told("verify", base) == 0


def test_a_kind_that_is_none_is_one_sentence(files, tmp_path, capsys):
    assert told("load", tmp_path / "base.sverka", files[0], "--kind", "leads") == 1

    assert "sales, service, bookings, claims, surveys" in capsys.readouterr().err


def test_twice_the_same_input_gives_the_same_bytes(files, tmp_path):
    whole_job(files, tmp_path / "one.sverka", tmp_path / "one")
    whole_job(files, tmp_path / "two.sverka", tmp_path / "two")

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_the_same_files_into_the_same_base_add_nothing_and_ask_nothing(files, tmp_path, capsys):
    whole_job(files, tmp_path / "base.sverka", tmp_path / "one")
    capsys.readouterr()

    whole_job(files, tmp_path / "base.sverka", tmp_path / "two")

    said = capsys.readouterr().out
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert said.count("nothing added") == 2
    assert "nothing to approve" in said


def test_the_job_step_by_step_gives_what_the_whole_job_gives(files, tmp_path):
    sales, service = files
    base = tmp_path / "steps.sverka"
    assert told("load", base, sales, "--kind", "sales") == 0
    assert told("load", base, service, "--kind", "service") == 0
    assert told("check", base) == 0
    assert told("propose", base) == 0
    assert told("approve", base, "--at", "0.99") == 0
    assert told("export", base, tmp_path / "steps") == 0
    whole_job(files, tmp_path / "base.sverka", tmp_path / "out")

    assert contents(tmp_path / "steps") == contents(tmp_path / "out")


def test_the_keys_and_the_ties_of_groups_are_told(files, tmp_path, capsys):
    base = tmp_path / "base.sverka"
    sales, service = files
    told("load", base, sales, "--kind", "sales")
    told("load", base, service, "--kind", "service")
    capsys.readouterr()
    assert told("propose", base, "--keys") == 0
    assert "\nphone\t" in capsys.readouterr().out
    assert told("groups", base, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert all(one["weakest"]["probability"] >= 0.2 for one in found)
    assert told("groups", base) == 0
    assert f"Group {found[0]['group']}: " in capsys.readouterr().out


def test_undo_takes_the_approval_back(files, tmp_path, capsys):
    base = tmp_path / "base.sverka"
    sales, service = files
    told("load", base, sales, "--kind", "sales")
    told("load", base, service, "--kind", "service")
    told("propose", base)
    told("export", base, tmp_path / "before")
    capsys.readouterr()
    told("approve", base, "--at", "0.99", "--json")
    decision = json.loads(capsys.readouterr().out)["decision"]

    assert told("undo", base, decision) == 0

    told("export", base, tmp_path / "after")
    assert contents(tmp_path / "before") == contents(tmp_path / "after")


def test_a_whole_base_verifies_and_an_altered_one_does_not(files, tmp_path, capsys):
    base = tmp_path / "base.sverka"
    whole_job(files, base, tmp_path / "out")
    assert told("verify", base) == 0
    with base_opened(str(base)) as engine, writing(engine) as connection:
        connection.exec_driver_sql("UPDATE client SET last_name = 'Чужой' WHERE id = 1")
        connection.exec_driver_sql("UPDATE journal SET details = '{}' WHERE seq = 2")
    capsys.readouterr()

    assert told("verify", base) == 1

    complaint = capsys.readouterr().err
    assert "client" in complaint
    assert "entry 2" in complaint


def test_the_errors_are_told_in_words_as_json_and_as_a_rule_file(files, tmp_path, capsys):
    base = tmp_path / "base.sverka"
    whole_job(files, base, tmp_path / "out")
    capsys.readouterr()

    assert told("errors", base) == 0
    assert "By rule:" in capsys.readouterr().out
    assert told("errors", base, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [source["name"] for source in found["sources"]] == ["sales", "service"]
    assert told("errors", base, "--toml") == 0
    assert read_book(capsys.readouterr().out).placeholders == frozenset()


def test_the_report_is_json_for_a_script(files, tmp_path, capsys):
    whole_job(files, tmp_path / "base.sverka", tmp_path / "out")
    capsys.readouterr()

    assert told("report", tmp_path / "base.sverka", "--json") == 0

    report = json.loads(capsys.readouterr().out)
    assert sum(report["counts"]["rows"].values()) == len(dealer.SALES) + len(dealer.SERVICE)


def test_xlsx_files_are_written_beside_the_csv_files(files, tmp_path):
    base = tmp_path / "base.sverka"
    whole_job(files, base, tmp_path / "out")

    assert told("export", base, tmp_path / "out", "--xlsx") == 0

    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".csv", ".xlsx"}
    book = CalamineWorkbook.from_path(str(tmp_path / "out/clients.xlsx"))
    found = [row[0] for row in book.get_sheet_by_index(0).to_python()]
    text = pl.read_csv(tmp_path / "out/clients.csv", infer_schema_length=0)
    assert found == ["client_id", *text["client_id"]]


def test_a_cell_that_a_spreadsheet_would_run_is_written_so_that_it_cannot(tmp_path):
    row = "=1+1;=cmd|' /C calc'!A0;89165550142;;;;;;"
    path = dealer.write(tmp_path / "sales.csv", dealer.SALES_HEADER, [row])

    told("run", "--sales", path, "--base", tmp_path / "b.sverka", "--out", tmp_path / "out")

    for file in (tmp_path / "out").iterdir():
        cells = file.read_text(encoding="utf-8").replace("\n", ",").replace('"', "").split(",")
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))], file.name


@pytest.mark.parametrize("words", ["nonsense", "load", "approve x", "run --base x"])
def test_wrong_usage_ends_with_2_and_one_sentence(words, capsys):
    assert told(*words.split()) == 2

    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert said.err.strip()


def test_the_language_asked_for_is_spoken(files, tmp_path, capsys):
    base = tmp_path / "base.sverka"
    whole_job(files, base, tmp_path / "out")
    capsys.readouterr()

    run(["--language", "ru", "report", str(base)])

    assert "Загружено строк" in capsys.readouterr().out


# ------------------------------------------------------------------ bad input, one sentence each


def sparse_workbook(path: Path) -> None:
    """Two cells, A1 and the very last one: a reader that allocates all between them dies."""
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    write_raw_xlsx(path, rows)


BAD_FILES = {
    "an empty file": lambda path: path.write_bytes(b""),
    "a photo named .xlsx": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0JFIF" + bytes(5000)),
    "a missing file": lambda path: None,
    "a folder": lambda path: path.mkdir(),
    "10,000 columns": lambda path: path.write_text(
        ";".join(f"к{n}" for n in range(10_000)) + "\n1\n"
    ),
    "a cell of 100 MB": lambda path: path.write_text("ФИО;Телефон\n" + "а" * 50_000_000 + ";1\n"),
    "half of a zip": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(200)),
    "a sparse workbook": sparse_workbook,
    "bytes of no encoding": lambda path: path.write_bytes(bytes(range(256)) * 40),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_told_in_one_sentence_and_the_base_stays(name, files, tmp_path, capsys):
    base, bad = tmp_path / "base.sverka", tmp_path / "bad.xlsx"
    told("load", base, files[0], "--kind", "sales")
    told("export", base, tmp_path / "before")
    BAD_FILES[name](bad)
    capsys.readouterr()

    assert told("load", base, bad, "--kind", "service") == 1

    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert "bad.xlsx" in complaint
    told("export", base, tmp_path / "after")
    assert contents(tmp_path / "before") == contents(tmp_path / "after")


def test_a_stray_quote_loses_no_row(files, tmp_path, capsys):
    rows = [dealer.SALES[0], '200;"Кузнецов Пётр;89165550143;;;;;;', *dealer.SALES[1:]]
    path = dealer.write(tmp_path / "quote.csv", dealer.SALES_HEADER, rows)

    assert told("load", tmp_path / "b.sverka", path, "--kind", "sales", "--json") == 0

    assert json.loads(capsys.readouterr().out)["rows"] == len(rows)


def test_a_base_that_another_program_writes_to_is_told(files, tmp_path, capsys, monkeypatch):
    base = tmp_path / "base.sverka"
    told("load", base, files[0], "--kind", "sales")
    impatient = [pragma for pragma in db.engine.PRAGMAS if "timeout" not in pragma]
    monkeypatch.setattr(db.engine, "PRAGMAS", ("busy_timeout=100", *impatient))
    capsys.readouterr()

    with base_opened(str(base)) as engine, writing(engine):
        assert told("load", base, files[1], "--kind", "service") == 1

    assert "is writing to this base" in capsys.readouterr().err


def test_a_base_of_a_newer_version_is_refused(files, tmp_path, capsys):
    base = tmp_path / "base.sverka"
    told("load", base, files[0], "--kind", "sales")
    with base_opened(str(base)) as engine, writing(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    capsys.readouterr()

    assert told("load", base, files[1], "--kind", "service") == 1

    assert "newer version" in capsys.readouterr().err


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 3 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(  # noqa: S603 - fixed arguments
        ["/bin/mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("only root can mount a small disk")
    yield place
    subprocess.run(["/bin/umount", str(place)], check=True)  # noqa: S603 - fixed arguments


def test_a_full_disk_is_told_and_leaves_the_base_as_it_was(small_disk, tmp_path, capsys):
    base = small_disk / "base.sverka"
    few = dealer.write(tmp_path / "few.csv", dealer.SALES_HEADER, dealer.SALES)
    many = [row.replace("101;", f"{n};") for n in range(1000, 21_000) for row in dealer.SALES[:1]]
    much = dealer.write(tmp_path / "much.csv", dealer.SALES_HEADER, many)
    assert told("load", base, few, "--kind", "sales") == 0
    told("export", base, tmp_path / "before")
    capsys.readouterr()

    assert told("load", base, much, "--kind", "sales") == 1

    assert "disk is full" in capsys.readouterr().err
    told("export", base, tmp_path / "after")
    assert contents(tmp_path / "before") == contents(tmp_path / "after")


def test_an_export_to_a_full_disk_leaves_the_old_files(small_disk, tmp_path, capsys):
    many = [row.replace("101;", f"{n};") for n in range(1000, 21_000) for row in dealer.SALES[:1]]
    base = tmp_path / "base.sverka"
    few = dealer.write(tmp_path / "few.csv", dealer.SALES_HEADER, dealer.SALES)
    told("load", base, few, "--kind", "sales")
    assert told("export", base, small_disk / "out") == 0
    before = contents(small_disk / "out")
    much = dealer.write(tmp_path / "much.csv", dealer.SALES_HEADER, many)
    told("load", base, much, "--kind", "sales")
    capsys.readouterr()

    assert told("export", base, small_disk / "out") == 1

    assert "disk is full" in capsys.readouterr().err
    assert contents(small_disk / "out") == before
