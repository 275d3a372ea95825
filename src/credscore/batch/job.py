"""Files of any size, streamed: every input row becomes exactly one output row.

A block of rows at a time is cut from the input, scored and made output bytes by a worker, and
appended to OUT.partial, which is moved into place at the end. What was interrupted can go on
after the last whole block. Memory stays flat.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from credscore.batch.checkpoint import Done, Partial, Standard, identity
from credscore.batch.worker import Work
from credscore.model import prior_log_odds
from credscore.processes import in_order
from credscore.scorer import Scorer
from credscore.tables import (
    Input,
    InputOptions,
    MoreColumns,
    Progress,
    complete,
    format_of,
    open_input,
    own_columns,
    pack,
    packing_of,
    with_names,
    writer_of,
)


@dataclass(frozen=True, slots=True)
class Options(InputOptions):
    """What a batch reads and writes; `format` is OUT's if its ending says none."""

    prior: float | None = None
    n_jobs: int = 1
    features: bool = False
    evidence: bool = False
    format: str | None = None
    keep_formulas: bool = False
    resume: bool = False


def run(
    source: Path | None, target: Path | None, scorer: Scorer, options: Options,
    progress: Callable[[Progress], None] = lambda progress: None,
) -> Done:  # fmt: skip
    """Score the rows of `source` into `target` (None: standard input, standard output).

    Raises InputTableError if the file can't be read, has no such column, or has columns of
    credscore's names, or if `target` can't be written; its child BrokenInputError if the input
    breaks off. Raises OSError if writing fails. The finished part is in OUT.partial, and `resume`
    goes on from it. Raises LostWorkerError if a process was ended from outside; the same holds.
    """
    table, kind, work = plan(source, target, scorer, options)
    reading = getattr(table.reader, "schema", table.reader)
    job = {
        "input": identity(source),
        "model": scorer.model.model_dump_json(),
        "reading of the input": (table.format, reading, getattr(table.source, "encoding", "")),
        "options": replace(options, n_jobs=1, resume=False),
        "output": (kind, work.packing, vars(work.writer)),
    }
    header = pack(work.writer.header(), work.packing)
    out = Partial(target, job, header, resume=options.resume) if target else Standard(header)
    try:
        for result in in_order(work, table.blocks(out.done.input), options.n_jobs):
            done = Done(out.done.rows + result.rows, out.done.failed + result.failed, result.end)
            out.write(result.data, done)
            progress(Progress(done.rows, done.failed, table.source.read, table.source.size))
    except BaseException:
        out.stop()
        raise
    out.finish(complete if kind == "parquet" else os.replace)
    return out.done


def plan(
    source: Path | None, target: Path | None, scorer: Scorer, options: Options
) -> tuple[Input, str, Work]:
    """The table to be read, the format to be written, and the work on each block."""
    if options.prior is not None:
        prior_log_odds(options.prior)
    table = open_input(source, options)
    kind = options.format or format_of(target) or table.format
    packing = packing_of(target, kind)
    if kind != "jsonl":
        table = with_names(table, options)
    more = MoreColumns(features=options.features, evidence=options.evidence)
    own = own_columns(scorer, **more)
    writer = writer_of(kind, table.reader, own, guard=not options.keep_formulas)
    check_fields = table.reader.names is None and not options.overwrite_columns
    work = Work(
        writer, scorer, packing, options.text_column, options.title_column, options.prior, more,
        check_fields,
    )  # fmt: skip
    return table, kind, work
