"""Scores files of any size as a stream: every input row becomes exactly one output row.

A worker scores a block of rows and formats it as output bytes, which are appended to OUT.partial. A
run that was interrupted can continue after its last complete block. Memory is constant.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from credscore import tables
from credscore.batch.checkpoint import Done, Partial, Standard, identity
from credscore.errors import InputTableError
from credscore.model import prior_log_odds
from credscore.processes import in_order
from credscore.scorer import Scorer


@dataclass(frozen=True, slots=True)
class Options(tables.InputOptions):
    """What a batch reads and writes; `format` is used if the ending of OUT states none."""

    prior: float | None = None
    n_jobs: int = 1
    features: bool = False
    evidence: bool = False
    format: str | None = None
    keep_formulas: bool = False
    resume: bool = False
    overwrite_columns: bool = False


@dataclass(frozen=True)
class Work:
    """The work of a worker on a block: decode its rows, score them, format them."""

    scorer: Scorer
    options: Options
    writer: Any  # CsvWriter, JsonLinesWriter or ArrowWriter
    packing: str

    def __call__(self, block: tables.Block) -> tuple[bytes, Done]:
        rows = tables.rows_of(block)
        if not self.options.overwrite_columns and isinstance(rows, tables.JsonRows):
            rows.set_aside_own()
        added = self.scored(rows)
        errors = added[tables.ERROR_COLUMN]
        data = tables.pack(self.writer.block(rows, added), self.packing)
        unreliable = added[tables.RELIABLE_COLUMN].count(False)
        return data, Done(len(errors), sum(map(bool, errors)), unreliable, 1, len(data))

    def scored(self, rows: Any) -> tables.Columns:
        text, title = self.options.text_column, self.options.title_column
        texts = rows.column(text)
        titles = [None] * len(texts) if title is None else rows.column(title)
        errors = dict(rows.errors)
        for number, value in enumerate(texts):
            if value is None:
                there = not isinstance(rows, tables.Rows) or text in rows.cells[number]
                errors.setdefault(number, f"{text} is null" if there else f"no field {text!r}")
        for number in rows.undecoded:
            for name, values in ((text, texts), (title, titles)):
                if isinstance(values[number], str) and not tables.is_utf8(values[number]):
                    errors.setdefault(
                        number, f"{name} is not UTF-8. Convert the file, or state its --encoding"
                    )
        for number in errors:
            texts[number] = None
        columns = tables.score_rows(
            self.scorer, texts, [title or None for title in titles], self.options.prior,
            features=self.options.features, evidence=self.options.evidence,
        )  # fmt: skip
        for number, error in errors.items():
            columns[tables.ERROR_COLUMN][number] = error
        return columns


def run(
    source: Path | None, target: Path | None, scorer: Scorer, options: Options,
    progress: Callable[[tables.Progress], None] = lambda progress: None,
) -> Done:  # fmt: skip
    """Score the rows of `source` into `target`; None is standard input or output.

    Raises InputTableError if the file can't be read or `target` can't be written;
    BrokenInputError, a kind of it, if the input ends too early; OSError if writing fails;
    LostWorkerError if a process was ended from outside. The finished part stays in OUT.partial, and
    `resume` continues it.
    """
    table, kind, work = plan(source, target, scorer, options)
    stated = asdict(replace(options, n_jobs=1, resume=False))
    job = {
        "input": identity(source),
        "model": scorer.model.model_dump_json(),
        **{f"value of --{name.replace('_', '-')}": value for name, value in stated.items()},
        "format of the input": (table.format, getattr(table.reader, "dialect", None)),
        "encoding": getattr(table.source, "encoding", None),
        "output": (kind, work.packing, vars(work.writer)),
    }
    header = tables.pack(work.writer.header(), work.packing)
    out = Partial(target, job, header, resume=options.resume) if target else Standard(header)
    try:
        blocks: Iterator[tables.Block] = islice(table.reader.blocks(), out.done.blocks, None)
        for data, block in in_order(work, blocks, options.n_jobs):
            out.write(data, block)
            progress(tables.Progress(out.done.rows, table.source.read, table.source.size))
    except BaseException:
        out.stop()
        raise
    out.finish(tables.complete if kind == "parquet" else os.replace)
    return out.done


def plan(
    source: Path | None, target: Path | None, scorer: Scorer, options: Options
) -> tuple[tables.Input, str, Work]:
    """The table to read, the format to write, and the work on each block."""
    if options.prior is not None:
        prior_log_odds(options.prior)
    table = tables.open_input(source, options)
    kind = options.format or tables.format_of(target) or table.format
    packing = tables.packing_of(target, kind, stated=options.format is not None)
    if not options.overwrite_columns:
        names = table.names if kind == "jsonl" else table.reader.names
        if fault := tables.taken(names):
            raise InputTableError(f"{table.source.name}: {fault}.")
    own = tables.own_columns(scorer, options.features, options.evidence)
    writer = tables.writer_of(kind, table.reader, own, guard=not options.keep_formulas)
    return table, kind, Work(scorer, options, writer, packing)
