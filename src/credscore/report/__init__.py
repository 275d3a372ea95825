"""What a score says: the report, its evidence, contributions and caveats."""

from credscore.report.caveats import CAVEAT_SETS, CAVEATS, RELIABLE, UNRELIABLE
from credscore.report.explanation import Explainer, locate
from credscore.report.fast_json import report_json
from credscore.report.judgement import Judgement, judge
from credscore.report.profile import profiles, stances
from credscore.report.records import Attribution, Contribution, Failure, Profile, Score, Stance
from credscore.report.report import SCHEMA_VERSION, Origin, Report
from credscore.report.what_if import WhatIf, Without, leave_out

__all__ = [
    "CAVEATS",
    "CAVEAT_SETS",
    "RELIABLE",
    "SCHEMA_VERSION",
    "UNRELIABLE",
    "Attribution",
    "Contribution",
    "Explainer",
    "Failure",
    "Judgement",
    "Origin",
    "Profile",
    "Report",
    "Score",
    "Stance",
    "WhatIf",
    "Without",
    "judge",
    "leave_out",
    "locate",
    "profiles",
    "report_json",
    "stances",
]
