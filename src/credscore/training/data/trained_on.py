"""Stores which texts a model was trained on, as fingerprints without any text.

`trained_on.json` in the folder of the model holds 48 bits of a hash of the words of each text,
salted with the hash of the model. No text can be read from it. Who has a text can ask whether the
model was trained on it. Of more than 20,000 texts the smallest fingerprints are stored.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from credscore.citation import sketches
from credscore.errors import ModelFileError
from credscore.model import Model, read_file

FILE = "trained_on.json"
MOST = 20_000
_DIGITS = 12


class _TrainedOn(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    format_version: Literal[1] = 1
    model: str
    texts: Annotated[int, Field(ge=0)]
    fingerprints: Annotated[tuple[str, ...], Field(max_length=MOST)]


def write(folder: Path, model: Model, texts: Iterable[str]) -> Path:
    """Write the fingerprints of the texts that the model in `folder` was trained on."""
    prints = fingerprints(texts, model.digest())
    chosen = tuple(sorted(set(prints))[:MOST])
    content = _TrainedOn(model=model.digest(), texts=len(prints), fingerprints=chosen)
    path = folder / FILE
    path.write_text(json.dumps(content.model_dump(), indent=0) + "\n", encoding="utf-8")
    return path


def were_trained_on(folder: Path, model: Model, texts: Iterable[str]) -> list[bool]:
    """Whether the model was trained on each text, as far as its folder tells.

    Raises ModelFileError if the fingerprints are damaged.
    """
    path = folder / FILE
    if not path.exists():
        return [False for _ in texts]
    try:
        content = _TrainedOn.model_validate_json(read_file(path))
    except ValidationError as error:
        raise ModelFileError(
            f"{path}: damaged: {error.errors()[0]['msg']}. Delete it, or train the model anew."
        ) from None
    chosen = frozenset(content.fingerprints if content.model == model.digest() else ())
    return [fingerprint in chosen for fingerprint in fingerprints(texts, model.digest())]


def fingerprints(texts: Iterable[str], salt: str) -> list[str]:
    """The fingerprint of the words of each text; case and marks do not count."""
    hashes = (hashlib.sha256(f"{salt} {sketch}".encode()) for sketch in sketches(texts))
    return [fingerprint.hexdigest()[:_DIGITS] for fingerprint in hashes]
