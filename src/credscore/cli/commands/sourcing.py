"""`credscore sourcing`: who said what in a text, and on whom its statements rest."""

import typer

from credscore.cli import options
from credscore.cli.texts import print_json, print_table, read_article, warn_if_not_english


def sourcing(
    file: options.File, title: options.Title = None, encoding: options.TextEncoding = None,
    json: options.Json = False,
) -> None:  # fmt: skip
    """Audit the sources of one text: every attributed statement, and the profile.

    Places are characters of the text, or of the title where in_title is true.
    """
    from dataclasses import asdict

    from credscore.sourcing import sourcing as find
    from credscore.sourcing import summary

    text, title = read_article(file, title, encoding)
    warn_if_not_english(text, title)
    rows, profile = find(text, title)
    if json:
        attributions, totals = [asdict(row) for row in rows], summary(rows)
        print_json({"attributions": attributions, "profile": profile._asdict(), "summary": totals})
        return
    cells = [
        (row.source, row.kind, f"{row.verb} ({row.denial})" if row.denial else row.verb,
         "" if row.statement_start is None
         else (title or "" if row.in_title else text)[row.statement_start : row.statement_end])
        for row in rows
    ]  # fmt: skip
    if cells:
        print_table(cells, "source", "kind", "verb", "statement")
    typer.echo(summary(rows))
