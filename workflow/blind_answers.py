"""The answers to a blind sample, read back and made an estimate."""

from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db import samples
from db.engine import Connection
from db.errors import KnownError
from db.samples import SampleRow
from db.sources import Line, open_source
from reports.blind_estimate import Estimate, Sample
from reports.blind_estimate import estimate as estimated
from reports.strata import Stratum
from resources.texts import gettext
from workflow.blind_sample import pair_id
from workflow.headers import plain_header
from workflow.truth_columns import SAME, named
from workflow.truth_file import answer, not_an_answer

_HEAD = 20  # lines among which the header is looked for
_PAIR = frozenset(("pair", "пара"))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the ids of the pairs and the answers stand."""

    pair: int
    same: int


def estimate(connection: Connection, path: Path) -> Estimate:
    """What the answers in the file say of the base that the sample was drawn from.

    Raises:
        KnownError: it is no sample of this base, holds no answers, or one that cannot be read.
    """
    answers = _answers(path)
    kept = _sample(connection, answers)
    if kept is None:
        raise KnownError(
            gettext("“{name}” is no sample of this base, or pairs of it were altered.").format(
                name=path.name
            )
        )
    if not any(said is not None for said in answers.values()):
        raise KnownError(gettext("“{name}” holds no answers yet.").format(name=path.name))
    name = _name(next(iter(answers)))
    return estimated(
        Sample(_strata(name, kept), {one: int(kept.sizes[one]) for one in Stratum}),
        answers,
        changed=samples.state(connection) != kept.state,
        threshold=float(kept.state[-1]),
    )


def _sample(connection: Connection, answers: Iterable[str]) -> SampleRow | None:
    """The one sample of this base that all the pairs are from."""
    names = {_name(pair) for pair in answers}
    if len(names) != 1:
        return None
    (name,) = names
    found = samples.find(connection, name)
    if found is None or not _strata(name, found).keys() >= set(answers):
        return None
    return found


def _strata(name: str, sample: SampleRow) -> dict[str, Stratum]:
    """The stratum of each pair of a sample by its id."""
    listed = enumerate(sample.pairs, start=1)
    return {pair_id(name, number): Stratum(stratum) for number, (_, _, stratum) in listed}


def _answers(path: Path) -> dict[str, bool | None]:
    """What the file says of each pair by its id."""
    found: dict[str, bool | None] = {}
    with closing(open_source(path).lines()) as lines:
        columns = _columns(lines, path.name)
        for line in lines:
            pair, said = (_cell(line, place) for place in (columns.pair, columns.same))
            if not pair:
                continue
            try:
                known = answer(said)
            except ValueError:
                raise not_an_answer(path.name, line.number, said) from None
            if found.setdefault(pair, known) != known:
                raise KnownError(
                    gettext("“{name}” holds two different answers to the pair {pair}.").format(
                        name=path.name, pair=pair
                    )
                )
    return found


def _columns(lines: Generator[Line, None, None], name: str) -> _Columns:
    for line in lines:
        plain = [plain_header(cell) for cell in line.cells]
        pair = next((at for at, header in enumerate(plain) if header in _PAIR), None)
        same = named(SAME, plain)
        if pair is not None and same is not None:
            return _Columns(pair, same)
        if line.number >= _HEAD:
            break
    raise KnownError(
        gettext(
            "“{name}” lacks the column “pair” or “same (yes/no)” that sverka sample writes."
        ).format(name=name)
    )


def _name(pair: str) -> str:
    """The name of the sample that a pair is of."""
    return pair.rpartition("-")[0]


def _cell(line: Line, place: int) -> str:
    return line.cells[place].strip() if place < len(line.cells) else ""
