"""`credscore extract`: the evidence in a text, as a table."""

from typing import Annotated

import typer

from credscore.cli.texts import EncodingOption, FileArgument, printable, read_article, stop


def extract(
    file: FileArgument,
    title: Annotated[str | None, typer.Option(help="The headline; a page has its own.")] = None,
    encoding: EncodingOption = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print the evidence as CSV.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the evidence as JSON.")] = False,
) -> None:
    """List the evidence in one text: signal, kind, words and place, without a score.

    Places are characters of the text, or of the title where in_title is true.
    """
    from credscore.evidence import Evidence
    from credscore.scorer import extract as find

    if csv and json:
        stop(2, "--csv and --json are both asked for. Choose one.")
    found = find(*read_article(file, title, encoding))
    if json:
        from json import dumps

        typer.echo(dumps([item._asdict() for item in found], ensure_ascii=False, indent=1))
        return
    if csv:
        from pandas import DataFrame

        from credscore.tables import guarded

        rows = [item._replace(quote=guarded(item.quote)) for item in found]
        table = DataFrame(rows, columns=Evidence._fields)
        typer.echo(table.to_csv(index=False, lineterminator="\n"), nl=False)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table("signal", "kind", "words", "place", "in")
    for item in found:
        where = "title" if item.in_title else "quotation" if item.in_quote else "text"
        cells = (item.signal, item.kind, item.quote, f"{item.start}-{item.end}", where)
        grid.add_row(*(Text(printable(cell, " ")) for cell in cells))
    Console(highlight=False).print(grid)
