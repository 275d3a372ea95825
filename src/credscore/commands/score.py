"""`credscore score`: one text, its score, its evidence."""

from typing import Annotated

import typer

from credscore.command import ModelOption, PriorOption, read


def score(
    file: Annotated[str, typer.Argument(help="A text file (UTF-8), or - for standard input.")],
    title: Annotated[str | None, typer.Option(help="The headline.")] = None,
    prior: PriorOption = 0.5,
    model: ModelOption = None,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Score one text: the score with its interval, the evidence in the text, the contributions."""
    from credscore.scorer import Scorer

    text = read(file)
    report = Scorer.load(model).score(text, title, prior)
    if json:
        typer.echo(report.model_dump_json(indent=2))
        return
    from rich.console import Console

    from credscore.terminal import show

    show(report, text, title, Console(highlight=False))
