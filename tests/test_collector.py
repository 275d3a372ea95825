"""The garbage collector rests while texts are read, and is left as it was."""

import gc
from collections.abc import Iterator

import pytest

from credscore import Scorer
from credscore.collector import at_rest

TEXT = "Officials said the ferry may have sunk. The ministry denied the reports. " * 200


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()


def test_it_rests_meanwhile_and_works_afterwards() -> None:
    with at_rest():
        assert not gc.isenabled()
        with at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), at_rest():
        _ = 1 / 0
    assert gc.isenabled()


@pytest.mark.parametrize("enabled", [True, False])
def test_scoring_leaves_it_as_it_was(enabled: bool) -> None:
    scorer = Scorer.load()
    (gc.enable if enabled else gc.disable)()
    scorer.score(TEXT)
    for _ in scorer.score_many([TEXT, "", TEXT]):
        assert gc.isenabled() is enabled
    assert gc.isenabled() is enabled


def test_reading_a_text_is_not_interrupted_by_collections() -> None:
    scorer = Scorer.load()
    scorer.score(TEXT)
    gc.collect()
    before = [generation["collections"] for generation in gc.get_stats()]
    scorer.score(TEXT)
    after = [generation["collections"] for generation in gc.get_stats()]
    assert sum(after) - sum(before) <= 3  # those that were due when it works again
