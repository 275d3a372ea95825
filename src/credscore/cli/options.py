"""The options that commands share, and the progress bar."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated, Any, Literal

from typer import Argument, Option

from credscore.cli.texts import drop_output, require_name, stop
from credscore.processes import MOST_JOBS


def _jobs(value: int) -> int:
    if value == 0:
        stop(2, "--n-jobs must be 1 or more, or -1 for one process a core, got 0.")
    return value


def _character(value: str | None) -> str | None:
    """A stated delimiter or quotation mark: the character itself, "tab" or "none"."""
    return {"tab": "\t", "\\t": "\t", "none": ""}.get(value or "", value)


File = Annotated[str, Argument(help="A text, web page, mail, PDF or Word; - is standard input.")]
Title = Annotated[str | None, Option(help="The headline; a page has its own.")]
TextEncoding = Annotated[str | None, Option("--encoding", help="Such as cp1252; default: found.")]
Prior = Annotated[float, Option(help="Base rate of true claims, between 0 and 1.")]
Model = Annotated[Path | None, Option(help="Folder of a model; default: the shipped one.")]
Json = Annotated[bool, Option("--json", help="Print all of it as JSON.")]
Html = Annotated[Path | None, Option(metavar="OUT", help="Write a page; - prints it, and no more.")]
Picture = Annotated[Path | None, Option(metavar="OUT", help="Draw a picture: .png, .svg or .pdf.")]
_IN = "CSV, TSV, JSON, Parquet, Excel or a feed, also .gz, .zst or .zip; - is standard input."
In = Annotated[str, Argument(metavar="IN", help=_IN)]
TextColumn = Annotated[str, Option(help="The column of texts.")]
TitleColumn = Annotated[str | None, Option(help="The column of headlines.")]
LabelColumn = Annotated[str, Option(help="1: the claim is true, 0: false.")]
GroupColumn = Annotated[
    str | None, Option(help="Claim or publisher: never split; intervals are over these.")
]
_Format = Literal["csv", "tsv", "jsonl", "parquet"]
Format = Annotated[_Format | None, Option(help="Of OUT, if its ending doesn't say.")]
InputFormat = Annotated[_Format | None, Option(help="Of IN; default: found, or by its ending.")]
Encoding = Annotated[str | None, Option(help="Of IN, such as cp1252; default: found.")]
_Character = Option(callback=_character, help="Of IN, a character, tab or none; default: found.")
Delimiter = Annotated[str | None, _Character]
Quote = Annotated[str | None, _Character]
_PROCESSES = "Processes; -1: one for every core."
Jobs = Annotated[int, Option(min=-1, max=MOST_JOBS, callback=_jobs, help=_PROCESSES)]


def named(file: str) -> Path | None:
    """The path of a file; None for -, which is standard input or output."""
    require_name(file)
    return None if file == "-" else Path(file)


@contextmanager
def watched(remains: str, then: str = "") -> Iterator[Callable[[Any], None]]:
    """A progress bar on terminals; exits with 5 if work breaks off, and prints `remains`."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C
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
        raise  # the reader of the output closed it
    except OSError as error:
        where = error.filename or "the output"
        if not error.filename:
            drop_output()
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
