"""What commands share: their options, and the progress bar of those on tables."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer

from credscore.cli.texts import stop
from credscore.processes import MOST_JOBS

FORMATS = ("csv", "tsv", "jsonl", "parquet")


def _format(value: str | None) -> str | None:
    if value not in (None, *FORMATS):
        stop(2, f"--format must be one of {', '.join(FORMATS)}, got {value!r}.")
    return value


def _jobs(value: int) -> int:
    if value == 0:
        stop(2, "--n-jobs must be 1 or more, or -1 for one process a core, got 0.")
    return value


def _character(value: str | None) -> str | None:
    """A delimiter or quotation mark as it is stated: itself, tab or none."""
    return {"tab": "\t", "\\t": "\t", "none": ""}.get(value or "", value)


File = Annotated[
    str,
    typer.Argument(
        help="A text, a mail, a PDF or Word document, a saved web page; - is standard input."
    ),
]
Title = Annotated[str | None, typer.Option(help="The headline; a page has its own.")]
TextEncoding = Annotated[
    str | None, typer.Option("--encoding", help="Of the text, such as cp1252; default: found.")
]
Prior = Annotated[float, typer.Option(help="Base rate of true claims, between 0 and 1.")]
Model = Annotated[Path | None, typer.Option(help="Folder of a model; default: the shipped one.")]
Json = Annotated[bool, typer.Option("--json", help="Print all of it as JSON.")]
Html = Annotated[
    Path | None,
    typer.Option(metavar="OUT", help="Write a page, one HTML file; - prints it, and no more."),
]
Picture = Annotated[
    Path | None, typer.Option(metavar="OUT", help="Draw a picture: .png, .svg or .pdf.")
]
In = Annotated[
    str,
    typer.Argument(
        metavar="IN",
        help="CSV, TSV, JSON, Parquet, Excel or a feed, also .gz, .zst or .zip; - reads standard "
        "input.",
    ),
]
TextColumn = Annotated[str, typer.Option(help="The column of texts.")]
TitleColumn = Annotated[str | None, typer.Option(help="The column of headlines.")]
LabelColumn = Annotated[str, typer.Option(help="1: the claim is true, 0: false.")]
GroupColumn = Annotated[
    str | None, typer.Option(help="Claim or publisher: never split; intervals are over these.")
]
Format = Annotated[
    str | None,
    typer.Option(
        callback=_format, help="Of OUT, if its ending doesn't say: csv, tsv, jsonl, parquet."
    ),
]
InputFormat = Annotated[
    str | None,
    typer.Option(callback=_format, help="Of IN, if its ending doesn't say; default: found."),
]
Encoding = Annotated[str | None, typer.Option(help="Of IN, such as cp1252; default: found.")]
Delimiter = Annotated[
    str | None,
    typer.Option(callback=_character, help="Of IN, one character, or tab; default: found."),
]
Quote = Annotated[
    str | None,
    typer.Option(callback=_character, help="Quotation mark of IN, or none; default: found."),
]
Jobs = Annotated[
    int,
    typer.Option(min=-1, max=MOST_JOBS, callback=_jobs, help="Processes; -1: one for every core."),
]


def named(file: str) -> Path | None:
    """The path of a file; None for -, standard input or output."""
    return None if file == "-" else Path(file)


@contextmanager
def watched(remains: str, then: str = "") -> Iterator[Callable[[Any], None]]:
    """A bar on terminals; exits with 5 if work breaks off: `remains` says what is left of it."""
    from credscore.processes import LostWorkerError
    from credscore.tables import BrokenInputError

    try:
        with _bar() if sys.stderr.isatty() else nullcontext(lambda progress: None) as show:
            yield show
    except BrokenInputError as error:
        stop(5, f"stopped early: {error} {remains}")
    except LostWorkerError as error:
        stop(5, f"stopped early: {error} {remains}{then}")
    except BrokenPipeError:
        raise  # whoever read the output has seen enough
    except OSError as error:
        where = error.filename or "the output"
        stop(5, f"stopped early: {where}: {error.strerror}. {remains}{then}".rstrip())
    except KeyboardInterrupt:
        stop(5, f"interrupted. {remains}{then}")


@contextmanager
def _bar() -> Iterator[Callable[[Any], None]]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done: bar.update(
            task, description=f"{done.rows:,} rows", completed=done.read, total=done.size
        )
