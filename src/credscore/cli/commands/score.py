"""`credscore score`: one text, its score, its evidence."""

from pathlib import Path
from typing import Annotated

import typer

from credscore.cli.texts import (
    OUTPUT,
    EncodingOption,
    FileArgument,
    ModelOption,
    PriorOption,
    keep_apart,
    printable,
    read_article,
    stop,
    write_whole,
)


def score(
    file: FileArgument,
    title: Annotated[str | None, typer.Option(help="The headline; a page has its own.")] = None,
    encoding: EncodingOption = None,
    prior: PriorOption = 0.5,
    model: ModelOption = None,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    html: Annotated[
        Path | None,
        typer.Option(metavar="OUT", help="Write the report as one HTML file; - prints it."),
    ] = None,
    picture: Annotated[
        Path | None, typer.Option(help="Draw the contributions: .png, .svg or .pdf.")
    ] = None,
) -> None:
    """Score one text: the verdict, the reasons, the evidence in the text, the details."""
    from credscore.scorer import Scorer

    if json and html == OUTPUT:
        stop(2, "--json and --html - both write to standard output: name a file for --html.")
    keep_apart(html, file)
    keep_apart(picture, file, html or file)
    text, title = read_article(file, title, encoding)
    report = Scorer.load(model).score(text, title, prior)
    if html:
        write_whole(html, report.to_html())
    if picture:
        from credscore.picture import draw_contributions

        draw_contributions(report, picture)
    if json:
        typer.echo(report.model_dump_json(indent=2))
        return
    if html == OUTPUT:
        return
    if html:
        typer.echo(f"{printable(report.summary())}\nThe whole report is in {html}.")
        return
    from rich.console import Console

    from credscore.cli.terminal import show

    show(report, text, title, Console(highlight=False))
