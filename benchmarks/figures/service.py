"""The figures of service.json as Markdown."""

from benchmarks import results
from benchmarks.figures.markdown import table


def service() -> str:
    """Requests per second of the service, beside a bare endpoint and the library."""
    result = results("service")
    rates, used = result["rates"], result["processor_ms_per_request"]
    rows = [
        [name, f"{rates[key]:,.0f}", f"{used[key]:.2f} ms"]
        for key, name in (
            ("score", "`POST /v1/score`"),
            ("typed", "a bare endpoint, `-> dict[str, Any]`"),
            ("plain", "a bare endpoint without a return type"),
        )
    ]
    endurance = result["endurance"]
    return (
        f"Measured {result['date']}, Python {result['python']}, {result['cpus']} cores "
        f"({result['machine']}), load of the machine {result['load'][0]:.1f} at the start and "
        f"{result['load'][1]:.1f} at the end (idle: 0). One worker, {result['connections']} "
        f"connections, an article of {result['article_bytes']:,} bytes, an answer of "
        f"{result['answer_bytes']:,}; the bare endpoint parses the same body and answers a JSON of "
        f"the same size. Neither logs a line for a request.\n\n"
        f"{table(('', 'requests a second', 'processor time of one'), rows)}\n"
        f"Ratio to the first bare endpoint {result['score_to_typed_endpoint']:.2f} (by processor "
        f"time {used['typed'] / used['score']:.2f}), to the second "
        f"{result['score_to_plain_endpoint']:.2f}; medians within rounds. A batch of 100 articles "
        f"runs at {result['batch_to_score_many']:.2f} of the rate of `score_many`. "
        f"{endurance['requests']:,} requests in a row: {endurance['errors']} errors. One request "
        f"alone takes {result['latency_alone_ms']['median']:.1f} ms (median).\n"
    )


FIGURES = {"service": service}
