"""Reads and writes JSON files that hold a hash of their own content."""

import hashlib
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from credscore.errors import ModelFileError, misfit

_MAX_BYTES = 1_000_000
_ADVICE = "Restore the file, or write it anew with credscore train."

Content = TypeVar("Content", bound=BaseModel)


def digest(content: dict[str, Any]) -> str:
    """The SHA-256 of the canonical JSON of all content except `sha256`."""
    rest = {key: value for key, value in content.items() if key != "sha256"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def write_hashed(path: Path, content: dict[str, Any]) -> Path:
    """Write the content with its hash. The same content gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    hashed = content | {"sha256": digest(content)}
    path.write_text(json.dumps(hashed, indent=1) + "\n", encoding="utf-8")
    return path


def load_hashed(path: Path, kind: type[Content], upgraded: Callable[[Any], Any]) -> Content:
    """The checked content of a file; `upgraded` converts content of an earlier format.

    Raises ModelFileError for the reasons of `read_file`, and if the file is not JSON, names a key
    twice, holds a number that is not finite, does not fit `kind`, or was changed after it was
    written.
    """
    raw = read_file(path)
    try:
        content = json.loads(
            raw, parse_constant=_refuse_constant, object_pairs_hook=_refuse_doubles
        )
    except (ValueError, RecursionError) as error:
        raise ModelFileError(f"{path}: not valid JSON: {error}. {_ADVICE}") from None
    try:
        loaded = kind.model_validate_json(json.dumps(upgraded(content)), strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        raise ModelFileError(
            f"{path}: refused at {where}: {misfit(first, shown=True)}. {_ADVICE}"
        ) from None
    if content.get("sha256") != digest(content):
        raise ModelFileError(
            f"{path}: its sha256 does not fit its content: it was altered or damaged. {_ADVICE}"
        )
    return loaded


def read_file(path: Path) -> str:
    """The text of a file of a model folder.

    Raises ModelFileError if it is missing, too large, not UTF-8, or not a regular file. Links are
    not followed, so that a folder from elsewhere can only show its own files.
    """
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            problem = "not a regular file. Put a copy of the file in its place"
        elif status.st_size > _MAX_BYTES:
            problem = f"larger than {_MAX_BYTES} bytes: this is not a model file"
        else:
            return path.read_text("utf-8")
    except UnicodeDecodeError:
        problem = "not UTF-8 text: this is not a model file"
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        problem = f"{reason}. Name a folder that holds {path.name}"
    raise ModelFileError(f"{path}: {problem}.")


def _refuse_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return content


def _refuse_constant(constant: str) -> float:
    raise ValueError(f"{constant} is not allowed: every number must be finite")
