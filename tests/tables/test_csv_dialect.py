"""Delimiters and quotation marks are found; what CSV libraries write is read back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import credscore
from credscore.tables.csv_dialect import Dialect, find_dialect
from credscore.tables.row_blocks import Rows
from credscore.tables.spreadsheet_guard import NUMBER, STARTS, guarded
from credscore.tables.writers import CsvWriter

FIELD = st.text(st.sampled_from("ab ,;\"\n\r\t'|é”"), max_size=8)


@given(st.lists(st.lists(FIELD, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_the_standard_library_writes_is_read_back(rows: list[list[str]]) -> None:
    for delimiter in ",;\t":
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter).writerows(rows)
        dialect = Dialect(delimiter)
        found = list(dialect.records(out.getvalue().encode()))
        assert not any(broken for _, broken in found)
        # a line end at the end of a row stands in quotation marks
        assert [dialect.split(row.decode()) for row, _ in found] == rows
        for width in {len(row) for row in rows}:
            ordinary = dialect.ordinary_row(width, range(width))
            for (row, _), cells in zip(found, rows, strict=True):
                match = ordinary.fullmatch(row) if row and len(cells) == width else None
                if match:
                    assert dialect.texts(match.groups()[1:]) == cells
                else:
                    assert not row or len(cells) != width


@given(FIELD, st.text(st.sampled_from('+-=@1.,;"% \t'), max_size=6))
def test_an_ordinary_row_has_no_cell_to_be_guarded(first: str, last: str) -> None:
    for delimiter in ",;\t":
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter).writerow([first, last])
        match = Dialect(delimiter).ordinary_row(2, [0], STARTS, NUMBER)
        if match.fullmatch(out.getvalue().encode()):
            assert [guarded(cell) for cell in (first, last)] == [first, last]


@given(st.lists(st.lists(FIELD, min_size=2, max_size=2), min_size=1, max_size=4))
def test_what_is_written_the_standard_library_reads_back(rows: list[list[str]]) -> None:
    writer = CsvWriter(["a", "b"], guard=False)
    data = writer.block(Rows([{"a": row[0]} for row in rows], {}), {"b": [row[1] for row in rows]})
    assert list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True)) == rows


@given(st.text(st.sampled_from('ab,"\n\r'), max_size=30), st.integers(0, 33))
def test_whole_rows_end_where_they_do_one_by_one(text: str, stop: int) -> None:
    data = text.encode()
    for quote in ('"', ""):
        dialect, start = Dialect(quote=quote), 0
        while start < stop:
            found = dialect.next_record(data, start, last=False)
            if found is None or found[1]:
                break
            start = found[0]
        assert dialect.whole_rows(data, 0, stop) == start


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_dialects_are_found(delimiter: str, quote: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quotechar=quote, quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "text"]] + [["1", 'It\'s "over", he said; so|far\tso good.']] * 20)
    assert find_dialect(out.getvalue().encode(), ["text"]) == Dialect(delimiter, quote)


def test_no_quotation_marks_are_found() -> None:
    lines = "id\ttext\n" + '1\t"Over" is a word.\n' * 20
    assert find_dialect(lines.encode(), ["text"]) == Dialect("\t", "")
    assert find_dialect(lines.encode(), ["text"], quote='"') == Dialect("\t", '"')


def test_commas_in_the_only_column_are_text() -> None:
    assert find_dialect(b"text\n" + b"He fled, she said.\n" * 20, ["text"]).delimiter != ","


@pytest.mark.parametrize(
    ("delimiter", "quote"), [("", '"'), ("::", '"'), ("\n", '"'), (",", ","), (",", "«")]
)
def test_dialects_that_cannot_be(delimiter: str, quote: str) -> None:
    with pytest.raises(credscore.InputValueError):
        Dialect(delimiter, quote)


def test_a_broken_row_is_split_as_far_as_it_can_be() -> None:
    assert Dialect(";", "").split_broken('a;"b;c') == ["a", '"b', "c"]
    assert Dialect(",").split_broken('a,"b,c') == ["a", "b,c"]
    longest = "x" * (csv.field_size_limit() + 1)
    assert Dialect(",").split_broken(longest) == [longest]


def test_many_quotation_marks_are_undoubled_as_few_are() -> None:
    field = b'"' + 20_000 * b'a"",' + b'"'
    assert Dialect().texts([field, b'"a"","']) == [20_000 * 'a",', 'a",']
