"""What the commands on tables share: their options, and the progress bar."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from credscore.cli.texts import stop
from credscore.processes import MOST_JOBS

FORMATS = ("csv", "tsv", "jsonl", "parquet")

InArgument = Annotated[
    str,
    typer.Argument(
        metavar="IN",
        help="CSV, TSV, JSON Lines or Parquet, also .gz or .zst; - reads standard input.",
    ),
]
FormatOption = Annotated[
    str | None, typer.Option(help="Of OUT, if its ending doesn't say: csv, tsv, jsonl, parquet.")
]
InputFormatOption = Annotated[
    str | None, typer.Option(help="Of IN, if its ending doesn't say; default: found.")
]
EncodingOption = Annotated[str | None, typer.Option(help="Of IN, such as cp1252; default: found.")]
DelimiterOption = Annotated[
    str | None, typer.Option(help="Of IN, one character, or tab; default: found.")
]
QuoteOption = Annotated[
    str | None, typer.Option(help="Quotation mark of IN, or none; default: found.")
]
JobsOption = Annotated[
    int, typer.Option(min=-1, max=MOST_JOBS, help="Processes; -1: one for every core.")
]


def check_table_options(n_jobs: int, *formats: str | None) -> None:
    """End with exit code 2 if an option has no meaning."""
    for format in formats:
        if format not in (None, *FORMATS):
            stop(2, f"--format must be one of {', '.join(FORMATS)}, got {format!r}.")
    if n_jobs == 0:
        stop(2, "--n-jobs must be 1 or more, or -1 for one process a core, got 0.")


def named(file: str) -> Path | None:
    """The path of a file; None for -, standard input or output; exits with 2 for a folder."""
    if file == "-":
        return None
    if Path(file).is_dir():
        stop(2, f"{file}: is a folder. Name a file, or - for standard input or output.")
    return Path(file)


def character(option: str | None) -> str | None:
    """A delimiter or quotation mark as it is stated: itself, tab or none."""
    return {"tab": "\t", "\\t": "\t", "none": ""}.get(option or "", option)


@contextmanager
def progress_bar() -> Iterator[Callable[[Any], None]]:
    """A bar on standard error with rows, their rate and the remaining time, on terminals only."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.fields[rows]:,} rows"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %  {task.fields[rate]:,.0f} rows/s"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("rows", total=None, rows=0, rate=0.0)
        first: list[int] = []

        def show(progress: Any) -> None:
            first.append(progress.rows) if not first else None
            elapsed = bar.tasks[0].elapsed or 1e-9
            rate = (progress.rows - first[0]) / elapsed
            bar.update(
                task, completed=progress.read, total=progress.size, rows=progress.rows, rate=rate
            )

        yield show
