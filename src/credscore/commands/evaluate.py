"""`credscore evaluate`: how well a model does on labelled texts."""

from pathlib import Path
from typing import Annotated

import typer

from credscore.command import ModelOption, print_metrics


def evaluate(
    csv: Annotated[list[Path], typer.Argument(help="Labelled CSV files.")],
    model: ModelOption = None,
    text_column: str = "text",
    label_column: str = "label",
    title_column: str | None = None,
) -> None:
    """AUC, Brier score, log loss and ECE of a model on labelled CSV files."""
    from credscore.training.evaluate import evaluate_csv

    print_metrics({"all": evaluate_csv(csv, model, text_column, label_column, title_column)})
