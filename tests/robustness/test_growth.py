"""Work grows in proportion to the text, for every call and for what texts are full of.

Work is counted, not timed: lines of Python that run, and bytes that are held at most.
"""

import pytest

import credscore
from credscore.scorer import shipped
from credscore.text.text import is_compiled
from credscore.trace import trace_text
from tests.inputs.growth import Call, bytes_of, lines_of, of_size

UNITS = {
    "quotes": '"It fell." ',
    "open quotes": "“It fell. ",
    "speech in single marks": "'It fell,' said Nora Vale. ",
    "hedges": "It may. ",
    "denials": "The ministry denied it. ",
    "names": "Nora Vale said it. ",
    "quoted statements": '"It fell," said Nora Vale. ',
    "sources in one sentence": "he said, ",
    "roles in one sentence": "a clerk said so and the clerk said it and Nora Vale said it, ",
    "marks": "—, ",
    "credits": "It fell (Photo by Nora Vale). ",
    "lines of a page": "Share on Facebook\n",
    "ordinary": "The ferry left the harbour on Monday with 40 people, and two officials said that "
    "it may have sunk; the port denied the reports. ",
}
CALLS: dict[str, Call] = {
    "score": credscore.score,
    "extract": credscore.extract,
    "attributions": credscore.attributions,
    "what_if": shipped().what_if,
    "summary": lambda text: credscore.score(text).summary(),
    "json": lambda text: credscore.score(text).model_dump_json(),
    "linked data": lambda text: credscore.score(text).to_jsonld(),
    "page": lambda text: credscore.score(text).to_html(),
    "explain-text": trace_text,
}
SMALL, FACTOR, EXPONENT = 2_000, 8, 1.1
MOST = FACTOR**EXPONENT


@pytest.mark.skipif(not is_compiled(), reason="uncompiled loops run too many lines to be traced")
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_work_grows_as_the_text(call: Call, unit: str) -> None:
    small, large = of_size(unit, SMALL), of_size(unit, FACTOR * SMALL)
    call(small)  # what is made once is made
    for cost in (lines_of, bytes_of):
        assert cost(call, large) <= MOST * cost(call, small), cost.__name__


def test_growth_that_is_not_in_proportion_is_seen() -> None:
    def quadratic(text: str) -> int:
        return sum(one == other for one in text[::50] for other in text[::50])

    small, large = of_size("a", SMALL), of_size("a", FACTOR * SMALL)
    assert lines_of(quadratic, large) > MOST * lines_of(quadratic, small)
