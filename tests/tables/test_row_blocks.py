"""Broken rows are kept with their reason, and cost no other row; blocks end in the same places."""

import json
from pathlib import Path

import pytest

import credscore
from credscore.tables.byte_streams import BrokenInputError, Stream
from credscore.tables.delimited import CsvReader, Dialect
from credscore.tables.json_rows import BROKEN, JsonLinesReader, decode
from credscore.tables.row_blocks import Block, Rows


def table(tmp_path: Path, content: str) -> list[tuple[list[str], bool]]:
    place = tmp_path / "in.csv"
    place.write_bytes(content.encode())
    table = []
    for block in CsvReader(Stream(place), Dialect()).blocks():
        rows: Rows = block.rows
        table += [
            (list(cells.values()), number in rows.errors) for number, cells in enumerate(rows.cells)
        ]
    return table


def test_an_unclosed_quotation_costs_its_own_row_only(tmp_path: Path) -> None:
    assert table(tmp_path, 'id,text\n1,"He fled.\n2,She left.\n3,"All\nwent."\n') == [
        (["1", "He fled."], True),
        (["2", "She left."], False),
        (["3", "All\nwent."], False),
    ]


def test_a_quotation_open_at_the_end_costs_its_own_row_only(tmp_path: Path) -> None:
    assert table(tmp_path, 'id,text\n1,"He fled.\n2,She left.\n3,She stayed.') == [
        (["1", "He fled."], True),
        (["2", "She left."], False),
        (["3", "She stayed."], False),
    ]


def test_a_stray_quotation_mark_costs_its_own_row_only(tmp_path: Path) -> None:
    assert table(tmp_path, 'id,text\n1,"He" fled.\n2,She left.\n') == [
        (["1", "He fled."], True),
        (["2", "She left."], False),
    ]


def test_a_quotation_mark_within_a_plain_field_is_text(tmp_path: Path) -> None:
    assert table(tmp_path, 'id,text\n1,a 5" pipe\n2,She "left".\n') == [
        (["1", 'a 5" pipe'], False),
        (["2", 'She "left".'], False),
    ]


def test_too_few_too_many_and_nul(tmp_path: Path) -> None:
    assert table(tmp_path, "id,text\n1\n2,a,b\n\n3,a\0b\r\n4,fine\r5,\n") == [
        (["1"], True),
        (["2", "a,b"], True),
        (["3", "a\0b"], True),
        (["4", "fine"], False),
        (["5", ""], False),
    ]


def test_json_lines_name_all_fields(tmp_path: Path) -> None:
    place = tmp_path / "in.jsonl"
    place.write_text('{"a": 1}\n[2]\n\n{"b": 3}\nx\n')
    reader = JsonLinesReader(Stream(place))
    assert reader.names == ["a", BROKEN, "b"]
    (block,) = reader.blocks()
    decoded = decode(block.rows)
    assert decoded.cells == [{"a": 1}, {BROKEN: [2]}, {"b": 3}, {BROKEN: "x"}]
    assert sorted(decoded.errors) == [1, 3]


def test_every_block_begins_where_the_one_before_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "in.csv"
    lines = [f'{number},"word, ""{number}""\n{"x" * (number % 90)}"\n' for number in range(900)]
    place.write_text("id,text\n" + "".join(lines))

    def blocks(start: int, chunk: int) -> list[Block]:
        monkeypatch.setattr("credscore.tables.byte_streams.CHUNK", chunk)
        return list(CsvReader(Stream(place), Dialect(), block_bytes=3000).blocks(start))

    whole = blocks(0, 1 << 20)
    assert sum(len(block.rows.cells) for block in whole) == 900
    assert len(whole) > 10
    for number in (0, 5, len(whole) - 2):
        assert blocks(whole[number].end, 101) == whole[number + 1 :]


def test_a_row_beyond_all_measure_stops(tmp_path: Path) -> None:
    place = tmp_path / "in.csv"
    place.write_text('text\n"' + "open\n" * 400 + "fine\n")
    (block,) = CsvReader(Stream(place), Dialect(), max_record=1000).blocks()
    assert (len(block.rows.cells), list(block.rows.errors)) == (401, [0])
    place.write_text("text\nfine\n" + "x" * 3000)
    blocks = CsvReader(Stream(place), Dialect(), max_record=1000).blocks()
    assert next(blocks).rows.cells == [{"text": "fine"}]
    with pytest.raises(BrokenInputError, match="more than 1,000 bytes"):
        next(blocks)


def test_headers_that_are_too_wide_are_refused(tmp_path: Path) -> None:
    place = tmp_path / "in.csv"
    for name, message in (("c", "20,001 columns"), ("column " * 10, "longer than")):
        place.write_text("text," + ",".join([name] * 20_000) + "\nHe fled.\n")
        with pytest.raises(credscore.InputTableError, match=message):
            CsvReader(Stream(place), Dialect())


def test_fields_of_json_lines_are_not_without_number(tmp_path: Path) -> None:
    place = tmp_path / "in.jsonl"
    place.write_text("".join(f'{{"field {number}": 1}}\n' for number in range(20_000)))
    with pytest.raises(credscore.InputTableError, match="20,000 columns"):
        _ = JsonLinesReader(Stream(place)).names


def test_fields_of_json_lines_from_standard_input_are_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import io

    text = io.TextIOWrapper(io.BytesIO(json.dumps({"text": "He fled."}).encode()))
    monkeypatch.setattr("sys.stdin", text)
    with pytest.raises(credscore.InputTableError, match="--format jsonl"):
        _ = JsonLinesReader(Stream(None)).names


def test_rows_that_never_seem_to_end_cost_linear_time(tmp_path: Path) -> None:
    place = tmp_path / "in.csv"
    place.write_text("text,id\n" + '5","x\n' * 100_000)
    blocks = list(CsvReader(Stream(place), Dialect()).blocks())  # quadratic, this would take hours
    assert sum(len(block.rows.cells) for block in blocks) == 100_000
    assert sum(len(block.rows.errors) for block in blocks) > 99_000
