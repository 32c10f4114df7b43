"""The house rules that no linter knows: size, safety, and a repository that names no machine."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import FILES, ROOT

_LINES = 400
_CLASS_LINES = 300
_PRODUCT = ("db", "matching", "reports", "resources", "rules", "ui", "workflow")
_TEXT = {
    "", ".cfg", ".css", ".csv", ".html", ".ini", ".json", ".mako", ".md", ".po", ".py", ".pyi",
    ".qss", ".sh", ".svg", ".toml", ".txt", ".yaml", ".yml",
}  # fmt: skip

# Each says what is refused, and by what it is known.
_REFUSED_EVERYWHERE = {
    "a path of somebody's machine": r"(?<![\w.~/-])/(?:root|work|opt/pypi|home/\w+|Users/\w+)/",
    "a path of somebody's Windows": r"\b[A-Z]:\\Users\\",
    "a registry's address": r"https?://(?:[\w-]+\.)*(?:pypi|pythonhosted|npmjs|deb\.debian)\.",
    "an option that names a registry": r"--(?:extra-)?index-url|--find-links|--trusted-host",
}
_REFUSED_IN_CODE = {
    "a commit that is not on the disk": r"synchronous\s*=\s*['\"]?(?:OFF|0)\b",
    "a journal in memory": r"journal_mode\s*=\s*['\"]?(?:MEMORY|OFF)\b",
}
_REFUSED_NAMES = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
_REFUSED_IMPORTS = {"cPickle", "dill", "pickle", "shelve"}
_REFUSED_CALLS = {"eval", "exec"}


CODE = [path for path in FILES if path.suffix == ".py"]
PRODUCT = [path for path in CODE if path.relative_to(ROOT).parts[0] in (*_PRODUCT, "main.py")]
# This file alone may name what it refuses.
TEXTS = [path for path in FILES if path.suffix in _TEXT and path != Path(__file__)]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def refused(paths: list[Path], patterns: dict[str, str]) -> Iterator[str]:
    """Each line of the files that one of the patterns refuses, with the reason."""
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            for reason, pattern in patterns.items():
                if re.search(pattern, line, re.IGNORECASE):
                    yield f"{name_of(path)}:{number}: {reason}"


def nodes(paths: list[Path]) -> Iterator[tuple[Path, ast.AST]]:
    for path in paths:
        for node in ast.walk(ast.parse(path.read_bytes())):
            yield path, node


def test_there_is_something_to_look_at() -> None:
    assert {"pyproject.toml", "Makefile", "rules/finding.py"} <= {name_of(path) for path in FILES}


def test_no_file_of_code_is_longer_than_a_reader_bears() -> None:
    long = {name_of(path): len(path.read_bytes().splitlines()) for path in CODE}
    assert {name: lines for name, lines in long.items() if lines > _LINES} == {}


def test_no_class_is_longer_than_a_reader_bears() -> None:
    long = [
        f"{name_of(path)}: {node.name}"
        for path, node in nodes(CODE)
        if isinstance(node, ast.ClassDef)
        and (node.end_lineno or node.lineno) - node.lineno >= _CLASS_LINES
    ]
    assert long == []


def test_every_file_has_one_reason_to_exist_and_its_name_says_it() -> None:
    assert [name_of(path) for path in CODE if path.stem in _REFUSED_NAMES] == []


def test_no_committed_file_names_a_machine_or_a_registry() -> None:
    assert list(refused(TEXTS, _REFUSED_EVERYWHERE)) == []


def test_no_code_trades_safety_for_speed() -> None:
    assert list(refused([path for path in TEXTS if path in CODE], _REFUSED_IN_CODE)) == []


@pytest.mark.parametrize(
    "line",
    [
        "PATH = '/home/olga/sverka'",
        "see /root/.cache/x",
        r"C:\Users\olga\sverka",
        "pip install --index-url x",
        "https://files.pythonhosted.org/packages",
        "PRAGMA synchronous=OFF",
        'PRAGMA synchronous = "off"',
        "PRAGMA journal_mode=MEMORY",
    ],
)
def test_what_is_refused_is_recognised(line: str, tmp_path: Path) -> None:
    path = tmp_path / "some.py"
    path.write_text(line)
    assert list(refused([path], _REFUSED_EVERYWHERE | _REFUSED_IN_CODE))


@pytest.mark.parametrize(
    "line",
    [
        "the folder ~/work/ or https://example.org/home/news/",
        "PRAGMA synchronous=FULL",
        "PRAGMA journal_mode=WAL",
        "/usr/lib/postgresql",
    ],
)
def test_what_is_harmless_is_let_through(line: str, tmp_path: Path) -> None:
    path = tmp_path / "some.py"
    path.write_text(line)
    assert list(refused([path], _REFUSED_EVERYWHERE | _REFUSED_IN_CODE)) == []


def test_no_code_runs_what_it_reads() -> None:
    found = [f"{name_of(path)}: {name}" for path, node in nodes(CODE) for name in _dangerous(node)]
    assert found == []


def _dangerous(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from {alias.name for alias in node.names} & _REFUSED_IMPORTS
    elif isinstance(node, ast.ImportFrom):
        yield from {node.module or ""} & _REFUSED_IMPORTS
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield from {node.func.id} & _REFUSED_CALLS


def test_nothing_imports_the_programs_first_file() -> None:
    found = [
        name_of(path)
        for path, node in nodes(PRODUCT)
        if (isinstance(node, ast.Import) and any(alias.name == "main" for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == "main")
    ]
    assert found == []


def test_the_product_imports_neither_tests_nor_tools() -> None:
    found = [
        name_of(path)
        for path, node in nodes(PRODUCT)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").split(".")[0] in {"bench", "tests", "tools"}
    ]
    assert found == []


def test_every_module_of_the_product_says_what_it_is_for() -> None:
    silent = [
        name_of(path)
        for path in PRODUCT
        if path.read_bytes().strip() and not ast.get_docstring(ast.parse(path.read_bytes()))
    ]
    assert silent == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_is_exact_and_carries_hashes(name: str) -> None:
    text = (ROOT / name).read_text()
    packages = re.sub(r"\\\n\s*", "", text).splitlines()
    assert packages
    loose = [line for line in packages if not re.match(r"[a-z0-9-]+==[^ ]+ .*--hash=sha256:", line)]
    assert loose == []


def test_the_pins_hold_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = {
        "requirements.txt": project["dependencies"],
        "requirements-dev.txt": project["dependencies"] + project["optional-dependencies"]["dev"],
    }
    missing = {
        (file, name)
        for file, wanted in needed.items()
        for name in (re.split(r"[^\w-]", line)[0].lower() for line in wanted)
        if f"\n{name}==" not in "\n" + (ROOT / file).read_text()
    }
    assert missing == set()


def test_both_pin_files_agree() -> None:
    run, dev = (
        set(re.findall(r"^[\w-]+==\S+", (ROOT / name).read_text(), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert run <= dev
