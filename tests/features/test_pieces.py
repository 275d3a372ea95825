"""Sums count the evidence that they name."""

from credscore.features import Pieces, Sums
from credscore.signals import find_all
from credscore.signals.findings import Findings
from credscore.signals.reading import Reading

TEXT = (
    "Officials denied it. “He allegedly fled,” a source said. It may rain. She may stay. He may go."
)


def test_sums_add_what_is_of_the_signal_and_kind_in_the_zone() -> None:
    reading = Reading.together([TEXT, "Nothing."], ["It allegedly sank", None])
    findings = Findings(reading, find_all(reading))
    wanted = [
        Pieces("hedges"), Pieces("hedges", where="lead"), Pieces("hedges", where="title"),
        Pieces("hedges", frozenset({"modal"})), Pieces("official_denials", frozenset({"none"})),
    ]  # fmt: skip
    sums = Sums([pieces.slots() for pieces in wanted])
    assert sums(findings.counts).tolist() == [[4, 2, 1, 3, 0], [0, 0, 0, 0, 0]]
