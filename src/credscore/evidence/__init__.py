"""What can be found in a text: findings by token, evidence by character."""

from credscore.evidence.catalogue import ANONYMOUS, KINDS, NAMED, SIGNALS, kind_numbers, legend
from credscore.evidence.evidence import Evidence
from credscore.evidence.finding import Finding, Statement

__all__ = [
    "ANONYMOUS",
    "KINDS",
    "NAMED",
    "SIGNALS",
    "Evidence",
    "Finding",
    "Statement",
    "kind_numbers",
    "legend",
]
