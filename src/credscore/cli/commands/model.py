"""`credscore model`: the card of a model."""

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument

from credscore.cli.texts import warn_if_uncompiled
from credscore.errors import ModelFileError


def model(
    folder: Annotated[Path | None, Argument(help="Default: the shipped model.")] = None,
) -> None:
    """Show the card of a model."""
    from credscore.model import CARD_FILE, Model, default_folder, read_file

    model_folder = folder or default_folder()
    Model.load(model_folder)
    card = model_folder / CARD_FILE
    if not card.is_file():
        raise ModelFileError(f"{card}: no such file. Write it anew with credscore train.")
    typer.echo(read_file(card))
    warn_if_uncompiled()
