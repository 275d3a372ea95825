"""`credscore extract`: the evidence in a text, as a table."""

from typing import Annotated

import typer
from typer import Option

from credscore.cli import options
from credscore.cli.texts import print_json, print_table, read_article, stop, warn_if_not_english


def extract(
    file: options.File, title: options.Title = None, encoding: options.TextEncoding = None,
    csv: Annotated[bool, Option("--csv", help="Print the evidence as CSV.")] = False,
    json: options.Json = False,
) -> None:  # fmt: skip
    """List the evidence in one text: signal, kind, words and place, without a score.

    Places are characters of the text, or of the title where in_title is true.
    """
    from credscore.evidence import Evidence
    from credscore.scorer import extract as find

    if csv and json:
        stop(2, "--csv and --json are both asked for. Choose one.")
    text, title = read_article(file, title, encoding)
    warn_if_not_english(text, title)
    evidence = find(text, title)
    if json:
        print_json([item._asdict() for item in evidence])
    elif csv:
        from pandas import DataFrame

        from credscore.tables import guarded_csv

        typer.echo(guarded_csv(DataFrame(evidence, columns=Evidence._fields)), nl=False)
    else:
        rows = [
            (item.signal, item.kind, item.quote, f"{item.start}-{item.end}",
             "title" if item.in_title else "quotation" if item.in_quote else "text")
            for item in evidence
        ]  # fmt: skip
        if rows:
            print_table(rows, "signal", "kind", "words", "place", "in")
        else:
            typer.echo("No evidence was found.")
