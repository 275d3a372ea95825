"""CSV and JSON Lines files, streamed: every input row becomes exactly one output row.

The output is written to OUT.partial and moved into place at the end. Memory stays flat: a block
of rows is read, scored and written at a time.
"""

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from credscore.columns import SCORE_COLUMNS, Cell, evidence, failed, features, scored
from credscore.errors import InputTableError
from credscore.report import Failure
from credscore.rows import BROKEN, Row, open_table, read_csv, read_jsonl
from credscore.scorer import Scorer

BLOCK = 256
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Options:
    """What a batch reads and writes."""

    text_column: str = "text"
    title_column: str | None = None
    prior: float | None = None
    n_jobs: int = 1
    features: bool = False
    evidence: bool = False
    overwrite_columns: bool = False
    format: str | None = None


@dataclass(slots=True)
class Summary:
    """How many rows were written, and how many of them could not be scored."""

    rows: int = 0
    failed: int = 0


def run(
    source: Path, target: Path, scorer: Scorer, options: Options,
    progress: Callable[[int], None] = lambda rows: None,
) -> Summary:  # fmt: skip
    """Score the rows of `source` into `target`; `progress` is told the rows of every block.

    Raises
    ------
    InputTableError
        Where the file can't be read, has no such column, or has columns of credscore's names,
        or where the folder of `target` is missing.
    OSError
        Where writing fails; what was written stays in OUT.partial.
    """
    kind = options.format or _kind(source)
    out_kind = options.format or _kind(target)
    _check_target(target)
    partial = target.with_name(target.name + ".partial")
    summary = Summary()
    with open_table(source) as stream:
        names, rows = (read_csv if kind == "csv" else read_jsonl)(stream, source)
        _check_columns(names, options, source)
        columns = [*names, *_own_columns(scorer, options)]
        with partial.open("w", encoding="utf-8", newline="") as out:
            write = _writer(out, out_kind, columns)
            for block in _blocks(rows):
                for cells in _score(block, scorer, options):
                    write(cells)
                    summary.rows += 1
                    summary.failed += bool(cells["credscore_error"])
                progress(len(block))
    os.replace(partial, target)
    return summary


def _kind(path: Path) -> str:
    suffixes = [suffix for suffix in path.suffixes if suffix != ".gz"]
    suffix = suffixes[-1].lower() if suffixes else ""
    kinds = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}
    if suffix not in kinds:
        raise InputTableError(
            f"{path}: the ending says no format. Allowed: .csv, .jsonl, each also with .gz for "
            "input; or state --format csv or jsonl."
        )
    return kinds[suffix]


def _check_target(target: Path) -> None:
    if target.suffix == ".gz":
        raise InputTableError(f"{target}: output is not packed. Name it .csv or .jsonl.")
    if target.is_dir():
        raise InputTableError(f"{target}: is a folder. Name a file for the output.")
    if not target.parent.is_dir():
        raise InputTableError(f"{target.parent}: no such folder. Create it, or name another OUT.")


def _check_columns(names: list[str], options: Options, source: Path) -> None:
    for column in filter(None, (options.text_column, options.title_column)):
        if column not in names:
            raise InputTableError(
                f"{source}: no column {column!r}. Columns there: {', '.join(names) or 'none'}. "
                "Name it with --text-column or --title-column."
            )
    if len(set(names)) < len(names):
        raise InputTableError(f"{source}: two columns have the same name. Rename one.")
    taken = [name for name in names if name.startswith("credscore_") and name != BROKEN]
    if taken and not options.overwrite_columns:
        raise InputTableError(
            f"{source}: has the column {taken[0]!r} already. Remove it, or allow it to be "
            "replaced with --overwrite-columns."
        )


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while block := list(islice(iterator, BLOCK)):
        yield block


def _own_columns(scorer: Scorer, options: Options) -> list[str]:
    columns = list(SCORE_COLUMNS)
    if options.features:
        columns += [f"credscore_f_{weight.feature}" for weight in scorer.model.weights]
    if options.evidence:
        columns.append("credscore_evidence")
    return columns


def _score(block: list[Row], scorer: Scorer, options: Options) -> Iterator[dict[str, Any]]:
    whole = [row for row in block if not _error(row, options)]
    titles = [row.cells.get(options.title_column or "") or None for row in whole]
    texts = [row.cells[options.text_column] for row in whole]
    reports = scorer.score_many(texts, titles, options.prior, options.n_jobs)
    for row in block:
        error = _error(row, options)
        result = Failure(0, error) if error else next(reports)
        added: dict[str, Cell]
        if isinstance(result, Failure):
            added = failed(result.error)
        else:
            added = scored(result)
            added |= features(result) if options.features else {}
            added |= evidence(result) if options.evidence else {}
        yield row.cells | added


def _error(row: Row, options: Options) -> str:
    if row.error:
        return row.error
    if row.cells.get(options.text_column) is None:
        return f"no field {options.text_column!r}"
    for name in filter(None, (options.text_column, options.title_column)):
        value = row.cells.get(name)
        if isinstance(value, str) and any("\udc80" <= letter <= "\udcff" for letter in value):
            return f"{name} is not UTF-8. Convert the file to UTF-8"
    return ""


def _writer(out: TextIO, kind: str, columns: list[str]) -> Callable[[dict[str, Any]], None]:
    if kind == "jsonl":

        def write_line(cells: dict[str, Any]) -> None:
            line = json.dumps(cells, ensure_ascii=False)
            if any("\ud800" <= letter <= "\udfff" for letter in line):
                line = json.dumps(cells)
            out.write(line + "\n")

        return write_line
    names = list(dict.fromkeys(columns))
    writer = csv.DictWriter(out, names, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()

    def write_row(cells: dict[str, Any]) -> None:
        writer.writerow({name: _safe(name, _text(cells.get(name))) for name in names})

    return write_row


def _text(value: Any) -> Any:
    """A value as a CSV cell: nothing is dropped, bytes that are no UTF-8 stand as \\xNN."""
    if isinstance(value, dict | list):
        return _text(json.dumps(value, ensure_ascii=False))
    if not isinstance(value, str):
        return "" if value is None else value
    try:
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half of a surrogate pair, written as an escape in JSON
        return value.encode("utf-8", "backslashreplace").decode("utf-8")


def _safe(name: str, value: Any) -> Any:
    """A cell of ours that a spreadsheet would run as a formula gets a leading apostrophe."""
    ours = name.startswith("credscore_") and isinstance(value, str)
    return f"'{value}" if ours and value.startswith(_FORMULA) else value
