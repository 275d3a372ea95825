"""`credscore sourcing`: who said what in a text, and on whom its statements rest."""

from typing import Annotated

import typer

from credscore.command import read


def sourcing(
    file: Annotated[str, typer.Argument(help="A text file (UTF-8), or - for standard input.")],
    json: Annotated[bool, typer.Option("--json", help="Print table and profile as JSON.")] = False,
) -> None:
    """Audit the sources of one text: every attributed statement, and the profile."""
    from dataclasses import asdict

    from credscore.sourcing import sourcing as find

    text = read(file)
    rows, profile = find(text)
    if json:
        from json import dumps

        table = [asdict(row) for row in rows]
        typer.echo(dumps({"attributions": table, "profile": profile._asdict()}, indent=2))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table("source", "kind", "verb", "denial", "statement")
    for row in rows:
        said = "" if row.statement_start is None else text[row.statement_start : row.statement_end]
        cells = (row.source, row.kind, row.verb, row.denial or "", said)
        grid.add_row(*(Text("".join(c if c.isprintable() else " " for c in x)) for x in cells))
    Console(highlight=False).print(grid)
    told = [row for row in rows if row.kind != "pronoun"]
    unnamed = sum(row.kind in ("unnamed", "confidential", "hearsay") for row in told)
    typer.echo(f"{unnamed} of {len(told)} statements rest on unnamed people.")
