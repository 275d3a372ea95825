"""`credscore sources`: the outlets, authors or channels of a file's articles, ranked."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from credscore.cli.options import (
    DelimiterOption,
    EncodingOption,
    InArgument,
    InputFormatOption,
    JobsOption,
    QuoteOption,
    character,
    check_table_options,
    named,
    progress_bar,
)
from credscore.cli.texts import ModelOption, PriorOption, stop

if TYPE_CHECKING:
    import pandas as pd

_WIDTH = 130
"""Columns of text that the table needs at least; a terminal that has fewer breaks its lines."""


def sources(
    source: InArgument,
    target: Annotated[
        str, typer.Argument(metavar="OUT", help="A CSV file of the sources, or - to print it.")
    ],
    source_column: Annotated[str, typer.Option(help="The column of outlets, authors, channels.")],
    text_column: Annotated[str, typer.Option(help="The column of texts.")] = "text",
    title_column: Annotated[str | None, typer.Option(help="The column of headlines.")] = None,
    min_articles: Annotated[
        int, typer.Option(min=1, help="Sources of fewer articles get no rank.")
    ] = 10,
    picture: Annotated[
        Path | None, typer.Option(help="Draw the ranked sources: .png, .svg or .pdf.")
    ] = None,
    prior: PriorOption = 0.5,
    model: ModelOption = None,
    n_jobs: JobsOption = 1,
    input_format: InputFormatOption = None,
    encoding: EncodingOption = None,
    delimiter: DelimiterOption = None,
    quote: QuoteOption = None,
) -> None:
    """Roll articles up to their sources: mean score with shrinkage, copies counted once."""
    from credscore.processes import LostWorkerError
    from credscore.scorer import Scorer
    from credscore.sources import score_source_file
    from credscore.tables import BrokenInputError, InputOptions

    check_table_options(n_jobs, input_format)
    goal = named(target)
    if goal and not goal.parent.is_dir():
        stop(2, f"{goal.parent}: no such folder. Create it, or name another OUT.")
    options = InputOptions(
        text_column=text_column,
        title_column=title_column,
        input_format=input_format,
        encoding=encoding,
        delimiter=character(delimiter),
        quote=character(quote),
    )
    try:
        with progress_bar() as show:
            table = score_source_file(
                named(source), source_column, Scorer.load(model), options, prior, n_jobs,
                min_articles, show,
            )  # fmt: skip
        if goal is None:
            typer.echo(_csv(table), nl=False)
        else:
            partial = goal.with_name(f"{goal.name}.partial")
            partial.write_text(_csv(table), encoding="utf-8", newline="")
            os.replace(partial, goal)
            _show(table, source_column)
        if picture:
            from credscore.picture import draw_sources

            draw_sources(table, source_column, picture)
    except (BrokenInputError, LostWorkerError) as error:
        stop(5, f"stopped early: {error} Nothing was written.")
    except OSError as error:
        stop(5, f"stopped early: {error}.")
    except KeyboardInterrupt:
        stop(5, "interrupted. Nothing was written.")
    if table["failed"].sum():
        raise typer.Exit(4)


def _csv(table: "pd.DataFrame") -> str:
    from credscore.tables import guarded

    safe = table.assign(
        **{
            name: [guarded(value) if isinstance(value, str) else value for value in table[name]]
            for name in table.columns
        }
    )
    return str(safe.to_csv(index=False, lineterminator="\n"))


def _show(table: "pd.DataFrame", name: str) -> None:
    """The sources on the terminal, those without a rank last."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=None, pad_edge=False)
    for title in ("rank", name, "score", "90 %", "articles", "debunks", "copies", "unnamed"):
        shown.add_column(title, justify="left" if title == name else "right", no_wrap=True)
    shown.add_column("stands out", no_wrap=True)
    for row in table.to_dict("records"):
        counted = row["articles"] > 0
        shown.add_row(
            str(row["rank"]) if isinstance(row["rank"], int) else "-",
            Text("".join(c if c.isprintable() else "?" for c in str(row[name]))),
            f"{row['score']:.2f}" if counted else "-",
            f"{row['low']:.2f}-{row['high']:.2f}" if counted else "-",
            *(str(row[count]) for count in ("articles", "debunks", "copies")),
            f"{row['unnamed_share']:.0%}" if row["unnamed_share"] == row["unnamed_share"] else "-",
            row["stands_out"],
        )
    console = Console(highlight=False)
    console.width = max(console.width, _WIDTH)
    console.print(shown)
