"""Time and memory of group_articles on made-up collections of 1,000, 10,000 and 100,000 articles.

    python -m benchmarks.speed.grouping [--largest 3000]

The articles are those of tests/inputs/stories.py: made-up words, stories of very different sizes
(up to `--largest` articles), topics that many stories share. Each collection is grouped in a
process of its own. `seconds` and `cpu_seconds` are those of group_articles; `peak_megabytes` is
the greatest resident set of the process, `before_megabytes` the same before the call, with the
texts. The known stories give the adjusted Rand index and the V-measure. `by_parts` is what
connected parts alone would give. Writes results/grouping_speed.json.
"""

import json
import os
import resource
import subprocess
import sys
import time
from typing import Any

import numpy as np
from sklearn.metrics import adjusted_rand_score, v_measure_score

from benchmarks import ROOT, options, write_results
from credscore import group_articles
from credscore.grouping import SIMILARITY
from credscore.grouping.linkage import components
from credscore.grouping.vectors import vectors
from tests.inputs.stories import stories

SIZES = (1000, 10_000, 100_000)


def peak() -> int:
    """The greatest resident set so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000


def measured(size: int, largest: int) -> dict[str, Any]:
    """Time, memory and quality of one collection."""
    texts, numbers = stories(size, largest)
    group_articles(texts[:50])  # so that scikit-learn is loaded
    before, start, used = peak(), time.perf_counter(), time.process_time()
    labels = group_articles(texts)
    result: dict[str, Any] = {
        "articles": size,
        "seconds": round(time.perf_counter() - start, 1),
        "cpu_seconds": round(time.process_time() - used, 1),
        "before_megabytes": before,
        "peak_megabytes": peak(),
        "stories": int(numbers.max()) + 1,
        "largest_story": int(np.bincount(numbers).max()),
        "groups": int(labels.max()) + 1,
        "largest_group": int(np.bincount(labels).max()),
        "ari": round(float(adjusted_rand_score(numbers, labels)), 3),
        "v_measure": round(float(v_measure_score(numbers, labels)), 3),
    }
    if size <= 10_000:
        parts = components(vectors([("", text) for text in texts]), SIMILARITY)
        ari = round(float(adjusted_rand_score(numbers, parts)), 3)
        result["by_parts"] = {"largest": int(np.bincount(parts).max()), "ari": ari}
    return result


def main() -> None:
    parser = options(__doc__)
    parser.add_argument("--largest", type=int, default=3000, metavar="ARTICLES")
    parser.add_argument("--size", type=int, help="one collection, printed and not written")
    chosen = parser.parse_args()
    if chosen.size:
        print(json.dumps(measured(chosen.size, chosen.largest)))
        return
    before, rows = os.getloadavg()[0], []
    for size in SIZES:
        command = [sys.executable, "-m", "benchmarks.speed.grouping", "--size", str(size)]
        command += ["--largest", str(chosen.largest)]
        process = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
        rows.append(json.loads(process.stdout))
        print(process.stdout, end="", flush=True)
    result = {"load": [round(before, 1), round(os.getloadavg()[0], 1)], "collections": rows}
    write_results("grouping_speed", result)


if __name__ == "__main__":
    main()
