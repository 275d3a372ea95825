"""Delimiters and quotation marks are found; what CSV libraries write is read back."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import credscore
from credscore.tables.byte_streams import Stream
from credscore.tables.delimited import CsvReader, Dialect, Records, find_dialect
from credscore.tables.row_blocks import Rows
from credscore.tables.writers import CsvWriter

FIELD = st.text(st.sampled_from("ab ,;\"\n\r\t'|é”"), max_size=8)


@given(st.lists(st.lists(FIELD, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_the_standard_library_writes_is_read_back(rows: list[list[str]]) -> None:
    for delimiter in ",;\t":
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter).writerows(rows)
        data = out.getvalue().encode()
        records = list(Records(iter(data.splitlines(keepends=True)), Dialect(delimiter)))
        assert not any(record.error for record in records)
        assert [record.fields for record in records] == rows
        assert sum(record.size for record in records) == len(data)


@given(st.lists(st.text(st.sampled_from('ab,"\n\r\xff'), max_size=12), max_size=6))
def test_every_byte_belongs_to_one_record(lines: list[str]) -> None:
    data = "\n".join(lines).encode("latin-1")
    split = data.splitlines(keepends=True)
    for max_fields, max_record, max_again in ((2, 9, 5), (100, 100, 0), (100, 100, 100)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("credscore.tables.row_blocks.MAX_RECORD", max_record)
            records = list(Records(iter(split), Dialect(), max_fields, max_again))
        assert sum(record.size for record in records) == len(data)
        broken = [record for record in records if record.error]
        assert all(record.fields for record in broken)
        assert len(records) >= len(broken)


@given(st.lists(st.lists(FIELD, min_size=2, max_size=2), min_size=1, max_size=4))
def test_what_is_written_the_standard_library_reads_back(rows: list[list[str]]) -> None:
    writer = CsvWriter(["a", "b"], guard=False)
    data = writer.block(Rows([{"a": row[0]} for row in rows]), {"b": [row[1] for row in rows]})
    assert list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True)) == rows


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


SPARK = r"""id,text,src
1,"He said \"it sank\", and left.",x
2,"\"Out\", he said: C:\new \\",y
3,He fled.,z
"""


def test_backslashes_are_found_to_be_escapes() -> None:
    dialect = find_dialect(SPARK.encode(), ["text"])
    assert dialect == Dialect(escape=True)
    assert [row[1] for row in dialect.reader(SPARK.splitlines(keepends=True))] == [
        "text", 'He said "it sank", and left.', '"Out", he said: C:\\new \\', "He fled."
    ]  # fmt: skip


def test_backslashes_are_text_where_quotation_marks_are_doubled() -> None:
    lines = 'id,text\n1,"in C:\\"\n2,"a ""b"" c"\n'
    assert find_dialect(lines.encode(), ["text"]) == Dialect()


@pytest.mark.parametrize("before", ["", "sep=;\r\n", "\n\n", ";;\n", '\r\n"sep=;"\n\n', "  \t\n"])
def test_what_stands_before_the_header_is_skipped(tmp_path: Path, before: str) -> None:
    place = tmp_path / "in.csv"
    place.write_text(f"{before}id;text\n1;He fled, she said.\n", newline="")
    stream = Stream(place)
    reader = CsvReader(stream, find_dialect(stream.sample, ["text"]))
    rows = [row for block in reader.blocks() for row in block.cells]
    assert rows == [{"id": "1", "text": "He fled, she said."}]


def test_empty_headings_and_fields_at_the_end(tmp_path: Path) -> None:
    place = tmp_path / "in.csv"
    place.write_text("id,text,,\n1,a,,\n2,b\n3,c,,,,\n4\n5,d,,x\n6,e,,,y\n")
    (block,) = CsvReader(Stream(place), Dialect()).blocks()
    assert [row["id"] for row in block.cells] == list("123456")
    assert block.errors == {
        3: "the row has 1 field, the header 4", 5: "the row has 5 fields, the header 4",
    }  # fmt: skip
    assert block.cells[4] == {"id": "5", "text": "d", "column 3": "", "column 4": "x"}


@pytest.mark.parametrize("wanted", ["text", "Text"])
def test_a_row_that_the_sample_cuts_off_speaks_for_no_dialect(wanted: str) -> None:
    row = '7,"It sank.\nHe left; she said so."\n'
    sample = b"id,text\n" + row.encode() * 20 + b'8,"' + b"It sank.\n" * 200
    assert find_dialect(sample, [wanted]) == Dialect()


def test_commas_in_the_only_column_are_text() -> None:
    assert find_dialect(b"text\n" + b"He fled, she said.\n" * 20, ["text"]).delimiter != ","


@pytest.mark.parametrize(
    ("delimiter", "quote"), [("", '"'), ("::", '"'), ("\n", '"'), (",", ","), (",", "«")]
)
def test_dialects_that_cannot_be(delimiter: str, quote: str) -> None:
    with pytest.raises(credscore.InputValueError):
        Dialect(delimiter, quote)


def test_a_broken_row_is_split_as_far_as_it_can_be() -> None:
    for line, fields in ((b'a,"b,c\n', ["a", "b,c"]), (b'a,"b"c,d', ["a", "bc", "d"])):
        (record,) = Records(iter([line]), Dialect())
        assert record.error
        assert (record.fields, record.size) == (fields, len(line))


def test_a_long_field_is_read() -> None:
    text = "x" * 2_000_000
    (record,) = Records(iter([f'1,"{text}"\n'.encode()]), Dialect())
    assert record.fields == ["1", text]
