"""What a score says: the report, its evidence, contributions and caveats."""

from credscore.report.explanation import Explainer, locate
from credscore.report.fast_json import report_json
from credscore.report.judgement import RELIABLE, Judgement, judge
from credscore.report.profile import CAVEAT_SETS, caveats, profiles, stances
from credscore.report.report import (
    CAVEATS,
    SCHEMA_VERSION,
    Attribution,
    Contribution,
    Failure,
    Origin,
    Profile,
    Report,
    Score,
)
from credscore.report.what_if import without_evidence, without_signals
from credscore.report.without import WhatIf, Without

__all__ = [
    "CAVEATS",
    "CAVEAT_SETS",
    "RELIABLE",
    "SCHEMA_VERSION",
    "Attribution",
    "Contribution",
    "Explainer",
    "Failure",
    "Judgement",
    "Origin",
    "Profile",
    "Report",
    "Score",
    "WhatIf",
    "Without",
    "caveats",
    "judge",
    "locate",
    "profiles",
    "report_json",
    "stances",
    "without_evidence",
    "without_signals",
]
