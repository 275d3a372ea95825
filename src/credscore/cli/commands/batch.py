"""`credscore batch`: every row of a file."""

from dataclasses import fields
from typing import Annotated

import typer
from typer import Argument, Option

from credscore.cli import options, texts
from credscore.errors import number_of


def batch(
    source: options.In,
    target: Annotated[str, Argument(metavar="OUT", help="As IN, or - for standard output.")],
    text_column: options.TextColumn = "text", title_column: options.TitleColumn = None,
    format: options.Format = None,
    resume: Annotated[bool, Option("--resume", help="Go on where an earlier run stopped.")] = False,
    features: Annotated[bool, Option("--features", help="Add the feature columns.")] = False,
    evidence: Annotated[bool, Option("--evidence", help="Add the evidence as JSON.")] = False,
    overwrite_columns: Annotated[
        bool, Option("--overwrite-columns", help="Replace credscore columns of the input.")
    ] = False,
    keep_formulas: Annotated[
        bool, Option("--keep-formulas", help="Else CSV cells like formulas get a '.")
    ] = False,
    html: options.Html = None,
    source_column: Annotated[str | None, Option(help="For --html: column of outlets.")] = None,
    prior: options.Prior = 0.5, model: options.Model = None, n_jobs: options.Jobs = 1,
    input_format: options.InputFormat = None, encoding: options.Encoding = None,
    delimiter: options.Delimiter = None, quote: options.Quote = None,
) -> None:  # fmt: skip
    """Score every row of a file; one output row for every input row."""
    given = locals()
    from credscore.batch import Options, run
    from credscore.scorer import Scorer
    from credscore.tables import format_of, open_input

    origin, goal = options.named(source), options.named(target)
    if goal:
        texts.require_other_paths(goal, origin)
        texts.require_other_paths(goal.with_name(f"{goal.name}.partial"), origin)
    if html and goal is None:
        texts.stop(2, "--html reads the output again: name a file for OUT, not -.")
    if resume and goal is None:
        texts.stop(2, "--resume goes on with a file: name it for OUT, not -.")
    texts.require_other_paths(html, origin, goal)
    if source_column is not None and origin is None:
        texts.stop(2, "--source-column needs a file as IN, not -.")
    if source_column is not None and not html:
        texts.stop(2, "--source-column is for --html. Sources are ranked by credscore sources.")
    job = Options(
        **{field.name: given[field.name] for field in fields(Options) if field.name in given}
    )
    kind = job.format or format_of(goal) or job.input_format
    if html and origin and origin.is_file():  # refuse what has no page before hours of work
        table = open_input(origin, job, [] if source_column is None else [source_column])
        kind = kind or table.format
    scorer = Scorer.load(model)
    finished = f"The finished part is in {target}.partial." if goal else ""
    with options.watched(finished, " Go on with --resume." if goal else "") as show:
        done = run(origin, goal, scorer, job, show)
    counts = [f"{done.rows - done.unreliable - done.failed:,} scored"]
    if done.unreliable:
        counts.append(f"{done.unreliable:,} without a reliable score (see credscore_verdict)")
    if done.failed:
        counts.append(f"{done.failed:,} could not be scored (see credscore_error)")
    typer.echo(
        f"{number_of(done.rows, 'row')} written to {target}: {', '.join(counts)}.",
        err=goal is None or texts.writes_to_stdout(html),
    )
    if html and goal:
        from credscore.page import document
        from credscore.sources import content, overview_of

        overview = overview_of(goal, job, source_column, kind)
        texts.write_whole(html, document(content(overview, scorer, prior, goal.name)))
    if done.failed:
        raise typer.Exit(4)
