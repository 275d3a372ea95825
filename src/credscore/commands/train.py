"""`credscore train`: a model from labelled texts."""

from pathlib import Path
from typing import Annotated

import typer

from credscore.command import print_metrics


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
        print_metrics(train_csv(csv, out, text_column, label_column, group_column, title_column))
    typer.echo(f"Model written to {out}.")
