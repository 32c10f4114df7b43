"""What is installed is the whole product and nothing else."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.repository import FILES, ROOT

_SHIPPED = ("main.py", "db", "matching", "reports", "resources", "rules", "ui", "workflow")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from a copy of the committed files, without asking any registry."""
    copy = tmp_path_factory.mktemp("copy")
    for path in FILES:
        target = copy / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    built = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist"],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = (copy / "dist").iterdir()
    return path


def test_the_wheel_holds_every_file_of_the_product(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in FILES
        if path.relative_to(ROOT).parts[0] in _SHIPPED
    }
    assert wanted - names == set()


def test_the_wheel_holds_nothing_but_the_product(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(_SHIPPED)


def test_the_installed_command_is_sverka(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "sverka = main:main" in archive.read(name).decode().splitlines()


def _normal(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported(path: Path) -> set[str]:
    """The top-level packages that a file imports anywhere."""
    tree = list(ast.walk(ast.parse(path.read_bytes())))
    modules = [alias.name for node in tree if isinstance(node, ast.Import) for alias in node.names]
    modules += [node.module or "" for node in tree if isinstance(node, ast.ImportFrom)]
    return {module.split(".")[0] for module in modules}


def test_the_product_imports_only_what_it_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = {_normal(re.split(r"[^\w.-]", line)[0]) for line in project["dependencies"]}
    known = packages_distributions()
    # shiboken6 is the half of PySide6 that each version of it pins.
    ours = {name.removesuffix(".py") for name in _SHIPPED} | {"shiboken6"}
    undeclared = {
        f"{path.relative_to(ROOT).as_posix()}: {module}"
        for path in FILES
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in _SHIPPED
        for module in _imported(path) - ours - sys.stdlib_module_names
        if not declared & {_normal(name) for name in known.get(module, ())}
    }
    assert undeclared == set()
