"""The command line: arguments and printing only.

Exit codes: 0 done, 2 wrong usage or unreadable input, 3 model file refused, 4 finished but some
rows could not be scored, 5 stopped early.
"""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from credscore.errors import CredscoreError, ModelFileError

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="How credibly is a text sourced?"
)

ModelOption = Annotated[
    Path | None, typer.Option(help="Folder of a model; default: the shipped one.")
]
PriorOption = Annotated[float, typer.Option(help="Base rate of true claims, between 0 and 1.")]


@app.command()
def score(
    file: Annotated[str, typer.Argument(help="A text file (UTF-8), or - for standard input.")],
    title: Annotated[str | None, typer.Option(help="The headline.")] = None,
    prior: PriorOption = 0.5,
    model: ModelOption = None,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Score one text: the score with its interval, the evidence in the text, the contributions."""
    from credscore.scorer import Scorer

    text = _read(file)
    report = Scorer.load(model).score(text, title, prior)
    if json:
        typer.echo(report.model_dump_json(indent=2))
        return
    from rich.console import Console

    from credscore.terminal import show

    show(report, text, title, Console(highlight=False))


@app.command()
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
        _stop(2, f"--format must be csv or jsonl, got {format!r}.")
    if n_jobs == 0:
        _stop(2, "--n-jobs must be 1 or more, or -1 for one process a core, got 0.")
    if source.resolve() == target.resolve():
        _stop(2, f"IN and OUT are the same file, {source}. Name another OUT.")
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
        _stop(5, f"stopped early: {error}. What was written is in {target}.partial.")
    except KeyboardInterrupt:
        _stop(5, f"interrupted. What was written is in {target}.partial.")
    typer.echo(f"{summary.rows} rows written to {target}, {summary.failed} could not be scored.")
    if summary.failed:
        raise typer.Exit(4)


@app.command()
def train(
    csv: Annotated[
        list[Path] | None, typer.Argument(help="CSV files; none: the shared corpora.")
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder of the new model.")] = Path(
        "models/default"
    ),
    text_column: str = "text",
    label_column: str = "label",
    group_column: Annotated[
        str | None, typer.Option(help="Claim or publisher: never split.")
    ] = None,
    title_column: str | None = None,
) -> None:
    """Train a model on labelled CSV files (1 true, 0 false), or the shipped one on the corpora."""
    from credscore.training.train import train_csv, train_default

    if not csv:
        train_default(out)
    else:
        _metrics(train_csv(csv, out, text_column, label_column, group_column, title_column))
    typer.echo(f"Model written to {out}.")


@app.command()
def evaluate(
    csv: Annotated[list[Path], typer.Argument(help="Labelled CSV files.")],
    model: ModelOption = None,
    text_column: str = "text",
    label_column: str = "label",
    title_column: str | None = None,
) -> None:
    """AUC, Brier score, log loss and ECE of a model on labelled CSV files."""
    from credscore.training.evaluate import evaluate_csv

    _metrics({"all": evaluate_csv(csv, model, text_column, label_column, title_column)})


@app.command("model")
def show_model(
    folder: Annotated[Path | None, typer.Argument(help="Default: the shipped model.")] = None,
) -> None:
    """Show the card of a model."""
    from credscore.model import CARD_FILE, Model, default_folder

    place = folder or default_folder()
    Model.load(place)
    card = place / CARD_FILE
    if not card.is_file():
        raise ModelFileError(f"{card}: no such file. Write it anew with credscore train.")
    typer.echo(card.read_text("utf-8"))


def _metrics(rows: dict[str, dict[str, float]]) -> None:
    for name, values in rows.items():
        figures = "  ".join(f"{key} {value:.3f}" for key, value in values.items() if key != "rows")
        typer.echo(f"{name}: rows {values['rows']}  {figures}")


def _read(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _stop(2, f"{file}: not UTF-8 (byte {error.start}). Convert the file to UTF-8.")
    except OSError as error:
        _stop(
            2,
            f"{file}: can't be read: {error.strerror}. Name a text file, or - for standard input.",
        )
    if "\0" in text:
        _stop(2, f"{file}: holds NUL characters: no text file. Name a text file in UTF-8.")
    if not text.strip():
        _stop(2, f"{file}: is empty. Name a file with an article in it.")
    return text


def _stop(code: int, message: str) -> NoReturn:
    _complain(message)
    raise typer.Exit(code)


def _complain(message: str) -> None:
    """One line on standard error; control characters from names of files and columns replaced."""
    line = "".join(letter if letter.isprintable() else "?" for letter in message)
    typer.echo(f"credscore: {line}", err=True)


def main() -> None:
    """The entry point `credscore`."""
    try:
        app()
    except ModelFileError as error:
        _complain(str(error))
        sys.exit(3)
    except CredscoreError as error:
        _complain(str(error))
        sys.exit(2)
