"""The commands: the same work as in the window, for scripts and for a machine without one."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from db.base import opened
from db.engine import Engine, reading
from reports.errors import errors as errors_of
from resources.texts import LANGUAGES, gettext
from rules.source_kinds import KINDS
from ui import opening, quality_commands, report_commands, told
from ui.command_options import BY, Base, By, Json
from ui.terminal import complain, progress, say, say_json
from workflow import check as checking
from workflow import explained, review, rule_change, rule_file
from workflow import export as exporting
from workflow import group_ties as ties
from workflow import load as loading
from workflow import propose as proposing
from workflow import verify as verifying
from workflow.reconcile import reconcile
from workflow.rule_trial import back_test

application = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    help=gettext("Reconciles a car dealer's sales and service client bases."),
)

File = Annotated[Path, typer.Argument(metavar="FILE", help=gettext("The exported file."))]
Kind = Annotated[
    str,
    typer.Option(help=gettext("What the file holds: sales, service, bookings, claims, surveys.")),
]
At = Annotated[float, typer.Option(help=gettext("The least probability, for example 0.99."))]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help=gettext("Where the files go."))]
Xlsx = Annotated[bool, typer.Option("--xlsx", help=gettext("Write XLSX files too."))]


@application.callback(invoke_without_command=True)
def window(
    context: typer.Context,
    language: Annotated[
        str, typer.Option(help=gettext("The language of this command: ru or en."))
    ] = "",
) -> None:
    """Open the window where no command is given."""
    if language and language not in LANGUAGES:
        raise typer.BadParameter(gettext("The language is ru or en."), param_hint="--language")
    if context.invoked_subcommand is None:
        raise typer.Exit(opening.window(language))


@application.command(help=gettext("Load an exported file into the base."))
def load(
    base: Base,
    file: File,
    kind: Kind,
    mapping: Annotated[
        Path | None, typer.Option(help=gettext("A TOML file that says which column is what."))
    ] = None,
    source: Annotated[str, typer.Option(help=gettext("The source's name, if not its kind."))] = "",
    area_code: Annotated[str, typer.Option(help=gettext("Completes local phone numbers."))] = "",
    by: By = BY,
    as_json: Json = False,
) -> None:
    """Load one file."""
    order = loading.Order(file, kind=kind, source=source, area_code=area_code, mapping_file=mapping)
    with opened(base, create=True) as engine:
        _tell_load(_load(engine, order, by), as_json=as_json)


def _load(engine: Engine, order: loading.Order, by: str) -> loading.Loaded:
    with progress() as shown:
        return loading.load(engine, order, by=by, progress=shown)


def _tell_load(loaded: loading.Loaded, *, as_json: bool) -> None:
    if as_json:
        say_json(asdict(loaded))
    else:
        say(*loaded.told())


@application.command(help=gettext("Bring the cards up to the rules in force; count the findings."))
def check(
    base: Base,
    every: Annotated[
        bool, typer.Option("--all", help=gettext("Also where the rules are as they were."))
    ] = False,
    by: By = BY,
    as_json: Json = False,
) -> None:
    """Check the cards."""
    with opened(base) as engine, progress() as shown:
        checked = checking.check(engine, by=by, every=every, progress=shown)
    if as_json:
        say_json([asdict(rule) for rule in checked.rules])
        return
    say(*told.checked(checked))


@application.command(help=gettext("Show the rule file, try another one, or put it in force."))
def rules(
    base: Base,
    try_file: Annotated[
        Path | None,
        typer.Option("--try", help=gettext("Show what this rule file would change.")),
    ] = None,
    set_file: Annotated[
        Path | None, typer.Option("--set", help=gettext("Put this rule file in force."))
    ] = None,
    by: By = BY,
    as_json: Json = False,
) -> None:
    """Show, try or set the rule file."""
    with opened(base) as engine, progress() as shown:
        if set_file is not None:
            found = rule_change.put_in_force(
                engine, rule_file.text_of(set_file), by=by, progress=shown
            )
            lines = told.checked(found)
        elif try_file is not None:
            trial = back_test(engine, rule_file.text_of(try_file), progress=shown)
            if as_json:
                say_json(asdict(trial))
                return
            lines = told.trial(trial)
        else:
            with reading(engine) as connection:
                lines = rule_file.book(connection).text.splitlines()
    say(*lines)


@application.command(help=gettext("Look for cards that may be one client."))
def propose(
    base: Base,
    threshold: Annotated[
        float, typer.Option(help=gettext("The least probability of a candidate."))
    ] = proposing.THRESHOLD,
    everything: Annotated[
        bool,
        typer.Option("--all", help=gettext("Compare all cards anew, not only those that are new.")),
    ] = False,
    keys: Annotated[
        bool, typer.Option("--keys", help=gettext("Tell what each key of the comparison did."))
    ] = False,
    by: By = BY,
    as_json: Json = False,
) -> None:
    """Propose candidates."""
    review.check_probability(threshold)
    with opened(base) as engine, progress() as shown:
        proposed = proposing.propose(
            engine, by=by, threshold=threshold, everything=everything, progress=shown
        )
    if as_json:
        coverage = proposed.summary.coverage
        say_json(asdict(proposed) | {"compared_share": coverage and coverage.recall})
    else:
        say(told.proposed(proposed), *(told.keys(proposed) if keys else ()))


@application.command(help=gettext("Approve every candidate at or above a probability."))
def approve(base: Base, at: At, by: By = BY, as_json: Json = False) -> None:
    """Approve in bulk: one recorded decision."""
    with opened(base) as engine:
        _approve(engine, at, by, as_json=as_json)


def _approve(engine: Engine, at: float, by: str, *, as_json: bool = False) -> None:
    with progress() as shown:
        done = review.approve(engine, at=at, by=by, progress=shown)
    if as_json:
        say_json({"decision": done.decision_id, "pairs": done.count})
    else:
        say(told.approved(done, at))


@application.command(help=gettext("Tell why two cards are, or are not, proposed as one client."))
def explain(
    base: Base,
    left: Annotated[str, typer.Argument(metavar="LEFT", help=gettext("A card: source:id."))],
    right: Annotated[str, typer.Argument(metavar="RIGHT", help=gettext("Another card."))],
    as_json: Json = False,
) -> None:
    """Explain a pair."""
    with opened(base) as engine, reading(engine) as connection, progress() as shown:
        one, other = (explained.card_named(connection, name) for name in (left, right))
        found = explained.explain(connection, one, other, shown)
    if as_json:
        say_json(asdict(found))
    else:
        say(*told.explained(found))


@application.command(help=gettext("Tell what each open group hangs on, the weakest first."))
def groups(base: Base, as_json: Json = False) -> None:
    """Ties of groups."""
    with opened(base) as engine, reading(engine) as connection, progress() as shown:
        found = ties.group_ties(connection, shown)
    if as_json:
        say_json([asdict(one) for one in found])
    else:
        say(*told.groups(found))


@application.command(help=gettext("Take one decision back."))
def undo(
    base: Base,
    decision: Annotated[str, typer.Argument(metavar="ID", help=gettext("The decision's id."))],
    by: By = BY,
) -> None:
    """Undo a decision."""
    with opened(base) as engine:
        done = review.undo(engine, decision, by=by)
    say(gettext("Taken back by decision {id}").format(id=done.decision_id))


@application.command(help=gettext("Write the unified base as files."))
def export(base: Base, folder: Folder, xlsx: Xlsx = False, by: By = BY) -> None:
    """Export the unified base."""
    with opened(base) as engine:
        _export(engine, folder, by, xlsx=xlsx)


def _export(engine: Engine, folder: Path, by: str, *, xlsx: bool) -> None:
    with progress() as shown:
        paths = exporting.export(engine, folder, by=by, xlsx=xlsx, progress=shown)
    say(*(str(path) for path in paths))


report_commands.register(application)


@application.command(help=gettext("Tell which rules, sources and people the errors come from."))
def errors(
    base: Base,
    as_json: Json = False,
    toml: Annotated[
        bool,
        typer.Option("--toml", help=gettext("Write the values found for the rule file alone.")),
    ] = False,
) -> None:
    """Report on the errors."""
    with opened(base) as engine, reading(engine) as connection:
        found = errors_of(connection)
    if as_json:
        say_json(found.as_json())
    else:
        say(*(found.toml() if toml else found.lines()))


@application.command(help=gettext("Check that the base is whole."))
def verify(base: Base, as_json: Json = False) -> None:
    """Verify the base."""
    with opened(base) as engine, progress() as shown:
        verified = verifying.verify(engine, progress=shown)
    if as_json:
        say_json(asdict(verified))
    elif not verified.faults:
        say(
            gettext("The base is whole: {entries} journal entries, {rows} rows.").format(
                entries=verified.entries, rows=verified.rows
            )
        )
    if verified.faults:
        for fault in verified.faults:
            complain(fault)
        raise typer.Exit(1)


@application.command(help=gettext("The whole job without a window."))
def run(
    base: Annotated[str, typer.Option(help=gettext("The base: a file or a PostgreSQL URL."))],
    out: Annotated[Path, typer.Option(help=gettext("Where the files go."))],
    sales: Annotated[list[Path] | None, typer.Option(help=gettext("The sales export."))] = None,
    service: Annotated[list[Path] | None, typer.Option(help=gettext("The service export."))] = None,
    bookings: Annotated[
        list[Path] | None, typer.Option(help=gettext("The log of calls and bookings."))
    ] = None,
    claims: Annotated[
        list[Path] | None, typer.Option(help=gettext("The register of claims."))
    ] = None,
    surveys: Annotated[
        list[Path] | None, typer.Option(help=gettext("The answers to surveys."))
    ] = None,
    approve_at: Annotated[
        float | None, typer.Option(help=gettext("Approve at this probability or more."))
    ] = None,
    area_code: Annotated[str, typer.Option(help=gettext("Completes local phone numbers."))] = "",
    xlsx: Xlsx = False,
    by: By = BY,
) -> None:
    """Load, check, propose, approve, unify and export in one go."""
    given = zip(KINDS, (sales, service, bookings, claims, surveys), strict=True)
    files = [(file, kind) for kind, some in given for file in some or []]
    if not files:
        raise typer.BadParameter(gettext("Name a sales or a service file."), param_hint="--sales")
    with opened(base, create=True) as engine:
        orders = [loading.Order(file, kind=kind, area_code=area_code) for file, kind in files]
        with progress() as shown:
            done = reconcile(engine, orders, by=by, approve_at=approve_at, progress=shown)
        for one in done.loaded:
            say(*one.told())
        say(told.proposed(done.proposed))
        if done.approved is not None and approve_at is not None:
            say(told.approved(done.approved, approve_at))
        report_commands.say_overview(engine)
        _export(engine, out, by, xlsx=xlsx)


@application.command(help=gettext("Build a base from the sample files and open it."))
def demo(
    headless: Annotated[
        bool, typer.Option("--headless", help=gettext("Without a window: write everything."))
    ] = False,
    out: Annotated[Path, typer.Option(help=gettext("Where everything goes."))] = Path("demo"),
) -> None:
    """Show the product on the sample files."""
    from ui import demo as show  # noqa: PLC0415 - Qt only where pictures or a window are wanted

    raise typer.Exit(show.headless(out) if headless else show.window(out))


quality_commands.register(application)
