"""Writes the measured figures into the docs, between <!-- figures: NAME --> and <!-- end -->.

    python -m benchmarks.figures.write

The figures come from results/*.json alone; tests/test_docs_site.py fails if a page is stale.
"""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from benchmarks import ROOT, options

CARD = ROOT / "models" / "default" / "MODEL_CARD.md"
_PLACE = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_MODULES = (
    "accuracy", "citations", "claims", "grouping", "model", "pooling", "service", "signals",
    "sources", "speed", "stability", "text_kinds", "uncertainty",
)  # fmt: skip
FIGURES: dict[str, Callable[[], str]] = {
    name: figure
    for module in _MODULES
    for name, figure in import_module(f"benchmarks.figures.{module}").FIGURES.items()
}
"""The text of every figure, by the name that pages call it by."""


def filled(page: str) -> str:
    """A page with its figures as they are now."""
    return _PLACE.sub(lambda match: match[1] + "\n" + FIGURES[match[2]]() + "\n" + match[3], page)


def pages() -> list[Path]:
    """The pages that hold figures."""
    return [
        path
        for path in [ROOT / "README.md", CARD, *sorted(ROOT.glob("docs/**/*.md"))]
        if _PLACE.search(path.read_text("utf-8"))
    ]


def main() -> None:
    """Fill in all pages."""
    options(__doc__).parse_args()
    for path in pages():
        path.write_text(filled(path.read_text("utf-8")), encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
