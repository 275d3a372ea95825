"""`credscore train`: a model from labelled texts."""

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from credscore.cli import options
from credscore.cli.texts import print_judged, stop, warn


def train(
    csv: Annotated[list[Path] | None, Argument(help="Labelled tables, as for batch.")] = None,
    out: Annotated[Path | None, Option(help="The folder of the new model.")] = None,
    text_column: options.TextColumn = "text", label_column: options.LabelColumn = "label",
    group_column: options.GroupColumn = None, title_column: options.TitleColumn = None,
    encoding: options.TextEncoding = None,
    start: Annotated[str, Option(help="shipped: drawn to its weights; scratch: anew.")] = "shipped",
) -> None:  # fmt: skip
    """Train a model on labelled files, such as CSV.

    Prints how the new model and the shipped one do on groups that were held out.
    """
    from credscore.training.data.labelled_files import Columns
    from credscore.training.judging.evaluate import question
    from credscore.training.train import train_csv

    if not csv:
        stop(2, "train: name a CSV file of labelled texts.")
    elif out is None:
        stop(2, "train: name the folder of the new model with --out.")
    elif file := next((path for path in (out, *out.parents) if path.is_file()), None):
        stop(2, f"{file}: is a file. Name a folder for the model.")
    columns = Columns(text_column, label_column, group_column, title_column)
    own = train_csv(csv, out, columns, start, encoding)
    print_judged(own.judged)
    if own.wrong_way:
        warn(question(own.wrong_way))
    if own.strength is not None:
        typer.echo(
            f"Held to the shipped weights with strength {own.strength:g}: 3 hardly holds, 3000 "
            "hardly lets go."
        )
    typer.echo(f"Model written to {out}.")
