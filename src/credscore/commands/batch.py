"""`credscore batch`: every row of a file."""

from pathlib import Path
from typing import Annotated

import typer

from credscore.command import ModelOption, PriorOption, stop


def batch(
    source: Annotated[Path, typer.Argument(metavar="IN", help="CSV or JSON Lines, also .gz.")],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="CSV or JSON Lines.")],
    text_column: Annotated[str, typer.Option(help="The column of texts.")] = "text",
    title_column: Annotated[str | None, typer.Option(help="The column of headlines.")] = None,
    prior: PriorOption = 0.5,
    model: ModelOption = None,
    format: Annotated[
        str | None, typer.Option(help="csv or jsonl, where the endings don't say.")
    ] = None,
    n_jobs: Annotated[int, typer.Option(min=-1, help="Processes; -1: one for every core.")] = 1,
    features: Annotated[bool, typer.Option("--features", help="Add the feature columns.")] = False,
    evidence: Annotated[bool, typer.Option("--evidence", help="Add the evidence as JSON.")] = False,
    overwrite_columns: Annotated[
        bool, typer.Option("--overwrite-columns", help="Replace credscore columns of the input.")
    ] = False,
) -> None:
    """Score every row of a file; one output row for every input row."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from credscore.batch import Options, run
    from credscore.scorer import Scorer

    if format not in (None, "csv", "jsonl"):
        stop(2, f"--format must be csv or jsonl, got {format!r}.")
    if n_jobs == 0:
        stop(2, "--n-jobs must be 1 or more, or -1 for one process a core, got 0.")
    if source.resolve() == target.resolve():
        stop(2, f"IN and OUT are the same file, {source}. Name another OUT.")
    options = Options(
        text_column, title_column, prior, n_jobs, features, evidence, overwrite_columns, format
    )
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    try:
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("rows", total=None)
            scorer = Scorer.load(model)
            summary = run(source, target, scorer, options, lambda rows: bar.advance(task, rows))
    except OSError as error:
        stop(5, f"stopped early: {error}. What was written is in {target}.partial.")
    except KeyboardInterrupt:
        stop(5, f"interrupted. What was written is in {target}.partial.")
    typer.echo(f"{summary.rows} rows written to {target}, {summary.failed} could not be scored.")
    if summary.failed:
        raise typer.Exit(4)
