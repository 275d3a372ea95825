"""One verdict for a report, by stance and score, whatever the prior."""

import math

import pytest

from credscore.report.caveats import CAVEATS, UNRELIABLE
from credscore.report.verdict import BANDS, NO_SCORE, further, of_100, summary, verdict


@pytest.mark.parametrize("stance", BANDS)
@pytest.mark.parametrize(("score", "band"), [(0.1, 0), (0.39, 0), (0.41, 1), (0.59, 1), (0.61, 2)])
@pytest.mark.parametrize("prior", [0.5, 0.02, 0.9])
def test_bands(stance: str, score: float, band: int, prior: float) -> None:
    log_odds = math.log(score / (1 - score)) + math.log(prior / (1 - prior))
    assert verdict(stance, (), log_odds, prior) == BANDS[stance][band]  # type: ignore[arg-type]


@pytest.mark.parametrize("caveat", CAVEATS)
def test_without_a_score_the_verdict_says_why(caveat: str) -> None:
    told = verdict("relays", (caveat,), 0.0, 0.5)
    assert told.startswith(NO_SCORE) is (caveat in UNRELIABLE)
    whole = summary(told, "Of 100 ...", (), (caveat,))
    if caveat in UNRELIABLE:
        assert further((caveat,)) == []
        assert whole.replace("; ", ": ")[10:] == CAVEATS[caveat][0].lower() + CAVEATS[caveat][1:]
    else:
        assert whole.endswith(CAVEATS[caveat])
        assert whole.startswith(f"{told}. Of 100 ... Nothing in its sourcing stands out.")


def test_numbers_of_100() -> None:
    numbers = [of_100(p) for p in (0.0, 0.004, 0.006, 0.5, 0.994, 0.996, 1.0)]
    assert numbers == ["0", "under 1", "1", "50", "99", "over 99", "100"]
