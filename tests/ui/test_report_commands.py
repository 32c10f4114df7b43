"""The reports as a script asks for them: every form, and one sentence where something is bad."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest

from db.base import open_base
from db.errors import KnownError
from reports import catalogue
from reports.options import Dimension, Options
from tests.reports import sample_report
from ui.cli import run


class Asked:
    """Stands for the catalogue: keeps what it was asked for, answers with the sample."""

    def __init__(self):
        self.options = None

    def report(self, engine, name, options, heard):
        heard()
        self.options = options
        if name == "bookings":
            return sample_report.missing()
        if name != "maintenance":
            raise KnownError(f"There is no report “{name}”.")
        return sample_report.report()


@pytest.fixture
def asked(monkeypatch):
    made = Asked()
    monkeypatch.setattr(catalogue, "report", made.report)
    monkeypatch.setattr(catalogue, "names", lambda: ["maintenance", "bookings"])
    monkeypatch.setattr(catalogue, "title", {"maintenance": "To come", "bookings": "Booking"}.get)
    return made


@pytest.fixture
def base(tmp_path):
    open_base(str(tmp_path / "base.sverka"), create=True).dispose()
    return tmp_path / "base.sverka"


@pytest.fixture
def told(base, capsys):
    """Asks for a report of the base; gives the exit code and what was said on both streams."""

    def tell(*words, language="en"):
        code = run(["--language", language, "report", str(base), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return tell


def test_without_options_it_is_the_overview_as_before(told, asked):
    code, out, _ = told()
    assert (code, asked.options) == (0, None)
    assert "Rows loaded: 0 = 0 unified + 0 in quarantine" in out
    assert set(json.loads(told("--json")[1])) == {"counts", "rules"}


def test_a_report_is_text_tables(told, asked):
    code, out, _ = told("--funnel", "maintenance")
    assert code == 0
    assert "980 – 1,020 – 1,060" in out and "By number" in out


def test_json_is_for_a_script(told, asked):
    code, out, _ = told("--funnel", "maintenance", "--json")
    assert code == 0
    assert json.loads(out)["figures"]["came.0"] == {"low": 980, "best": 1020, "high": 1060}


@pytest.mark.parametrize(
    ("form", "beginning"), [("html", b"<!doctype html>"), ("xlsx", b"PK"), ("pdf", b"%PDF-")]
)
@pytest.mark.usefixtures("asked", "qapp")
def test_a_file_takes_the_reports_name_or_the_one_asked_for(
    told, tmp_path, monkeypatch, form, beginning
):
    monkeypatch.chdir(tmp_path)
    assert told("--funnel", "maintenance", f"--{form}")[:2] == (0, f"maintenance.{form}\n")
    named = tmp_path / "new" / "mine"
    assert told("--funnel", "maintenance", f"--{form}", "--out", named)[:2] == (0, f"{named}\n")
    for path in (tmp_path / f"maintenance.{form}", named):
        assert path.read_bytes().startswith(beginning)


def test_a_page_may_be_shown(told, asked):
    code, out, _ = told("--funnel", "maintenance", "--html", "--out", "-")
    assert code == 0 and out.startswith("<!doctype html>") and out.endswith("</html>\n")


def test_every_option_reaches_the_report(told, asked):
    told("--funnel", "maintenance")
    assert asked.options == Options()
    told(
        *("--funnel", "maintenance", "--date", "31.12.2025", "--from", "2024-01-01"),
        *("--to", "2024-12-31", "--by", "branch", "--only", "model=Kia Rio"),
        *("--only", "kind=person", "--home", "Самарская область", "--home", "Татарстан"),
        *("--other-regions", "--changed-owners", "--used-cars", "--compare"),
    )
    assert asked.options == Options(
        day=date(2025, 12, 31),
        since=date(2024, 1, 1),
        until=date(2024, 12, 31),
        only={Dimension.MODEL: "Kia Rio", Dimension.KIND: "person"},
        by=Dimension.BRANCH,
        compare=True,
        home=("Самарская область", "Татарстан"),
        other_regions=True,
        changed_owners=True,
        used_cars=True,
    )


def test_the_clients_behind_a_figure_are_listed_in_any_form(told, asked):
    code, out, _ = told("--funnel", "maintenance", "--behind", "came.0")
    assert code == 0 and "Выдумкин Пётр" in out and "By number" not in out
    found = json.loads(told("--funnel", "maintenance", "--behind", "came.0", "--json")[1])
    assert [table["title"] for table in found["tables"]] == ["Behind came.0"]


def test_a_report_with_nothing_to_show_says_why(told, asked):
    code, out, _ = told("--funnel", "bookings")
    assert code == 0 and "Load the booking log first." in out


def test_the_names_are_listed(told, asked):
    assert told("--names")[1] == "maintenance  To come\nbookings     Booking\n"
    assert json.loads(told("--names", "--json")[1])[0] == {
        "name": "maintenance",
        "title": "To come",
    }


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("--funnel nonsense", 1, "There is no report “nonsense”."),
        ("--funnel maintenance --behind x", 2, "no figure “x”; it has sold, came.0"),
        ("--funnel bookings --behind x", 2, "lists no clients and cars"),
        ("--funnel maintenance --date tomorrow", 2, "--date: “tomorrow” is no day"),
        ("--funnel maintenance --from 2025-02-01 --to 2025-01-01", 2, "ends before it begins"),
        ("--funnel maintenance --by colour", 2, "--by: “colour” is none of year"),
        ("--funnel maintenance --only red", 2, "--only: “red” is none of year"),
        ("--funnel maintenance --html --pdf", 2, "one form at a time"),
        ("--funnel maintenance --json --xlsx", 2, "one form at a time"),
        ("--funnel maintenance --out a", 2, "--out: A file is written by"),
        ("--funnel maintenance --pdf --out -", 2, "--out: Only --html can be shown."),
        ("--compare", 2, "--funnel: Name the report"),
        ("--html", 2, "--funnel: Name the report"),
        ("--behind came.0", 2, "--funnel: Name the report"),
    ],
)
def test_what_is_wrong_is_one_sentence(told, asked, words, code, said):
    found, out, err = told(*words.split())
    assert (found, out) == (code, "")
    assert said in err and err.count("\n") == 1


@pytest.mark.parametrize("form", ["html", "xlsx", "pdf"])
def test_a_file_that_cannot_be_written_is_one_sentence(told, asked, tmp_path, form, qapp):
    code, out, err = told("--funnel", "maintenance", f"--{form}", "--out", tmp_path)
    assert (code, out) == (1, "")
    assert "is a folder; name the file to write." in err


def test_it_is_told_in_russian_too(told, asked):
    code, out, _ = told("--funnel", "maintenance", language="ru")
    assert code == 0 and "На 01.11.2026" in out and "осторожно" in out
    _, _, err = told("--funnel", "maintenance", "--date", "завтра", language="ru")
    assert err == "--date: «завтра» — не дата; пишите 31.01.2026 или 2026-01-31.\n"


@pytest.fixture
def elsewhere(base):
    """Asks for the sample report in a process of its own, in an environment of its own."""
    script = (
        "import sys; from tests.reports import sample_report; from reports import catalogue;"
        "catalogue.report = lambda *asked: sample_report.report();"
        "from ui.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}

    def ask(*words, **environment):
        return subprocess.run(  # noqa: S603 - our own program
            (sys.executable, "-c", script, "--language", "ru", "report", str(base), *words),
            env=kept | environment,
            capture_output=True,
            check=False,
        )

    return ask


def test_a_print_needs_no_screen(elsewhere, tmp_path):
    path = tmp_path / "a.pdf"
    done = elsewhere("--funnel", "maintenance", "--pdf", "--out", str(path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_terminal_that_knows_not_every_letter_shows_the_others(elsewhere):
    done = elsewhere("--funnel", "maintenance", PYTHONIOENCODING="cp1251")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Что считается".encode("cp1251") in done.stdout


def test_a_page_is_shown_in_utf_8_whatever_the_terminal_speaks(elsewhere):
    done = elsewhere("--funnel", "maintenance", "--html", "--out", "-", PYTHONIOENCODING="cp1251")
    assert done.returncode == 0 and "Что считается".encode() in done.stdout
