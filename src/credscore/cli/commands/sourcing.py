"""`credscore sourcing`: who said what in a text, and on whom its statements rest."""

from typing import Annotated

import typer

from credscore.cli.texts import EncodingOption, FileArgument, print_json, print_table, read_article


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
        attributions = [asdict(row) for row in rows]
        print_json(
            {"attributions": attributions, "profile": profile._asdict(), "summary": summary(rows)}
        )
        return
    cells = [
        (row.source, row.kind, f"{row.verb} ({row.denial})" if row.denial else row.verb,
         "" if row.statement_start is None else text[row.statement_start : row.statement_end])
        for row in rows
    ]  # fmt: skip
    if cells:
        print_table(cells, "source", "kind", "verb", "statement")
    typer.echo(summary(rows))
