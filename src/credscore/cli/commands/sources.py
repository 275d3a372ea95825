"""`credscore sources`: the outlets, authors or channels of a file's articles, ranked."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from credscore.cli import options
from credscore.cli.texts import ModelOption, PriorOption, stop, write_whole

if TYPE_CHECKING:
    import pandas as pd


def sources(
    source: options.In,
    target: Annotated[
        str, typer.Argument(metavar="OUT", help="A CSV file of the sources, or - to print it.")
    ],
    source_column: Annotated[str, typer.Option(help="The column of outlets, authors, channels.")],
    text_column: options.TextColumn = "text",
    title_column: options.TitleColumn = None,
    min_articles: Annotated[
        int, typer.Option(min=1, help="Sources of fewer articles get no rank.")
    ] = 10,
    picture: Annotated[
        Path | None, typer.Option(help="Draw the ranked sources: .png, .svg or .pdf.")
    ] = None,
    prior: PriorOption = 0.5,
    model: ModelOption = None,
    n_jobs: options.Jobs = 1,
    input_format: options.InputFormat = None,
    encoding: options.Encoding = None,
    delimiter: options.Delimiter = None,
    quote: options.Quote = None,
) -> None:
    """Roll articles up to their sources: mean score with shrinkage, copies counted once."""
    from credscore.processes import LostWorkerError
    from credscore.scorer import Scorer
    from credscore.sources import score_source_file
    from credscore.tables import BrokenInputError, InputOptions

    goal = options.named(target)
    if goal and not goal.parent.is_dir():
        stop(2, f"{goal.parent}: no such folder. Create it, or name another OUT.")
    stated = InputOptions(text_column, title_column, input_format, encoding, delimiter, quote)
    try:
        with options.progress_bar() as show:
            table = score_source_file(
                options.named(source), source_column, Scorer.load(model), stated, prior, n_jobs,
                min_articles, show,
            )  # fmt: skip
        if goal is None:
            typer.echo(_csv(table), nl=False)
        else:
            write_whole(goal, _csv(table))
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

    safe = {
        str(name): [guarded(value) if isinstance(value, str) else value for value in column]
        for name, column in table.items()
    }
    return str(table.assign(**safe).to_csv(index=False, lineterminator="\n"))


def _show(table: "pd.DataFrame", name: str) -> None:
    """The sources on the terminal, those without a rank last."""
    shown = table.drop(columns=["mean", "failed"])
    shown["rank"] = shown["rank"].astype("string").fillna("-")
    shown[name] = [
        "".join(letter if letter.isprintable() else "?" for letter in text) for text in shown[name]
    ]
    typer.echo(shown.to_string(index=False, na_rep="-", float_format="{:.2f}".format))
