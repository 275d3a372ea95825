"""Broken rows are kept with their reason, and cost no other row; blocks end in the same places."""

import json
from pathlib import Path

import pytest

import credscore
from credscore.tables.byte_streams import BrokenInputError, Stream
from credscore.tables.delimited import CsvReader, Dialect
from credscore.tables.json_rows import BROKEN, JsonLinesReader, decode, lines_of_values
from credscore.tables.row_blocks import MAX_RECORD, Rows


def table(tmp_path: Path, content: str) -> list[tuple[list[str], bool]]:
    place = tmp_path / "in.csv"
    place.write_bytes(content.encode())
    table = []
    for block in CsvReader(Stream(place), Dialect()).blocks():
        table += [
            (list(cells.values()), number in block.errors)
            for number, cells in enumerate(block.cells)
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
    decoded = decode(block)
    assert decoded.cells == [{"a": 1}, {BROKEN: [2]}, {"b": 3}, {BROKEN: "x"}]
    assert sorted(decoded.errors) == [1, 3]


def test_blocks_are_the_same_whatever_the_chunks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "in.csv"
    lines = [f'{number},"word, ""{number}""\n{"x" * (number % 90)}"\n' for number in range(900)]
    place.write_text("id,text\n" + "".join(lines))

    def blocks(chunk: int) -> list[Rows]:
        monkeypatch.setattr("credscore.tables.byte_streams.CHUNK", chunk)
        return list(CsvReader(Stream(place), Dialect()).blocks())

    monkeypatch.setattr("credscore.tables.row_blocks.BLOCK_BYTES", 3000)

    whole = blocks(1 << 20)
    assert sum(len(block.cells) for block in whole) == 900
    assert len(whole) > 10
    assert blocks(101) == whole


@pytest.mark.parametrize("chunk", [1 << 20, 101])
def test_a_row_beyond_all_measure_costs_itself(
    tmp_path: Path, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "in.csv"
    place.write_text('text\n"' + "open\n" * 400 + "fine\n")
    monkeypatch.setattr("credscore.tables.row_blocks.MAX_RECORD", 1000)
    (block,) = CsvReader(Stream(place), Dialect()).blocks()
    assert (len(block.cells), list(block.errors)) == (401, [0])
    monkeypatch.setattr("credscore.tables.byte_streams.CHUNK", chunk)
    monkeypatch.setattr("credscore.tables.row_blocks.SHOWN", 10)
    for end in ("\r\n", "\n", "\r"):
        lines = ["fine", '"' + "x" * 3000 + '"', "y" * 2000, "good", '"open', "z" * 3000]
        place.write_bytes(f"text{end}{end.join(lines)}".encode())
        reader = CsvReader(Stream(place), Dialect())
        (block,) = reader.blocks()
        shown = [cells["text"] for cells in block.cells]
        assert shown == ["fine", "x" * 9, "y" * 10, "good", "open", "z" * 10]
        assert {number: error[:30] for number, error in block.errors.items()} == {
            1: "broken CSV row: longer than 32", 2: "broken CSV row: longer than 32",
            4: "broken CSV row: a quotation is", 5: "broken CSV row: longer than 32",
        }  # fmt: skip


def test_a_line_of_json_beyond_all_measure_costs_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("credscore.tables.row_blocks.BLOCK_BYTES", 5)
    place = tmp_path / "in.jsonl"
    place.write_text(f'{{"a": 1}}\n{{"a": "{"x" * MAX_RECORD}"}}\n{{"a": 3}}\n')
    reader = JsonLinesReader(Stream(place))
    blocks = list(reader.blocks())
    rows = [decode(block) for block in blocks]
    assert [row.cells[0].get("a") for row in rows] == [1, None, 3]
    assert rows[1].cells[0][BROKEN].startswith("(a line of over 32,000,000 bytes")
    assert [bool(row.errors) for row in rows] == [False, True, False]


VALUES = [{"a": 'x"}],\\'}, {"a": [{"b": ","}, "["]}, [], 3, None, {"a": "é\n"}]


@pytest.mark.parametrize("chunk", [1 << 20, 7, 1])
@pytest.mark.parametrize("indent", [None, 2])
def test_values_of_an_array_are_rows(
    tmp_path: Path, chunk: int, indent: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("credscore.tables.byte_streams.CHUNK", chunk)
    objects = [value for value in VALUES if isinstance(value, dict)]
    array = json.dumps(VALUES, indent=indent, ensure_ascii=False)
    several = "\r\n".join(json.dumps(value, indent=2) for value in objects)
    for text, values in ((array, VALUES), (several, objects)):
        place = tmp_path / "in.json"
        place.write_text(text, encoding="utf-8")
        whole = b"".join(lines_of_values(Stream(place).chunks(), "in.json"))
        assert [json.loads(line) for line in whole.split(b"\n") if line.strip()] == values
        place.write_text(text[:-3], encoding="utf-8")
        with pytest.raises(BrokenInputError, match="ends within a JSON value"):
            list(JsonLinesReader(Stream(place)).blocks())


def test_lines_of_json_stay_as_they_are(tmp_path: Path) -> None:
    place = tmp_path / "in.jsonl"
    for text in ('{"a": 1}\n{"a": 2', '{"a": 1, \n{"b": 2}\n', ""):
        place.write_text(text)
        assert b"".join(JsonLinesReader(Stream(place)).blocks()) == text.encode()


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
    assert sum(len(block.cells) for block in blocks) == 100_000
    assert sum(len(block.errors) for block in blocks) > 99_000
