"""What is written, is written whole."""

import io
from types import SimpleNamespace

import pytest

from credscore.batch.checkpoint import Done, Standard


def test_a_file_that_takes_a_part_at_a_time_gets_all(monkeypatch: pytest.MonkeyPatch) -> None:
    class Narrow(io.BytesIO):
        def write(self, data: memoryview) -> int:  # type: ignore[override]
            return super().write(data[:3])

    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=(buffer := Narrow())))
    Standard(b"id,text\n").write(b"1,He fled.\n", Done(rows=1))
    assert buffer.getvalue() == b"id,text\n1,He fled.\n"
