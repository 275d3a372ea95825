"""What a worker does with a block: decode its rows, score them, write them."""

from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from credscore.scorer import Scorer
from credscore.tables import (
    ERROR_COLUMN,
    Block,
    Columns,
    MoreColumns,
    is_utf8,
    pack,
    refuse_own,
    rows_of,
    score_rows,
    with_errors,
)


@dataclass(frozen=True, slots=True)
class Result:
    """The output of a block, its rows, those without a score, and where the next block begins."""

    data: bytes
    rows: int
    failed: int
    end: int


@dataclass(frozen=True)
class Work:
    """A callable that is sent to the workers once, and then a block at a time."""

    writer: Any  # CsvWriter, JsonLinesWriter or ArrowWriter
    scorer: Scorer
    packing: str = ""
    text_column: str = "text"
    title_column: str | None = None
    prior: float | None = None
    more: MoreColumns = field(default_factory=MoreColumns)
    check_fields: bool = False

    def __call__(self, block: Block) -> Result:
        """The output bytes of a block."""
        rows = rows_of(block)
        if self.check_fields:
            refuse_own(chain.from_iterable(rows.cells), "a line has the field")
        added = self.scored(rows)
        errors = added[ERROR_COLUMN]
        data = pack(self.writer.block(rows, added), self.packing)
        return Result(data, len(errors), sum(map(bool, errors)), block.end)

    def scored(self, rows: Any) -> Columns:
        """The added columns of the rows."""
        texts = rows.column(self.text_column)
        titles = rows.column(self.title_column) if self.title_column else [None] * len(texts)
        errors = dict(rows.errors)
        for number, text in enumerate(texts):
            if text is None:
                errors.setdefault(number, f"no field {self.text_column!r}")
        for number in rows.undecoded:
            for name, values in ((self.text_column, texts), (self.title_column, titles)):
                if isinstance(values[number], str) and not is_utf8(values[number]):
                    errors.setdefault(
                        number, f"{name} is not UTF-8. Convert the file, or state its --encoding"
                    )
        whole = [number for number in range(len(texts)) if number not in errors]
        columns = score_rows(
            self.scorer, [texts[number] for number in whole],
            [titles[number] or None for number in whole], self.prior,
            **self.more,
        )  # fmt: skip
        return with_errors(columns, errors)
