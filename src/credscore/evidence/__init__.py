"""What can be found in a text: findings by token, evidence by character."""

from credscore.evidence.evidence import Evidence
from credscore.evidence.finding import Attribution, Finding

__all__ = ["Attribution", "Evidence", "Finding"]
