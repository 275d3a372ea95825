"""Dates are taken as they are meant, or not at all."""

import datetime

import pandas as pd
import pytest

from credscore.pooling.articles import day_of


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-03-01", "2026-03-01"),
        (" 2026-03-01 ", "2026-03-01"),
        ("2014-09-30T11:22:33.000Z", "2014-09-30"),
        ("2026-03-01T23:30:00-05:00", "2026-03-02"),
        ("20260301", "2026-03-01"),
        ("Sun, 01 Mar 2026 10:00:00 GMT", "2026-03-01"),
        (datetime.date(2026, 3, 1), "2026-03-01"),
        (datetime.datetime(2026, 3, 1, 5), "2026-03-01"),
        (pd.Timestamp("2026-03-01 12:00", tz="UTC"), "2026-03-01"),
        (pd.NaT, None),
        ("0001-01-01T00:00:00+05:00", None),
        ("9999-12-31T23:00:00-05:00", None),
        ("Mon, 01 Jan 99999999999999999999 10:00:00 +0000", None),
        ("03/01/2026", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (20260301, None),
        (float("nan"), None),
        (pd.NA, None),
        ("9999-12-31T23:59:00-12:00", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_day_of(value: object, day: str | None) -> None:
    assert day_of(value) == day
