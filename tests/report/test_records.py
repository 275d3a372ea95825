"""A record is the named tuple that its kind makes of the same fields."""

import copy
import pickle

import credscore


def test_records_of_a_report_are_named_tuples_like_any_other() -> None:
    report = credscore.score("Insiders claim that he allegedly fled.")
    for record in (report.evidence[0], report.contributions[0], report.profile):
        again = type(record)(**record._asdict())
        assert again == record == pickle.loads(pickle.dumps(record)) == copy.deepcopy(record)
        assert record._replace() == record
