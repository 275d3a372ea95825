"""`credscore claims`: what the articles on each claim add up to."""

from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from credscore.cli import options, texts
from credscore.errors import number_of

if TYPE_CHECKING:
    from credscore.pooling import ClaimReport

_LONGEST = 100  # the most characters of a claim on the terminal


def claims(
    source: options.In,
    target: Annotated[
        str, Argument(metavar="OUT", help="A table (.csv) or whole reports (.jsonl); - prints.")
    ],
    claim_column: Annotated[str | None, Option(help="Column of claims.")] = None,
    group: Annotated[bool, Option("--group", help="Instead: group articles on one story.")] = False,
    text_column: options.TextColumn = "text", title_column: options.TitleColumn = None,
    source_column: Annotated[str | None, Option(help="Column of outlets, each one voice.")] = None,
    date_column: Annotated[str | None, Option(help="Column of dates, as 2026-03-01.")] = None,
    html: options.Html = None,
    prior: options.Prior = 0.5, model: options.Model = None, n_jobs: options.Jobs = 1,
    input_format: options.InputFormat = None, encoding: options.Encoding = None,
    delimiter: options.Delimiter = None, quote: options.Quote = None,
) -> None:  # fmt: skip
    """Pool the articles on each claim: one score, independent reports, who cites whom."""
    if (claim_column is None) != group:
        texts.stop(2, "Name either --claim-column, the column of claims, or --group.")
    origin, goal = options.named(source), options.named(target)
    if goal is not None and goal.suffix.lower() not in (".csv", ".jsonl"):
        texts.stop(2, f"{target}: must end in .csv (a table) or .jsonl (whole reports), or be -.")
    page_only = texts.writes_to_stdout(html, "" if goal else "OUT")
    texts.require_other_paths(goal, origin)
    texts.require_other_paths(html, origin, goal)
    from credscore.pooling import ClaimColumns, html_of, loaded, score_claim_file
    from credscore.tables import InputOptions

    columns = ClaimColumns(claim_column, text_column, title_column, source_column, date_column)
    stated = InputOptions(text_column, title_column, input_format, encoding, delimiter, quote)
    scorer, pooling = loaded(model)
    with options.watched("Nothing was written.") as show:
        reports = score_claim_file(origin, columns, scorer, pooling, stated, prior, n_jobs, show)
    document = _written(reports, "claim" if claim_column is None else claim_column, goal)
    texts.write_whole(goal or texts.OUTPUT, document)
    if goal and not page_only:
        _show(reports)
    if html:
        name = origin.name if origin else "standard input"
        texts.write_whole(html, html_of(reports, name))
    failed = sum(report.failed for report in reports)
    if failed:
        typer.echo(f"{number_of(failed, 'article')} could not be scored.", err=True)
        raise typer.Exit(4)


def _written(reports: "list[ClaimReport]", claim: str, goal: Path | None) -> str:
    if goal is not None and goal.suffix.lower() == ".jsonl":
        return "".join(f"{report.model_dump_json()}\n" for report in reports)
    from credscore.pooling import claim_table
    from credscore.tables import guarded_csv

    return guarded_csv(claim_table(reports, claim))


def _show(reports: "list[ClaimReport]") -> None:
    if not reports:
        typer.echo("No claims: the input has no rows.")
    for report in reports:
        name = shorten(texts.printable(report.claim or "(no claim)"), _LONGEST, placeholder=" ...")
        score = f", {100 * report.score:.0f} in 100" if report.reliable else ""
        typer.echo(f"{name}: {report.verdict}{score} ({report.counts().lower()})")
