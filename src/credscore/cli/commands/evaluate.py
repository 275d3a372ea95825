"""`credscore evaluate`: how well a model does on labelled texts."""

from pathlib import Path
from typing import Annotated, Any

import typer
from typer import Argument, Option

from credscore.cli import options, texts


def evaluate(
    csv: Annotated[list[Path], Argument(help="Labelled tables, as for batch.")],
    model: options.Model = None,
    text_column: options.TextColumn = "text", label_column: options.LabelColumn = "label",
    group_column: options.GroupColumn = None, title_column: options.TitleColumn = None,
    encoding: options.TextEncoding = None, json: options.Json = False,
    html: options.Html = None,
    plot: Annotated[Path | None, Option(help="Write the reliability diagrams.")] = None,
) -> None:  # fmt: skip
    """Judge a model on labelled files, beside TF-IDF and one answer for all, signal by signal.

    Each file is a corpus of its own. Page and diagrams need the extra plot.
    """
    from credscore.page import rendered
    from credscore.picture import draw_reliability, reliability_svg
    from credscore.training.data.labelled_files import Columns
    from credscore.training.judging.assess import assess
    from credscore.training.judging.metrics import FIGURES

    page_only = texts.writes_to_stdout(html, "--json" if json else "")
    texts.require_other_paths(html, *csv)
    texts.require_other_paths(plot, *csv, html, drawn=True)
    columns = Columns(text_column, label_column, group_column, title_column)
    result = assess(csv, model, columns, encoding)
    bins = {name: corpus["reliability"] for name, corpus in result["corpora"].items()}
    _warn(result)
    if plot:
        draw_reliability(bins, plot)
    if html:
        svg = reliability_svg(bins)
        document = rendered("assessment.html", figures=FIGURES, diagrams=svg, **result)
        texts.write_whole(html, document)
    if json:
        texts.print_json(result)
    elif not page_only:
        _print(result)


def _warn(result: dict[str, Any]) -> None:
    """Warn on standard error of what makes the figures less reliable."""
    from credscore.training.judging.evaluate import question

    if result["trained_on"]:
        rows = sum(corpus["rows"] for corpus in result["corpora"].values())
        texts.warn(
            f"{result['trained_on']} of {rows} rows are texts that this model was trained on: its "
            "figures are too good. Evaluate it on other rows; credscore train prints figures of "
            "rows held out."
        )
    if result["wrong_way"]:
        texts.warn(question(result["wrong_way"]))


def _print(result: dict[str, Any]) -> None:
    typer.echo(f"Model {result['model_id']}; in brackets 95 % intervals over groups.")
    if result["copies_left_out"]:
        typer.echo(f"{result['copies_left_out']} copies of texts in earlier files left out.")
    texts.print_judged(result["corpora"])
    typer.echo("Signals: AUC of their contributions alone, and what the AUC loses without them")
    for name, signal in result["signals"].items():
        typer.echo(f"  {name:20} {signal['alone']:.3f}  {signal['lost_without']:+.3f}")
    for name, split in result["doubts"]["splits"].items():
        if split["with"]["rows"]:
            sides = (f"{side}: {_judged(split[side])}" for side in ("with", "without"))
            typer.echo(f"  {name:20} {'; '.join(sides)}")


def _judged(side: dict[str, Any]) -> str:
    figures = f", AUC {side['auc']:.3f}, Brier {side['brier']:.3f}" if "auc" in side else ""
    return f"{side['rows']} rows{figures}"
