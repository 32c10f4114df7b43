"""Writes the sample files of the demo, the same bytes each time: ``python -m bench.make_demo``."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.generator.build import FileForm, Order, Summary, describe, generate
from bench.measured import ROOT

FILES = ROOT / "resources" / "demo"
TRUTH = ROOT / "bench" / "demo"
_PERSONS, _SEED = 1130, 8
_FORMS = {"sales": FileForm("csv", "cp1251", ";", titled=True), "service": FileForm("xlsx")}


def make(files: Path, truth: Path) -> Summary:
    """Writes the files into one folder and what is known about them into another."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        summary = generate(Order(_PERSONS, _SEED, "medium", folder, _FORMS, extras=True))
        for target in (files, truth):
            target.mkdir(parents=True, exist_ok=True)
        for path in summary.paths.values():
            shutil.copyfile(path, files / path.name)
        for table in ("truth.csv", "truth_extras.csv", "traps.csv"):
            shutil.copyfile(folder / table, truth / table)
    return summary


def main() -> None:
    """Write the sample into the repository."""
    print(describe(make(FILES, TRUTH)))


if __name__ == "__main__":
    main()
