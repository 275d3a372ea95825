"""Findings as rows of numbers are the findings in words, in the same order."""

from itertools import chain

from credscore.signals import Findings, Reading, find_all

TEXT = (
    "INSIDERS WARN OF SECRET PLAN!\n\n"
    "Maria Keller said, claimed and repeated that two aides allegedly fled in Lorwick. "
    "A nurse who asked not to be named denied it."
)


def test_rows_are_sorted_as_their_findings_are() -> None:
    reading = Reading(TEXT)
    by_signal = find_all(reading)
    words = [reading.findings(rows) for rows in by_signal.values()]
    assert reading.findings(Findings(reading, by_signal).rows) == sorted(chain(*words))


def test_findings_become_the_rows_that_they_were() -> None:
    reading = Reading(TEXT)
    rows = Findings(reading, find_all(reading)).rows
    assert len(rows) > 5
    assert (reading.lexicon.table.rows(reading.findings(rows)) == rows).all()


def test_statements_as_columns_and_in_words() -> None:
    reading = Reading(TEXT)
    verbs = [statement.verb_start for statement in reading.attributions]
    assert reading.statements[:, 4].tolist() == verbs
    assert len(verbs) > 2
