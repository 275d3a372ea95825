"""Tables on the terminal: nothing of a cell is lost, and short words stay whole."""

import pytest

from credscore.cli.texts import print_table

ADDRESS = "example.org/" + "abcdefghij" * 10


def test_a_long_word_is_folded_and_short_ones_stay_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    print_table([[ADDRESS, "non_confirmation", "[bold]a long sentence[/] " * 9]], "a", "b", "c")
    printed = capsys.readouterr().out
    assert ADDRESS in "".join(line[2:].split(" ")[0] for line in printed.splitlines())
    assert "non_confirmation" in printed
    assert "[bold]" in printed
    assert "…" not in printed


def test_very_many_rows_are_lines_with_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([["said", f"{n}\t{n}"] for n in range(1001)], "verb", "place")
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["verb\tplace", "said\t0 0", "said\t1 1"]
    assert len(lines) == 1002
