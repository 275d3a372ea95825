"""Work grows in proportion to the text, for every call and address and for what texts are full of.

Work is counted, not timed: lines of Python that run, and bytes that are held at most.
`benchmarks/speed/calls.py` times the same calls on the same texts.
"""

from inspect import isfunction

import pytest
from starlette.routing import Route

import credscore
from credscore.client import Client
from credscore.text.text import is_compiled
from tests.inputs.calls import APP, CALLS, MORE_UNITS, TRIED
from tests.inputs.growth import Call, bytes_of, lines_of, of_size

SIZES = (200, 1_600, 12_800)
"""Characters of three texts, each eight times the one before."""
MOST = 8**1.1
LATE = ("web page", MORE_UNITS["roles in one sentence"])
"""A call and a text whose work per character is full only from some thousand characters on."""
PARTS = {
    "Client.close", "ClaimReport.counts", "ClaimReport.page_content", "ClaimReport.told",
    "ClaimReport.verdict", "ClaimReport.weightiest", "Report.model_post_init",
    "Report.page_content", "Report.verdict", "Scorer.score",
}  # fmt: skip
"""What others of the table call, or takes no text."""
compiled = pytest.mark.skipif(not is_compiled(), reason="uncompiled loops run too many lines")


def growth(call: Call, unit: str, factor: int = 1) -> float:
    """How much more the step to the largest text adds in lines than the step before it did.

    The lines that run however short a text is, which would hide growth, fall out. The three texts
    have `factor` times the SIZES.
    """
    call(of_size(unit, SIZES[0]))  # what is made once is made
    small, middle, large = (lines_of(call, of_size(unit, factor * size)) for size in SIZES)
    return (large - middle) / max(middle - small, 1)


@compiled
@pytest.mark.parametrize(("name", "pattern", "unit"), TRIED)
def test_work_grows_as_the_text(name: str, pattern: str, unit: str) -> None:
    is_late = name in LATE or unit in LATE
    assert growth(CALLS[name], unit, 8 if is_late else 1) <= MOST


@compiled
@pytest.mark.parametrize(("name", "pattern", "unit"), TRIED)
def test_memory_grows_as_the_text(name: str, pattern: str, unit: str) -> None:
    call = CALLS[name]
    middle, large = (of_size(unit, size) for size in SIZES[1:])
    call(middle)
    assert bytes_of(call, large) <= MOST * bytes_of(call, middle)


def test_no_call_is_left_out() -> None:
    tried = {name.partition(",")[0] for name in CALLS}
    functions = {name for name in credscore.__all__ if isfunction(getattr(credscore, name))}
    kinds = (credscore.Scorer, credscore.Report, credscore.ClaimReport, Client)
    methods = {
        f"{kind.__name__}.{name}"
        for kind in kinds
        for name, value in vars(kind).items()
        if name[0] != "_" and (isfunction(value) or isinstance(value, property))
    }
    addresses = {route.path for route in APP.routes if isinstance(route, Route)}
    assert functions | methods | addresses <= tried | PARTS


def test_growth_that_is_not_in_proportion_is_seen() -> None:
    def quadratic(text: str) -> int:
        return sum(one == other for one in text[::50] for other in text[::50])

    assert growth(quadratic, "a") > MOST
