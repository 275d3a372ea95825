"""How time and memory grow with the input, for every public call and every address.

    python -m benchmarks.speed.calls [--factor 64]

Each call reads texts of 2,000 characters and up to 64 times as many, of ordinary sentences and of
patterns that a hostile caller would repeat. The exponent is that of growth.py: 1 is linear. The
addresses are asked in process, without a network. Writes results/calls.json.
"""

from collections.abc import Callable

import credscore
from benchmarks import EXAMPLES, options, write_results
from benchmarks.speed.growth import least, slope
from credscore import Scorer
from tests.inputs.growth import Call, bytes_of, of_size

FIRST = 2_000
"""Characters of the shortest text."""
PATTERNS = {
    "ordinary": "",
    "hedges": "It may. ",
    "denials": "The ministry denied it. ",
    "names": "Nora Vale said it. ",
    "quotations": '"It fell," said Nora Vale. ',
    "quotation marks": '"',
    "question marks": "?! ",
}


def calls() -> dict[str, Call]:
    """Every public call on one text."""
    scorer = Scorer.load()
    return {
        "score": scorer.score,
        "score, as title": lambda text: scorer.score("It sank.", title=text),
        "score, read": lambda text: scorer.score(text).model_dump_json(),
        "summary": lambda text: scorer.score(text).summary(),
        "what_if": scorer.what_if,
        "attributions": credscore.attributions,
        "extract": credscore.extract,
        "to_html": lambda text: scorer.score(text).to_html(),
        "to_jsonld": lambda text: scorer.score(text).to_jsonld(),
    }


def addresses() -> dict[str, Call]:
    """Every address that reads a text."""
    from fastapi.testclient import TestClient

    from credscore.service import Settings, create_app

    client = TestClient(create_app(Settings(max_characters=10**6, max_body_bytes=10**7)))

    def post(path: str, body: Callable[[str], object]) -> Call:
        def ask(text: str) -> object:
            answer = client.post(path, json=body(text))
            assert answer.status_code == 200, (path, answer.status_code, answer.text[:300])
            return answer

        return ask

    return {
        "POST /v1/score": post("/v1/score", lambda text: {"text": text}),
        "POST /v1/score:batch": post("/v1/score:batch", lambda text: {"items": [{"text": text}]}),
        "POST /v1/sourcing": post("/v1/sourcing", lambda text: {"text": text}),
        "POST /v1/page": post("/v1/page", lambda text: {"text": text}),
    }


def measure(factor: int) -> dict[str, dict[str, dict[str, float]]]:
    """By call and pattern the exponents of time and memory, and the seconds of the longest text."""
    whole = " ".join(path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    sizes = [FIRST * 4**power for power in range(10) if 4**power <= factor]
    rows: dict[str, dict[str, dict[str, float]]] = {}
    for name, call in {**calls(), **addresses()}.items():
        rows[name] = {}
        for pattern, unit in PATTERNS.items():
            unit = unit or whole
            texts = [of_size(unit, size) for size in sizes]
            times = least(call, texts, 2)
            peaks = [bytes_of(call, text) for text in texts]
            rows[name][pattern] = {
                "time": slope(sizes, times),
                "memory": slope(sizes, peaks),
                "seconds": round(times[-1], 4),
            }
            print(f"{name:22} {pattern:16} {rows[name][pattern]}", flush=True)
    return rows


def main() -> None:
    """Measure, print, write."""
    parser = options(__doc__)
    parser.add_argument("--factor", type=int, default=64, help="the longest over the shortest text")
    factor = parser.parse_args().factor
    rows = measure(factor)
    result = {"characters": [FIRST, FIRST * factor], "calls": rows}
    write_results("calls", result)


if __name__ == "__main__":
    main()
