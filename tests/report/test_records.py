"""A record is the named tuple that its kind makes of the same parts."""

import copy
import pickle

import credscore
from credscore.report._records import record
from credscore.report.without import Without


def test_a_record_is_as_its_kind_makes_it() -> None:
    made = record(Without, (0.5, (0.4, 0.6), 0.0))
    assert type(made) is Without
    assert made == Without(0.5, (0.4, 0.6), 0.0)


def test_records_of_a_report_are_named_tuples_like_any_other() -> None:
    report = credscore.score("Insiders claim that he allegedly fled.")
    for made in (report.evidence[0], report.contributions[0], report.profile):
        again = type(made)(**made._asdict())
        assert again == made == pickle.loads(pickle.dumps(made)) == copy.deepcopy(made)
        assert made._replace() == made
