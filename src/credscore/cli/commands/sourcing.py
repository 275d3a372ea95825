"""`credscore sourcing`: who said what in a text, and on whom its statements rest."""

from typing import Annotated

import typer

from credscore.cli.texts import EncodingOption, FileArgument, printable, read_article


def sourcing(
    file: FileArgument,
    encoding: EncodingOption = None,
    json: Annotated[bool, typer.Option("--json", help="Print table and profile as JSON.")] = False,
) -> None:
    """Audit the sources of one text: every attributed statement, and the profile."""
    from dataclasses import asdict

    from credscore.sourcing import sourcing as find
    from credscore.sourcing import summary

    text, _ = read_article(file, encoding=encoding)
    rows, profile = find(text)
    if json:
        from json import dumps

        answer = {
            "attributions": [asdict(row) for row in rows],
            "profile": profile._asdict(),
            "summary": summary(rows),
        }
        typer.echo(dumps(answer, indent=2))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table("source", "kind", "role", "verb", "denial", "statement")
    for row in rows:
        said = "" if row.statement_start is None else text[row.statement_start : row.statement_end]
        cells = (row.source, row.kind, row.role or "", row.verb, row.denial or "", said)
        grid.add_row(*(Text(printable(cell, " ")) for cell in cells))
    Console(highlight=False).print(grid)
    typer.echo(summary(rows))
