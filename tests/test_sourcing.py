"""Statements, deniers and the audit of sources."""

import json

import pytest
from typer.testing import CliRunner

from credscore import attributions, cli


@pytest.mark.parametrize(
    ("text", "source", "statement"),
    [
        ("Two officials said that it sank.", "Two officials", "it sank"),
        ("It sank, two officials said.", "two officials", "It sank"),
        ("It sank, according to two officials.", "two officials", "It sank"),
        ("According to two officials, it sank.", "two officials", "it sank"),
        ("“It sank. All are safe,” said Maria Keller.", "Maria Keller", "It sank. All are safe"),
    ],
)
def test_statement(text: str, source: str, statement: str) -> None:
    one = attributions(text)[-1]
    assert one.source == source
    assert text[one.statement_start : one.statement_end] == statement


def test_the_denier_is_named() -> None:
    (one,) = attributions("The ministry denied the reports.")
    assert (one.source, one.denial) == ("The ministry", "denial")


def test_command() -> None:
    text = b"Two officials said it sank. Maria Keller said it floats."
    result = CliRunner().invoke(cli.app, ["sourcing", "-"], input=text)
    assert "1 of 2 statements rest on unnamed people." in result.output
    table = json.loads(CliRunner().invoke(cli.app, ["sourcing", "-", "--json"], input=text).output)
    assert [row["kind"] for row in table["attributions"]] == ["unnamed", "person"]
    assert table["profile"]["attributed"] == 2
