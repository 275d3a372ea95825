"""A hook of MkDocs: the navigation lists planned pages; those that are not there are left out."""

from pathlib import Path
from typing import Any


def on_config(config: Any) -> Any:
    """Keep the entries of `nav` whose files exist, and groups with at least one of them."""
    folder = Path(config["docs_dir"])

    def present(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
        kept = []
        for entry in entries:
            ((title, target),) = entry.items()
            if isinstance(target, list):
                inner = present(target)
                if inner:
                    kept.append({title: inner})
            elif (folder / target).is_file():
                kept.append({title: target})
        return kept

    config["nav"] = present(config["nav"])
    return config
