"""Makes the report of a score: evidence, contributions, reasons and caveats."""

from credscore.report.caveats import CAVEATS, UNRELIABLE
from credscore.report.claim_offsets import claims_of
from credscore.report.explanation import Explainer, locate
from credscore.report.json_objects import whole
from credscore.report.judgement import Score, judge
from credscore.report.profile import denials, profiles
from credscore.report.records import (
    WAYS,
    Attribution,
    Claim,
    Contribution,
    Failure,
    Profile,
    Reason,
    Stance,
    Way,
    by_signal,
)
from credscore.report.report import REPORT_FIELDS, SCHEMA_VERSION, Origin, Report
from credscore.report.verdict import MIXED, MOST_REASONS, of_100, score_sentence, unstated
from credscore.report.what_if import WhatIf, leave_out
